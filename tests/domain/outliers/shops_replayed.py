"""Shops lived through day by day, honest ones and ones with a cheat in them, for the outlier report.

A visit is a stamp, by whoever the roster has at the till; every tenth is redeemed; now and then somebody
gives a goodwill stamp or takes a slip back. Everything comes from a seed.
"""

import csv
import gzip
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from enum import StrEnum
from pathlib import Path
from random import Random

from frontdesk.domain.loyalty import EntryKind
from frontdesk.domain.outliers.facts import Finding, LedgerLine, OutlierReport
from frontdesk.domain.outliers.report import find_outliers
from frontdesk.domain.outliers.shop_log import REFERENCE_BLOCKS

DATA = Path(__file__).parents[2] / "data"
DAY = 24 * 60
FIRST_DAY = 17167  # 1 January 2017, a Sunday
DAY_BEGINS = 4 * 60
GOAL = 10
STRANGER = 900_000

Visit = tuple[int, int]
"""(person, minute since the first day)."""


@dataclass(frozen=True)
class Shift:
    """From `begins` to `ends` (minutes of one day) these are at the till."""

    begins: int
    ends: int
    staff: tuple[int, ...]


Roster = Callable[[int], Sequence[Shift]]
"""Day → its shifts."""


def grocery_store() -> list[Visit]:
    with gzip.open(DATA / "grocery_store_visits.csv.gz", "rt") as file:
        return [(int(row["customer"]), int(row["minute"])) for row in csv.DictReader(file)]


def grocery_households(seed: int) -> list[Visit]:
    """The log knows days only; each household gets an hour of its own."""
    rng = Random(seed)
    visits = []
    with gzip.open(DATA / "grocery_household_days.csv.gz", "rt") as file:
        for row in csv.DictReader(file):
            own, stray = rng.uniform(9 * 60, 20 * 60), rng.choice((20, 60, 150))
            for day, came in enumerate(row["days"]):
                if came == "1":
                    minute = min(max(rng.gauss(own, stray), 8 * 60), 22 * 60 - 1)
                    visits.append((int(row["customer"]), day * DAY + int(minute)))
    return sorted(visits, key=lambda visit: visit[1])


def fixed(middle: int) -> Roster:
    """One has the weekday mornings, one the afternoons, one the weekends."""
    return lambda day: (
        (Shift(DAY_BEGINS, DAY_BEGINS + DAY, (3,)),)
        if (day + 6) % 7 >= 5
        else (Shift(DAY_BEGINS, middle, (1,)), Shift(middle, DAY_BEGINS + DAY, (2,)))
    )


def rotating(middle: int) -> Roster:
    """Four in turn: each morning and each afternoon another, so that all hours come to everybody."""
    return lambda day: (
        Shift(DAY_BEGINS, middle, (1 + day % 4,)),
        Shift(middle, DAY_BEGINS + DAY, (1 + (day + 2 + day // 4) % 4,)),
    )


def together(seed: int) -> Roster:
    """Six; two or three are in on a day, side by side."""

    def shifts(day: int) -> Sequence[Shift]:
        rng = Random(seed * 1_000_003 + day)
        return (Shift(DAY_BEGINS, DAY_BEGINS + DAY, tuple(rng.sample(range(1, 7), rng.choice((2, 3))))),)

    return shifts


def weekly_turns(middle: int) -> Roster:
    """Three: early and late change places each week, and a third has two days of the weekend and one more."""

    def shifts(day: int) -> Sequence[Shift]:
        early, late = (1, 2) if (day // 7) % 2 else (2, 1)
        if (day + 6) % 7 in (2, 5, 6):
            early = 3
        return Shift(DAY_BEGINS, middle, (early,)), Shift(middle, DAY_BEGINS + DAY, (late,))

    return shifts


def alone(day: int) -> Sequence[Shift]:
    """A shop of one person."""
    return (Shift(DAY_BEGINS, DAY_BEGINS + DAY, (1,)),)


@dataclass
class Shop:
    """A ledger in the making, in order of time once `lines` is asked."""

    roster: Roster
    rng: Random
    made: list[LedgerLine] = field(default_factory=list)
    hours: list[int] = field(default_factory=list)

    def add(
        self, kind: EntryKind, stamps: int, person: int, staff: int, minute: int, reverses: int | None = None
    ) -> LedgerLine:
        id_ = len(self.made) + 1
        at = (FIRST_DAY * DAY + minute) * 60_000 + id_ % 60_000
        line = LedgerLine(id_, id_.to_bytes(16, "big"), kind, stamps, person, staff, at, reverses)
        self.made.append(line)
        return line

    def shifts(self, day: int) -> Sequence[Shift]:
        return self.roster(day)

    def server(self, minute: int) -> int:
        day = (minute - DAY_BEGINS) // DAY
        of_day = minute - day * DAY
        return self.rng.choice(next(s for s in self.shifts(day) if s.begins <= of_day < s.ends).staff)

    def lines(self) -> list[LedgerLine]:
        return sorted(self.made, key=lambda line: line.at)

    def moment(self, day: int, shift: Shift) -> int:
        """A minute of a shift at which the shop is open."""
        times = [m for m in self.hours if shift.begins <= m < shift.ends]
        return day * DAY + (self.rng.choice(times) if times else (shift.begins + shift.ends) // 2)


def lived(visits: Sequence[Visit], roster: Roster, seed: int) -> Shop:
    """An honest shop."""
    shop = Shop(roster, Random(seed))
    balance: Counter[int] = Counter()
    for person, minute in visits:
        staff = shop.server(minute)
        kind = EntryKind.GOODWILL if shop.rng.random() < 0.01 else EntryKind.EARNED
        line = shop.add(kind, 1, person, staff, minute)
        balance[person] += 1
        if shop.rng.random() < 0.01:
            shop.add(EntryKind.REVERSED, -1, person, staff, minute, line.id)
            balance[person] -= 1
        if balance[person] >= GOAL:
            taken = shop.add(EntryKind.REDEEMED, -GOAL, person, staff, minute)
            balance[person] -= GOAL
            if shop.rng.random() < 0.02:
                shop.add(EntryKind.REVERSED, GOAL, person, staff, minute, taken.id)
                balance[person] += GOAL
    shop.hours = sorted((m - DAY_BEGINS) % DAY + DAY_BEGINS for _, m in visits)
    cut = len(shop.hours) // 50
    shop.hours = shop.hours[cut : len(shop.hours) - cut]
    return shop


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


def office_corner(seed: int, days: int = 200) -> list[Visit]:
    """Fifty who work upstairs: most come daily, some of them four times, each at hours of their own."""
    rng = Random(seed)
    visits: list[Visit] = []
    for person in range(1, 51):
        first = rng.choice((0, 0, 0, rng.randrange(days)))
        hours = [rng.uniform(8 * 60, 17 * 60) for _ in range(rng.choice((1, 1, 2, 2, 3, 4)))]
        keen = rng.betavariate(4, 1.5)
        away = range(0)
        for day in range(first, days):
            if rng.random() < 0.005:
                away = range(day, day + rng.choice((3, 7, 14)))
            if (day + 6) % 7 < 5 and day not in away:
                visits += [(person, int(day * DAY + rng.gauss(h, 20))) for h in hours if rng.random() < keen]
    return sorted(visits, key=lambda visit: visit[1])


def salon(seed: int, days: int = 365) -> list[Visit]:
    """A hundred and twenty who come every three to nine weeks, closed on Sundays and Mondays."""
    rng = Random(seed)
    visits: list[Visit] = []
    for person in range(1, 121):
        gap = rng.uniform(20, 65)
        day = rng.uniform(0, gap)
        while day < days:
            if (int(day) + 6) % 7 not in (6, 0):
                visits.append((person, int(day) * DAY + rng.randrange(9 * 60, 18 * 60)))
            day += max(rng.gauss(gap, gap / 6), 3)
    return sorted(visits, key=lambda visit: visit[1])


def kiosk(seed: int, days: int = 200) -> list[Visit]:
    """Many whom nobody sees again, and some who come on most mornings, a few of them newly so."""
    rng = Random(seed)
    visits: list[Visit] = []
    for person in range(1, 500):
        first, often = rng.randrange(-60, days), min(0.95, rng.lognormvariate(-3.4, 1.3))
        stays, own = rng.choice((20, 60, 400, 400)), rng.gauss(9.5 * 60, 100)
        for day in range(max(first, 0), min(first + stays, days)):
            if rng.random() < often * (1.0 if (day + 6) % 7 < 5 else 0.5):
                minute = min(max(rng.gauss(own, 25), 7 * 60), 17 * 60)
                visits.append((person, day * DAY + int(minute)))
    return sorted(visits, key=lambda visit: visit[1])
