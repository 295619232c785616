"""Shops lived through day by day, for the outlier report: a real grocer's visits and three invented shops.

A visit is a stamp, by whoever the roster has at the till; every tenth is redeemed; now and then somebody
gives a goodwill stamp or takes a slip back. Everything comes from a seed.
"""

import csv
import gzip
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.trust.outliers.facts import LedgerLine
from tests.domain.trust.outliers.rosters import DAY, DAY_BEGINS, Roster, Shift

DATA = Path(__file__).parents[3] / "data"
FIRST_DAY = 17167  # 1 January 2017, a Sunday
GOAL = 10
STRANGER = 900_000

Visit = tuple[int, int]
"""(person, minute since the first day)."""


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
