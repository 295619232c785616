"""Sales and uses of passes and memberships that stand."""

from frontdesk.domain.acts import Act
from frontdesk.domain.passes import PassDeed, PassEntry
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import STANDING
from frontdesk.storage.store import NewId


def entries(db: Db, root_id: int, programme_id: int) -> tuple[PassEntry, ...]:
    """What was sold to one person and used by them, in the order of time."""
    rows = db.run(
        "SELECT e.kind, e.stamps, e.at FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN ledger_entry AS e ON e.card_id = k.id"
        " AND (e.kind = 'REDEEMED' OR (e.kind = 'EARNED' AND e.reason = 'SOLD'))"
        f" WHERE c.root_id = ? AND k.programme_id = ? AND {STANDING} ORDER BY e.at, e.id",
        (root_id, programme_id),
    )
    return tuple(
        PassEntry(PassDeed.SOLD if kind == "EARNED" else PassDeed.USED, abs(stamps), at)
        for kind, stamps, at in rows
    )


def holders(db: Db, programme_id: int) -> list[int]:
    """Persons who have a card of this pass or membership."""
    rows = db.run(
        "SELECT DISTINCT c.root_id FROM card AS k JOIN customer AS c ON c.id = k.customer_id"
        " WHERE k.programme_id = ? ORDER BY c.root_id",
        (programme_id,),
    )
    return [root_id for (root_id,) in rows]


def used_in_visit(db: Db, visit_id: int, programme_id: int) -> int:
    """How many visits of a pass were taken for one visit: more than one for a group."""
    used: int = db.value(
        "SELECT coalesce(-sum(e.stamps), 0) FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        f" WHERE e.visit_id = ? AND k.programme_id = ? AND e.kind = 'REDEEMED' AND {STANDING}",
        (visit_id, programme_id),
    )
    return used


def checked_in(db: Db, visit_id: int, programme_id: int) -> bool:
    """Was a membership used for this visit already?"""
    return bool(
        db.value(
            "SELECT 1 FROM check_in WHERE visit_id = ? AND programme_id = ? AND void = 0",
            (visit_id, programme_id),
        )
    )


def check_in(db: Db, new_id: NewId, act: Act, gesture_id: int, visit_id: int, programme_id: int) -> None:
    """Note the use of a membership."""
    db.run(
        "INSERT INTO check_in (uid, visit_id, programme_id, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), visit_id, programme_id, act.at, act.staff_id, act.till_id, gesture_id),
    )


def checked_in_by(db: Db, gesture_id: int) -> tuple[int, int, int] | None:
    """Visit, programme and person of the membership that an act used, or None."""
    row = db.one(
        "SELECT i.visit_id, i.programme_id, c.root_id FROM check_in AS i JOIN visit AS v ON v.id = i.visit_id"
        " JOIN customer AS c ON c.id = v.customer_id WHERE i.gesture_id = ?",
        (gesture_id,),
    )
    return (row[0], row[1], row[2]) if row else None
