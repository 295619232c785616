"""Every customer's visits by the half-hour of the week, the newest counting most.

A visit's weight doubles with each 60 days that it is later, so that nothing has to be halved as time goes by;
what weighs less than a 256th of a visit today is forgotten.
"""

from __future__ import annotations

from array import array
from typing import Final

from frontdesk.domain.regulars.wall.week import CELLS

HALF_LIFE_DAYS: Final = 60.0
AT_ANY_HOUR: Final = 0.002
"""What a visit at quite another hour still tells."""
FORGOTTEN: Final = 2.0**-8
_TIDY_FROM: Final = 64
_MOST_HALF_LIVES: Final = 1000.0


class Habits:
    """The weights. Customers are numbers from 0."""

    def __init__(self) -> None:
        self._who = [array("i") for _ in range(CELLS)]
        self._weight = [array("d") for _ in range(CELLS)]
        self._tidied = [_TIDY_FROM] * CELLS
        self.at_any_hour = array("d")
        """By customer: what all their visits tell of any half-hour, however far off by the clock."""
        self._began: float | None = None
        self._newest = 0.0

    def weight_at(self, at: float) -> float:
        """What a visit at `at` (days) weighs beside others.

        A clock that jumps ahead counts as two months at most, or one visit dated wrongly would outweigh all.
        """
        if self._began is None:
            self._began = self._newest = at
        self._newest = max(self._newest, min(at, self._newest + HALF_LIFE_DAYS))
        return self.scale(min(at, self._newest))

    def scale(self, at: float) -> float:
        """What one visit at `at` would weigh."""
        half_lives = (at - (self._began or 0.0)) / HALF_LIFE_DAYS
        return float(2.0 ** max(min(half_lives, _MOST_HALF_LIVES), -_MOST_HALF_LIVES))

    def add(self, number: int, cell: int, weight: float) -> None:
        """A visit, or with a negative weight one that is taken back."""
        while number >= len(self.at_any_hour):
            self.at_any_hour.append(0.0)
        self.at_any_hour[number] += AT_ANY_HOUR * weight
        self._who[cell].append(number)
        self._weight[cell].append(weight)
        if len(self._who[cell]) > self._tidied[cell]:
            self._tidy(cell, abs(weight) * FORGOTTEN)

    def at(self, cell: int) -> tuple[array[int], array[float]]:
        """Who came in a half-hour of the week, and what each of these visits weighs."""
        return self._who[cell], self._weight[cell]

    def _tidy(self, cell: int, least: float) -> None:
        """Add up each customer's weights; drop what has decayed."""
        summed: dict[int, float] = {}
        for number, weight in zip(self._who[cell], self._weight[cell], strict=True):
            summed[number] = summed.get(number, 0.0) + weight
        kept = {number: weight for number, weight in summed.items() if weight > least}
        self._who[cell], self._weight[cell] = array("i", kept), array("d", kept.values())
        self._tidied[cell] = 2 * len(kept) + _TIDY_FROM
