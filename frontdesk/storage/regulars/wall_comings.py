"""Who came when, as the wall learns it: all of it once, and then only what is new or has changed."""

from dataclasses import dataclass
from typing import Final

from frontdesk.storage.database import Db

SLICE: Final = 2000


@dataclass(frozen=True, slots=True)
class Coming:
    """A visit, and the record that answers for whoever came; `stands` is whether it still counts."""

    visit_id: int
    root_id: int
    at: int
    stands: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the store has been read: its latest visit, and the latest change of visits known before."""

    visit_id: int
    change_id: int


_COMINGS: Final = (
    "SELECT v.id, c.root_id, v.at, v.void = 0 FROM visit AS v JOIN customer AS c ON c.id = v.customer_id"
)


def mark(db: Db) -> Mark:
    """Where the store is now."""
    row = db.one(
        "SELECT coalesce((SELECT max(id) FROM visit), 0), coalesce((SELECT max(id) FROM visit_change), 0)"
    )
    assert row is not None
    return Mark(*row)


def after(db: Db, at: int, visit_id: int) -> list[Coming]:
    """The next slice of all visits, in the order in which they happened, after the one at `at`."""
    return _read(db, "WHERE (v.at, v.id) > (?, ?) ORDER BY v.at, v.id LIMIT ?", at, visit_id, SLICE)


def told_between(db: Db, known: Mark, until: Mark) -> list[Coming]:
    """The visits that were told between two marks, in that order."""
    return _read(db, "WHERE v.id > ? AND v.id <= ? ORDER BY v.id", known.visit_id, until.visit_id)


def records_changed(db: Db, known: Mark, until: Mark) -> list[int]:
    """The records whose visits no longer stood or became another's between two marks."""
    rows = db.run(
        "SELECT DISTINCT customer_id FROM visit_change WHERE id > ? AND id <= ?",
        (known.change_id, until.change_id),
    )
    return [customer_id for (customer_id,) in rows]


def on_record(db: Db, customer_id: int, until: Mark) -> list[Coming]:
    """All visits told of one record up to a mark, merged or not."""
    return _read(db, "WHERE v.customer_id = ? AND v.id <= ?", customer_id, until.visit_id)


def standing(db: Db, root_id: int, since: int, until: Mark) -> list[int]:
    """When one person came after `since`, as told up to a mark; the first visit first."""
    rows = db.run(
        "SELECT v.at FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ? AND v.at > ? AND v.id <= ? ORDER BY v.at",
        (root_id, since, until.visit_id),
    )
    return [at for (at,) in rows]


def nth_latest(db: Db, count: int) -> int:
    """When the visit before the latest `count` was; 0 where there are not so many."""
    return db.value("SELECT at FROM visit WHERE void = 0 ORDER BY at DESC LIMIT 1 OFFSET ?", (count,)) or 0


def _read(db: Db, where: str, *values: int) -> list[Coming]:
    return [
        Coming(id_, root, at, bool(stands)) for id_, root, at, stands in db.run(f"{_COMINGS} {where}", values)
    ]
