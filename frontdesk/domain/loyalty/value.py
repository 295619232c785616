"""What a customer has had from the shop's programmes so far, and their time with the shop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueReceived:
    """Rewards that were taken and stand: of `priced` of them it is known what they were worth together, in
    the currency's smallest unit. `since` is the first of them.
    """

    rewards: int = 0
    priced: int = 0
    worth: int = 0
    since: int | None = None


@dataclass(frozen=True, slots=True)
class YearTogether:
    """Somebody's time with the shop: since when where that is known, visits in all and in the year before,
    what they take most, and what they have had. What was undone is in none of it.
    """

    since: int | None
    visits: int
    visits_in_year: int
    favourite: str
    received: ValueReceived
