"""What a search or the wall shows of a customer: enough for a tile, no more."""

from dataclasses import dataclass
from enum import StrEnum


class Badge(StrEnum):
    """The one small sign on a tile, the most important first."""

    ALLERGY = "ALLERGY"
    REQUEST = "REQUEST"
    REWARD = "REWARD"
    BIRTHDAY = "BIRTHDAY"


@dataclass(frozen=True, slots=True)
class Hit:
    """One customer in a list of results or on the wall.

    `balance` and `goal` are those of the shop's first programme. `phone_tail` is the last four digits,
    or empty.
    """

    customer_id: int
    name: str
    called: str
    spoken: str
    phone_tail: str
    has_photo: bool
    visits: int
    last_at: int | None
    balance: int = 0
    goal: int = 0
    badge: Badge | None = None

    @property
    def address(self) -> str:
        return self.called or self.name
