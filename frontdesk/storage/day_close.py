"""What one till gave and took in a span of time."""

from typing import Final

from frontdesk.domain.day_close import DaySums
from frontdesk.storage.database import Db

_SUMS: Final = (
    # Naming the staff lets the index of their entries by time be used: a day is found without a scan.
    "SELECT coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'EARNED'), 0),"
    " count(*) FILTER (WHERE e.kind = 'REDEEMED'),"
    " coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'GOODWILL'), 0),"
    " -coalesce(sum(e.stamps) FILTER (WHERE e.kind = 'EXPIRED'), 0)"
    " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
    " JOIN programme AS p ON p.id = k.programme_id AND p.kind = 'STAMPS'"
    " WHERE e.staff_id IN (SELECT id FROM staff) AND e.at >= ? AND e.at < ? AND e.till_id = ?"
    " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
)


def sums_between(db: Db, till_id: int, begin: int, end: int) -> DaySums:
    """The entries that stand, from `begin` on and before `end`."""
    row = db.one(_SUMS, (begin, end, till_id))
    assert row is not None
    return DaySums(*row)


def till_name(db: Db, till_id: int) -> str:
    """What the till is called."""
    name: str = db.value("SELECT name FROM till WHERE id = ?", (till_id,))
    return name
