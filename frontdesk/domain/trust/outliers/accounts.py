"""Two accounts of one card's last days, and how much better the one tells them than the other.

* *honest*: on each day, or on each since some day, the person comes with some chance `p`, at hours of their
  own or at the shop's, and is served as the others around that time were. Somebody known may also come as
  they always did when this one is at the till, and as they always did when not: a standing pair;
* *friend*: the same, and from some day on there is a stamp besides at nearly every shift of this one, at any
  time of the shift, perhaps with nothing noted as bought.

A day without a visit tells as much as one with: at this one's shift it speaks against the friend, while
they are off against the faithful customer. The ratio is averaged over all that is not known, so that it is
an e-value: in an honest shop its mean is at most 1 (V. Vovk and R. Wang, E-values: calibration, combination
and applications, 2021).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, log1p
from operator import add
from typing import Final

from frontdesk.domain.trust.outliers.habits import GRID
from frontdesk.domain.trust.outliers.rarity import log_mean_exp

_FAVOURED: Final = (0.95, 0.75)
_NEW_HABIT: Final = 0.2
_STANDING: Final = 0.3
_FRIENDS_BUY: Final = 0.1
"""How often a purchase is noted at a friend's stamp all the same, against anybody's."""
_LOGS: Final = tuple((log(p), log1p(-p)) for p in GRID)


@dataclass(frozen=True, slots=True)
class Day:
    """One open day of a card, as seen from one member of staff.

    `hours` has each visit, and for each sort of person how likely its hour is (rhythm.py); `mine` those of
    them at which this one stamped. `share` is the part of the day's other customers whom this one served,
    `served` on how many visits of the card by this one to reckon, on a day on which it comes.
    """

    day: int
    on_shift: bool
    hours: Sequence[Sequence[float]]
    mine: Sequence[Sequence[float]]
    share: float
    served: float
    noted: int

    @property
    def besides(self) -> bool:
        """Was the card stamped by somebody else as well?"""
        return len(self.mine) < len(self.hours)


@dataclass(frozen=True, slots=True)
class Known:
    """What was known before these days.

    How likely each chance of `GRID` is, and each sort of person by their hours; whether the person was ever
    here; of those who were, on how many of this one's days and of the others they came; the part of the
    shop's stamps at which a purchase is noted.
    """

    rates: Sequence[float]
    sorts: Sequence[float]
    was_here: bool
    standing: tuple[float, float] | None
    noted: float


def weigh(days: Sequence[Day], known: Known) -> tuple[float, int]:
    """How much better "friend" tells the days (log of the e-value), and the place of the day it began.

    By whom and when the card was stamped while it was not for the friend's sake, both tell alike. Whether
    friends buy as anybody does, or hardly ever, nobody knows: the one is as likely as the other.
    """
    hours = [sum(map(log, sort)) for sort in zip(*(each for day in days for each in day.hours), strict=True)]
    as_honest = _came(days, known) + log_mean_exp(hours, known.sorts)
    told: list[tuple[float, int]] = []
    bare = 0.0
    for begun, came in _friend_came(days, known.rates):
        hours = list(map(add, hours, _any_time(days[begun])))
        bare += _without_purchase(days[begun], known.noted)
        purchases = log_mean_exp([0.0, bare], [0.5, 0.5])
        told.append((came + log_mean_exp(hours, known.sorts) + purchases, begun))
    # It began on one of these days, each as likely as another; those not told would not tell it better.
    as_friend = log_mean_exp([each for each, _ in told], [1 / len(days)] * len(told))
    return as_friend - as_honest, max(told)[1]


def _any_time(day: Day) -> Iterator[float]:
    """log of how much better it is told, for each sort, that one of this one's stamps, nobody knows which,
    was given at any time of the shift than that the card came at its hour and was served by this one."""
    scale = len(day.mine) * day.served
    return (log(sum(1 / each for each in sort) / scale) for sort in zip(*day.mine, strict=True))


def _came(days: Sequence[Day], known: Known) -> float:
    """log likelihood of the days with one habit all along, with a new one from one of the days on, or with
    the habit that a standing pair had.

    Before their first day here, nobody could have expected a newcomer.
    """
    whole = sum(bool(day.hours) for day in days)
    told = [log_mean_exp(_often(whole, len(days)), known.rates)]
    weights = [1 - _NEW_HABIT]
    sofar = 0
    for begun, day in enumerate(days):
        if day.hours:
            expected = known.was_here or sofar
            before = log_mean_exp(_often(sofar, begun), known.rates) if expected else 0.0
            told.append(before + log_mean_exp(_often(whole - sofar, len(days) - begun), known.rates))
            weights.append(_NEW_HABIT / len(days))
            sofar += 1
    habit = log_mean_exp(told, weights)
    if known.standing is None:
        return habit
    here, away = known.standing
    stood = sum(_chance(bool(day.hours), here if day.on_shift else away) for day in days)
    return log_mean_exp([habit, stood], [1 - _STANDING, _STANDING])


@cache
def _often(times: int, of: int) -> list[float]:
    """log of the chance to come on so many days of so many, for each chance of `GRID`."""
    return [times * to_come + (of - times) * not_to for to_come, not_to in _LOGS]


def _chance(happened: bool, p: float) -> float:
    return log(p) if happened else log1p(-p)


def _friend_came(days: Sequence[Day], rates: Sequence[float]) -> Iterator[tuple[int, float]]:
    """For each day on which it may have begun, the latest first: log likelihood of the card's coming, and of
    its being stamped at this one's shifts and not at others."""
    came = sum(bool(day.hours) for day in days)
    stamped = missed = only = 0
    away = 0.0
    for begun in range(len(days) - 1, -1, -1):
        day = days[begun]
        if day.mine:
            stamped += 1
            if not day.besides:
                only += 1
                away += 1 - day.share
            often = _often(came - only, len(days) - only)
            told = [
                log_mean_exp(list(map(add, often, besides)), rates)
                for besides in _besides(stamped, missed, only, away)
            ]
            yield begun, log_mean_exp(told, [1 / len(_FAVOURED)] * len(_FAVOURED))
        missed += day.on_shift and not day.mine


def _besides(stamped: int, missed: int, only: int, away: float) -> Iterator[list[float]]:
    """log of the chance of the stamps since it began, for each `_FAVOURED` and chance of `GRID`.

    At a shift there is a stamp with the chance `favoured`, or else because the card came; on the days with
    the friend's stamp `only`, it did not come to the others, who had the part `away` of these days.
    """
    for favoured in _FAVOURED:
        certain = (stamped - only) * log(favoured) + missed * log1p(-favoured)
        yield [
            certain + only * log(favoured + (1 - favoured) * p) + away * not_to
            for p, (_, not_to) in zip(GRID, _LOGS, strict=True)
        ]


def _without_purchase(day: Day, usual: float) -> float:
    """log of how much better a friend who hardly buys tells what was noted with this one's stamps that day
    than the shop's `usual` part of stamps that have a purchase does."""
    unnoted = len(day.mine) - day.noted
    return day.noted * log(_FRIENDS_BUY) + unnoted * log((1 - _FRIENDS_BUY * usual) / (1 - usual))
