"""Everybody's habit at one half-hour of the week, the strongest in front, made in small portions."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from typing import Final

from frontdesk.domain.regulars.wall.habits import AT_ANY_HOUR, Habits
from frontdesk.domain.regulars.wall.week import telling

FRONT: Final = 1500
"""About so many stand in front and are looked at one by one; the others wait behind the last of them."""
PORTION: Final = 16_384
_SAMPLED: Final = 2000


class Standing:
    """`order` has (score, negative; customer) of those in front; nobody else has a habit above `behind`.

    A score is the habit times `settled(customer)`, as it was when it was last reckoned. `work` makes it ready
    by and by; `add` keeps it right, meanwhile and after.
    """

    def __init__(self, cell: int, habits: Habits, settled: Callable[[int], float]) -> None:
        self.cell = cell
        self.ready = False
        self.behind = 0.0
        self.order: list[tuple[float, int]] = []
        self._habit = habits.at_any_hour[:]
        self._score: dict[int, float] = {}
        self._habits = habits
        self._settled = settled
        self._telling = telling(cell)
        self._counted: set[int] = set()
        self._changed: set[int] = set()
        self._steps = self._make()

    def work(self, enough: int | None = None) -> None:
        """Do about `enough` small steps, a tenth of a microsecond each; without it, all that is left."""
        done = 0
        while not self.ready and (enough is None or done < enough):
            step = next(self._steps, None)
            self.ready = step is None
            done += step or 0

    def add(self, customer: int, cell: int, weight: float) -> None:
        """The habits have just taken in a visit."""
        while customer >= len(self._habit):
            self._habit.append(0.0)
        self._habit[customer] += AT_ANY_HOUR * weight
        if cell in self._counted:
            self._habit[customer] += self._telling[cell] * weight
        if self.ready:
            self._place(customer)
        else:
            self._changed.add(customer)

    def score(self, customer: int) -> float:
        """The settled score of anybody; only of one that is ready."""
        known = self._score.get(customer)
        return self._habit[customer] * self._settled(customer) if known is None else known

    def lower(self, behind: float) -> None:
        """Bring all to the front whose habit is above `behind`."""
        called = [
            customer
            for customer, habit in enumerate(self._habit)
            if habit > behind and customer not in self._score
        ]
        self.behind = behind
        self._call(called)

    def _make(self) -> Iterator[int]:
        """Each portion yields how many steps it took."""
        for cell, telling_ in self._telling.items():
            habit, (customers, weights) = self._habit, self._habits.at(cell)
            for customer, weight in zip(customers, weights, strict=True):
                habit[customer] += telling_ * weight
            self._counted.add(cell)
            yield len(customers)
        yield from self._choose()

    def _choose(self) -> Iterator[int]:
        sample = sorted(self._habit[:: len(self._habit) // _SAMPLED + 1])
        wanted = FRONT * len(sample) // max(len(self._habit), 1)
        self.behind = sample[-1 - wanted] if wanted < len(sample) else -1.0
        front: list[int] = []
        self._changed.clear()
        for begun in range(0, len(self._habit), PORTION):
            part = self._habit[begun : begun + PORTION]
            behind = self.behind
            front += [customer for customer, habit in enumerate(part, begun) if habit > behind]
            yield PORTION // 2
        self._call([customer for customer in {*front, *self._changed} if self._habit[customer] > self.behind])

    def _call(self, customers: list[int]) -> None:
        for customer in customers:
            self._score[customer] = self._habit[customer] * self._settled(customer)
        self.order += [(-self._score[customer], customer) for customer in customers]
        self.order.sort()

    def _place(self, customer: int) -> None:
        """Move somebody whose habit has changed to their new place."""
        before = self._score.pop(customer, None)
        if before is not None:
            del self.order[bisect_left(self.order, (-before, customer))]
        if self._habit[customer] > self.behind:
            self._score[customer] = self._habit[customer] * self._settled(customer)
            insort(self.order, (-self._score[customer], customer))
