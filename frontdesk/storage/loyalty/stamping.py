"""Cards and the ledger. Nothing here changes or deletes an entry: balances are their sum."""

from collections.abc import Iterator
from heapq import merge
from typing import Final

from frontdesk.domain.loyalty.cards import Lot
from frontdesk.domain.loyalty.stamping import BASE_REASONS, EarnReason, EntryKind, LedgerEntry
from frontdesk.storage.database import Db

STANDING: Final = "NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
"""That an entry `e` was not taken back."""

EARNED_BEFORE: Final = "SELECT b.at FROM earned_before AS b WHERE b.card_id = e.card_id AND b.entry_id = e.id"
"""When the stamps of an entry `e` were earned that was written later; nothing for most."""

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
    """Two streams in one order: what was written when earned, by the index, and the few written later."""
    at_once = _lots(db, f"e.card_id = ?1 AND NOT EXISTS ({EARNED_BEFORE})", "e.at", card_id)
    later = _lots(
        db,
        "e.id IN (SELECT entry_id FROM earned_before WHERE card_id = ?1)",
        f"({EARNED_BEFORE})",
        card_id,
    )
    return merge(at_once, later, key=lambda lot: (lot.at, lot.entry_id), reverse=True)


def _lots(db: Db, where: str, earned_at: str, card_id: int) -> Iterator[Lot]:
    rows = db.run(
        "SELECT e.id, e.stamps + coalesce((SELECT sum(x.stamps) FROM expiry AS y"
        "  JOIN ledger_entry AS x ON x.id = y.entry_id WHERE y.ended_id = e.id"
        "  AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = x.id)), 0),"
        f" {earned_at} FROM ledger_entry AS e"
        f" WHERE {where} AND e.kind IN ('EARNED', 'GOODWILL', 'CARRIED_OVER') AND {STANDING}"
        " ORDER BY 3 DESC, 1 DESC",
        (card_id,),
    )
    for id_, left, at in rows:
        yield Lot(id_, card_id, left, at)


def has_standing(
    db: Db,
    root_id: int,
    programme_id: int,
    reason: EarnReason | None = None,
    *,
    since: int = 0,
    before: int | None = None,
) -> bool:
    """Does this person have an EARNED or CARRIED_OVER entry that stands: any, or one for `reason`; written
    `since` a moment, or earned `before` one?
    """
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
            " JOIN ledger_entry AS e ON e.card_id = k.id AND e.kind IN ('EARNED', 'CARRIED_OVER')"
            " WHERE c.root_id = ?1 AND k.programme_id = ?2 AND (?3 IS NULL OR e.reason = ?3) AND e.at >= ?4"
            f" AND (?5 IS NULL OR coalesce(({EARNED_BEFORE}), e.at) < ?5) AND {STANDING})",
            (root_id, programme_id, reason.value if reason is not None else None, since, before),
        )
    )


def was_carried_over(db: Db, root_id: int, programme_id: int) -> bool:
    """Did this person bring stamps along from elsewhere, that stand?"""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
            " JOIN ledger_entry AS e ON e.card_id = k.id AND e.kind = 'CARRIED_OVER'"
            f" WHERE c.root_id = ? AND k.programme_id = ? AND {STANDING})",
            (root_id, programme_id),
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


def is_bought_in(db: Db, visit_id: int) -> bool:
    """Does anything stand that was earned by buying in a visit, and was not itself reckoned by an undo?"""
    return bool(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id"
            f" WHERE e.visit_id = ? AND e.kind = 'EARNED' AND e.reason IN ({_BASE}) AND g.kind <> 'UNDO'"
            f" AND {STANDING})",
            (visit_id,),
        )
    )


def base_between(db: Db, root_id: int, programme_id: int, begin: int, end: int) -> int:
    """Stamps that one person earned in a programme before boosts, in a stretch of time, whenever written."""
    whose = (
        "SELECT coalesce(sum(e.stamps), 0) FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " AND k.programme_id = ?2 {entries} WHERE c.root_id = ?1 AND e.kind = 'EARNED'"
        f" AND e.reason IN ({_BASE}) AND {STANDING}"
    )
    at_once = whose.format(entries="JOIN ledger_entry AS e ON e.card_id = k.id AND e.at >= ?3 AND e.at < ?4")
    later = whose.format(
        entries="JOIN earned_before AS b ON b.card_id = k.id AND b.at >= ?3 AND b.at < ?4"
        " JOIN ledger_entry AS e ON e.id = b.entry_id"
    )
    total: int = db.value(
        f"SELECT ({at_once} AND NOT EXISTS ({EARNED_BEFORE})) + ({later})",
        (root_id, programme_id, begin, end),
    )
    return total
