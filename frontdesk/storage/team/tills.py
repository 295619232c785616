"""What the tills are called."""

from frontdesk.storage.database import Db


def name_of(db: Db, till_id: int) -> str:
    """Raises `LookupError` where there is no such till."""
    name: str | None = db.value("SELECT name FROM till WHERE id = ?", (till_id,))
    if name is None:
        raise LookupError(till_id)
    return name


def rename(db: Db, till_id: int, name: str) -> None:
    db.run("UPDATE till SET name = ? WHERE id = ?", (name, till_id))
