"""Requests with when they were done, and at which points of contact things went wrong: for the figures."""

from typing import Final

from frontdesk.domain.care.care_figures import Counted
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.request_figures import Followed
from frontdesk.storage.care.requests import COLUMNS, TABLES, of_row
from frontdesk.storage.database import Db

DONE: Final = (
    # The steps first: nearly all acts undo nothing, and an index would offer every one of them.
    "(SELECT min(e.at) FROM request_event AS e CROSS JOIN gesture AS g ON g.id = e.gesture_id"
    " WHERE e.request_id = r.id AND e.to_state IN ('READY', 'FULFILLED') AND g.undoes_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM gesture AS u WHERE u.undoes_id = g.id))"
)
"""When a request `r` was first ready or handed over by a step that stands."""


def followed(db: Db, since: int, until: int) -> tuple[Followed, ...]:
    """Requests that were asked for, promised for, or moved in that time, the oldest first."""
    rows = db.run(
        f"SELECT {DONE}, c.archived_at IS NULL, {COLUMNS} FROM {TABLES}"
        " WHERE (r.at >= ?1 AND r.at < ?2) OR (r.promised_at >= ?1 AND r.promised_at < ?2) OR r.id IN"
        " (SELECT request_id FROM request_event WHERE at >= ?1 AND at < ?2) ORDER BY r.id",
        (since, until),
    )
    return tuple(Followed(of_row(row), done_at, bool(known)) for done_at, known, *row in rows)


def complaints(db: Db, since: int, until: int) -> tuple[tuple[ContactPoint, Counted], ...]:
    """What somebody complained of, by its point of contact; without one it says nothing here."""
    rows = db.run(
        "SELECT v.contact_point, c.id, coalesce(nullif(c.called, ''), c.name), v.at FROM recovery AS v"
        " LEFT JOIN customer AS asked ON asked.id = v.customer_id"
        " LEFT JOIN customer AS c ON c.id = asked.root_id AND c.archived_at IS NULL"
        " WHERE v.contact_point IS NOT NULL AND v.state <> 'WITHDRAWN' AND v.at >= ? AND v.at < ?"
        " ORDER BY v.id",
        (since, until),
    )
    return tuple((ContactPoint(point), Counted(who, name or "", at)) for point, who, name, at in rows)
