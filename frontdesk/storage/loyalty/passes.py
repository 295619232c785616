"""Sales and uses of passes and memberships that stand."""

import json
from collections.abc import Sequence

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.passes import PassDeed, PassEntry
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import STANDING
from frontdesk.storage.store import NewId

_COUNTS = "(e.kind = 'REDEEMED' OR (e.kind = 'EARNED' AND e.reason = 'SOLD'))"


def entries(db: Db, root_id: int, programme_id: int) -> tuple[PassEntry, ...]:
    """What was sold to one person and used by them, in the order of time."""
    rows = db.run(
        "SELECT e.kind, e.stamps, e.at FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        f" JOIN ledger_entry AS e ON e.card_id = k.id AND {_COUNTS}"
        f" WHERE c.root_id = ? AND k.programme_id = ? AND {STANDING} ORDER BY e.at, e.id",
        (root_id, programme_id),
    )
    return tuple(_entry(kind, stamps, at) for kind, stamps, at in rows)


def may_end_between(
    db: Db, programme_id: int, begin: int, end: int, shortest: int, longest: int, *, adds_up: bool
) -> list[int]:
    """Persons who are here and whose pass may end between two moments, by when they bought it. Nobody is
    missing; of some it ends at another time after all.

    `shortest` and `longest` are what one period may last; where it `adds_up`, each period that is bought may
    put the end off: the latest end is that of some sale and all periods sold from it on.
    """
    rows = db.run(
        f"WITH near AS ({_BY_THE_LAST_SALE}) SELECT root_id FROM (SELECT c.root_id, e.at + ?5 * iif(?6,"
        "   sum(e.stamps) OVER (PARTITION BY c.root_id ORDER BY e.at DESC), 1) AS latest"
        "  FROM near JOIN customer AS c ON c.root_id = near.root_id"
        "  JOIN card AS k ON k.customer_id = c.id AND k.programme_id = ?1"
        "  JOIN ledger_entry AS e ON e.card_id = k.id AND e.reason = 'SOLD')"
        f" GROUP BY root_id HAVING max(latest) >= ?2 UNION {_TAKEN_BACK}",
        (programme_id, begin, end, shortest, longest, adds_up),
    )
    return [root_id for (root_id,) in rows]


_SOLD_TO = (
    "SELECT c.root_id FROM card AS k JOIN customer AS c ON c.id = k.customer_id"
    " JOIN customer AS r ON r.id = c.root_id AND r.archived_at IS NULL"
    " JOIN ledger_entry AS e ON e.card_id = k.id AND e.reason = 'SOLD'"
)
_BY_THE_LAST_SALE = (
    f"{_SOLD_TO} WHERE k.programme_id = ?1 GROUP BY c.root_id"
    " HAVING max(e.at) <= ?3 - ?4 AND max(e.at) + ?5 * iif(?6, sum(e.stamps), 1) >= ?2"
)
_TAKEN_BACK = (
    f"{_SOLD_TO} WHERE k.programme_id = ?1 AND e.id IN (SELECT reverses_id FROM ledger_entry"
    " WHERE reverses_id IS NOT NULL)"
)
"""A sale that was taken back may have been the last one, which then tells nothing."""


def entries_of_all(db: Db, programme_id: int, root_ids: Sequence[int]) -> dict[int, list[PassEntry]]:
    """As `entries`, of several persons at once."""
    found: dict[int, list[PassEntry]] = {}
    rows = db.run(
        "SELECT c.root_id, e.kind, e.stamps, e.at FROM json_each(?2) AS asked"
        " JOIN customer AS c ON c.root_id = asked.value JOIN card AS k ON k.customer_id = c.id"
        f" AND k.programme_id = ?1 JOIN ledger_entry AS e ON e.card_id = k.id AND {_COUNTS}"
        f" WHERE {STANDING} ORDER BY e.at, e.id",
        (programme_id, json.dumps(root_ids)),
    )
    for root_id, kind, stamps, at in rows:
        found.setdefault(root_id, []).append(_entry(kind, stamps, at))
    return found


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


def _entry(kind: str, stamps: int, at: int) -> PassEntry:
    return PassEntry(PassDeed.SOLD if kind == "EARNED" else PassDeed.USED, abs(stamps), at)
