"""What a span of time adds up to: summed where it is stored, so that a year is a few rows.

Counted are visits that stand, by the record that answers for whoever came. Whoever left or was forgotten is
in the sums: they came.
"""

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from frontdesk.domain.days import MINUTE
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.office.overview import REGULAR_FOR, REGULAR_VISITS
from frontdesk.domain.regulars.arrivals import LAPSES_AFTER
from frontdesk.storage.care.request_figures import DONE
from frontdesk.storage.database import Db

Between = tuple[int, int]
"""From the one moment on and before the other."""

REGULAR: Final = f"(s.visits >= {REGULAR_VISITS} AND s.last_at - s.first_at >= {REGULAR_FOR})"
"""That the summary `s` is of a regular."""
NO_NEWCOMER: Final = "(SELECT root_id FROM customer WHERE prior_visits > 0 OR prior_last_at > 0)"
"""Who came before there was a counter, as an import says: whenever they come first here, they are not new."""

_PARTS: Final = "json_each(?1) AS p"
_IN_PART: Final = "{at} >= p.value ->> 0 AND {at} < p.value ->> 1"
_MANY: Final = 0.2
"""From so many visits for each person on, people are asked whether they came, not visits whose they are."""

_SMALL: Final = (
    "s.customer_id IN (SELECT c.root_id FROM customer AS c WHERE c.id IN"
    " (SELECT customer_id FROM visit WHERE void = 0 AND at >= ?1 AND at < ?2))"
)
_LARGE: Final = (
    "+s.first_at < ?2 AND s.last_at >= ?1 AND EXISTS"
    " (SELECT 1 FROM customer AS c CROSS JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
    "  AND v.at >= ?1 AND v.at < ?2 WHERE c.root_id = s.customer_id)"
)

_OF_PASSES: Final = (
    "(SELECT k.id FROM programme AS m CROSS JOIN card AS k ON k.programme_id = m.id WHERE m.kind <> 'STAMPS')"
)
GAVE: Final = "e.kind IN ('EARNED', 'GOODWILL')"
TOOK: Final = "e.kind = 'REDEEMED'"
_TAKEN_BACK: Final = "(SELECT reverses_id FROM ledger_entry WHERE reverses_id > 0)"
_STANDS: Final = "NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
_SUMS: Final = f"json_array(coalesce(sum(e.stamps) FILTER (WHERE {GAVE}), 0), count(*) FILTER (WHERE {TOOK}))"


class People(NamedTuple):
    """Who came: how many people, and how many of them are regulars."""

    people: int
    regulars: int


class Kept(NamedTuple):
    """Promises for a span, and how many of them were kept."""

    promised: int
    kept: int


class Door(NamedTuple):
    """How long it took until arrivals were greeted, in milliseconds, where that was measured."""

    measured: int
    in_time: int
    not_noted: int
    median: float | None


def first_visit(db: Db) -> int | None:
    found: int | None = db.value("SELECT min(at) FROM visit WHERE void = 0")
    return found


def visits(db: Db, parts: Sequence[Between]) -> list[int]:
    """How many visits each part had."""
    return _counts(db, f"visit AS v WHERE v.void = 0 AND {_IN_PART.format(at='v.at')}", parts)


def newcomers(db: Db, parts: Sequence[Between]) -> list[int]:
    """How many came for the first time in each part."""
    within = _IN_PART.format(at="s.first_at")
    return _counts(db, f"visit_summary AS s WHERE {within} AND s.customer_id NOT IN {NO_NEWCOMER}", parts)


def came(db: Db, visits: int) -> str:
    """In SQL: that whoever a summary `s` is of came from ?1 on and before ?2, among so many visits."""
    everybody: int = db.value("SELECT count(*) FROM visit_summary")
    return _LARGE if visits > everybody * _MANY else _SMALL


def people(db: Db, since: int, until: int, visits: int) -> People:
    """Who came in a span that had so many visits."""
    row = db.one(
        f"SELECT count(*), count(*) FILTER (WHERE {REGULAR}) FROM visit_summary AS s"
        f" WHERE {came(db, visits)}",
        (since, until),
    )
    assert row is not None
    return People(*row)


def stamps(db: Db, parts: Sequence[Between], *, many: bool) -> list[tuple[int, int]]:
    """How many stamps were given in each part, and how many rewards taken, as far as it stands. In `many`
    entries, those taken back are looked up all at once.
    """
    stands = f"e.id NOT IN {_TAKEN_BACK}" if many else _STANDS
    rows = db.run(
        f"SELECT (SELECT {_SUMS} FROM ledger_entry AS e"
        f" WHERE {_IN_PART.format(at='e.at')} AND {on_stamp_cards(db)} AND {stands}) FROM {_PARTS}",
        (_as_json(parts),),
    )
    return [(given, taken) for given, taken in (json.loads(both) for (both,) in rows)]


def on_stamp_cards(db: Db) -> str:
    """In SQL, that an entry `e` is of a stamp card: passes have a ledger, too, where a shop has any."""
    passes = db.value("SELECT EXISTS (SELECT 1 FROM programme WHERE kind <> 'STAMPS')")
    return f"e.card_id NOT IN {_OF_PASSES}" if passes else "1"


def promises(db: Db, since: int, until: int) -> Kept:
    """As the figures of care have it: a promise belongs to the time for which it was given."""
    row = db.one(
        f"SELECT count(*), count(*) FILTER (WHERE {DONE} <= r.promised_at) FROM request AS r"
        " WHERE r.promised_at >= ? AND r.promised_at < ? AND r.state NOT IN ('DECLINED', 'CANCELLED')",
        (since, until),
    )
    assert row is not None
    return Kept(*row)


def moods(db: Db, since: int, until: int) -> tuple[int, ...]:
    """How many answers with each face came, the worst first; what was set aside is not counted."""
    told = dict[int, int](
        db.run(
            "SELECT mood, count(*) FROM feedback_response WHERE came_at >= ? AND came_at < ?"
            " AND state <> 'SET_ASIDE' AND mood IS NOT NULL GROUP BY mood",
            (since, until),
        )
    )
    return tuple(told.get(mood.value, 0) for mood in Mood)


def door(db: Db, since: int, until: int, within: int) -> Door:
    """What a span's arrivals come to, as `greetings_of` counts them; `within` is the shop's time."""
    row = db.one(_DOOR, (since, until, within))
    assert row is not None
    return Door(*row)


_DOOR: Final = (
    "WITH told AS (SELECT a.at, coalesce(s.state, 'WAITING') AS state, s.at - a.at AS after, s.by_id"
    " FROM arrival AS a LEFT JOIN arrival_step AS s ON s.id ="
    "  (SELECT max(id) FROM arrival_step AS last WHERE last.arrival_id = a.id)"
    " WHERE a.at >= ?1 AND a.at < ?2),"
    " timed AS MATERIALIZED (SELECT *, state = 'GREETED' AND by_id IS NOT NULL"
    f"  AND after BETWEEN 0 AND {LAPSES_AFTER} AS measured FROM told),"
    " greeted AS (SELECT after FROM timed WHERE measured)"
    " SELECT count(*) FILTER (WHERE measured), count(*) FILTER (WHERE measured AND after <= ?3),"
    " count(*) FILTER (WHERE NOT measured AND state <> 'DROPPED' AND NOT (state = 'WAITING'"
    f"  AND ?2 - at BETWEEN {-MINUTE} AND {LAPSES_AFTER})),"
    # The middle one, or the two in the middle.
    " (SELECT avg(after) FROM (SELECT after FROM greeted ORDER BY after"
    "  LIMIT (SELECT 2 - count(*) % 2 FROM greeted) OFFSET (SELECT max(count(*) - 1, 0) / 2 FROM greeted)))"
    " FROM timed"
)


def _counts(db: Db, counted: str, parts: Sequence[Between]) -> list[int]:
    rows = db.run(f"SELECT (SELECT count(*) FROM {counted}) FROM {_PARTS}", (_as_json(parts),))
    return [count for (count,) in rows]


def _as_json(parts: Sequence[Between]) -> str:
    return json.dumps(list(parts))
