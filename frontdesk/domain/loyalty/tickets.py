"""Tickets: what was sold to somebody who could not be asked for a name just then. They get a face later.

A ticket carries no stamps itself. The ledger is written when it gets a face, so nothing is owed to nobody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY
from frontdesk.domain.regulars.visits import Product

FADES_AFTER: Final = 14 * DAY
"""Nobody remembers a blue helmet for longer: then a ticket leaves the queue, and only the manager sees it."""

_NEAR: Final = 90
_DAY_MINUTES: Final = 24 * 60
_AT_THIS_HOUR: Final = 6


class DropReason(StrEnum):
    """Why a ticket is put away without a face."""

    NOBODY = "NOBODY"
    """Nobody came back for it."""
    SLIP = "SLIP"
    """It was made by mistake."""
    HAS_IT = "HAS_IT"
    """They have had their stamps for it already."""


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """What is noted in a hurry: how they look, how many of which products, stamps for anything else; and
    where money earns stamps what was paid, in the currency's smallest unit.
    """

    label: str = ""
    stamps: int = 0
    items: tuple[tuple[int, int], ...] = ()
    amount: int = 0

    @property
    def things(self) -> int:
        return self.stamps + sum(count for _, count in self.items)

    def summed(self) -> "TicketDraft":
        """The same, with each product once."""
        counts = Counter[int]()
        for product_id, count in self.items:
            counts[product_id] += count
        return replace(self, items=tuple(counts.items()))


@dataclass(frozen=True, slots=True)
class TicketItem:
    """So many of one product."""

    product: Product
    count: int


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it stands. `closed_by` is the key of the act that closed it; None while it waits."""

    id: int
    label: str
    stamps: int
    items: tuple[TicketItem, ...]
    made_at: int
    made_by: str
    closed_by: int | None = None
    amount: int = 0

    @property
    def products(self) -> tuple[Product, ...]:
        """Each thing that was bought, as often as it was."""
        return tuple(item.product for item in self.items for _ in range(item.count))

    def faded(self, now: int) -> bool:
        """Has it left the queue by itself?"""
        return now - self.made_at > FADES_AFTER

    def earned_at(self, claimed_at: int) -> int:
        """When its stamps were earned: when it was made. Made under a clock that was ahead: now."""
        return min(self.made_at, claimed_at)


@dataclass(frozen=True, slots=True)
class TicketOutcome:
    """A ticket after an act on it."""

    ticket: Ticket
    gesture: bytes
    changes: Changes


def likely_first(
    products: Sequence[Product], sold: Iterable[tuple[int, int]], minute: int
) -> tuple[Product, ...]:
    """The products, first those most often sold about this minute of the day. `sold`: (product, minute)."""
    weight = Counter[int]()
    for product_id, then in sold:
        apart = abs(then - minute)
        weight[product_id] += _AT_THIS_HOUR if min(apart, _DAY_MINUTES - apart) <= _NEAR else 1
    return tuple(sorted(products, key=lambda product: -weight[product.id]))
