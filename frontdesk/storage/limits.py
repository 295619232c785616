"""The shop's limits, and how much of them is used up."""

import json
from dataclasses import asdict, fields
from typing import Final

from frontdesk.domain.limits import Limits
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import STANDING

_KEY: Final = "loyalty.limits"


def limits(db: Db) -> Limits:
    """What was set; whatever was not keeps its sensible answer."""
    kept = db.value("SELECT value FROM setting WHERE key = ?", (_KEY,))
    values = json.loads(kept) if kept else {}
    known = {each.name for each in fields(Limits)}
    return Limits(**{name: value for name, value in values.items() if name in known})


def save(db: Db, chosen: Limits, at: int) -> None:
    shop.save_value(db, _KEY, json.dumps(asdict(chosen)), at)


def on_cards(db: Db, root_id: int, begin: int, end: int) -> int:
    """Stamps that were given to one person for buying in a stretch of time, on all cards."""
    return _sum(
        db,
        "customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN ledger_entry AS e ON e.card_id = k.id AND e.at >= ?2 AND e.at < ?3",
        "c.root_id = ?1 AND e.kind = 'EARNED' AND e.reason <> 'SOLD'",
        root_id,
        begin,
        end,
    )


def by_staff(db: Db, staff_id: int, begin: int, end: int) -> int:
    """Stamps that a member of staff gave for buying in a stretch of time."""
    return _sum(
        db,
        "ledger_entry AS e",
        "e.staff_id = ?1 AND e.at >= ?2 AND e.at < ?3 AND e.kind = 'EARNED' AND e.reason <> 'SOLD'",
        staff_id,
        begin,
        end,
    )


def goodwill_by(db: Db, staff_id: int, begin: int, end: int) -> int:
    """Stamps that a member of staff gave as goodwill in a stretch of time, surprises apart."""
    return _sum(
        db,
        "ledger_entry AS e",
        "e.staff_id = ?1 AND e.at >= ?2 AND e.at < ?3 AND e.kind = 'GOODWILL' AND e.reason <> 'SURPRISE'",
        staff_id,
        begin,
        end,
    )


def surprises(db: Db, begin: int, end: int) -> int:
    """Stamps that were given as surprises in a stretch of time, by anybody."""
    total: int = db.value(
        "SELECT coalesce(sum(e.stamps), 0) FROM staff AS s JOIN ledger_entry AS e ON e.staff_id = s.id"
        " AND e.at >= ? AND e.at < ? AND e.kind = 'GOODWILL' AND e.reason = 'SURPRISE'"
        f" WHERE {STANDING}",
        (begin, end),
    )
    return total


def _sum(db: Db, tables: str, where: str, *values: int) -> int:
    total: int = db.value(
        f"SELECT coalesce(sum(e.stamps), 0) FROM {tables} WHERE {where} AND {STANDING}", values
    )
    return total
