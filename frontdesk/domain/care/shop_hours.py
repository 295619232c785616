"""When the shop is open, as its owner says it: on each day of the week from when to when."""

from collections.abc import Set
from dataclasses import dataclass
from itertools import groupby
from typing import Final

WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class OpenHours:
    """In minutes of the day. Where `closes` is not after `opens`, it is past midnight."""

    opens: int
    closes: int


WeekHours = tuple[OpenHours | None, ...]
"""Of each day of the week, Monday first; None where nobody said."""

UNSAID: Final[WeekHours] = (None,) * WEEK


@dataclass(frozen=True, slots=True)
class DaysAlike:
    """Days of the week, one after the other, from `first` to `last` (0 is Monday), with the same hours."""

    first: int
    last: int
    hours: OpenHours


def days_alike(week: WeekHours, closed: Set[int]) -> tuple[DaysAlike, ...]:
    """The week in as few lines as say it; what is closed or was not said has none."""
    found = list[DaysAlike]()
    said = [(None if day in closed else hours, day) for day, hours in enumerate(week)]
    for hours, days in groupby(said, key=lambda each: each[0]):
        numbers = [day for _, day in days]
        if hours is not None:
            found.append(DaysAlike(numbers[0], numbers[-1], hours))
    return tuple(found)
