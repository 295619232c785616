"""The ledger laid out for comparison: stampings by person, member of staff, day and block of days.

A block is as many days as the report looks at, counted back from its last day: block 0 is the window itself,
blocks 1 to `REFERENCE_BLOCKS` are what is usual. The shop's day begins at four in the morning.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Final, NamedTuple

from frontdesk.domain.days import HOUR, MINUTE
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.trust.outliers.facts import LedgerLine

REFERENCE_BLOCKS: Final = 13
DAY_BEGINS_AT: Final = 4 * 60
_MINUTES_A_DAY: Final = 24 * 60
_GIVES: Final = frozenset({EntryKind.EARNED, EntryKind.GOODWILL})
_WEEKEND: Final = 5
_THURSDAY: Final = 3  # day 0 is 1 January 1970


class Stamping(NamedTuple):
    """One gesture that gave stamps to one person and still stands. `minute` is of the shop's clock, `block`
    the day's."""

    person: int
    staff: int
    day: int
    block: int
    minute: int
    at: int
    stamps: int
    line: LedgerLine


@dataclass(slots=True)
class ShopLog:
    """What the detectors read; made by `lay_out`. Days are ordinals (`date_of`), times of day minutes."""

    last_day: int
    days: int
    stampings: list[Stamping] = field(default_factory=list)
    redeemed: list[LedgerLine] = field(default_factory=list)
    undone_rewards: list[LedgerLine] = field(default_factory=list)
    counts: list[dict[int, int]] = field(default_factory=list)
    day_of: dict[int, int] = field(default_factory=dict)

    def block(self, day: int) -> int:
        return (self.last_day - day) // self.days

    def of_person(self, person: int, blocks: int = 1) -> list[Stamping]:
        """This person's stampings in the latest blocks, oldest first."""
        return [s for s in self.stampings if s.person == person and s.block < blocks]


def is_weekend(day: int) -> bool:
    return weekday(day) >= _WEEKEND


def weekday(day: int) -> int:
    return (day + _THURSDAY) % 7


def date_of(day: int) -> date:
    """The calendar day of a day number."""
    return date.fromordinal(date(1970, 1, 1).toordinal() + day)


def known_blocks(log: ShopLog) -> int:
    """The blocks since the first in which anything was stamped."""
    return max((place + 1 for place, block in enumerate(log.counts) if block), default=0)


class LocalTime:
    """UTC milliseconds → (day, minute) by the shop's clock; the zone is asked once for each hour."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._offsets: dict[int, int] = {}

    def __call__(self, at: int) -> tuple[int, int]:
        hour = at // HOUR
        offset = self._offsets.get(hour)
        if offset is None:
            away = datetime.fromtimestamp(hour * 3600, UTC).astimezone(self._zone).utcoffset()
            assert away is not None, "an aware time has an offset"
            offset = self._offsets[hour] = int(away.total_seconds() // 60)
        minutes = at // MINUTE + offset
        return (minutes - DAY_BEGINS_AT) // _MINUTES_A_DAY, minutes % _MINUTES_A_DAY


def lay_out(lines: Sequence[LedgerLine], now: int, zone: tzinfo, days: int) -> ShopLog:
    """Sort out which entries still stand, and count them by block; what lies after `now` is left out."""
    local = LocalTime(zone)
    last_day = local(now)[0]
    log = ShopLog(last_day, days, counts=[{} for _ in range(REFERENCE_BLOCKS + 1)])
    reversed_ids = {line.reverses_id for line in lines if line.reverses_id is not None and line.at <= now}
    rewards = {line.id for line in lines if line.kind is EntryKind.REDEEMED}
    seen: dict[tuple[bytes, int], int] = {}
    for line in sorted(lines, key=lambda each: each.at):
        if line.at > now:
            break
        day, minute = local(line.at)
        block = log.block(day)
        if not 0 <= block <= REFERENCE_BLOCKS:
            continue
        log.day_of[line.id] = day
        if line.kind is EntryKind.REVERSED and line.reverses_id in rewards:
            log.undone_rewards.append(line)
        if line.id in reversed_ids:
            continue
        if line.kind is EntryKind.REDEEMED:
            log.redeemed.append(line)
        elif line.kind in _GIVES:
            _add(log, seen, line, day, block, minute)
    for stamping in log.stampings:
        counts = log.counts[stamping.block]
        counts[stamping.person] = counts.get(stamping.person, 0) + 1
    return log


def _add(
    log: ShopLog, seen: dict[tuple[bytes, int], int], line: LedgerLine, day: int, block: int, minute: int
) -> None:
    """One gesture may stamp several cards of a person: that is one stamping, with the most of them."""
    key = (line.gesture, line.customer_id)
    place = seen.get(key)
    if place is None:
        seen[key] = len(log.stampings)
        log.stampings.append(
            Stamping(line.customer_id, line.staff_id, day, block, minute, line.at, line.stamps, line)
        )
    elif line.stamps > log.stampings[place].stamps:
        log.stampings[place] = log.stampings[place]._replace(stamps=line.stamps)


def by_person(stampings: Iterable[Stamping]) -> dict[int, list[Stamping]]:
    found: dict[int, list[Stamping]] = defaultdict(list)
    for stamping in stampings:
        found[stamping.person].append(stamping)
    return found
