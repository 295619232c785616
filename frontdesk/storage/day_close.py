"""What one till gave and took in a span of time."""

from typing import Final

from frontdesk.domain.day_close import DaySums, StaffDay
from frontdesk.domain.loyalty import BUYING_REASONS
from frontdesk.storage.database import Db

_BOUGHT: Final = "e.kind = 'EARNED' AND e.reason IN ({})".format(
    ", ".join(f"'{reason}'" for reason in BUYING_REASONS)
)
_ADOPTED: Final = (
    "e.kind = 'CARRIED_OVER' AND EXISTS"
    " (SELECT 1 FROM gesture AS g WHERE g.id = e.gesture_id AND g.kind = 'ADOPT')"
)
_STANDING: Final = (
    " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
    " JOIN programme AS p ON p.id = k.programme_id AND p.kind = 'STAMPS'"
    " JOIN staff AS s ON s.id = e.staff_id"
    # Naming the staff lets the index of their entries by time be used: a day is found without a scan.
    " WHERE e.staff_id IN (SELECT id FROM staff) AND e.at >= ? AND e.at < ? AND e.till_id = ?"
    " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
)
_SUMS: Final = (
    f"SELECT coalesce(sum(e.stamps) FILTER (WHERE {_BOUGHT}), 0),"
    f" coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'EARNED' AND NOT ({_BOUGHT})), 0),"
    " count(*) FILTER (WHERE e.kind = 'REDEEMED'),"
    " coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'GOODWILL'), 0),"
    " -coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'EXPIRED'), 0),"
    f" coalesce(sum(e.stamps) FILTER (WHERE {_ADOPTED}), 0){_STANDING}"
)
_BY_STAFF: Final = (
    f"SELECT s.name, coalesce(sum(e.stamps) FILTER (WHERE {_BOUGHT}), 0) AS stamps,"
    " coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'GOODWILL'), 0) AS goodwill,"
    " count(*) FILTER (WHERE e.kind = 'REDEEMED') AS rewards,"
    f" coalesce(sum(e.stamps) FILTER (WHERE {_ADOPTED}), 0) AS adopted{_STANDING}"
    " GROUP BY s.id HAVING stamps + goodwill + rewards + adopted > 0"
    " ORDER BY stamps + goodwill + rewards + adopted DESC, s.id"
)


def sums_between(db: Db, till_id: int, begin: int, end: int) -> DaySums:
    """The entries that stand, from `begin` on and before `end`."""
    row = db.one(_SUMS, (begin, end, till_id))
    assert row is not None
    return DaySums(*row)


def staff_between(db: Db, till_id: int, begin: int, end: int) -> tuple[StaffDay, ...]:
    """The same of each member of staff who gave or took something, whoever did most first."""
    return tuple(StaffDay(*row) for row in db.run(_BY_STAFF, (begin, end, till_id)))


def till_name(db: Db, till_id: int) -> str:
    """What the till is called."""
    name: str = db.value("SELECT name FROM till WHERE id = ?", (till_id,))
    return name
