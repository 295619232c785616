"""Rules that the owner has set, each sort kept as one setting: a document, and every change of it."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId


@dataclass(frozen=True, slots=True)
class KeptRules:
    """One sort of rules: under which `key` of the settings they are, and in which table their changes."""

    key: str
    changes: str

    def document(self, db: Db) -> str:
        """What was set, or nothing."""
        kept: str | None = db.value("SELECT value FROM setting WHERE key = ?", (self.key,))
        return kept or ""

    def document_before(self, db: Db, gesture_id: int) -> str:
        """What was set before an act changed it."""
        kept: str = db.value(f"SELECT was FROM {self.changes} WHERE gesture_id = ?", (gesture_id,))
        return kept

    def save(self, db: Db, new_id: NewId, act: Act, gesture_id: int, was: str, became: str) -> None:
        """Set the document, and write the change down."""
        shop.save_value(db, self.key, became, act.at)
        db.run(
            f"INSERT INTO {self.changes} (uid, was, became, at, staff_id, till_id, gesture_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (new_id(act.at), was, became, act.at, act.staff_id, act.till_id, gesture_id),
        )
