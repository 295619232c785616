"""Entries of the ledger as they are found to be taken back: by their act, their visit, or what they ended."""

from dataclasses import dataclass

from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.ledger import CardKey
from frontdesk.storage.loyalty.stamping import STANDING


@dataclass(frozen=True, slots=True)
class EntryOf:
    """An entry that an act wrote, with what is needed to take it back."""

    id: int
    uid: bytes
    card: CardKey
    kind: EntryKind
    stamps: int
    visit_id: int | None
    programme_id: int
    customer_id: int
    part: int
    reason: str
    at: int
    """When its stamps were earned, which may be before they were written."""
    gesture_id: int


def entries_of(db: Db, gesture_id: int) -> tuple[EntryOf, ...]:
    """What one act wrote to the ledger; empty for an act of another sort."""
    return _entries(db, "e.gesture_id = ?", gesture_id)


def entry(db: Db, entry_id: int) -> EntryOf:
    """One entry. Raises `LookupError` where there is none."""
    found = _entries(db, "e.id = ?", entry_id)
    if not found:
        raise LookupError(entry_id)
    return found[0]


def standing_part(db: Db, gesture_id: int, part: int) -> tuple[EntryOf, ...]:
    """The entry that one part of an act wrote; nothing where there is none, or it was reversed."""
    return _entries(
        db,
        f"e.gesture_id = ? AND e.part = ? AND {STANDING}",
        gesture_id,
        part,
    )


def amounts_of_visit(db: Db, visit_id: int, programme_id: int) -> tuple[EntryOf, ...]:
    """The standing entries that a visit's amount earned, and their boosts, the latest first."""
    found = _entries(
        db,
        "e.visit_id = ? AND k.programme_id = ? AND e.kind = 'EARNED' AND e.reason IN ('AMOUNT', 'BOOST')"
        " AND EXISTS (SELECT 1 FROM ledger_entry AS a WHERE a.gesture_id = e.gesture_id"
        f"  AND a.card_id = e.card_id AND a.reason = 'AMOUNT') AND {STANDING}",
        visit_id,
        programme_id,
    )
    return tuple(sorted(found, key=lambda entry: entry.id, reverse=True))


def reckoned_in_visit(db: Db, visit_id: int, programme_id: int) -> tuple[EntryOf, ...]:
    """The standing entries that an undo or a move gave when it reckoned a visit anew."""
    return _entries(
        db,
        "e.visit_id = ? AND k.programme_id = ? AND e.kind = 'EARNED'"
        " AND e.reason IN ('', 'AMOUNT', 'BOOST') AND EXISTS"
        "  (SELECT 1 FROM gesture AS g WHERE g.id = e.gesture_id AND g.kind IN ('UNDO', 'MOVE'))"
        f" AND {STANDING}",
        visit_id,
        programme_id,
    )


def reversed_by(db: Db, gesture_id: int) -> tuple[EntryOf, ...]:
    """What one act took back, in the order in which it had been written."""
    found = _entries(
        db,
        "e.id IN (SELECT r.reverses_id FROM ledger_entry AS r WHERE r.gesture_id = ?)",
        gesture_id,
    )
    return tuple(sorted(found, key=lambda entry: entry.id))


def stands(db: Db, entry_id: int) -> bool:
    """Was this entry not taken back?"""
    return not db.value("SELECT EXISTS (SELECT 1 FROM ledger_entry WHERE reverses_id = ?)", (entry_id,))


def ended_by(db: Db, entry_id: int) -> int | None:
    """Whose stamps an EXPIRED entry ended."""
    ended_id: int | None = db.value("SELECT ended_id FROM expiry WHERE entry_id = ?", (entry_id,))
    return ended_id


def endings_of(db: Db, entry_id: int) -> tuple[EntryOf, ...]:
    """The standing EXPIRED entries that ended stamps of this entry."""
    return _entries(
        db, f"e.id IN (SELECT y.entry_id FROM expiry AS y WHERE y.ended_id = ?) AND {STANDING}", entry_id
    )


def standing_of(db: Db, gesture_id: int) -> tuple[EntryOf, ...]:
    """What one act wrote and nothing has taken back since."""
    return _entries(db, f"e.gesture_id = ? AND e.kind <> 'REVERSED' AND {STANDING}", gesture_id)


def _entries(db: Db, where: str, *values: int) -> tuple[EntryOf, ...]:
    rows = db.run(
        "SELECT e.id, e.uid, k.id, k.uid, e.kind, e.stamps, e.visit_id, k.programme_id, c.root_id, e.part,"
        " e.reason, coalesce((SELECT b.at FROM earned_before AS b WHERE b.card_id = e.card_id"
        "  AND b.entry_id = e.id), e.at), e.gesture_id"
        " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        f" JOIN customer AS c ON c.id = k.customer_id WHERE {where} ORDER BY e.part",
        values,
    )
    return tuple(
        EntryOf(id_, uid, CardKey(card, card_uid), EntryKind(kind), *rest)
        for id_, uid, card, card_uid, kind, *rest in rows
    )
