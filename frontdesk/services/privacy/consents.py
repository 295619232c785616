"""What customers agreed to, over all of them."""

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.privacy.consents import ConsentReport
from frontdesk.services.gesture import check_role
from frontdesk.storage.privacy import consents
from frontdesk.storage.store import Store


class ConsentService:
    """Reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(self, act: Act) -> ConsentReport:
        """Slow. Raises `Refused` ONLY_MANAGER, PIN_NEEDED."""
        check_role(self._store, act, Role.MANAGER, "READ_CONSENTS")
        db = self._store.read()
        return ConsentReport(consents.figures(db), consents.wordings(db))
