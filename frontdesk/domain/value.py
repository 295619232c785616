"""What a customer has had from the shop's programmes so far."""

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
