"""Visits: one attendance of one customer."""

from dataclasses import dataclass

JOIN_WITHIN = 30 * 60 * 1000
"""Milliseconds from a visit's last act within which another act joins it."""

THIS_VISIT = 4 * JOIN_WITHIN
"""What began, or was asked, within this belongs to the visit that is going on."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One attendance: what was bought as the shop calls it, stamps given, rewards taken, requests made, and
    passes sold or used. `card_of` is on whose shared card it was; `came` who came for this one's.
    """

    id: int
    started_at: int
    last_act_at: int
    items: tuple[str, ...] = ()
    stamps: int = 0
    rewards: int = 0
    requests: int = 0
    passes: int = 0
    card_of: str = ""
    came: str = ""


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """What all visits of one customer add up to."""

    visits: int = 0
    first_at: int | None = None
    last_at: int | None = None

    def returning(self, now: int) -> bool:
        """Were they here before the visit that may be going on at `now`?"""
        first_is_now = self.first_at is not None and now - self.first_at <= THIS_VISIT
        return self.visits > 1 or (self.visits == 1 and not first_is_now)


@dataclass(frozen=True, slots=True)
class Product:
    """Something the shop sells; `price` in the currency's smallest unit, `stamps` earned by one.

    `category` is the shop's own word for its sort ("hot drinks"); a programme may name it.
    """

    id: int
    name: str
    price: int = 0
    icon: str = "coffee"
    stamps: int = 1
    category: str = ""
