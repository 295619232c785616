"""What is known of every customer's visits, in a few numbers each: a hundred thousand fit into six megabytes.

Customers are counted from 0 in the order in which they were first seen. Times are days as a fraction.
"""

from array import array
from collections.abc import Sequence
from typing import Final

GAP_KEPT: Final = 0.85
"""What each further gap leaves of the weight of those before it."""
USUAL_DAYS: Final = 2.0
"""What is assumed of a gap before any is known, and for how much that counts: half a gap of four days."""
USUAL_WEIGHT: Final = 0.5

A_CLOCK_WAS_WRONG_DAYS: Final = 1.0
"""A visit so long before one that was told earlier says that the other's clock ran ahead."""


class Regulars:
    """Parallel columns: the last and first visit, how many, the usual gap, how many on the last day."""

    def __init__(self) -> None:
        self.last, self.first = array("d"), array("d")
        self.count = array("i")
        self.gap = array("f")
        self._gaps_weight, self._gaps_days = array("f"), array("f")
        self._day = array("i")
        self._on_day = array("h")

    def __len__(self) -> int:
        return len(self.count)

    def add(self) -> int:
        """Make room for one more; give their number."""
        number = len(self)
        for column in (self.last, self.first, self.gap, self._gaps_weight, self._gaps_days):
            column.append(0.0)
        for counts in (self.count, self._day, self._on_day):
            counts.append(0)
        self._clear(number)
        return number

    def came(self, number: int, at: float, day: int) -> None:
        """A visit at `at`, on the shop's day `day` (an ordinal)."""
        if self.count[number] == 0:
            self.first[number] = self.last[number] = at
        elif at >= self.last[number]:
            self._gaps_weight[number] = GAP_KEPT * self._gaps_weight[number] + 1
            self._gaps_days[number] = GAP_KEPT * self._gaps_days[number] + at - self.last[number]
            self.gap[number] = (self._gaps_days[number] + USUAL_DAYS) / (
                self._gaps_weight[number] + USUAL_WEIGHT
            )
            self.last[number] = at
        else:
            self.first[number] = min(self.first[number], at)
            if self.last[number] - at > A_CLOCK_WAS_WRONG_DAYS:
                self.last[number] = at
        self.count[number] += 1
        if day > self._day[number]:
            self._day[number], self._on_day[number] = day, 0
        if day == self._day[number]:
            self._on_day[number] = min(self._on_day[number] + 1, 1000)

    def recount(self, number: int, visits: Sequence[tuple[float, int]]) -> None:
        """Forget what was counted and count these visits, the oldest first."""
        self._clear(number)
        for at, day in visits:
            self.came(number, at, day)

    def times_on(self, number: int, day: int) -> int:
        return self._on_day[number] if self._day[number] == day else 0

    def _clear(self, number: int) -> None:
        self.last[number] = self.first[number] = 0.0
        self.count[number] = self._day[number] = self._on_day[number] = 0
        self._gaps_weight[number] = self._gaps_days[number] = 0.0
        self.gap[number] = USUAL_DAYS / USUAL_WEIGHT
