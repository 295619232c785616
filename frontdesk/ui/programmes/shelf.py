"""What the shop sells and in what money: rules name products and prices."""

from __future__ import annotations

from dataclasses import dataclass

from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.settings.money import price_in_words
from frontdesk.wording.programme_rules import Told


@dataclass(frozen=True)
class Shelf:
    """As it stands when an editor opens."""

    currency: str = ""
    products: tuple[Product, ...] = ()

    @property
    def categories(self) -> tuple[str, ...]:
        """Those that products have, each once."""
        return tuple(sorted({product.category for product in self.products if product.category}))

    def name(self, product_id: int) -> str:
        """A product by its name; one that is no longer sold has none any more."""
        found = next((product for product in self.products if product.id == product_id), None)
        return found.name if found is not None else tr("what is no longer sold")

    def told(self) -> Told:
        """For the sentences of wording/."""
        return Told(lambda price: price_in_words(price, self.currency), self.name)


def shelf_of(counter: Counter) -> Shelf:
    """The shop's shelf now."""
    shop = counter.desk.shop
    return Shelf(shop.settings().currency, shop.products())
