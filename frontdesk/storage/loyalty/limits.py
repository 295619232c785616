"""The shop's limits, and how much of them is used up."""

import json
from dataclasses import asdict, fields
from typing import Final

from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.stamping import BUYING_REASONS
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import STANDING

_KEY: Final = "loyalty.limits"

_FOR_BUYING: Final = "e.kind = 'EARNED' AND e.reason IN ({})".format(
    ", ".join(f"'{reason}'" for reason in BUYING_REASONS)
)
_OF_A_PAPER_CARD: Final = (
    "e.kind = 'CARRIED_OVER' AND EXISTS"
    " (SELECT 1 FROM gesture AS a WHERE a.id = e.gesture_id AND a.kind = 'ADOPT')"
)
_COUNTED: Final = f"({_FOR_BUYING} OR {_OF_A_PAPER_CARD})"
"""Stamps that fill a card by what somebody at the counter says they are for."""


def limits(db: Db) -> Limits:
    """What was set; whatever was not keeps its sensible answer."""
    kept = db.value("SELECT value FROM setting WHERE key = ?", (_KEY,))
    values = json.loads(kept) if kept else {}
    known = {each.name for each in fields(Limits)}
    return Limits(**{name: value for name, value in values.items() if name in known})


def save(db: Db, chosen: Limits, at: int) -> None:
    shop.save_value(db, _KEY, json.dumps(asdict(chosen)), at)


_NOT_FROM_BEFORE: Final = (
    "NOT EXISTS (SELECT 1 FROM power_sheet_tick AS p WHERE p.gesture_id = e.gesture_id AND p.came_at < ?2)"
)
"""Was it not written on a power-cut sheet before ?2, and only keyed in since?"""


def on_cards(db: Db, root_id: int, begin: int) -> int:
    """Stamps that were given to one person for buying or a paper card since `begin`, on all cards."""
    return _sum(
        db,
        "customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN ledger_entry AS e ON e.card_id = k.id AND e.at >= ?2",
        f"c.root_id = ?1 AND {_COUNTED} AND {_NOT_FROM_BEFORE}",
        root_id,
        begin,
    )


def by_staff(db: Db, staff_id: int, begin: int) -> int:
    """Stamps that a member of staff gave for buying or a paper card since `begin`."""
    where = f"e.staff_id = ?1 AND e.at >= ?2 AND {_COUNTED} AND {_NOT_FROM_BEFORE}"
    return _sum(db, "ledger_entry AS e", where, staff_id, begin)


def earned_on_cards(db: Db, root_id: int, begin: int, end: int) -> int:
    """The same of a stretch of time in which they were earned, whenever written."""
    return _sum(
        db,
        "customer AS c JOIN card AS k ON k.customer_id = c.id JOIN ledger_entry AS e ON e.card_id = k.id",
        f"c.root_id = ?1 AND {_COUNTED} AND coalesce((SELECT b.at FROM earned_before AS b"
        "  WHERE b.card_id = k.id AND b.entry_id = e.id), e.at) BETWEEN ?2 AND ?3 AND e.at >= ?2",
        root_id,
        begin,
        end,
    )


def earned_by_staff(db: Db, staff_id: int, begin: int, end: int) -> int:
    """The same of a stretch of time, and not from a power-cut sheet."""
    return _sum(
        db,
        "ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id AND g.kind <> 'KEY_IN'",
        f"e.staff_id = ?1 AND e.at >= ?2 AND e.at < ?3 AND {_COUNTED}",
        staff_id,
        begin,
        end,
    )


def adopted_by(db: Db, staff_id: int, begin: int) -> int:
    """Stamps of paper cards that a member of staff took over since `begin`."""
    return _sum(
        db,
        "ledger_entry AS e",
        f"e.staff_id = ?1 AND e.at >= ?2 AND {_OF_A_PAPER_CARD}",
        staff_id,
        begin,
    )


def goodwill_by(db: Db, staff_id: int, begin: int) -> int:
    """Stamps that a member of staff gave as goodwill since `begin`, surprises apart."""
    return _sum(
        db,
        "ledger_entry AS e",
        "e.staff_id = ?1 AND e.at >= ?2 AND e.kind = 'GOODWILL' AND e.reason <> 'SURPRISE'",
        staff_id,
        begin,
    )


def surprises(db: Db, begin: int) -> int:
    """Stamps that were given as surprises since `begin`, by anybody."""
    return _sum(
        db,
        "ledger_entry AS e",
        # asked for each of the staff, because that is how the ledger is indexed by time
        "e.staff_id IN (SELECT id FROM staff) AND e.at >= ?1"
        " AND e.kind = 'GOODWILL' AND e.reason = 'SURPRISE'",
        begin,
    )


def _sum(db: Db, tables: str, where: str, *values: int) -> int:
    total: int = db.value(
        f"SELECT coalesce(sum(e.stamps), 0) FROM {tables} WHERE {where} AND {STANDING}", values
    )
    return total
