"""Codes that were printed on cards of the staff."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose code it is; `revoked` once it was given up, or a newer card was made."""

    member_id: int
    revoked: bool


def holder(db: Db, code: str) -> Holder | None:
    row = db.one("SELECT member_id, revoked_at IS NOT NULL FROM staff_code WHERE code = ?", (code,))
    return Holder(row[0], bool(row[1])) if row is not None else None


def code_of(db: Db, member_id: int) -> str | None:
    """The valid code of one of the staff, or None who has no card."""
    found: str | None = db.value(
        "SELECT code FROM staff_code WHERE member_id = ? AND revoked_at IS NULL ORDER BY id DESC LIMIT 1",
        (member_id,),
    )
    return found


def with_card(db: Db) -> frozenset[int]:
    """Who has one that works."""
    return frozenset(id_ for (id_,) in db.run("SELECT member_id FROM staff_code WHERE revoked_at IS NULL"))


def revoke(db: Db, member_id: int, at: int) -> None:
    db.run("UPDATE staff_code SET revoked_at = ? WHERE member_id = ? AND revoked_at IS NULL", (at, member_id))


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, member_id: int, code: str) -> None:
    told = gestures.told_by(act, gesture_id)
    db.run(
        "INSERT INTO staff_code (uid, member_id, code, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), member_id, code, *told.values()),
    )
