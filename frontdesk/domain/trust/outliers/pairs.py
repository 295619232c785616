"""A member of staff who stamps a friend's card at each shift.

A faithful customer is served by whoever is at the till, so a morning regular and the one who has the mornings
meet every day, and nothing is wrong. For each pair that met often of late, accounts.py says how much better
"friend" tells the card's last days than "honest" does, from what habits.py knows of the shop's customers and
rhythm.py of their hours.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final

from frontdesk.domain.trust.outliers.accounts import Day, Known, weigh
from frontdesk.domain.trust.outliers.facts import Finding, FindingKind, Severity
from frontdesk.domain.trust.outliers.habits import Habits
from frontdesk.domain.trust.outliers.rhythm import Rhythm
from frontdesk.domain.trust.outliers.shop_log import (
    ShopLog,
    Stamping,
    by_person,
    date_of,
    is_weekend,
    known_blocks,
)

FALSE_ALARMS: Final = 1.0
"""In a week at most: the mean of an e-value is 1 in an honest shop, so among N cards that are weighed, those
beyond N / `FALSE_ALARMS` are so many on average (Markov's inequality). Honest shops stay far below."""
TIMES_PLAINER: Final = 100
FEWEST_SHIFTS: Final = 3
"""With one card: two visits to the same one of the staff are what chance does every day."""
WINDOW_BLOCKS: Final = 4
"""Four times the days looked at, for whoever works few shifts; in a young shop half of its days."""

_FEWEST_SHARE: Final = 0.5
_LEANING: Final = 0.2
"""How far this one's part of the card's latest stamps must lie above what is usual, of the way to all."""
_EKED_OUT: Final = 4
_MEMORY: Final = 4
"""Whom a card was served by before counts against the turns of so many visits."""
_FEWEST_KNOWN: Final = 5


@dataclass(frozen=True, slots=True)
class _Verdict:
    """How much better "friend" tells it, and since when."""

    evidence: float
    staff: int
    begun: int
    days: Sequence[Day]


class _Window:
    """The days looked at and those before: who was on shift, and whom they served."""

    def __init__(self, log: ShopLog, blocks: int) -> None:
        self.log = log
        self.blocks = blocks
        self.days: dict[int, list[Stamping]] = defaultdict(list)
        self.shifts: dict[int, set[int]] = defaultdict(set)
        for stamping in log.stampings:
            self.shifts[stamping.day].add(stamping.staff)
            if stamping.block < blocks:
                self.days[stamping.day].append(stamping)
        self.everybody = by_person(log.stampings)
        self.staff = {one for day in self.days for one in self.shifts[day]}
        self._customers = Counter((s.day, s.staff) for day in self.days.values() for s in day)
        self._usual_share: dict[int, float] = {}
        self._latest: dict[int, set[int]] = {}
        self._latest_days = sum(log.block(day) == 0 for day in self.days)
        for staff in self.staff:
            days = [day for day in self.days if staff in self.shifts[day]]
            served = sum(self._customers[day, staff] for day in days)
            self._usual_share[staff] = served / sum(len(self.days[day]) for day in days)
            self._latest[staff] = {day for day in days if log.block(day) == 0}

    @cached_property
    def habits(self) -> Habits:
        return Habits(self.log, self.blocks)

    @cached_property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.log, self.blocks)

    @cached_property
    def noted(self) -> float:
        """The part of the shop's stamps at which a purchase is noted."""
        noted = sum(s.line.noted for s in self.log.stampings)
        return (noted + 0.5) / (len(self.log.stampings) + 1)

    @cached_property
    def a_day(self) -> float:
        """How many visits somebody makes here on a day on which they come."""
        return len(self.log.stampings) / len({(s.person, s.day) for s in self.log.stampings})

    def share(self, day: int, staff: int, mine: int, visits: int) -> float:
        """This one's part of the day's customers, but for one card with so many visits there.

        What a few customers tell is eked out by this one's usual part.
        """
        usual = self._usual_share[staff]
        others = len(self.days[day]) - visits
        return (self._customers[day, staff] - mine + _EKED_OUT * usual) / (others + _EKED_OUT)

    def is_steady(self, staff: int, stampings: Sequence[Stamping]) -> bool:
        """Was the card stamped at many of this one's latest shifts, and more than by the others? Spares
        weighing most pairs."""
        shifts, latest = self._latest[staff], [s for s in stampings if not s.block]
        mine = [s.day for s in latest if s.staff == staff]
        usual = self._usual_share[staff] * len(shifts) / self._latest_days
        leaning = usual + _LEANING * (1 - usual)
        return len(set(mine)) >= _FEWEST_SHARE * len(shifts) and len(mine) > leaning * len(latest)


def one_pairs(log: ShopLog) -> list[Finding]:
    """Pairs of staff and card that chance and habit do not explain, each person at most once."""
    window = _Window(log, min(WINDOW_BLOCKS, known_blocks(log) // 2))
    needed = _needed(window)
    return [
        _finding(window, person, verdict, needed)
        for person, verdict in _verdicts(window)
        if verdict.evidence > needed
    ]


def _needed(window: _Window) -> float:
    weighed = sum(len(window.everybody[person]) >= FEWEST_SHIFTS for person in window.log.counts[0])
    return log(max(weighed / FALSE_ALARMS, 1.0))


def _verdicts(window: _Window) -> Iterator[tuple[int, _Verdict]]:
    if len(window.staff) > 1:
        for person in window.log.counts[0]:
            verdict = _strongest(window, person)
            if verdict is not None:
                yield person, verdict


def _strongest(window: _Window, person: int) -> _Verdict | None:
    stampings = window.everybody[person]
    together: dict[int, set[int]] = defaultdict(set)
    for stamping in stampings:
        if stamping.day in window.days:
            together[stamping.staff].add(stamping.day)
    pairs = [
        staff
        for staff, days in together.items()
        if len(days) >= FEWEST_SHIFTS and window.is_steady(staff, stampings)
    ]
    if not pairs:
        return None
    card = _Card(window, stampings)
    return max((_weigh(window, card, staff) for staff in pairs), key=lambda verdict: verdict.evidence)


class _Card:
    """One person's stampings: those of the days looked at, each with how likely its hour is, and before."""

    def __init__(self, window: _Window, stampings: Sequence[Stamping]) -> None:
        self.person = stampings[0].person
        self.before = [s for s in stampings if s.day not in window.days]
        latest = [s for s in stampings if s.day in window.days]
        self.visits: dict[int, list[tuple[Stamping, Sequence[float]]]] = defaultdict(list)
        for stamping, like in zip(latest, window.rhythm.likeness(latest, self.before), strict=True):
            self.visits[stamping.day].append((stamping, like))
        self.kinds = frozenset(is_weekend(day) for day in self.visits)


def _weigh(window: _Window, card: _Card, staff: int) -> _Verdict:
    days = _days(window, card, staff)
    known = Known(
        window.habits.of(card.person, card.kinds),
        window.rhythm.weights,
        bool(card.before),
        _standing(window, card, staff),
        window.noted,
    )
    evidence, begun = weigh(days, known)
    return _Verdict(evidence, staff, begun, days)


def _days(window: _Window, card: _Card, staff: int) -> list[Day]:
    """The open days, oldest first, without those of a kind (weekday, weekend) on which the card never came:
    office workers are not in town on Sundays."""
    met = [s.staff == staff for s in card.before if staff in window.shifts[s.day]]
    a_day = (len(card.before) + _MEMORY * window.a_day) / (len({s.day for s in card.before}) + _MEMORY)
    days = []
    for day in window.days:
        if is_weekend(day) not in card.kinds:
            continue
        visits = card.visits.get(day, [])
        mine = [(stamping, hour) for stamping, hour in visits if stamping.staff == staff]
        share = window.share(day, staff, len(mine), len(visits))
        remembered = (sum(met) + _MEMORY * share) / (len(met) + _MEMORY)
        days.append(
            Day(
                day,
                on_shift=staff in window.shifts[day],
                hours=[hour for _, hour in visits],
                mine=[hour for _, hour in mine],
                share=share,
                served=a_day * max(share, remembered),
                noted=sum(stamping.line.noted for stamping, _ in mine),
            )
        )
    return days


def _standing(window: _Window, card: _Card, staff: int) -> tuple[float, float] | None:
    """On how many of the days of this one, and of the others, the card came since it was first seen."""
    came = {s.day for s in card.before}
    if len(came) < _FEWEST_KNOWN:
        return None
    since = min(came)
    days = [d for d in window.shifts if d >= since and d not in window.days and is_weekend(d) in card.kinds]
    here = [day in came for day in days if staff in window.shifts[day]]
    away = [day in came for day in days if staff not in window.shifts[day]]
    return (sum(here) + 0.5) / (len(here) + 1), (sum(away) + 0.5) / (len(away) + 1)


def _finding(window: _Window, person: int, verdict: _Verdict, needed: float) -> Finding:
    """The stampings by this one since it began, against the shifts that the card's other days would give."""
    since = verdict.days[verdict.begun :]
    mine = [
        s
        for s in window.everybody[person]
        if s.staff == verdict.staff and s.day >= since[0].day and s.day in window.days
    ]
    came = sum(bool(day.hours) for day in since) / len(since)
    return Finding(
        FindingKind.ONE_PAIR,
        Severity.PLAIN if verdict.evidence > needed + log(TIMES_PLAINER) else Severity.LOOK,
        verdict.staff,
        (person,),
        count=sum(bool(day.mine) for day in since),
        usual=sum(came * day.share for day in since if day.on_shift),
        out_of=sum(day.on_shift for day in since),
        days=window.log.last_day - since[0].day + 1,
        first_day=date_of(since[0].day),
        entry_ids=tuple(s.line.id for s in mine),
        gestures=tuple(s.line.gesture for s in mine),
        staff_share=len(mine),
    )
