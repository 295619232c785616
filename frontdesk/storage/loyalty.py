"""Cards and the ledger. Nothing here changes or deletes an entry: balances are their sum."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Final

from frontdesk.domain import chain
from frontdesk.domain.acts import Act
from frontdesk.domain.cards import Lot
from frontdesk.domain.loyalty import BASE_REASONS, EarnReason, EntryKind, LedgerEntry
from frontdesk.storage import epochs
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

STANDING: Final = "NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
"""That an entry `e` was not taken back."""

_BASE: Final = ", ".join(f"'{reason}'" for reason in BASE_REASONS)


def balance(db: Db, root_id: int, programme_id: int) -> int:
    """Stamps of one person in one programme, over all their records."""
    total: int = db.value(
        "SELECT coalesce(sum(k.balance), 0) FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " WHERE c.root_id = ? AND k.programme_id = ?",
        (root_id, programme_id),
    )
    return total


def balances(db: Db, root_id: int) -> dict[int, int]:
    """Programme id → stamps, for every programme in which this person has a card."""
    return dict(
        db.run(
            "SELECT k.programme_id, sum(k.balance) FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
            " WHERE c.root_id = ? GROUP BY k.programme_id",
            (root_id,),
        )
    )


def history(db: Db, root_id: int, limit: int) -> tuple[LedgerEntry, ...]:
    """The latest entries of one person, newest first, each with whether it was reversed."""
    rows = db.run(
        "SELECT e.id, e.card_id, e.kind, e.stamps, e.reason, e.at, g.uid, e.reverses_id,"
        " EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id), k.programme_id, e.staff_id,"
        " g.kind"
        " FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN ledger_entry AS e ON e.card_id = k.id JOIN gesture AS g ON g.id = e.gesture_id"
        " WHERE c.root_id = ? ORDER BY e.id DESC LIMIT ?",
        (root_id, limit),
    )
    return tuple(
        LedgerEntry(id_, card, EntryKind(kind), stamps, reason, at, gesture, reverses, bool(undone), *more)
        for id_, card, kind, stamps, reason, at, gesture, reverses, undone, *more in rows
    )


def earned_lots(db: Db, root_id: int, programme_id: int) -> Iterator[Lot]:
    """What one person earned in a programme and still stands, the latest first, without what has ended.

    Read as far as it is asked for: each card's entries come from an index in this order.
    """
    cards = db.run(
        "SELECT k.id FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " WHERE c.root_id = ? AND k.programme_id = ?",
        (root_id, programme_id),
    )
    lots = [_lots_of(db, card) for (card,) in list(cards)]
    return merge(*lots, key=lambda lot: (lot.at, lot.entry_id), reverse=True)


def _lots_of(db: Db, card_id: int) -> Iterator[Lot]:
    rows = db.run(
        "SELECT e.id, e.stamps + coalesce((SELECT sum(x.stamps) FROM expiry AS y"
        "  JOIN ledger_entry AS x ON x.id = y.entry_id WHERE y.ended_id = e.id"
        "  AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = x.id)), 0), e.at"
        " FROM ledger_entry AS e WHERE e.card_id = ? AND e.kind IN ('EARNED', 'GOODWILL', 'CARRIED_OVER')"
        f" AND {STANDING} ORDER BY e.at DESC, e.id DESC",
        (card_id,),
    )
    for id_, left, at in rows:
        yield Lot(id_, card_id, left, at)


def has_standing(
    db: Db, root_id: int, programme_id: int, reason: EarnReason | None = None, since: int = 0
) -> bool:
    """Does this person have an EARNED or CARRIED_OVER entry that stands: any, or one for `reason`?"""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
            " JOIN ledger_entry AS e ON e.card_id = k.id AND e.kind IN ('EARNED', 'CARRIED_OVER')"
            " WHERE c.root_id = ?1 AND k.programme_id = ?2 AND e.at >= ?4 AND (?3 IS NULL OR e.reason = ?3)"
            f" AND {STANDING})",
            (root_id, programme_id, reason.value if reason is not None else None, since),
        )
    )


def base_in_visit(db: Db, visit_id: int, programme_id: int) -> tuple[int, int]:
    """Stamps that a visit has earned in a programme before boosts: in all, and by the amount alone."""
    row = db.one(
        "SELECT coalesce(sum(e.stamps), 0), coalesce(sum(e.stamps) FILTER (WHERE e.reason = 'AMOUNT'), 0)"
        " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id WHERE e.visit_id = ?"
        f" AND k.programme_id = ? AND e.kind = 'EARNED' AND e.reason IN ({_BASE}) AND {STANDING}",
        (visit_id, programme_id),
    )
    return row or (0, 0)


def base_of_act(db: Db, gesture_id: int, programme_id: int) -> int:
    """Stamps that one act has earned in a programme before boosts, and that stand."""
    total: int = db.value(
        "SELECT coalesce(sum(e.stamps), 0) FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        " WHERE e.gesture_id = ? AND k.programme_id = ? AND e.kind = 'EARNED'"
        f" AND e.reason IN ({_BASE}) AND {STANDING}",
        (gesture_id, programme_id),
    )
    return total


def base_between(db: Db, root_id: int, programme_id: int, begin: int, end: int) -> int:
    """Stamps that one person has earned in a programme before boosts, in a stretch of time."""
    total: int = db.value(
        "SELECT coalesce(sum(e.stamps), 0) FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN ledger_entry AS e ON e.card_id = k.id AND e.at >= ?3 AND e.at < ?4 AND e.kind = 'EARNED'"
        f" AND e.reason IN ({_BASE}) WHERE c.root_id = ?1 AND k.programme_id = ?2 AND {STANDING}"
        # Moved to this person today, and bought on an earlier day.
        " AND NOT EXISTS (SELECT 1 FROM visit AS v WHERE v.id = e.visit_id AND v.last_act_at < ?3)",
        (root_id, programme_id, begin, end),
    )
    return total


@dataclass(frozen=True, slots=True)
class CardKey:
    """A card's key here and its id everywhere."""

    id: int
    uid: bytes


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
        " e.reason, e.at, e.gesture_id"
        " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
        f" JOIN customer AS c ON c.id = k.customer_id WHERE {where} ORDER BY e.part",
        values,
    )
    return tuple(
        EntryOf(id_, uid, CardKey(card, card_uid), EntryKind(kind), *rest)
        for id_, uid, card, card_uid, kind, *rest in rows
    )


def note_reward(
    db: Db, entry_id: int, terms_id: int, number: int, product_id: int | None, worth: int
) -> None:
    """Say which reward a REDEEMED entry was for."""
    db.run("INSERT INTO redemption VALUES (?, ?, ?, ?, ?)", (entry_id, terms_id, number, product_id, worth))


def reward_of(db: Db, gesture_id: int) -> tuple[int, int] | None:
    """Terms and number of the reward that an act gave, or None (also for one of schema 1)."""
    row = db.one(
        "SELECT d.terms_id, d.reward_number FROM ledger_entry AS e JOIN redemption AS d ON d.entry_id = e.id"
        " WHERE e.gesture_id = ?",
        (gesture_id,),
    )
    return (row[0], row[1]) if row else None


def card_of(db: Db, new_id: NewId, act: Act, gesture_id: int, customer_id: int, programme_id: int) -> CardKey:
    """This record's card in a programme, made when it is first needed."""
    row = db.one(
        "SELECT id, uid FROM card WHERE customer_id = ? AND programme_id = ?", (customer_id, programme_id)
    )
    if row is not None:
        return CardKey(*row)
    uid = new_id(act.at)
    key = db.insert(
        "INSERT INTO card (uid, programme_id, customer_id, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (uid, programme_id, customer_id, act.at, act.staff_id, act.till_id, gesture_id),
    )
    return CardKey(key, uid)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry about to be written; `part` tells several entries of one act apart."""

    card: CardKey
    kind: EntryKind
    stamps: int
    reason: str = ""
    visit_id: int | None = None
    reverses: tuple[int, bytes] | None = None
    part: int = 0


class Ledger:
    """Appends entries, each chained to the one before it on the same till by a key kept outside the store."""

    def __init__(self, chain_key: Callable[[], bytes], new_id: NewId) -> None:
        self._key = chain_key  # asked for by an entry only: it may lie in the system's keyring
        self._new_id = new_id
        self._uids: dict[tuple[str, int], bytes] = {}

    def append(self, db: Db, act: Act, gesture_id: int, entry: NewEntry) -> int:
        """Write one entry and give its key. Raises `apsw.ConstraintError` where the schema forbids it."""
        epoch_id, epoch_number = self._epoch(db, act)
        last_no, last_hash = epochs.head_of(db, epoch_id)
        uid = self._new_id(act.at)
        reverses_id, reverses_uid = entry.reverses or (None, b"")
        fields = chain.EntryFields(
            till_uid=self._uid(db, "till", act.till_id),
            epoch_number=epoch_number,
            chain_no=last_no + 1,
            entry_uid=uid,
            card_uid=entry.card.uid,
            kind=entry.kind.value,
            stamps=entry.stamps,
            reason=entry.reason,
            reversed_uid=reverses_uid,
            at=act.at,
            staff_uid=self._uid(db, "staff", act.staff_id),
            gesture_uid=act.gesture,
        )
        link = (epoch_id, fields.chain_no, chain.entry_hash(self._key(), last_hash, fields))
        what = (entry.card.id, entry.kind.value, entry.stamps, entry.reason, reverses_id, entry.visit_id)
        told_by = (act.at, act.staff_id, act.till_id, gesture_id)
        return db.insert(
            "INSERT INTO ledger_entry (uid, card_id, kind, stamps, reason, reverses_id, visit_id,"
            " at, staff_id, till_id, gesture_id, part, epoch_id, chain_no, chain_hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (uid, *what, *told_by, entry.part, *link),
        )

    def _uid(self, db: Db, table: str, id_: int) -> bytes:
        found = self._uids.get((table, id_))
        if found is None:
            found = db.value(f"SELECT uid FROM {table} WHERE id = ?", (id_,))
            self._uids[table, id_] = found
        return found

    def _epoch(self, db: Db, act: Act) -> tuple[int, int]:
        # Asked each time: an epoch begun in an act that is then rolled back must not be remembered.
        id_ = epochs.current_epoch(db, act.till_id, self._key(), act.at)
        return id_, db.value("SELECT number FROM chain_epoch WHERE id = ?", (id_,))
