"""The reward debt: what the shop has promised and not given yet, in rewards and in money.

What is owed is what the cards offer: the rewards that could be taken now, one after the other. The stamps
that are left over are on the way to the nearest reward, each worth its share of it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from frontdesk.domain.loyalty.cards import Lot, card_view
from frontdesk.domain.loyalty.earning import matches
from frontdesk.domain.loyalty.programmes import Programme, Reward, RewardKind
from frontdesk.domain.regulars.visits import Product

WorthOf = Callable[[Reward], int]
"""What a reward is worth, in the currency's smallest unit; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What one card is owed: `free` rewards, of which `priced` are worth `worth` together, and `left`
    stamps more.
    """

    free: int = 0
    priced: int = 0
    worth: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Owing:
    """One person's rewards that are ready, over all their cards."""

    customer_id: int
    free: int
    worth: int


@dataclass(frozen=True, slots=True)
class Debt:
    """What all cards are owed, and `on_the_way` so many stamps, worth `way_worth`. `people` are those of
    the lists to whom a reward is ready, `first` the ones who are owed most.
    """

    free: int = 0
    priced: int = 0
    worth: int = 0
    on_the_way: int = 0
    way_worth: int = 0
    people: tuple[int, ...] = ()
    first: tuple[Owing, ...] = ()


def owed(programme: Programme, balance: int, at: int, lots: Sequence[Lot], worth_of: WorthOf) -> Owed:
    """What a balance is owed at `at`. `lots` matter only where the terms have changed, as for any card."""
    left, free, priced, worth = max(balance, 0), 0, 0, 0
    for offer, times in card_view(programme, balance, at, lots).in_turn():
        each = worth_of(offer.reward)
        free, left = free + times, left - times * offer.reward.price
        priced, worth = priced + times * (each > 0), worth + times * each
    return Owed(free, priced, worth, left if programme.span.earns(at) else 0)


def on_the_way(programme: Programme, stamps: int, at: int, worth_of: WorthOf) -> int:
    """What so many stamps are worth on their way to the nearest reward."""
    nearest = programme.terms_at(at).cheapest
    return stamps * worth_of(nearest) // nearest.price if nearest is not None else 0


def as_lots(balance: int, since: Mapping[int, int]) -> tuple[Lot, ...]:
    """What is left of a balance, told by what was earned `since` each of some moments: the latest stamps
    are the ones that are left, so those before a moment are what the stamps since then do not make up.
    """
    lots, before = [], 0
    for moment in sorted(since):
        older = max(balance - since[moment], before)
        lots.append(Lot(0, 0, older - before, moment - 1))
        before = older
    lots.append(Lot(0, 0, balance - before, max(since, default=0)))
    return tuple(reversed(lots))


def usual_worth(reward: Reward, given: int, products: Sequence[Product]) -> int:
    """What a reward is worth that may be one of several things: what it was `given` for on average, where
    that is known, or the middle of the prices of what it may be. A percentage is of nobody knows what.
    """
    if reward.kind is RewardKind.AMOUNT_OFF:
        return reward.value
    prices = [each.price for each in products if each.price and matches(reward, each)]
    if reward.kind is not RewardKind.FREE_ITEM or not (given or prices):
        return 0
    worth = given or round(median(prices))
    return worth if reward.up_to is None else min(worth, reward.up_to)
