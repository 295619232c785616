"""Visits: one attendance of one customer."""

from dataclasses import dataclass

JOIN_WITHIN = 30 * 60 * 1000
"""Milliseconds from a visit's last act within which another act joins it."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One attendance, with what was bought as the shop calls it."""

    id: int
    started_at: int
    last_act_at: int
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """What all visits of one customer add up to."""

    visits: int = 0
    first_at: int | None = None
    last_at: int | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """Something the shop sells; `price` in the currency's smallest unit, `stamps` earned by one."""

    id: int
    name: str
    price: int = 0
    icon: str = "coffee"
    stamps: int = 1
