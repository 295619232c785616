"""What the shop's customers order together: counted beside the window, asked at each greeting."""

import threading
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Final

from frontdesk.domain.day_parts import DayPart, day_part
from frontdesk.domain.days import DAY
from frontdesk.domain.people.avoiding import avoided
from frontdesk.domain.regulars.greeting import OF_CARE, GreetingLine, LineKind
from frontdesk.domain.regulars.suggesting import Suggestion, Together
from frontdesk.domain.regulars.visits import Product
from frontdesk.services.shop import ShopService
from frontdesk.storage.regulars import habits
from frontdesk.storage.store import Store

COUNTED_DAYS: Final = 120
MOST_ORDERS: Final = 50_000
POPULAR_LOOKED_AT: Final = 12
POPULAR_SHOWN: Final = 3


class SuggestingService:
    """`refresh` counts, on a worker's thread; `one` only looks up. Before the first count there is none."""

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop
        self._lock = threading.Lock()
        self._together: Together[int] = Together()

    def refresh(self, now: int) -> None:
        """Count anew what was ordered together lately."""
        zone, together = self._shop.facts().zone, Together[int]()
        for at, order in habits.orders_since(self._store.read(), now - COUNTED_DAYS * DAY, MOST_ORDERS):
            together.observe(day_part(datetime.fromtimestamp(at / 1000, zone).hour), order)
        with self._lock:
            self._together = together

    def one(
        self,
        now: int,
        *,
        order: Sequence[Product],
        taken: Collection[int],
        sold: Iterable[Product],
        lines: Sequence[GreetingLine],
        allergies: Sequence[str],
    ) -> Suggestion | None:
        """The one thing to offer with `order`, which they have not `taken` lately; None for nothing.

        While there is something to mind or to put right, nothing is offered, and what is new is offered only
        where it is not the greeting's first line anyway.
        """
        if any(line.kind in OF_CARE for line in lines):
            return None
        fine = {product.id: product for product in sold if not avoided(product.name, allergies)}
        if lines and lines[0].kind is LineKind.NEW_SINCE:
            return None
        new = next((line for line in lines if line.kind is LineKind.NEW_SINCE), None)
        if new is not None and new.product is not None and new.product.id in fine:
            return Suggestion(new.product, since=new.at)
        return self._along(now, order, taken, fine)

    def popular(self, now: int, sold: Iterable[Product], allergies: Sequence[str]) -> tuple[Product, ...]:
        """What most order at this time of day, of what they may have."""
        fine = {product.id: product for product in sold if not avoided(product.name, allergies)}
        with self._lock:
            together = self._together
        most = together.popular(self._part(now), POPULAR_LOOKED_AT)
        return tuple(fine[item] for item in most if item in fine)[:POPULAR_SHOWN]

    def _part(self, now: int) -> DayPart:
        return day_part(datetime.fromtimestamp(now / 1000, self._shop.facts().zone).hour)

    def _along(
        self, now: int, order: Sequence[Product], taken: Collection[int], fine: dict[int, Product]
    ) -> Suggestion | None:
        part = self._part(now)
        with self._lock:
            together = self._together
        ordered = {product.id: product for product in order}
        found = together.companion(part, list(ordered), taken)
        if found is None or found.item not in fine:
            return None
        return Suggestion(
            fine[found.item],
            along=ordered[found.along],
            part=part,
            times=found.times,
            orders=found.orders,
        )
