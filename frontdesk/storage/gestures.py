"""Every act is one row with a unique id: recording it twice is how a repeat is noticed."""

import apsw

from frontdesk.domain.acts import Act
from frontdesk.storage.database import Db


def record(
    db: Db, act: Act, kind: str, customer_id: int | None = None, undoes_id: int | None = None
) -> int | None:
    """Write down that `act` happened and give its key, or None when it already had."""
    try:
        return db.insert(
            "INSERT INTO gesture (uid, kind, customer_id, undoes_id, at, staff_id, till_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (act.gesture, kind, customer_id, undoes_id, act.at, act.staff_id, act.till_id),
        )
    except apsw.ConstraintError:
        if find(db, act.gesture) is None:
            raise
        return None


def told_by(act: Act, gesture_id: int) -> dict[str, int]:
    """What every row of an act says: when, who, at which till, by which gesture."""
    return {"at": act.at, "staff_id": act.staff_id, "till_id": act.till_id, "gesture_id": gesture_id}


def find(db: Db, gesture: bytes) -> int | None:
    """The key of a recorded act, or None."""
    key: int | None = db.value("SELECT id FROM gesture WHERE uid = ?", (gesture,))
    return key


def is_undone(db: Db, gesture_id: int) -> bool:
    return db.value("SELECT 1 FROM gesture WHERE undoes_id = ?", (gesture_id,)) is not None


def time_of(db: Db, gesture_id: int) -> int:
    """When a recorded act was done."""
    at: int = db.value("SELECT at FROM gesture WHERE id = ?", (gesture_id,))
    return at
