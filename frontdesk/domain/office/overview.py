"""How the shop stands with its people in a period: ten figures, each beside what it is compared with."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import mean
from typing import Final

from frontdesk.domain.days import DAY
from frontdesk.domain.office.periods import Part, Period, Span, Step
from frontdesk.domain.regulars.slipping import KNOWN_FOR, VISIT_DAYS

REGULAR_VISITS: Final = VISIT_DAYS
REGULAR_FOR: Final = KNOWN_FOR * DAY
"""A regular came so often, from the first time to the last over so long."""

FEW: Final = 5
"""Of fewer answers, or people at the door, no mean is told: one more would turn it over."""


class FigureName(StrEnum):
    """In the order in which they are shown."""

    VISITS = "VISITS"
    REGULARS = "REGULARS"
    NEW = "NEW"
    RETURNING = "RETURNING"
    SLIPPING = "SLIPPING"
    STAMPS = "STAMPS"
    REWARDS = "REWARDS"
    PROMISES = "PROMISES"
    MOOD = "MOOD"
    DOOR = "DOOR"


class Trend(StrEnum):
    MORE = "MORE"
    SAME = "SAME"
    FEWER = "FEWER"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of one span: `value` is None where nothing was measured; `of` is how many it was measured on,
    `parts` what those come to, one by one.

    Of VISITS `of` is how many people came; of MOOD the value is the mean face, of DOOR the median in seconds.
    """

    value: float | None
    of: int = 0
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure now, and in each of the spans that it is compared with; then step by step, now and (as a mean)
    before. What is still to come is None.
    """

    name: FigureName
    now: Told
    before: tuple[Told, ...] = ()
    course: tuple[float | None, ...] = ()
    course_before: tuple[float, ...] = ()

    @property
    def usual(self) -> float | None:
        """What it was before, on average; None where there is nothing to compare it with."""
        told = [each.value for each in self.before if each.value is not None]
        return mean(told) if told else None

    @property
    def trend(self) -> Trend | None:
        """Is it more, or fewer, than chance alone would make of what was before? Only a count has a trend."""
        if self.usual is None or self.now.value is None or self.name not in _COUNTS:
            return None
        chance = sqrt(self.usual * (1 + 1 / len(self.before)))
        if abs(self.now.value - self.usual) <= max(chance, 1.0):
            return Trend.SAME
        return Trend.MORE if self.now.value > self.usual else Trend.FEWER


_COUNTS: Final = frozenset(FigureName) - {
    FigureName.SLIPPING,
    FigureName.PROMISES,
    FigureName.MOOD,
    FigureName.DOOR,
}


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures of one period, read in one go. `compared` are the spans that they are compared with: the
    same weekdays before a day, or the one span before any other; empty where the shop was not open yet.

    `parts` are the steps of `span`; `greet_within_s` is how soon whoever comes in is to be greeted;
    `has_visits` is whether anybody ever came.
    """

    period: Period
    span: Span
    compared: tuple[Span, ...]
    step: Step
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    greet_within_s: int
    is_over: bool
    has_visits: bool

    def of(self, name: FigureName) -> Figure:
        return next(figure for figure in self.figures if figure.name is name)


@dataclass(frozen=True, slots=True)
class SlippingFigure:
    """Who is missed now, quiet and lost; how many began to be in a span, and in each that it is compared
    with.
    """

    quiet: int
    lost: int
    began: int
    began_before: tuple[int, ...] = ()
