"""Terms that promise nothing that could be kept are refused before they are."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from frontdesk.domain.loyalty.programmes import (
    MAX_GOAL,
    MIN_GOAL,
    MOST_REWARDS,
    Accrual,
    Basis,
    Boost,
    Expiry,
    Gifts,
    PassTerms,
    ProgrammeKind,
    Reward,
    RewardKind,
    Terms,
)
from frontdesk.domain.loyalty.stamping import MOST_PAID_AT_ONCE

MOST_MONEY: Final = MOST_PAID_AT_ONCE
LEAST_FACTOR, MOST_FACTOR = 2, 10
MOST_BOOSTS: Final = 20
MOST_NAMED: Final = 200
"""Products, and kinds of product, that one rule names."""
MOST_MONTHS: Final = 120
MOST_DAYS: Final = 365
"""Of a pass, and of any warning."""
MOST_BIRTHDAY_DAYS: Final = 60
MOST_VISITS: Final = 1000


class TermsFault(StrEnum):
    """Why terms cannot be kept as they are."""

    NO_REWARD = "NO_REWARD"
    PRICE = "PRICE"
    TOO_MANY_REWARDS = "TOO_MANY_REWARDS"
    PERCENT = "PERCENT"
    MONEY = "MONEY"
    TOO_MANY_NAMED = "TOO_MANY_NAMED"
    NO_STEP = "NO_STEP"
    NUMBER = "NUMBER"
    BIRTHDAY = "BIRTHDAY"
    HOURS = "HOURS"
    FACTOR = "FACTOR"
    TOO_MANY_HOURS = "TOO_MANY_HOURS"
    MONTHS = "MONTHS"
    NO_PERIOD = "NO_PERIOD"
    PERIOD = "PERIOD"
    VISITS = "VISITS"
    WARNING = "WARNING"


class BadTerms(ValueError):
    """Terms that promise nothing that could be kept; `fault` says what is wrong first."""

    def __init__(self, fault: TermsFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def check_terms(kind: ProgrammeKind, terms: Terms) -> None:
    """Raises `BadTerms` with the first fault."""
    found = _stamps_faults(terms) if kind is ProgrammeKind.STAMPS else _pass_faults(kind, terms.passes)
    if (first := next(found, None)) is not None:
        raise BadTerms(first)


def _pass_faults(kind: ProgrammeKind, passes: PassTerms | None) -> Iterator[TermsFault]:
    if passes is None or passes.months + passes.days < 1 or min(passes.months, passes.days) < 0:
        yield TermsFault.NO_PERIOD
        return
    if passes.months > MOST_MONTHS or passes.days > MOST_DAYS:
        yield TermsFault.PERIOD
    counted = kind is ProgrammeKind.PASS
    if counted != (passes.visits > 0):
        yield TermsFault.NUMBER
    if not 0 <= passes.visits <= MOST_VISITS:
        yield TermsFault.VISITS
    if not 0 <= passes.price <= MOST_MONEY:
        yield TermsFault.MONEY
    if not 0 <= passes.warn_days <= MOST_DAYS:
        yield TermsFault.WARNING


def _stamps_faults(terms: Terms) -> Iterator[TermsFault]:
    yield from _rewards_faults(terms.rewards)
    yield from _accrual_faults(terms.accrual)
    yield from _gift_faults(terms.gifts)
    yield from _boost_faults(terms.accrual.boosts)
    yield from _expiry_faults(terms.expiry)


def _rewards_faults(rewards: Sequence[Reward]) -> Iterator[TermsFault]:
    if not rewards:
        yield TermsFault.NO_REWARD
    if len(rewards) > MOST_REWARDS:
        yield TermsFault.TOO_MANY_REWARDS
    if not all(MIN_GOAL <= reward.price <= MAX_GOAL for reward in rewards):
        yield TermsFault.PRICE
    numbers = {reward.number for reward in rewards}
    if len(numbers) < len(rewards) or min(numbers, default=1) < 1:
        yield TermsFault.NUMBER
    for reward in rewards:
        yield from _reward_faults(reward)


def _reward_faults(reward: Reward) -> Iterator[TermsFault]:
    if reward.kind is RewardKind.PERCENT_OFF and not 1 <= reward.value <= 100:
        yield TermsFault.PERCENT
    least = 1 if reward.kind is RewardKind.AMOUNT_OFF else 0
    if not least <= reward.value <= MOST_MONEY:
        yield TermsFault.MONEY
    if reward.up_to is not None and not 1 <= reward.up_to <= MOST_MONEY:
        yield TermsFault.MONEY
    if len(reward.products) > MOST_NAMED or len(reward.categories) > MOST_NAMED:
        yield TermsFault.TOO_MANY_NAMED


def _accrual_faults(accrual: Accrual) -> Iterator[TermsFault]:
    if accrual.basis is Basis.AMOUNT and accrual.step < 1:
        yield TermsFault.NO_STEP
    if not 0 <= accrual.step <= MOST_MONEY:
        yield TermsFault.MONEY
    counts = (accrual.stamps, accrual.most_per_visit, accrual.most_per_day)
    if any(count is not None and not 1 <= count <= MAX_GOAL for count in counts):
        yield TermsFault.NUMBER
    if len(accrual.products) > MOST_NAMED or len(accrual.categories) > MOST_NAMED:
        yield TermsFault.TOO_MANY_NAMED


def _gift_faults(gifts: Gifts) -> Iterator[TermsFault]:
    stamps = (gifts.welcome, gifts.birthday, gifts.friend, gifts.referrer)
    if not all(0 <= gift <= MAX_GOAL for gift in stamps):
        yield TermsFault.NUMBER
    if not 0 <= gifts.birthday_days <= MOST_BIRTHDAY_DAYS:
        yield TermsFault.BIRTHDAY


def _boost_faults(boosts: Sequence[Boost]) -> Iterator[TermsFault]:
    if not all(_sound_hours(boost) for boost in boosts):
        yield TermsFault.HOURS
    if not all(LEAST_FACTOR <= boost.factor <= MOST_FACTOR for boost in boosts):
        yield TermsFault.FACTOR
    if len(boosts) > MOST_BOOSTS:
        yield TermsFault.TOO_MANY_HOURS


def _sound_hours(boost: Boost) -> bool:
    in_a_day = 0 <= boost.from_minute < 24 * 60 and 0 < boost.to_minute <= 24 * 60
    in_order = boost.first_day is None or boost.last_day is None or boost.first_day <= boost.last_day
    return (
        in_a_day
        and in_order
        and boost.from_minute != boost.to_minute
        and bool(boost.weekdays)
        and all(0 <= each <= 6 for each in boost.weekdays)
    )


def _expiry_faults(expiry: Expiry | None) -> Iterator[TermsFault]:
    if expiry is None:
        return
    if not 1 <= expiry.months <= MOST_MONTHS or expiry.warn_days < 1:
        yield TermsFault.MONTHS
    if expiry.warn_days > MOST_DAYS:
        yield TermsFault.WARNING
