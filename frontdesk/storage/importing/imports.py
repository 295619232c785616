"""Imports as they are remembered: each batch, and what it did to each customer, so that it can be undone."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.importing.import_batches import ImportBatch
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, Row
from frontdesk.storage.people.leaving import WHO_LEFT
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import ImportBatchRow

_BATCH = (
    "SELECT id, source, at, added, updated, finished, undone_gesture_id IS NOT NULL, gesture_id"
    " FROM import_batch"
)

NEWEST: Final = 2**62
"""Above the key of any item."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a row of the file did: `added` a customer, or changed what `before` remembers."""

    id: int
    line: int
    customer_id: int
    added: bool
    before: dict[str, Any]


# --- writing ---


def add_batch(db: Db, new_id: NewId, act: Act, gesture_id: int, source: str) -> int:
    """Begin a batch; it counts as unfinished until `finish`."""
    key: int = ImportBatchRow.insert(
        uid=new_id(act.at),
        source=source,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    return key


def add_item(
    db: Db, batch_id: int, line: int, customer_id: int, before: Mapping[str, Any] | None = None
) -> None:
    """Remember what a row did; without `before` it added the customer."""
    action = "ADDED" if before is None else "UPDATED"
    db.run(
        "INSERT INTO import_item (batch_id, line, customer_id, action, before) VALUES (?, ?, ?, ?, ?)",
        (batch_id, line, customer_id, action, json.dumps(before or {}, ensure_ascii=False)),
    )


def count(db: Db, batch_id: int, added: int, updated: int) -> None:
    db.run(
        "UPDATE import_batch SET added = added + ?, updated = updated + ? WHERE id = ?",
        (added, updated, batch_id),
    )


def finish(db: Db, batch_id: int) -> None:
    db.run("UPDATE import_batch SET finished = 1 WHERE id = ?", (batch_id,))


def mark_undone(db: Db, batch_id: int, gesture_id: int) -> None:
    db.run("UPDATE import_batch SET undone_gesture_id = ? WHERE id = ?", (gesture_id, batch_id))


def forget_prior_visits(db: Db, customer_id: int) -> None:
    """Take away the visits that a record brought from elsewhere; its summary is the caller's to rebuild."""
    db.run(
        "UPDATE customer SET prior_visits = 0, prior_first_at = NULL, prior_last_at = NULL WHERE id = ?",
        (customer_id,),
    )


def remove_photo_of(db: Db, customer_id: int, gesture_id: int) -> None:
    """Remove a photo unless another act has put a newer one in its place."""
    db.run("DELETE FROM photo WHERE customer_id = ? AND gesture_id = ?", (customer_id, gesture_id))


def retire_facts_of(db: Db, customer_id: int, kind: str, gesture_id: int, at: int) -> None:
    """Retire what an act noted of one kind, unless it was replaced since."""
    db.run(
        "UPDATE fact SET gone_at = ?"
        " WHERE customer_id = ? AND gone_at IS NULL AND kind = ? AND gesture_id = ?",
        (at, customer_id, kind, gesture_id),
    )


# --- batches and their items ---


def batches(db: Db) -> tuple[ImportBatch, ...]:
    """Every import that did something, the latest first."""
    return tuple(_batch(row) for row in db.run(f"{_BATCH} WHERE added + updated > 0 ORDER BY id DESC"))


def batch(db: Db, batch_id: int) -> tuple[ImportBatch, int] | None:
    """One import and the key of its gesture, or None."""
    row = db.one(f"{_BATCH} WHERE id = ?", (batch_id,))
    return (_batch(row), row[7]) if row else None


def items_before(db: Db, batch_id: int, item_id: int, limit: int) -> list[Item]:
    """The items of a batch with a lower key than `item_id`, the latest first."""
    rows = db.run(
        "SELECT id, line, customer_id, action, before FROM import_item"
        " WHERE batch_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
        (batch_id, item_id, limit),
    )
    return [
        Item(id_, line, customer, action == "ADDED", json.loads(before))
        for id_, line, customer, action, before in rows
    ]


def item_count(db: Db, batch_id: int) -> int:
    total: int = db.value("SELECT count(*) FROM import_item WHERE batch_id = ?", (batch_id,))
    return total


def customer_of_line(db: Db, batch_id: int, line: int) -> int | None:
    """The customer whom a row of this batch added."""
    key: int | None = db.value(
        "SELECT customer_id FROM import_item WHERE batch_id = ? AND line = ?", (batch_id, line)
    )
    return key


def undo_under_way(db: Db, gesture_id: int) -> tuple[Act, int] | None:
    """The act, and its key, that began to undo an act; it is taken up again after a crash."""
    row = db.one("SELECT uid, staff_id, till_id, at, id FROM gesture WHERE undoes_id = ?", (gesture_id,))
    return (Act(*row[:4]), row[4]) if row else None


def _batch(row: Row) -> ImportBatch:
    id_, source, at, added, updated, finished, undone, _ = row
    return ImportBatch(id_, source, at, added, updated, bool(finished), bool(undone))


# --- what is known, for matching ---


def people(db: Db) -> Iterator[Row]:
    """Every record that stands for somebody, merged ones for whom they are part of.

    Gives root, name, phone, email, birth month, day and year, reference, and whether they left; those who
    did come last.
    """
    return db.run(
        "SELECT r.id, c.name, c.phone, c.email, c.birth_month, c.birth_day, c.birth_year, c.reference,"
        " r.archived_at IS NOT NULL"
        " FROM customer AS c JOIN customer AS r ON r.id = c.root_id"
        f" WHERE r.archived_at IS NULL OR r.id IN ({WHO_LEFT}) ORDER BY r.archived_at IS NOT NULL, c.id"
    )


def has_prior_visits(db: Db, root_id: int, *, or_own: bool) -> bool:
    """Whether visits were brought from elsewhere for this person; with `or_own`, or made here."""
    prior = "prior_visits > 0 OR prior_last_at IS NOT NULL"
    own = " OR EXISTS (SELECT 1 FROM visit WHERE visit.customer_id = c.id AND void = 0)" if or_own else ""
    found = db.value(f"SELECT 1 FROM customer AS c WHERE root_id = ? AND ({prior}{own}) LIMIT 1", (root_id,))
    return found is not None


def has_stamps(db: Db, root_id: int, *, or_own: bool, besides: int | None) -> bool:
    """Whether stamps were brought from elsewhere for this person and stand; with `or_own`, or given here.

    Those of the act with the key `besides` do not count.
    """
    kind = "" if or_own else " AND e.kind = 'CARRIED_OVER'"
    found = db.value(
        "SELECT 1 FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN ledger_entry AS e ON e.card_id = k.id"
        f" WHERE c.root_id = ? AND e.gesture_id IS NOT ? AND e.kind <> 'REVERSED'{kind}"
        " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id) LIMIT 1",
        (root_id, besides),
    )
    return found is not None


def lives_on(db: Db, customer_id: int) -> bool:
    """Whether a record has a visit of its own by now, or is part of a merge."""
    found = db.value(
        "SELECT EXISTS (SELECT 1 FROM visit WHERE customer_id = ?1 AND void = 0)"
        " OR EXISTS (SELECT 1 FROM customer WHERE id = ?1 AND root_id <> id)"
        " OR EXISTS (SELECT 1 FROM customer WHERE root_id = ?1 AND id <> ?1)",
        (customer_id,),
    )
    return bool(found)


def root_and_archived(db: Db, customer_id: int) -> tuple[int, bool]:
    """The record that answers for this one, and whether this one itself was taken out."""
    row = db.one("SELECT root_id, archived_at IS NOT NULL FROM customer WHERE id = ?", (customer_id,))
    assert row is not None
    return row[0], bool(row[1])


def consents_of(db: Db, customer_id: int, gesture_id: int) -> tuple[str, ...]:
    """The purposes on which an act's word is still the latest of this record."""
    rows = db.run(
        "SELECT purpose FROM consent WHERE gesture_id = ?2 AND id IN"
        " (SELECT max(id) FROM consent WHERE customer_id = ?1 GROUP BY purpose)",
        (customer_id, gesture_id),
    )
    return tuple(purpose for (purpose,) in rows)
