"""A member of staff who stamps a friend's card at each shift.

A faithful customer is served by whoever is at the till, so a morning regular and the one who has the mornings
meet every day, and nothing is wrong. Two accounts of a pair's last days are therefore weighed:

* *honest*: on each day the person comes with some chance `p`, and is served by each member of staff as the
  other customers were around the hours at which this card is stamped (`_share`). What `p` may be is learnt
  from how many days a week the shop's customers come, and from the person's own habit;
* *friend*: the same, and at nearly every shift of this one member of staff there is a stamp besides.

Their likelihood ratio, averaged over `p` and over how steadily the friend is favoured, is an e-value: in an
honest shop its mean is at most 1, so that among N people it exceeds N / α in at most α of all weeks (Markov's
inequality; V. Vovk and R. Wang, E-values: calibration, combination and applications, 2021).

Days of a kind (weekday, weekend) on which the card was never stamped are left out: office workers are not
in town on Sundays. With one member of staff there is nothing to compare, and nothing is said.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log, log1p
from typing import Final

from frontdesk.domain.outlier_facts import Finding, FindingKind, Severity
from frontdesk.domain.outlier_log import ShopLog, Stamping, by_person, date_of, is_weekend, known_blocks
from frontdesk.domain.rarity import log_mean_exp

ALPHA: Final = 1.0
PLAIN_ALPHA: Final = 0.01
FEWEST_SHIFTS: Final = 3
WINDOW_BLOCKS: Final = 4
"""Four times the days looked at, so that whoever works few shifts is seen too; half of a young shop's days."""

_NEAR_MINUTES: Final = 90
_GRID: Final = tuple((step + 0.5) / 20 for step in range(20))
_FAVOURED: Final = (0.95, 0.8, 0.6)
_OWN_WEIGHT: Final = 0.5
_OWN_DAYS: Final = 14
_FEWEST_SHARE: Final = 0.4
_ROUNDS: Final = 15


@dataclass(frozen=True, slots=True)
class _Day:
    """One open day: was the card stamped by this one, by others, and whose turn was it at its hours."""

    mine: bool
    theirs: bool
    on_shift: bool
    share: float


class _Shop:
    """What is asked again and again about the days of one window."""

    def __init__(self, log: ShopLog, blocks: int) -> None:
        self.log = log
        self.blocks = blocks
        self.days: dict[int, list[Stamping]] = defaultdict(list)
        self.before: dict[int, set[int]] = defaultdict(set)
        for stamping in log.stampings:
            if log.block(stamping.day) < blocks:
                self.days[stamping.day].append(stamping)
            else:
                self.before[stamping.day].add(stamping.person)
        self.shifts = {day: {s.staff for s in stampings} for day, stampings in self.days.items()}
        self.people = by_person(s for stampings in self.days.values() for s in stampings)
        self._priors: dict[frozenset[bool], list[float]] = {}

    def is_steady(self, staff: int, together: set[int]) -> bool:
        """Has the card been stamped at many of this one's latest shifts? Spares weighing most pairs."""
        latest = [day for day, on in self.shifts.items() if staff in on and self.log.block(day) == 0]
        return sum(day in together for day in latest) >= max(1, len(latest) * _FEWEST_SHARE)

    def prior(self, kinds: frozenset[bool]) -> list[float]:
        """How likely each `p` of the grid is for somebody in this shop who comes at all."""
        if kinds not in self._priors:
            self._priors[kinds] = self._learn(kinds)
        return self._priors[kinds]

    def _learn(self, kinds: frozenset[bool]) -> list[float]:
        weeks: dict[int, list[set[int]]] = defaultdict(list)
        for day, people in self.before.items():
            if is_weekend(day) in kinds:
                weeks[self.log.block(day)].append(people)
        seen: Counter[tuple[int, int]] = Counter()
        everybody: set[int] = set()
        for days in weeks.values():
            times = Counter(who for people in days for who in people)
            everybody |= times.keys()
            seen.update((n, len(days)) for n in times.values())
        # One imagined person of every habit: nobody here comes daily yet, and still somebody may begin to.
        floor = 1 / (len(everybody) + 1) / len(_GRID)
        return _shares([weight + floor for weight in _habits(seen)])

    def own(self, person: int, kinds: frozenset[bool]) -> list[float] | None:
        """The same for one person by their own earlier days; None where there are too few."""
        days = [day for day in self.before if is_weekend(day) in kinds]
        seen = [day for day in days if person in self.before[day]]
        known = sum(day >= min(seen) for day in days) if seen else 0
        if known < _OWN_DAYS:
            return None
        return _posterior(len(seen), known)


def one_pairs(log: ShopLog) -> list[Finding]:
    """Pairs of staff and card that chance and habit do not explain, each person at most once."""
    shop = _Shop(log, min(WINDOW_BLOCKS, known_blocks(log) // 2))
    staff = {one for on_shift in shop.shifts.values() for one in on_shift}
    if len(staff) < 2:
        return []
    needed = log_of(len(log.counts[0]) / ALPHA)
    found = []
    for person in log.counts[0]:
        best = _strongest(shop, person, shop.people[person])
        if best is not None and best[0] > needed:
            found.append(_finding(shop, person, shop.people[person], best, needed))
    return found


def log_of(value: float) -> float:
    return log(max(value, 1.0))


def _strongest(shop: _Shop, person: int, stampings: Sequence[Stamping]) -> tuple[float, int] | None:
    together = defaultdict(set)
    for stamping in stampings:
        together[stamping.staff].add(stamping.day)
    tried = [
        (_evidence(shop, person, staff, stampings), staff)
        for staff, days in together.items()
        if len(days) >= FEWEST_SHIFTS and shop.is_steady(staff, days)
    ]
    return max(tried, default=None)


def _evidence(shop: _Shop, person: int, staff: int, stampings: Sequence[Stamping]) -> float:
    """log of the e-value: how much better "friend" tells these days than "honest"."""
    kinds = frozenset(is_weekend(s.day) for s in stampings)
    dates = sorted(day for day in shop.days if is_weekend(day) in kinds)
    days = [_day(shop, day, person, staff, stampings) for day in dates]
    prior = shop.prior(kinds)
    own = shop.own(person, kinds)
    if own is not None:
        prior = [_OWN_WEIGHT * a + (1 - _OWN_WEIGHT) * b for a, b in zip(own, prior, strict=True)]
    honest = [list(accumulate((_honest(day, p) for day in days), initial=0.0)) for p in _GRID]
    told = []
    for favoured in _FAVOURED:
        friend = [list(accumulate((_friend(d, p, favoured) for d in days), initial=0.0)) for p in _GRID]
        for begun, day in enumerate(days):
            if day.mine:
                whole = [h[begun] + f[-1] - f[begun] for h, f in zip(honest, friend, strict=True)]
                told.append(log_mean_exp(whole, prior))
    # It began on one of these days, on each as likely as on another; most of them would not tell it better.
    share = 1 / len(_FAVOURED) / len(days)
    return log_mean_exp(told, [share] * len(told)) - log_mean_exp([h[-1] for h in honest], prior)


def _day(shop: _Shop, day: int, person: int, staff: int, stampings: Sequence[Stamping]) -> _Day:
    servers = {s.staff for s in stampings if s.day == day}
    on_shift = staff in shop.shifts[day]
    minutes = [s.minute for s in stampings if s.day == day] or [s.minute for s in stampings]
    share = _share(shop.days[day], person, staff, minutes) if on_shift else 0.0
    return _Day(staff in servers, bool(servers - {staff}), on_shift, share)


def _share(on_the_day: Sequence[Stamping], person: int, staff: int, minutes: Sequence[int]) -> float:
    """The part of the other customers, around these times of the day, that this one served.

    Where none came near those times the whole day counts; half a customer of each stands for doubt.
    """
    others = [s for s in on_the_day if s.person != person]
    near = [s for s in others if any(abs(s.minute - minute) <= _NEAR_MINUTES for minute in minutes)]
    counted = near or others
    mine = sum(s.staff == staff for s in counted)
    return min(0.98, (mine + 0.5) / (len(counted) + 0.5 + (mine < len(counted)) * 0.5))


def _honest(day: _Day, p: float) -> float:
    share = day.share if day.on_shift else 0.0
    if day.mine and day.theirs:
        return log(p * share * (1 - share))
    if day.mine:
        return log(p * share)
    if day.theirs:
        return log(p * max(1 - share, 0.02))
    return log1p(-p)


def _friend(day: _Day, p: float, favoured: float) -> float:
    """As honest, but at a shift of this one there is a stamp with the chance `favoured` in any case."""
    if not day.on_shift:
        return _honest(day, p)
    by_others = p * max(1 - day.share, 0.02)
    mine = favoured if day.mine else (1 - favoured) * (1 - p * day.share)
    return log(mine) + (log(by_others) if day.theirs else log1p(-by_others))


def _finding(
    shop: _Shop, person: int, stampings: Sequence[Stamping], best: tuple[float, int], needed: float
) -> Finding:
    evidence, staff = best
    mine = [s for s in stampings if s.staff == staff]
    shifts = [day for day, on_shift in shop.shifts.items() if staff in on_shift]
    came = len({s.day for s in stampings}) / max(len(shop.days), 1)
    by_chance = sum(
        came * _share(shop.days[day], person, staff, [s.minute for s in stampings]) for day in shifts
    )
    return Finding(
        FindingKind.ONE_PAIR,
        Severity.PLAIN if evidence > needed + log(ALPHA / PLAIN_ALPHA) else Severity.LOOK,
        staff,
        (person,),
        count=len({s.day for s in mine}),
        usual=by_chance,
        out_of=len(shifts),
        days=shop.log.days * shop.blocks,
        first_day=date_of(mine[0].day),
        entry_ids=tuple(s.line.id for s in mine),
        gestures=tuple(s.line.gesture for s in mine),
        staff_share=len(mine),
    )


def _habits(seen: Mapping[tuple[int, int], int]) -> list[float]:
    """How the shop's people divide over the grid, from (days come, days open) of each week in which they came.

    The mixture that makes what was seen likeliest, by EM (N. Laird, Nonparametric maximum likelihood
    estimation of a mixing distribution, 1978), stopped early, which keeps it smooth.
    """
    weights = [1 / len(_GRID)] * len(_GRID)
    chances = {week: [_came(p, *week) for p in _GRID] for week in seen}
    for _ in range(_ROUNDS if seen else 0):
        next_weights = [0.0] * len(_GRID)
        for week, times in seen.items():
            likely = [w * chance for w, chance in zip(weights, chances[week], strict=True)]
            total = sum(likely)
            for place, value in enumerate(likely):
                next_weights[place] += times * value / total
        weights = _shares(next_weights)
    return weights


def _came(p: float, times: int, of: int) -> float:
    """The chance of these days, for somebody of whom it is known that they came at all."""
    return p**times * (1 - p) ** (of - times) / (1 - (1 - p) ** of)


def _posterior(times: int, of: int) -> list[float]:
    """What `p` may be after this many days of so many (Jeffreys' prior)."""
    return _shares([p ** (times - 0.5) * (1 - p) ** (of - times - 0.5) for p in _GRID])


def _shares(weights: Sequence[float]) -> list[float]:
    total = sum(weights)
    return [weight / total for weight in weights]
