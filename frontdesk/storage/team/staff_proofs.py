"""What proves who somebody of the staff is, and who was tried: `staff_proof` and `pin_try` in schema/0006.

A value begins with the role that it was made for: what a cashier was given, maybe by a manager, proves no
more than a cashier when they become an owner.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.team.pins import MOST_AN_HOUR, ProofKind
from frontdesk.storage import shop
from frontdesk.storage.database import Db

NewId = Callable[[int], bytes]

_NO_MORE: Final = f"{Role.MANAGER}!"
"""A PIN that was there, and that nothing matches: in a copy to practise on."""

_BENT: Final = "bent"
"""What was made for no role: a file from elsewhere may say so. Nothing matches it."""

_LATEST: Final = (
    "coalesce((SELECT p.value FROM staff_proof AS p WHERE p.member_id = s.id AND p.kind = 'PIN'"
    " ORDER BY p.id DESC LIMIT 1), '')"
)


@dataclass(frozen=True, slots=True, repr=False)
class Kept:
    """What argon2 made of a PIN or code of somebody, and the least role that it was made for."""

    made_for: Role
    hashed: str

    def counts_for(self, role: Role) -> bool:
        return role is Role.CASHIER or self.made_for is not Role.CASHIER

    @property
    def can_match(self) -> bool:
        return bool(self.hashed)


def in_use(db: Db) -> bool:
    """Whether any manager or owner who works here has a PIN."""
    return _leader_with_pin(db, "s.role <> 'CASHIER'")


def owner_has(db: Db) -> bool:
    """Whether any owner who works here has a PIN."""
    return _leader_with_pin(db, "s.role = 'OWNER'")


def is_asked(db: Db, staff_id: int) -> bool:
    """Whether this is somebody who works here and has a PIN: one that can be given, in the role they have."""
    role, found = shop.role_of(db, staff_id), kept(db, staff_id, ProofKind.PIN)
    return role is not None and found is not None and found.can_match and found.counts_for(role)


def _leader_with_pin(db: Db, who: str) -> bool:
    sql = f"SELECT 1 FROM staff AS s WHERE s.left_at IS NULL AND {who} AND {_LATEST} > ''"
    return db.one(f"{sql} AND {_LATEST} NOT LIKE 'CASHIER%' LIMIT 1") is not None


def kept(db: Db, member_id: int, kind: ProofKind) -> Kept | None:
    """What proves who they are, or None."""
    value: str | None = db.value(
        "SELECT value FROM staff_proof WHERE member_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
        (member_id, kind.value),
    )
    if not value:
        return None
    if value == _NO_MORE:
        return Kept(Role.MANAGER, "")
    made_for, _, hashed = value.partition("$")
    if made_for not in set(Role):
        return Kept(Role.MANAGER, _BENT)
    return Kept(Role(made_for), f"${hashed}")


def keep(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    member_id: int,
    kind: ProofKind,
    made_for: Role,
    hashed: str,
) -> None:
    """From now on this proves it, or nothing where it is empty; what did before is emptied."""
    db.run(
        "UPDATE staff_proof SET value = '' WHERE member_id = ? AND kind = ? AND value > ''",
        (member_id, kind.value),
    )
    value = made_for.value + hashed if hashed else ""
    db.run(
        "INSERT INTO staff_proof (uid, member_id, kind, value, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), member_id, kind.value, value, act.at, act.staff_id, act.till_id, gesture_id),
    )


def blank(db: Db, *, free: bool) -> None:
    """In a copy: no PIN can be guessed here. `free` takes them all away; else there are managers' PINs, and
    nothing matches.
    """
    db.run("PRAGMA secure_delete = ON")
    made_for = "value NOT LIKE 'CASHIER%' AND kind = 'PIN'"
    left = "''" if free else f"CASE WHEN {made_for} THEN '{_NO_MORE}' ELSE '' END"
    db.run(f"UPDATE staff_proof SET value = {left} WHERE value > ''")


def is_blanked(db: Db) -> bool:
    """Whether this is a copy in which no PIN can be given."""
    return db.one("SELECT 1 FROM staff_proof WHERE value = ? LIMIT 1", (_NO_MORE,)) is not None


# --- tries ---


def add_try(
    db: Db, new_id: NewId, act: Act, gesture_id: int, member_id: int, kind: ProofKind, ran: int
) -> int:
    """Somebody is tried now: until it passed, that is a wrong try."""
    return db.insert(
        "INSERT INTO pin_try (uid, member_id, kind, ran, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), member_id, kind.value, ran, act.at, act.staff_id, act.till_id, gesture_id),
    )


def note_pass(db: Db, try_id: int) -> None:
    db.run("UPDATE pin_try SET passed = 1 WHERE id = ?", (try_id,))


def code_was_used(db: Db, member_id: int) -> bool:
    """Whether the recovery code that they have, or had last, was given and was right."""
    sql = "SELECT max(gesture_id) FROM staff_proof WHERE member_id = ? AND kind = 'RECOVERY'"
    made: int = db.value(sql, (member_id,)) or 0
    used = "SELECT 1 FROM pin_try WHERE member_id = ? AND kind = 'RECOVERY' AND passed = 1 AND gesture_id > ?"
    return db.one(f"{used} LIMIT 1", (member_id, made)) is not None


def ran(db: Db) -> int:
    """The latest moment of the program's own time that a try tells of."""
    return db.value("SELECT ran FROM pin_try ORDER BY id DESC LIMIT 1") or 0


def standing(db: Db, member_id: int) -> list[int]:
    """When the last wrong tries of theirs were since they passed or had a new PIN, in the program's own time,
    the last first.
    """
    return _moments(
        db,
        "t.member_id = ? AND t.id > coalesce((SELECT max(p.id) FROM pin_try AS p"
        "  WHERE p.member_id = t.member_id AND p.passed = 1), 0)"
        " AND t.gesture_id > coalesce((SELECT max(n.gesture_id) FROM staff_proof AS n"
        "  WHERE n.member_id = t.member_id AND n.kind = 'PIN'), 0)",
        member_id,
    )


def wrong_together(db: Db, member_id: int) -> list[int]:
    """When the last wrong tries were of those who share a cap, in the program's own time, the last first: of
    all who lead the shop, or led it when they left; of a cashier alone.
    """
    if shop.role_of(db, member_id) is Role.CASHIER:
        return _moments(db, "t.member_id = ?", member_id)
    return _moments(db, "t.member_id IN (SELECT s.id FROM staff AS s WHERE s.role <> 'CASHIER')")


def _moments(db: Db, where: str, *values: int) -> list[int]:
    rows = db.run(
        f"SELECT t.ran FROM pin_try AS t WHERE t.passed = 0 AND {where} ORDER BY t.id DESC LIMIT ?",
        (*values, MOST_AN_HOUR),
    )
    return [moment for (moment,) in rows]
