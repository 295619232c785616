"""Who worked here once, who is what, and who is at the till. Who works here now: shop.py."""

import json
from typing import Final

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.storage import shop
from frontdesk.storage.database import Db

_AT_THE_TILL: Final = "till.staff"

_LEAST_FIRST: Final = (Role.CASHIER, Role.MANAGER, Role.OWNER)


def member(db: Db, staff_id: int) -> StaffMember | None:
    """Somebody who works here, or did once."""
    row = db.one("SELECT id, name, role FROM staff WHERE id = ?", (staff_id,))
    return StaffMember(row[0], row[1], Role(row[2])) if row is not None else None


def gone(db: Db) -> tuple[StaffMember, ...]:
    """Who left, the latest first."""
    rows = db.run("SELECT id, name, role FROM staff WHERE left_at IS NOT NULL ORDER BY left_at DESC, id DESC")
    return tuple(StaffMember(id_, name, Role(role)) for id_, name, role in rows)


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
