"""Whose day it is: newcomers, birthdays, anniversaries; and whom a surprise would please."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.people.customers import Birthday
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import STANDING
from frontdesk.storage.people.customers import BY_NAME

_NAME = "coalesce(nullif(r.called, ''), r.name)"
_BY_NAME = BY_NAME.format("r")
_LATEST_RECORDS: Final = 500
"""Among so many one looks for who enrolled without a visit; more in two days were brought along."""


@dataclass(frozen=True, slots=True)
class Known:
    """How to address somebody, and whether they want it."""

    name: str
    greet_by_name: bool


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody whose first visit that the shop knows of, or whose enrolment, was at `at`."""

    customer_id: int
    name: str
    at: int
    greet_by_name: bool


@dataclass(frozen=True, slots=True)
class Born:
    """Somebody whose birthday it is."""

    customer_id: int
    name: str
    birthday: Birthday
    greet_by_name: bool


def newcomers(db: Db, since: int, most: int) -> tuple[Newcomer, ...]:
    """Who was here for the first time since then, or enrolled without a visit, and was not here again; the
    latest first.

    Whoever was brought along by an import or with a paper card is no newcomer: only the app is new to them.
    """
    rows = db.run(
        "WITH came (root_id) AS (SELECT c.root_id FROM visit AS v JOIN customer AS c ON c.id = v.customer_id"
        "  WHERE v.at >= ?1 AND v.void = 0"
        # by the keys from the newest back, and not all of them on the day of a large import
        "  UNION SELECT root_id FROM (SELECT root_id, at FROM customer ORDER BY id DESC LIMIT ?3)"
        "  WHERE at >= ?1)"
        f" SELECT r.id, {_NAME}, coalesce(s.first_at, r.at), {_BY_NAME} FROM came"
        " JOIN customer AS r ON r.id = came.root_id AND r.archived_at IS NULL"
        " JOIN gesture AS g ON g.id = r.gesture_id AND g.kind <> 'IMPORT'"
        " LEFT JOIN visit_summary AS s ON s.customer_id = r.id"
        # CASE, or else the acts of every regular who came are gone through before their visits are counted
        " WHERE CASE WHEN coalesce(s.first_at, r.at) >= ?1 AND coalesce(s.visits, 0) <= 1 THEN NOT EXISTS"
        "  (SELECT 1 FROM gesture AS a WHERE a.customer_id = r.id AND a.kind = 'ADOPT') END"
        " ORDER BY 3 DESC, r.id DESC LIMIT ?2",
        (since, most, _LATEST_RECORDS),
    )
    return tuple(Newcomer(id_, name, at, bool(by_name)) for id_, name, at, by_name in rows)


def birthdays(db: Db, month: int, day: int, seen_since: int, most: int) -> tuple[Born, ...]:
    """Whose birthday is on a day of the year, of those who were here since then; the most regular first.

    Whether they agreed to be wished well is for the caller to ask.
    """
    rows = db.run(
        f"SELECT r.id, {_NAME}, {_BY_NAME}, r.birth_month, r.birth_day, r.birth_year FROM customer AS r"
        " LEFT JOIN visit_summary AS s ON s.customer_id = r.id"
        " WHERE r.birth_month = ? AND r.birth_day = ? AND r.root_id = r.id AND r.archived_at IS NULL"
        " AND coalesce(s.last_at, r.at) >= ? ORDER BY coalesce(s.habit, 0) DESC, r.id LIMIT ?",
        (month, day, seen_since, most),
    )
    return tuple(
        Born(id_, name, Birthday(month, day, year), bool(by_name))
        for id_, name, by_name, month, day, year in rows
    )


def first_visits(db: Db, seen_since: int) -> Iterator[tuple[int, int]]:
    """Who was here since then, and when they were here first; the most regular first. Where visits were
    brought along that nobody knows the first of, there is none. It reads all customers.
    """
    rows = db.run(
        "SELECT s.customer_id, s.first_at FROM visit_summary AS s WHERE s.last_at >= ? AND NOT EXISTS"
        "  (SELECT 1 FROM customer AS m WHERE m.root_id = s.customer_id AND m.prior_first_at IS NULL"
        "   AND (m.prior_visits > 0 OR m.prior_last_at IS NOT NULL))"
        " ORDER BY s.habit DESC, s.customer_id",
        (seen_since,),
    )
    return ((id_, first_at) for id_, first_at in rows)


def surprised_since(db: Db, at: int) -> dict[int, int]:
    """When who was last given a surprise that stands, since then."""
    rows = db.run(
        "SELECT c.root_id, max(e.at) FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        " JOIN customer AS c ON c.id = k.customer_id"
        # asked for each of the staff, because that is how the ledger is indexed by time
        " WHERE e.staff_id IN (SELECT id FROM staff) AND e.at >= ?"
        f" AND e.kind = 'GOODWILL' AND e.reason = 'SURPRISE' AND {STANDING} GROUP BY c.root_id",
        (at,),
    )
    return dict(rows)


def known(db: Db, customer_ids: Sequence[int]) -> dict[int, Known]:
    """Those of them who are in sight and answer for themselves."""
    marks = ", ".join("?" * len(customer_ids))
    rows = db.run(
        f"SELECT r.id, {_NAME}, {_BY_NAME} FROM customer AS r WHERE r.id IN ({marks})"
        " AND r.root_id = r.id AND r.archived_at IS NULL",
        customer_ids,
    )
    return {id_: Known(name, bool(by_name)) for id_, name, by_name in rows}
