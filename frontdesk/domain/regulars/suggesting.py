"""One honest suggestion: what others take along with what this customer orders, or what is new of its sort.

Pure counting. A suggestion tells its own numbers, and there is none where the numbers are small.
"""

from collections import Counter
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.regulars.visits import Product

Item = TypeVar("Item", bound=Hashable)

LEAST_ORDERS = 20
"""Of so many orders at least one must speak."""
LEAST_SHARE = 0.25
LEAST_LIFT = 1.3
"""So much oftener than with anything else must it be taken along."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to offer, and why: it is new since `since`; or it was taken along in `times` of `orders`
    orders of `along` at this part of the day.
    """

    product: Product
    since: int | None = None
    along: Product | None = None
    part: DayPart = DayPart.MORNING
    times: int = 0
    orders: int = 0


@dataclass(frozen=True, slots=True)
class Companion(Generic[Item]):
    """`item` was in `times` of the `orders` orders that had `along`."""

    item: Item
    along: Item
    times: int
    orders: int


class Together(Generic[Item]):
    """Counts what the shop's customers order together, apart for each part of the day."""

    def __init__(self) -> None:
        self._orders: Counter[DayPart] = Counter()
        self._with: Counter[tuple[DayPart, Item]] = Counter()
        self._pairs: dict[tuple[DayPart, Item], Counter[Item]] = {}

    def observe(self, part: DayPart, order: Collection[Item]) -> None:
        """Count one order; how many of a thing there were does not matter."""
        things = set(order)
        if not things:
            return
        self._orders[part] += 1
        for item in things:
            self._with[part, item] += 1
            self._pairs.setdefault((part, item), Counter()).update(things - {item})

    def companion(
        self, part: DayPart, order: Collection[Item], unwanted: Collection[Item] = ()
    ) -> Companion[Item] | None:
        """What is taken along with one of `order` most, if that is often enough and not just what everybody
        takes anyway. Nothing of `order` or `unwanted`.
        """
        found = [
            Companion(item, along, times, self._with[part, along])
            for along in dict.fromkeys(order)
            for item, times in self._pairs.get((part, along), Counter()).items()
            if item not in order and item not in unwanted and self._is_telling(part, along, item, times)
        ]
        return max(found, key=lambda each: each.times / each.orders, default=None)

    def popular(self, part: DayPart, k: int) -> list[Item]:
        """What most order at this part of the day, where there were enough orders to tell."""
        if self._orders[part] < LEAST_ORDERS:
            return []
        ordered = {item: times for (when, item), times in self._with.items() if when is part}
        return sorted(ordered, key=ordered.__getitem__, reverse=True)[:k]

    def _is_telling(self, part: DayPart, along: Item, item: Item, times: int) -> bool:
        orders = self._with[part, along]
        if orders < LEAST_ORDERS or times < LEAST_SHARE * orders:
            return False
        everybodys = self._with[part, item] / self._orders[part]
        return times / orders >= LEAST_LIFT * everybodys
