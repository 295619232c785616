"""Who worked here once, who is what, who is at the till, and their faces. Who works here now: shop.py."""

import json
from typing import Final

from frontdesk.domain.acts import Act, Role, StaffMember
from frontdesk.domain.people.photos import Photo
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.tables import StaffPhotoRow

LATELY: Final = 5_000

_BY_NOBODY_HERE: Final = "('EXPIRE', 'CALL_MANAGER')"
"""The sweep and the customers act in the name of whoever stands at the till."""

_OVER_THE_PAGE: Final = (
    "SELECT l.at, l.staff_id FROM lately AS l JOIN feedback_step AS s ON s.gesture_id = l.id"
    " JOIN feedback_response AS r ON r.id = s.response_id AND r.way = 'PAGE'"
    " WHERE l.kind IN ('TAKE_RESPONSE', 'EDIT_RESPONSE')"
)
"""Answers of customers; thanks that came in one are acts of the same moment."""

_AT_THE_TILL: Final = "till.staff"

_LEAST_FIRST: Final = (Role.CASHIER, Role.MANAGER, Role.OWNER)


def member(db: Db, staff_id: int) -> StaffMember | None:
    """Somebody who works here, or did once."""
    row = db.one(f"{shop.STAFF} WHERE id = ?", (staff_id,))
    return shop.staff_member(row) if row is not None else None


def gone(db: Db) -> tuple[StaffMember, ...]:
    """Who left, the latest first."""
    rows = db.run(f"{shop.STAFF} WHERE left_at IS NOT NULL ORDER BY left_at DESC, id DESC")
    return tuple(map(shop.staff_member, rows))


def acted_lately(db: Db, since: int, until: int) -> tuple[tuple[int, int], ...]:
    """Who did something at a till from `since` to `until` and when last, whoever did it last first.

    Read from the end of the acts: a day has no more than LATELY of them.
    """
    rows = db.run(
        "WITH lately AS (SELECT * FROM"
        "  (SELECT id, staff_id, kind, at FROM gesture ORDER BY id DESC LIMIT ?) WHERE at BETWEEN ? AND ?)"
        f" SELECT staff_id, max(at) FROM lately WHERE kind NOT IN {_BY_NOBODY_HERE}"
        f" AND (at, staff_id) NOT IN ({_OVER_THE_PAGE})"
        " GROUP BY staff_id ORDER BY max(at) DESC, max(id) DESC",
        (LATELY, since, until),
    )
    return tuple((staff_id, at) for staff_id, at in rows)


# --- their faces ---


def set_photo(db: Db, act: Act, gesture_id: int, staff_id: int, photo: Photo) -> None:
    remove_photo(db, staff_id)
    StaffPhotoRow.insert(
        of_id=staff_id, thumb=photo.thumb, full=photo.full, **gestures.told_by(act, gesture_id)
    ).execute(db)


def remove_photo(db: Db, staff_id: int) -> None:
    StaffPhotoRow.delete().where(StaffPhotoRow.of_id == staff_id).execute(db)


def photo(db: Db, staff_id: int) -> Photo | None:
    row = db.one("SELECT thumb, full FROM staff_photo WHERE of_id = ?", (staff_id,))
    return Photo(*row) if row is not None else None


def leave(db: Db, staff_id: int, at: int | None) -> None:
    """Somebody leaves (`at`), or is here again (None)."""
    db.run("UPDATE staff SET left_at = ? WHERE id = ?", (at, staff_id))


def change_role(db: Db, staff_id: int, role: Role) -> None:
    db.run("UPDATE staff SET role = ? WHERE id = ?", (role.value, staff_id))


def stand_at(db: Db, staff_id: int, at: int) -> None:
    """Remember who is at this computer's till."""
    shop.save_value(db, _AT_THE_TILL, json.dumps(staff_id), at)


def who_stands(db: Db) -> int:
    """Who is at this computer's till: whoever took over last.

    Where nobody ever did it is the first person of the shop. Somebody who has left hands their place to no
    more rights than they must: it goes to whoever may do the least.
    """
    here = shop.staff(db)
    kept = db.value("SELECT value FROM setting WHERE key = ?", (_AT_THE_TILL,))
    if kept is None:
        return here[0].id
    last = json.loads(kept)
    if any(each.id == last for each in here):
        return int(last)
    return min(here, key=lambda each: (_LEAST_FIRST.index(each.role), each.id)).id
