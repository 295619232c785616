"""What somebody at the till may do, planted into an honest shop, and how long the report takes to name it."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum

from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.trust.outliers.facts import Finding, LedgerLine, OutlierReport
from frontdesk.domain.trust.outliers.report import find_outliers
from frontdesk.domain.trust.outliers.shop_log import REFERENCE_BLOCKS
from tests.domain.trust.outliers.rosters import DAY, DAY_BEGINS, Shift
from tests.domain.trust.outliers.shops_replayed import FIRST_DAY, GOAL, STRANGER, Shop, Visit


class Cheat(StrEnum):
    BUSY = "one card, 950 stamps a year"
    BUSY_OWN = "one card, 950 stamps a year, all by one"
    FRIEND = "a friend's new card at each shift"
    FRIEND_KNOWN = "a known customer's card at each shift"
    FRIEND_TWICE = "a friend's card twice at each shift"
    FRIEND_OFTEN = "a friend's card at four shifts of five"
    BURST = "a card filled within an hour, each other shift"
    NIGHT = "a stamp on any card after closing, each shift"
    GOODWILL = "two goodwill stamps at each shift"
    UNDONE = "a reward given and taken back at each shift"
    FILLED = "a card filled and redeemed at each other shift"


@dataclass(frozen=True)
class Planted:
    """Who to look for."""

    cheat: Cheat
    start: int
    staff: int | None
    person: int | None

    def is_found_in(self, report: OutlierReport) -> bool:
        return any(self._named(finding) for finding in report.findings)

    def _named(self, finding: Finding) -> bool:
        if self.person is not None and self.person in finding.customer_ids:
            return True
        return self.person is None and finding.staff_id == self.staff


def plant(shop: Shop, visits: Sequence[Visit], cheat: Cheat, staff: int, start: int, days: int) -> Planted:
    """Add what `staff` does from day `start` on; the shop is changed."""
    rng = shop.rng
    known = [p for p, n in Counter(p for p, m in visits if m < start * DAY).items() if 2 <= n <= 12]
    person: int | None = rng.choice(known) if cheat is Cheat.FRIEND_KNOWN and known else STRANGER
    turn = 0
    for day in range(start, start + days):
        if cheat in (Cheat.BUSY, Cheat.BUSY_OWN):
            for _ in range(rng.choice((2, 2, 3, 3, 3))):
                shift = rng.choice(shop.shifts(day))
                shop.add(
                    EntryKind.EARNED,
                    1,
                    STRANGER,
                    staff if cheat is Cheat.BUSY_OWN else rng.choice(shift.staff),
                    shop.moment(day, shift),
                )
            continue
        for shift in shop.shifts(day):
            if staff in shift.staff:
                turn += 1
                _at_shift(shop, visits, cheat, staff, day, shift, turn, person or STRANGER)
    return Planted(
        cheat, start, staff, None if cheat in (Cheat.NIGHT, Cheat.GOODWILL, Cheat.UNDONE) else person
    )


def _at_shift(
    shop: Shop,
    visits: Sequence[Visit],
    cheat: Cheat,
    staff: int,
    day: int,
    shift: Shift,
    turn: int,
    person: int,
) -> None:
    at = shop.moment(day, shift)
    anybody = shop.rng.choice(visits)[0]
    match cheat:
        case Cheat.FRIEND | Cheat.FRIEND_KNOWN:
            shop.add(EntryKind.EARNED, 1, person, staff, at)
        case Cheat.FRIEND_TWICE:
            shop.add(EntryKind.EARNED, 1, person, staff, at)
            shop.add(EntryKind.EARNED, 1, person, staff, shop.moment(day, shift))
        case Cheat.FRIEND_OFTEN:
            if shop.rng.random() < 0.8:
                shop.add(EntryKind.EARNED, 1, person, staff, at)
        case Cheat.NIGHT:
            shop.add(EntryKind.EARNED, 1, anybody, staff, day * DAY + DAY_BEGINS + 30)
        case Cheat.GOODWILL:
            for _ in range(2):
                shop.add(EntryKind.GOODWILL, 1, shop.rng.choice(visits)[0], staff, at)
        case Cheat.UNDONE:
            taken = shop.add(EntryKind.REDEEMED, -GOAL, anybody, staff, at)
            shop.add(EntryKind.REVERSED, GOAL, anybody, staff, at + 3, taken.id)
        case Cheat.BURST | Cheat.FILLED if turn % 2:
            for step in range(GOAL):
                shop.add(EntryKind.EARNED, 1, person, staff, at + step)
            if cheat is Cheat.FILLED:
                shop.add(EntryKind.REDEEMED, -GOAL, person, staff, at + GOAL)
        case _:
            pass


def report_at(lines: Sequence[LedgerLine], day: int, days: int = 7) -> OutlierReport:
    """The report at the end of a day; only the lines that it may look at are handed over."""
    now = ((FIRST_DAY + day + 1) * DAY + DAY_BEGINS) * 60_000 - 1
    first = now - ((REFERENCE_BLOCKS + 1) * days + 2) * DAY * 60_000
    begin = bisect_left(lines, first, key=lambda line: line.at)
    end = bisect_right(lines, now, key=lambda line: line.at)
    return find_outliers(lines[begin:end], now, UTC, days)


def days_until_found(lines: Sequence[LedgerLine], planted: Planted, patience: int = 21) -> int | None:
    """Reports until the cheat is named: 1 is the evening of its first day."""
    for day in range(patience):
        if planted.is_found_in(report_at(lines, planted.start + day)):
            return day + 1
    return None


def false_alarms(lines: Sequence[LedgerLine], days: int) -> tuple[list[tuple[int, Finding]], int]:
    """(day, finding) of all alarms in an honest shop, and the weeks in which there was a report.

    A subject that still stands is counted again a week after it was last counted.
    """
    counted: dict[object, int] = {}
    alarms, reports = [], 0
    for day in range(days):
        report = report_at(lines, day)
        reports += report.enough
        for finding in report.findings:
            if day - counted.get(finding.subject, -7) >= 7:
                counted[finding.subject] = day
                alarms.append((day, finding))
    return alarms, reports // 7
