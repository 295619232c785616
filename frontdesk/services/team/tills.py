"""What the tills are called: it stands on the slip of the day, and in who did what."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.text import clean_name
from frontdesk.services.gesture import begin
from frontdesk.storage.store import Store
from frontdesk.storage.team import tills
from frontdesk.storage.trust import acts_about


@dataclass(frozen=True, slots=True)
class TillSaved:
    """What the till is called now; naming it as `before` undoes the change."""

    name: str
    before: str
    changes: Changes


class TillService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def name(self, till_id: int) -> str:
        """Raises `LookupError` where there is no such till."""
        return tills.name_of(self._store.read(), till_id)

    def rename(self, act: Act, till_id: int, name: str) -> TillSaved:
        """Raises `Refused` ONLY_MANAGER, `BadInput` for a name that cannot be."""
        db = self._store.write()
        before, cleaned = tills.name_of(db, till_id), clean_name(name)
        begun = begin(self._store, act, "RENAME_TILL", needs=Role.MANAGER)
        if begun is not None:
            tills.rename(db, till_id, cleaned)
            acts_about.note(db, begun.id, was=before, became=cleaned)
        return TillSaved(tills.name_of(db, till_id), before, Changes(shop=True))
