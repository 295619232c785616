"""What a purchase earns: a programme's accrual rule applied to what was bought, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from frontdesk.domain.loyalty.programmes import Accrual, Basis, Boost, Reward
from frontdesk.domain.regulars.visits import Product


@dataclass(frozen=True, slots=True)
class Purchase:
    """What was bought in one act: `taps` of the stamp button, products, or an amount of money.

    `people` is how many buy on one card: the caps count for each of them.
    """

    taps: int = 0
    items: tuple[Product, ...] = ()
    amount: int = 0
    people: int = 1


@dataclass(frozen=True, slots=True)
class SoFar:
    """What this person has earned by buying in this programme already, before boosts.

    `amount` is the money of the visit before this act, `for_amount` the stamps that it gave; `people_today`
    is how many have bought on a shared card today.
    """

    in_visit: int = 0
    today: int = 0
    amount: int = 0
    for_amount: int = 0
    people_today: int = 0


@dataclass(frozen=True, slots=True)
class Earned:
    """Stamps before boosts, what the hour adds to them, and what a cap held back."""

    base: int = 0
    boost: int = 0
    clipped: int = 0


def matches(rule: Accrual | Reward, product: Product) -> bool:
    """Does the rule name this product, or none at all?"""
    named = bool(rule.products or rule.categories)
    return not named or product.id in rule.products or product.category in rule.categories


def earned(accrual: Accrual, purchase: Purchase, so_far: SoFar, local: datetime) -> Earned:
    """What one act earns. `local` is the moment on the shop's own clock."""
    wished = wanted(accrual, purchase, so_far)
    base = within_caps(accrual, wished, so_far, purchase.people)
    return Earned(base, base * (factor(accrual.boosts, local) - 1), wished - base)


def within_caps(accrual: Accrual, stamps: int, so_far: SoFar, people: int = 1) -> int:
    """So many of `stamps` as the caps of a visit and a day leave room for."""
    room = stamps
    if accrual.most_per_visit is not None:
        room = min(room, accrual.most_per_visit * people - so_far.in_visit)
    if accrual.most_per_day is not None:
        room = min(room, accrual.most_per_day * max(people, so_far.people_today) - so_far.today)
    return max(room, 0)


def factor(boosts: Sequence[Boost], local: datetime) -> int:
    """By how much is what is earned now multiplied? Of several boosts the best one counts."""
    return max((boost.factor for boost in boosts if _holds(boost, local)), default=1)


def wanted(accrual: Accrual, purchase: Purchase, so_far: SoFar) -> int:
    """What a purchase earns before boosts if no cap holds anything back."""
    if accrual.basis is Basis.VISIT:
        return max(accrual.stamps * purchase.people - so_far.in_visit, 0)
    if accrual.basis is Basis.AMOUNT:
        whole = (so_far.amount + purchase.amount) // accrual.step * accrual.stamps
        return max(whole - so_far.for_amount, 0) + purchase.taps
    named = bool(accrual.products or accrual.categories)
    each = [accrual.stamps if named else item.stamps for item in purchase.items if matches(accrual, item)]
    return sum(each) + purchase.taps * (accrual.stamps if named else 1)


def _holds(boost: Boost, local: datetime) -> bool:
    minute = local.hour * 60 + local.minute
    day = local.date()
    over_midnight = boost.from_minute > boost.to_minute
    if over_midnight and minute < boost.to_minute:
        day -= timedelta(days=1)
    elif over_midnight:
        if minute < boost.from_minute:
            return False
    elif not boost.from_minute <= minute < boost.to_minute:
        return False
    return (
        day.weekday() in boost.weekdays
        and (boost.first_day is None or boost.first_day <= day)
        and (boost.last_day is None or day <= boost.last_day)
    )
