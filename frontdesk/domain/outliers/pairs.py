"""A member of staff who stamps a friend's card at each shift.

A faithful customer is served by whoever is at the till, so a morning regular and the one who has the mornings
meet every day, and nothing is wrong. Two accounts of a pair's last days are therefore weighed:

* *honest*: on each day, or on each since some day, the person comes with some chance `p`, and is served as
  the other customers around that time of the day were (`Served`). What `p` may be is learnt from the shop's
  customers and from the person's own earlier days (habits.py);
* *friend*: the same, and from some day on there is a stamp besides at nearly every shift of this one.

Their likelihood ratio, averaged over `p`, over the day on which it began and over how steadily the friend is
favoured, is an e-value: in an honest shop its mean is at most 1, so that among N who come often enough to be
weighed it goes beyond 2 N on average for at most half a one in a week. (Markov's inequality; V. Vovk and
R. Wang, E-values: calibration, combination and applications, 2021.) No account is the whole truth; where
honest weeks threw such pairs up all the same, the strongest of those must be exceeded as well.

Days of a kind (weekday, weekend) on which the card was never stamped are left out: office workers are not
in town on Sundays. With one member of staff there is nothing to compare, and nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, log1p, prod
from statistics import fmean
from typing import Final

from frontdesk.domain.outliers.facts import Finding, FindingKind, Severity
from frontdesk.domain.outliers.habits import GRID, Habits
from frontdesk.domain.outliers.rarity import log_mean_exp
from frontdesk.domain.outliers.shop_log import (
    ShopLog,
    Stamping,
    by_person,
    date_of,
    earlier,
    is_weekend,
    known_blocks,
)
from frontdesk.domain.outliers.turns import DOUBT, Served

FALSE_ALARMS: Final = 0.5
"""In a week, by the bound."""
RECORD_BLOCKS: Final = 3
TIMES_PLAINER: Final = 100
FEWEST_SHIFTS: Final = 3
WINDOW_BLOCKS: Final = 4
"""Four times the days looked at, for whoever works few shifts; in a young shop half of its days."""

_NEAR_MINUTES: Final = 90
_CLOSE_MINUTES: Final = 20
_FAVOURED: Final = (0.95, 0.75)
_FEWEST_SHARE: Final = 0.5
_STEP: Final = 120
_NEW_HABIT: Final = 0.2


@dataclass(frozen=True, slots=True)
class _Day:
    """One open day: was the card stamped by this one, how often at all, and whose turn was it.

    `turn` is the chance that one of the day's visits would fall to this one, had they come honestly: by that
    day's customers or by those of all days of this one, whichever explains more;
    `share` the part of the other customers, at all hours of this card, that this one served.
    """

    day: int
    mine: bool
    visits: int
    on_shift: bool
    turn: float
    share: float


@dataclass(frozen=True, slots=True)
class _Verdict:
    """How much better "friend" tells it (the log of the e-value), and since when."""

    evidence: float
    staff: int
    begun: int
    days: Sequence[_Day]


class _Window:
    """The days looked at: who was on shift, and whom they served."""

    def __init__(self, log: ShopLog, blocks: int) -> None:
        self.log = log
        self.blocks = blocks
        self.days: dict[int, list[Stamping]] = defaultdict(list)
        for stamping in log.stampings:
            if log.block(stamping.day) < blocks:
                self.days[stamping.day].append(stamping)
        self.shifts = {day: {s.staff for s in stampings} for day, stampings in self.days.items()}
        self.served = {day: Served(stampings, _NEAR_MINUTES) for day, stampings in self.days.items()}
        self.people = by_person(s for stampings in self.days.values() for s in stampings)
        self.staff = {one for on_shift in self.shifts.values() for one in on_shift}
        self._usual: dict[int, Served] = {}
        self._latest = {
            staff: {day for day, on in self.shifts.items() if staff in on and log.block(day) == 0}
            for staff in self.staff
        }

    def when_on_shift(self, staff: int) -> Served:
        """Who serves on the days of this one: it knows better when shifts change."""
        if staff not in self._usual:
            days = [day for day, on_shift in self.shifts.items() if staff in on_shift]
            self._usual[staff] = Served((s for day in days for s in self.days[day]), _CLOSE_MINUTES)
        return self._usual[staff]

    def is_steady(self, staff: int, together: set[int]) -> bool:
        """Has the card been stamped at many of this one's latest shifts? Spares weighing most pairs."""
        latest = self._latest[staff]
        return len(latest & together) >= max(1, len(latest) * _FEWEST_SHARE)


def one_pairs(log: ShopLog) -> list[Finding]:
    """Pairs of staff and card that chance and habit do not explain, each person at most once.

    Where a shop's honest life throws up such pairs, the strongest of the last weeks must be exceeded too.
    """
    window = _Window(log, min(WINDOW_BLOCKS, known_blocks(log) // 2))
    weighed = sum(len(window.people[person]) >= FEWEST_SHIFTS for person in log.counts[0])
    needed = _log(weighed / FALSE_ALARMS)
    found = []
    verdicts = {person: verdict for person, verdict in _verdicts(window) if verdict.evidence > needed}
    records = _records(log, needed) if verdicts else []
    for person, verdict in verdicts.items():
        record = max((evidence for other, evidence in records if other != person), default=needed)
        if verdict.evidence > record:
            found.append(_finding(window, person, verdict, needed))
    return found


def _records(log: ShopLog, needed: float) -> list[tuple[int, float]]:
    """Pairs that would have been found in the last weeks, as far back as something can be known."""
    found = []
    for ago in range(1, min(RECORD_BLOCKS, known_blocks(log) - 2) + 1):
        then = earlier(log, ago)
        for person, verdict in _verdicts(_Window(then, min(WINDOW_BLOCKS, known_blocks(then) // 2))):
            if verdict.evidence > needed:
                found.append((person, verdict.evidence))
    return found


def _verdicts(window: _Window) -> Iterator[tuple[int, _Verdict]]:
    if len(window.staff) > 1:
        habits = Habits(window.log, window.blocks)
        for person in window.log.counts[0]:
            verdict = _strongest(window, habits, person)
            if verdict is not None:
                yield person, verdict


def _strongest(window: _Window, habits: Habits, person: int) -> _Verdict | None:
    stampings = window.people[person]
    together: dict[int, set[int]] = defaultdict(set)
    for stamping in stampings:
        together[stamping.staff].add(stamping.day)
    verdicts = [
        _weigh(_days(window, stampings, staff), habits, staff, person)
        for staff, days in together.items()
        if len(days) >= FEWEST_SHIFTS and window.is_steady(staff, days)
    ]
    return max(verdicts, key=lambda verdict: verdict.evidence, default=None)


def _days(window: _Window, stampings: Sequence[Stamping], staff: int) -> list[_Day]:
    kinds = {is_weekend(s.day) for s in stampings}
    hours = sorted({s.minute // _STEP * _STEP for s in stampings})
    by_day: dict[int, list[Stamping]] = defaultdict(list)
    for stamping in stampings:
        by_day[stamping.day].append(stamping)
    usual = window.when_on_shift(staff)
    days = []
    for day in sorted(window.days):
        if is_weekend(day) in kinds:
            visits, served = by_day[day], window.served[day]
            on_shift = staff in window.shifts[day]
            share = fmean(served.share(at, staff, visits) for at in hours) if on_shift else 0.0
            missed = prod(
                1 - max(served.share(s.minute, staff, visits), usual.share(s.minute, staff, stampings))
                for s in visits
            )
            mine = any(s.staff == staff for s in visits)
            days.append(_Day(day, mine, len(visits), on_shift, 1 - missed, share))
    return days


def _weigh(days: Sequence[_Day], habits: Habits, staff: int, person: int) -> _Verdict:
    prior = habits.of(person, frozenset(is_weekend(day.day) for day in days))
    honest = _honest_until(days)
    told: list[tuple[float, int]] = []
    for favoured in _FAVOURED:
        friend = [list(accumulate((_friend(d, p, favoured) for d in days), initial=0.0)) for p in GRID]
        for begun, day in enumerate(days):
            if day.mine:
                whole = [h[begun] + f[-1] - f[begun] for h, f in zip(honest, friend, strict=True)]
                told.append((log_mean_exp(whole, prior), begun))
    # It began on one of these days, each as likely as another; those not told would not tell it better.
    share = 1 / len(_FAVOURED) / len(days)
    as_friend = log_mean_exp([each for each, _ in told], [share] * len(told))
    evidence = as_friend - _as_honest(days, honest, prior, known=habits.knows(person))
    return _Verdict(evidence, staff, max(told)[1], days)


def _as_honest(
    days: Sequence[_Day], honest: Sequence[Sequence[float]], prior: Sequence[float], *, known: bool
) -> float:
    """log likelihood of the days with one habit all along, or with a new one from one of the days on.

    Before their first day here, nobody could have expected a newcomer.
    """
    told = [log_mean_exp([sums[-1] for sums in honest], prior)]
    weights = [1 - _NEW_HABIT]
    came = False
    for begun, day in enumerate(days):
        if day.visits:
            before = log_mean_exp([sums[begun] for sums in honest], prior) if known or came else 0.0
            told.append(before + log_mean_exp([sums[-1] - sums[begun] for sums in honest], prior))
            weights.append(_NEW_HABIT / len(days))
            came = True
    return log_mean_exp(told, weights)


def _honest_until(days: Sequence[_Day]) -> list[list[float]]:
    """For each chance of the grid: the log likelihood of the days before each day, and at last of all."""
    came = list(accumulate((day.visits > 0 for day in days), initial=0))
    turns = list(accumulate((_turn(day) for day in days), initial=0.0))
    return [
        [
            n * log(p) + (place - n) * log1p(-p) + turn
            for place, (n, turn) in enumerate(zip(came, turns, strict=True))
        ]
        for p in GRID
    ]


def _honest(day: _Day, p: float) -> float:
    """log of the chance of such a day for somebody who comes with chance `p`, by whoever serves."""
    return log(p) + _turn(day) if day.visits else log1p(-p)


def _turn(day: _Day) -> float:
    """log of the chance that the day's visits fell to this one, or did not, as they did."""
    if not day.visits:
        return 0.0
    return log(day.turn if day.mine else max(1 - day.turn, DOUBT))


def _friend(day: _Day, p: float, favoured: float) -> float:
    """As honest, but at a shift of this one there is a stamp with the chance `favoured` in any case."""
    if not day.on_shift:
        return _honest(day, p)
    turn = day.turn if day.visits else day.share
    unstamped = (1 - favoured) * (1 - p * turn)
    mine = log1p(-unstamped) if day.mine else log(unstamped)
    besides = day.visits > day.mine
    return mine + (log(p) if besides else log1p(-p * (1 - day.share)))


def _finding(window: _Window, person: int, verdict: _Verdict, needed: float) -> Finding:
    """The stampings by this one since it began, against the shifts that the card's other days would give."""
    since = verdict.days[verdict.begun :]
    mine = [s for s in window.people[person] if s.staff == verdict.staff and s.day >= since[0].day]
    came = sum(day.visits > 0 for day in since) / len(since)
    return Finding(
        FindingKind.ONE_PAIR,
        Severity.PLAIN if verdict.evidence > needed + log(TIMES_PLAINER) else Severity.LOOK,
        verdict.staff,
        (person,),
        count=sum(day.mine for day in since),
        usual=sum(came * day.share for day in since),
        out_of=sum(day.on_shift for day in since),
        days=window.log.last_day - since[0].day + 1,
        first_day=date_of(since[0].day),
        entry_ids=tuple(s.line.id for s in mine),
        gestures=tuple(s.line.gesture for s in mine),
        staff_share=len(mine),
    )


def _log(value: float) -> float:
    return log(max(value, 1.0))
