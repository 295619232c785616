"""Who may bring a backup back: it takes away what came since, PINs and who did what among it."""

from frontdesk.domain.acts import Act, Role
from frontdesk.services.gesture import check_role
from frontdesk.storage.store import Store


class ReturnService:
    """Of an open shop. Whoever has the computer's shell asks nobody."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def allow(self, act: Act) -> None:
        """May whoever acts leave this shop for an older one? Raises `Refused` ONLY_MANAGER, PIN_NEEDED."""
        check_role(self._store, act, Role.MANAGER, "BRING_BACK_BACKUP")
