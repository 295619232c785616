"""What is new in the shop since a customer was here last: of what they take, and of its sort."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.visits import Product


@dataclass(frozen=True, slots=True)
class Added:
    """A product that is sold since `at`."""

    product: Product
    at: int


@dataclass(frozen=True, slots=True)
class PriceChange:
    """A product that costs another price since `at`; it was `was` before."""

    product: Product
    was: int
    at: int


def news_of(
    added: Iterable[Added],
    changes: Iterable[PriceChange],
    *,
    taken: Collection[Product],
    value: ValueReceived | None = None,
) -> list[GreetingLine]:
    """The latest new product of a category that they take, and the first price of what they take that is
    another one now, with the value that they have received by then.
    """
    lines, theirs = list[GreetingLine](), {product.id for product in taken}
    for change in changes:
        if change.product.id in theirs and change.was != change.product.price:
            line = GreetingLine(
                LineKind.PRICE_SINCE, at=change.at, product=change.product, was=change.was, value=value
            )
            lines.append(line)
            break
    sorts = {product.category for product in taken if product.category}
    new = [each for each in added if each.product.category in sorts and each.product.id not in theirs]
    if new:
        latest = max(new, key=lambda each: each.at)
        lines.append(GreetingLine(LineKind.NEW_SINCE, at=latest.at, product=latest.product))
    return lines
