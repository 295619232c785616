"""What one till gave and took in a span of time."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.stamping import BUYING_REASONS
from frontdesk.domain.paper.day_close import DayClosed, DaySums, StaffDay
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import STANDS
from frontdesk.storage.store import NewId

_BOUGHT: Final = "e.kind = 'EARNED' AND e.reason IN ({})".format(
    ", ".join(f"'{reason}'" for reason in BUYING_REASONS)
)
_STANDING: Final = (
    " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
    " JOIN programme AS p ON p.id = k.programme_id AND p.kind = 'STAMPS'"
    " JOIN gesture AS g ON g.id = e.gesture_id"
    # Naming the staff lets the index of their entries by time be used: a day is found without a scan.
    " WHERE e.staff_id IN (SELECT id FROM staff) AND e.at >= ? AND e.at < ? AND e.till_id = ?"
    " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = e.id)"
)


def _stamps(where: str) -> str:
    return f"coalesce(sum(e.stamps) FILTER (WHERE {where}), 0)"


_AT_THE_TILL: Final = _stamps(f"{_BOUGHT} AND g.kind NOT IN ('CLAIM', 'KEY_IN')")
_GOODWILL: Final = _stamps("e.kind = 'GOODWILL'")
_MADE_GOOD: Final = _stamps("e.kind = 'GOODWILL' AND e.reason IN ('WAITED', 'WENT_WRONG')")
_SURPRISES: Final = _stamps("e.kind = 'GOODWILL' AND e.reason = 'SURPRISE'")
# Free ones of a power-cut sheet are counted by its lines: some are on no card.
_REWARDS: Final = "count(*) FILTER (WHERE e.kind = 'REDEEMED' AND g.kind NOT IN ('KEY_IN', 'KEY_FREE'))"
_ADOPTED: Final = _stamps("e.kind = 'CARRIED_OVER' AND g.kind = 'ADOPT'")
_CLAIMED: Final = _stamps(f"{_BOUGHT} AND g.kind = 'CLAIM'")
_KEYED: Final = _stamps(f"{_BOUGHT} AND g.kind = 'KEY_IN'")
_GIFTS: Final = _stamps(f"e.kind = 'EARNED' AND NOT ({_BOUGHT})")
_EXPIRED: Final = _stamps("e.kind = 'EXPIRED'")

_BY_STAFF: Final = (
    f"SELECT e.staff_id, {_AT_THE_TILL}, {_GOODWILL}, {_REWARDS}, {_ADOPTED}, {_CLAIMED}, {_KEYED}"
    f"{_STANDING} GROUP BY e.staff_id"
)
_OF_THE_TILL: Final = f"SELECT {_GIFTS}, -{_EXPIRED}, {_MADE_GOOD}, {_SURPRISES}{_STANDING}"
_FREE: Final = (
    "SELECT t.staff_id, count(*) FROM power_sheet_tick AS t WHERE t.free = 1"
    " AND t.at >= ? AND t.at < ? AND t.till_id = ?"
    f" AND {STANDS.format(row='t')} GROUP BY t.staff_id"
)
_ENROLLED: Final = (
    "SELECT c.staff_id, count(*) FROM customer AS c JOIN gesture AS g ON g.id = c.gesture_id"
    " AND g.kind = 'ENROL' WHERE c.at >= ? AND c.at < ? AND c.till_id = ? GROUP BY c.staff_id"
)
_COMPLAINTS: Final = (
    "SELECT count(*) FROM recovery WHERE at >= ? AND at < ? AND till_id = ? AND state <> 'WITHDRAWN'"
)


def sums_between(db: Db, till_id: int, begin: int, end: int, staff: tuple[StaffDay, ...]) -> DaySums:
    """The entries that stand, from `begin` on and before `end`; `staff` is who did what of it."""
    row = db.one(_OF_THE_TILL, (begin, end, till_id))
    assert row is not None
    gifts, expired, made_good, surprises = row
    return DaySums(
        stamps=sum(each.stamps for each in staff),
        gifts=gifts,
        rewards=sum(each.rewards for each in staff),
        goodwill=sum(each.goodwill for each in staff),
        expired=expired,
        adopted=sum(each.adopted for each in staff),
        claimed=sum(each.claimed for each in staff),
        keyed=sum(each.keyed for each in staff),
        free=sum(each.free for each in staff),
        made_good=made_good,
        surprises=surprises,
        complaints=db.value(_COMPLAINTS, (begin, end, till_id)),
    )


def staff_between(db: Db, till_id: int, begin: int, end: int) -> tuple[StaffDay, ...]:
    """What each of the staff did, whoever did most first; nobody who did nothing."""
    span = (begin, end, till_id)
    given = {staff_id: tuple(counts) for staff_id, *counts in db.run(_BY_STAFF, span)}
    free = dict[int, int](db.run(_FREE, span))
    enrolled = dict[int, int](db.run(_ENROLLED, span))
    days = list[StaffDay]()
    for id_, name in db.run("SELECT id, name FROM staff ORDER BY id"):
        stamps, goodwill, rewards, adopted, claimed, keyed = given.get(id_, (0,) * 6)
        of_sheets, new = free.get(id_, 0), enrolled.get(id_, 0)
        days.append(StaffDay(name, stamps, goodwill, rewards, adopted, claimed, keyed, of_sheets, new))
    return tuple(sorted(filter(_did, days), key=_did, reverse=True))


def is_busy(db: Db, till_id: int, begin: int, end: int) -> bool:
    """Was anything given or taken at the till?"""
    found = "SELECT 1 FROM ledger_entry WHERE at >= ? AND at < ? AND till_id = ? LIMIT 1"
    return db.value(found, (begin, end, till_id)) is not None


def closed(db: Db, till_id: int, days: Iterable[date]) -> dict[date, DayClosed]:
    """Which of these days have a slip: the first of each."""
    rows = db.run(
        "SELECT c.day, min(c.at), s.name FROM day_close AS c JOIN staff AS s ON s.id = c.staff_id"
        " WHERE c.till_id = ? AND c.day IN (SELECT value FROM json_each(?)) GROUP BY c.day",
        (till_id, json.dumps([day.isoformat() for day in days])),
    )
    return {date.fromisoformat(day): DayClosed(at, name) for day, at, name in rows}


def ever_closed(db: Db, till_id: int) -> bool:
    return db.value("SELECT 1 FROM day_close WHERE till_id = ? LIMIT 1", (till_id,)) is not None


def close(db: Db, new_id: NewId, act: Act, gesture_id: int, day: date) -> None:
    """Note that the slip of a day came out."""
    db.run(
        "INSERT INTO day_close (uid, day, at, staff_id, till_id, gesture_id) VALUES (?, ?, ?, ?, ?, ?)",
        (new_id(act.at), day.isoformat(), act.at, act.staff_id, act.till_id, gesture_id),
    )


def till_name(db: Db, till_id: int) -> str:
    """What the till is called."""
    name: str = db.value("SELECT name FROM till WHERE id = ?", (till_id,))
    return name


def _did(day: StaffDay) -> int:
    """How much somebody did, of all kinds together."""
    return sum(astuple(day)[1:])
