"""The shop's week in half-hours, and how much a visit at one tells of another."""

from datetime import datetime
from functools import cache
from math import exp
from typing import Final

A_DAY: Final = 48
CELLS: Final = 7 * A_DAY
CLOCK_SPREAD_MINUTES: Final = 38.0
CLOCK_REACH: Final = 3
"""So many half-hours before and after tell anything."""
SAME_KIND_OF_DAY: Final = 0.5
OTHER_KIND_OF_DAY: Final = 0.2
SATURDAY: Final = 5


def half_hour(local: datetime) -> int:
    """The half-hour of the week that a local time lies in; 0 is Monday's first."""
    return local.weekday() * A_DAY + local.hour * 2 + local.minute // 30


def following(cell: int) -> int:
    return (cell + 1) % CELLS


@cache
def telling(cell: int) -> dict[int, float]:
    """Half-hour → what a visit then says of `cell`: all of it at the same clock on the same weekday, half on
    another day of the kind (weekday or weekend), a fifth otherwise; by the clock a bell of 38 minutes."""
    day, clock = divmod(cell, A_DAY)
    found = {}
    for other in range(7):
        kind = SAME_KIND_OF_DAY if (day >= SATURDAY) == (other >= SATURDAY) else OTHER_KIND_OF_DAY
        for apart in range(-CLOCK_REACH, CLOCK_REACH + 1):
            bell = exp(-((30 * apart / CLOCK_SPREAD_MINUTES) ** 2) / 2)
            found[other * A_DAY + (clock + apart) % A_DAY] = bell * (1.0 if day == other else kind)
    return found
