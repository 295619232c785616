"""What one customer's visits tell: when they come, what they take, what is new to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.avoiding import avoided
from frontdesk.domain.regulars import usual
from frontdesk.domain.regulars.greeting import GreetingLine, UsualItem
from frontdesk.domain.regulars.novelty import news_of
from frontdesk.domain.regulars.visits import THIS_VISIT, Product
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import redemptions
from frontdesk.storage.regulars import habits

BASKETS: Final = 30
USUAL_SHOWN: Final = 3
RHYTHM_FROM: Final = 12
"""Of so many of the latest visits their rhythm is read."""


@dataclass(frozen=True, slots=True)
class Habit:
    """When the latest visits began (newest first), what is sold, what they take of it, what they have had."""

    visited: tuple[int, ...]
    sold: tuple[Product, ...]
    taken: tuple[Product, ...]
    usual: tuple[UsualItem, ...]
    value: ValueReceived

    @classmethod
    def read(cls, db: Db, root_id: int, now: int, zone: ZoneInfo) -> "Habit":
        """Read the habits of one person, as they matter at `now`."""
        sold = shop.products(db)
        products = {product.id: product for product in sold}
        orders = habits.orders_of(db, root_id, BASKETS)
        baskets = [[item for item in items if item in products] for _, items in orders]
        apart = [usual.minutes_apart(_local(now, zone), _local(at, zone)) for at, _ in orders]
        return cls(
            habits.begun(db, root_id, RHYTHM_FROM),
            sold,
            tuple(products[item] for item in {item for basket in baskets for item in basket}),
            tuple(_usual(baskets, products, apart)),
            redemptions.value_received(db, root_id),
        )

    def news(self, db: Db, now: int, allergies: Sequence[str]) -> list[GreetingLine]:
        """What is new to them since the visit before this one; nothing to whoever was never here."""
        before = next((at for at in self.visited if now - at > THIS_VISIT), None)
        if before is None or not self.taken:
            return []
        added = [
            each for each in shop.products_since(db, before) if not avoided(each.product.name, allergies)
        ]
        changes = shop.price_changes_since(db, before)
        return news_of(added, changes, taken=self.taken, value=self.value)


def _usual(
    baskets: Sequence[Sequence[int]], products: Mapping[int, Product], apart: Sequence[float]
) -> Iterator[UsualItem]:
    """What they take most at this time of day; sure where few visits could not make it look so."""
    whole = sum(usual.weights(len(baskets), apart))
    for item, share in usual.ranked(baskets, USUAL_SHOWN, apart):
        yield UsualItem(products[item], share, usual.is_sure(share * whole, whole, len(baskets)))


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone)
