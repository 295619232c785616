"""What is kept of the table of all customers: questions that the shop gave a name, and how its columns stand.

A question that is gone is kept.
"""

from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customer_filters import CustomerFilter, as_document, from_document
from frontdesk.domain.people.customer_table import SavedFilter
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_LAYOUT: Final = "customer_table"


def standing(db: Db) -> tuple[SavedFilter, ...]:
    """Those that are offered, the oldest first."""
    rows = db.run("SELECT id, name, document FROM saved_filter WHERE gone_at IS NULL ORDER BY id")
    return tuple(SavedFilter(id_, name, from_document(document)) for id_, name, document in rows)


def get(db: Db, filter_id: int) -> SavedFilter | None:
    """One of them, gone or not."""
    row = db.one("SELECT id, name, document FROM saved_filter WHERE id = ?", (filter_id,))
    return SavedFilter(row[0], row[1], from_document(row[2])) if row is not None else None


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, name: str, asked: CustomerFilter) -> int:
    return db.insert(
        "INSERT INTO saved_filter (uid, name, document, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), name, as_document(asked), act.at, act.staff_id, act.till_id, gesture_id),
    )


def ask_anew(db: Db, filter_id: int, asked: CustomerFilter) -> None:
    db.run("UPDATE saved_filter SET document = ? WHERE id = ?", (as_document(asked), filter_id))


def rename(db: Db, filter_id: int, name: str) -> None:
    db.run("UPDATE saved_filter SET name = ? WHERE id = ?", (name, filter_id))


def set_gone(db: Db, filter_id: int, at: int | None) -> None:
    """Put it away (`at`), or bring it back (None)."""
    db.run("UPDATE saved_filter SET gone_at = ? WHERE id = ?", (at, filter_id))


def layout(db: Db) -> str:
    """How the columns were left, as a document; nothing where nobody has touched them."""
    kept: str | None = db.value("SELECT value FROM setting WHERE key = ?", (_LAYOUT,))
    return kept or ""


def keep_layout(db: Db, document: str, at: int) -> None:
    shop.save_value(db, _LAYOUT, document, at)
