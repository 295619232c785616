"""Who is missed in a shop, as its visits tell it: learnt once a day, and moved by each visit."""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.days import DAY, day_at, end_of_day
from frontdesk.domain.regulars.absences import Worth, visits_a_month, weight
from frontdesk.domain.regulars.open_days import OpenDays, open_days
from frontdesk.domain.regulars.slipping import (
    GIVEN_UP_AFTER,
    Chance,
    PastSilences,
    Silence,
    is_missed,
    long_silences,
)
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import silences, wall_comings
from frontdesk.storage.regulars.silences import Spent
from frontdesk.storage.regulars.wall_comings import Mark

LEARN_FROM_DAYS: Final = 730
"""Two years of visits: a rhythm forgets what is older, and the shop's own table has enough of it."""
AT_ONCE: Final = 50
_NOBODY: Final = Spent()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a lesson stands on; with another one, it is to be learnt anew."""

    day: date
    zone: ZoneInfo
    country: str
    rules: CareRules

    @property
    def today(self) -> int:
        return self.day.toordinal()

    @property
    def since(self) -> int:
        """From when on visits are read, in UTC milliseconds."""
        return end_of_day(self.day, self.zone) - LEARN_FROM_DAYS * DAY


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who is missed: since when, what became of such silences, what they brought, how much it
    matters.
    """

    silence: Silence
    chance: Chance
    worth: Worth
    weight: float


class Days:
    """The shop's days, as ordinals, of many moments; quickly for those that a lesson is about."""

    def __init__(self, ground: Ground) -> None:
        self._zone = ground.zone
        self._first = ground.today - LEARN_FROM_DAYS
        days = range(self._first, ground.today + 2)
        self._begin = array("q", (moment_of(day, ground.zone) for day in days))

    def of(self, at: int) -> int:
        place = bisect_right(self._begin, at)
        if 0 < place < len(self._begin):
            return self._first + place - 1
        return day_at(at, self._zone).toordinal()

    def visit_days(self, visits: Iterable[int]) -> list[int]:
        """The days of these visits in order, each once."""
        return sorted({self.of(at) for at in visits})


class Lesson:
    """Who is missed, up to where the store was read. Not for two threads at once.

    The shop's table of past silences, and its closed days, are of this morning: what happens today changes
    them tomorrow. `stale` is whether a day that had seemed closed turned out to have had a visit.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.opening = OpenDays(ground.today, ground.today)
        self.past = PastSilences()
        self.absent: dict[int, Absent] = {}
        self.missed_before: dict[int, tuple[Silence, ...]] = {}
        """Everybody's silences in which they were missed and that lasted into the last year, the last ones
        too.
        """
        self.stale = False
        self._order: list[tuple[float, int]] = []
        self._days = Days(ground)
        self._visits_on: dict[int, int] = {}
        self._known = Mark(0, 0)
        self._ticket = 1.0

    def learn(self, db: Db) -> Iterator[None]:
        """Read all that matters, yielding now and then; `follow` must come after."""
        self._known = wall_comings.mark(db)
        yield from self._learn_days(db)
        missed: dict[int, Silence] = {}
        for above in range(0, silences.last_record(db), silences.SLICE):
            for number, (root_id, visits) in enumerate(silences.comings(db, above, self.ground.since)):
                found = self._long(visits)
                for silence in found:
                    self.past.add(silence, self.opening.between(silence.last, self.ground.today - 1))
                if (now := self._take(root_id, found)) is not None:
                    missed[root_id] = now
                if number % AT_ONCE == 0:
                    yield
        yield from self._weigh_all(db, missed)

    def follow(self, db: Db) -> None:
        """Take in what was told, undone, merged and taken apart since."""
        until = wall_comings.mark(db)
        if until == self._known:
            return
        earliest = silences.earliest_told(db, self._known, until)
        if earliest is not None and self._days.of(earliest) < self.ground.today:
            self.stale = self.stale or not self._visits_on.get(self._days.of(earliest))
        for root_id in silences.touched(db, self._known, until):
            visits = silences.visits_of(db, root_id, self.ground.since)
            now = self._take(root_id, self._long(visits))
            self._forget(root_id)
            if now is not None:
                self._add(root_id, now, self._spent(db, [root_id]).get(root_id, _NOBODY))
                insort(self._order, (-self.absent[root_id].weight, root_id))
        self._known = until

    def in_order(self) -> Iterator[int]:
        """Those who are missed, who is missed most first."""
        return (root_id for _, root_id in self._order)

    def _learn_days(self, db: Db) -> Iterator[None]:
        """What the shop's own log says of the days on which it was open."""
        ground = self.ground
        first_at = silences.first_visit(db, ground.since)
        first = min(self._days.of(first_at), ground.today) if first_at is not None else ground.today
        begin = end_of_day(date.fromordinal(first - 1), ground.zone)
        for day in range(first, ground.today):
            end = end_of_day(date.fromordinal(day), ground.zone)
            self._visits_on[day] = silences.count_between(db, begin, end)
            begin = end
            if day % AT_ONCE == 0:
                yield
        self.opening = open_days(
            ground.rules, ground.country, self._visits_on, first, ground.today, ground.today
        )

    def _long(self, visits: Collection[int]) -> list[Silence]:
        return list(long_silences(self._days.visit_days(visits), self.ground.today, self.opening))

    def _take(self, root_id: int, found: Iterable[Silence]) -> Silence | None:
        """Keep in which silences of the last year somebody was missed, and give the one that still lasts."""
        missed = [each for each in found if is_missed(each, self.ground.rules.false_alarms)]
        year = self.ground.today - GIVEN_UP_AFTER
        lately = tuple(each for each in missed if each.came is None or each.came >= year)
        self.missed_before.pop(root_id, None)
        if lately:
            self.missed_before[root_id] = lately
        lasts = next((each for each in lately if each.came is None), None)
        return lasts if lasts is not None and lasts.last >= year else None

    def _weigh_all(self, db: Db, missed: dict[int, Silence]) -> Iterator[None]:
        """Find out what they all brought, and put them in order."""
        root_ids = list(missed)
        spent: dict[int, Spent] = {}
        for begin in range(0, len(root_ids), AT_ONCE):
            spent |= self._spent(db, root_ids[begin : begin + AT_ONCE])
            yield
        priced = sum(each.priced for each in spent.values())
        if priced:
            self._ticket = sum(each.total for each in spent.values()) / priced
        for number, (root_id, silence) in enumerate(missed.items()):
            self._add(root_id, silence, spent.get(root_id, _NOBODY))
            if number % AT_ONCE == 0:
                yield
        self._order = sorted((-each.weight, root_id) for root_id, each in self.absent.items())

    def _spent(self, db: Db, root_ids: Collection[int]) -> dict[int, Spent]:
        return silences.spent(db, root_ids, self.ground.since)

    def _add(self, root_id: int, silence: Silence, spent: Spent) -> None:
        visits = visits_a_month(silence)
        money = round(visits * spent.total / spent.priced) if spent.priced else None
        worth, chance = Worth(visits, money), self.past.like(silence)
        self.absent[root_id] = Absent(silence, chance, worth, weight(silence, chance, worth, self._ticket))

    def _forget(self, root_id: int) -> None:
        gone = self.absent.pop(root_id, None)
        if gone is not None:
            del self._order[bisect_left(self._order, (-gone.weight, root_id))]


def moment_of(day: int, zone: ZoneInfo) -> int:
    """The first moment of a day, in UTC milliseconds."""
    return end_of_day(date.fromordinal(day - 1), zone)
