"""Terms that promise nothing that could be kept are refused before they are."""

from enum import StrEnum

from frontdesk.domain.programmes import (
    MAX_GOAL,
    MIN_GOAL,
    MOST_REWARDS,
    Basis,
    Boost,
    PassTerms,
    ProgrammeKind,
    Terms,
)


class TermsFault(StrEnum):
    """Why terms cannot be kept as they are."""

    NO_REWARD = "NO_REWARD"
    PRICE = "PRICE"
    TOO_MANY_REWARDS = "TOO_MANY_REWARDS"
    NO_STEP = "NO_STEP"
    NUMBER = "NUMBER"
    HOURS = "HOURS"
    MONTHS = "MONTHS"
    NO_PERIOD = "NO_PERIOD"


class BadTerms(ValueError):
    """Terms that promise nothing that could be kept; `fault` says what is wrong first."""

    def __init__(self, fault: TermsFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def check_terms(kind: ProgrammeKind, terms: Terms) -> None:
    """Raises `BadTerms` with the first fault."""
    found = _pass_fault(kind, terms.passes) if kind is not ProgrammeKind.STAMPS else _stamps_fault(terms)
    if found is not None:
        raise BadTerms(found)


def _pass_fault(kind: ProgrammeKind, passes: PassTerms | None) -> TermsFault | None:
    if passes is None or passes.months + passes.days < 1 or min(passes.months, passes.days) < 0:
        return TermsFault.NO_PERIOD
    counted = kind is ProgrammeKind.PASS
    if counted != (passes.visits > 0) or passes.price < 0 or passes.warn_days < 0:
        return TermsFault.NUMBER
    return None


def _stamps_fault(terms: Terms) -> TermsFault | None:
    prices = [reward.price for reward in terms.rewards]
    if not prices:
        return TermsFault.NO_REWARD
    if len(prices) > MOST_REWARDS:
        return TermsFault.TOO_MANY_REWARDS
    if min(prices) < MIN_GOAL or max(prices) > MAX_GOAL:
        return TermsFault.PRICE
    if min(numbers := [reward.number for reward in terms.rewards]) < 1 or len(set(numbers)) < len(numbers):
        return TermsFault.NUMBER
    accrual, expiry = terms.accrual, terms.expiry
    if accrual.basis is Basis.AMOUNT and accrual.step < 1:
        return TermsFault.NO_STEP
    counts = (accrual.stamps, accrual.most_per_visit, accrual.most_per_day)
    if any(count is not None and not 1 <= count <= MAX_GOAL for count in counts):
        return TermsFault.NUMBER
    gifts = terms.gifts
    if not all(
        0 <= gift <= MAX_GOAL for gift in (gifts.welcome, gifts.birthday, gifts.friend, gifts.referrer)
    ):
        return TermsFault.NUMBER
    if not all(_sound_hours(boost) for boost in accrual.boosts):
        return TermsFault.HOURS
    if expiry is not None and (not 1 <= expiry.months <= 120 or expiry.warn_days < 1):
        return TermsFault.MONTHS
    return None


def _sound_hours(boost: Boost) -> bool:
    in_a_day = 0 <= boost.from_minute < 24 * 60 and 0 < boost.to_minute <= 24 * 60
    in_order = boost.first_day is None or boost.last_day is None or boost.first_day <= boost.last_day
    return (
        in_a_day
        and in_order
        and boost.from_minute != boost.to_minute
        and 2 <= boost.factor <= 10
        and bool(boost.weekdays)
        and all(0 <= each <= 6 for each in boost.weekdays)
    )
