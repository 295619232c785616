"""Stamps that end: who might have some, who was warned, and which entry ended which."""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.loyalty.expiry import ACTS_BEFORE
from frontdesk.domain.loyalty.programmes import ExpiryBasis
from frontdesk.storage.database import Db

VISITS_READ: Final = 100_000
"""More than the busiest shop has within any notice."""

_HERE: Final = "JOIN customer AS r ON r.id = c.root_id AND r.archived_at IS NULL"
_OLD_ENOUGH: Final = {
    ExpiryBasis.IDLE: (
        "NOT EXISTS (SELECT 1 FROM visit_summary AS s WHERE s.customer_id = c.root_id AND s.last_at >= ?2)"
    ),
    ExpiryBasis.AGE: "EXISTS (SELECT 1 FROM ledger_entry AS e WHERE e.card_id = k.id AND e.at < ?2)",
}


def candidates(db: Db, programme_id: int, basis: ExpiryBasis, before: int) -> list[int]:
    """Persons of whom some stamps might be due, counted from a moment earlier than `before`; and all who
    were warned. Who is out of sight is not here to be warned, and so keeps all.
    """
    rows = db.run(
        f"SELECT c.root_id FROM card AS k JOIN customer AS c ON c.id = k.customer_id {_HERE}"
        f" WHERE k.programme_id = ?1 AND {_OLD_ENOUGH[basis]} AND k.balance <> 0"
        f" UNION SELECT c.root_id FROM expiry_warning AS w JOIN customer AS c ON c.id = w.customer_id {_HERE}"
        " WHERE w.programme_id = ?1",
        (programme_id, before),
    )
    return [root_id for (root_id,) in rows]


def warned(db: Db, programme_id: int) -> list[int]:
    """Persons who were warned that stamps of this programme will end."""
    rows = db.run(
        "SELECT DISTINCT c.root_id FROM expiry_warning AS w JOIN customer AS c ON c.id = w.customer_id"
        " WHERE w.programme_id = ?",
        (programme_id,),
    )
    return [root_id for (root_id,) in rows]


def earliest_warning(db: Db) -> int | None:
    at: int | None = db.value("SELECT min(at) FROM expiry_warning")
    return at


def warned_at(db: Db, root_id: int, programme_id: int) -> int | None:
    """Since when a person is warned; of several records that are one person, the latest warning counts."""
    at: int | None = db.value(
        "SELECT max(w.at) FROM customer AS c JOIN expiry_warning AS w ON w.customer_id = c.id"
        " WHERE c.root_id = ? AND w.programme_id = ?",
        (root_id, programme_id),
    )
    return at


def warn(db: Db, root_id: int, programme_id: int, at: int) -> None:
    """A person is warned from now on."""
    unwarn(db, root_id, programme_id)
    db.run("INSERT INTO expiry_warning VALUES (?, ?, ?)", (root_id, programme_id, at))


def unwarn(db: Db, root_id: int, programme_id: int) -> None:
    """There is nothing to warn of any more, or it is to be warned of anew."""
    db.run(
        "DELETE FROM expiry_warning WHERE programme_id = ?2"
        " AND customer_id IN (SELECT id FROM customer WHERE root_id = ?1)",
        (root_id, programme_id),
    )


def note_ending(db: Db, entry_id: int, ended_id: int) -> None:
    """Say whose stamps an EXPIRED entry ended."""
    db.run("INSERT INTO expiry VALUES (?, ?)", (entry_id, ended_id))


def author_of(db: Db, terms_id: int) -> int:
    """Who made a version of the terms, and answers for what it does."""
    staff_id: int = db.value("SELECT staff_id FROM terms WHERE id = ?", (terms_id,))
    return staff_id


def owner_of(db: Db, card_id: int) -> int:
    """The record that a card belongs to, which may be one that was merged into another."""
    customer_id: int = db.value("SELECT customer_id FROM card WHERE id = ?", (card_id,))
    return customer_id


def settled_entry(db: Db, entry_id: int) -> int:
    """When an entry was written, by the latest of its act and those just before it: a clock that was set back
    makes nothing old.
    """
    return _settled(db, db.value("SELECT gesture_id FROM ledger_entry WHERE id = ?", (entry_id,)))


def settled_visit(db: Db, root_id: int) -> int | None:
    """When a person's latest visit was, in the same way."""
    gesture_id = db.value(
        "SELECT max(v.gesture_id) FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ?",
        (root_id,),
    )
    return _settled(db, gesture_id) if gesture_id is not None else None


def visits_backwards(db: Db) -> Iterator[int]:
    """When anybody came, the latest recorded first; as far back as is worth reading."""
    for (at,) in db.run("SELECT at FROM visit ORDER BY id DESC LIMIT ?", (VISITS_READ,)):
        yield at


def _settled(db: Db, gesture_id: int) -> int:
    at: int = db.value(
        "SELECT max(at) FROM gesture WHERE id BETWEEN ?1 - ?2 AND ?1", (gesture_id, ACTS_BEFORE)
    )
    return at
