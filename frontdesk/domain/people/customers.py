"""A person the shop knows, and what they agreed to. What is worth knowing about them is in facts.py."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

SPOKEN_BETWEEN: Final = " · "
"""Parts how to say what they like to be called from how to say the whole name."""


class Purpose(StrEnum):
    """What a consent is for. Each is asked on its own and never pre-ticked."""

    PHOTO = "PHOTO"
    BIRTHDAY = "BIRTHDAY"
    MESSAGES = "MESSAGES"


BIRTHDAY_AHEAD, BIRTHDAY_BEHIND = 7, 3
"""Days before and after a birthday on which it is told."""


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year; the year itself is rarely told."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        # A leap year accepts 29 February when the year is not known.
        date(self.year or 2000, self.month, self.day)

    def days_from(self, today: date) -> int:
        """Days from `today` to the nearest birthday: negative when it was lately (at most 182 days)."""
        nearest = min(
            (self._in(today.year + shift) - today for shift in (-1, 0, 1)),
            key=lambda gap: abs(gap.days),
        )
        return nearest.days

    def _in(self, year: int) -> date:
        try:
            return date(year, self.month, self.day)
        except ValueError:  # 29 February outside leap years is kept on the 28th
            return date(year, 2, 28)

    def __str__(self) -> str:
        return f"{self.year or '-'}-{self.month:02d}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer as the counter knows them.

    `name` is the full name in the customer's own script; `called` what they like to be called (may be
    empty: then the name is used); `spoken` how to say it in Latin letters. `has_photo` is true only
    while the photo consent stands. `language` is the customer's, a code such as ``lo``. `on_screen` is
    whether the customer's screen may show anything of theirs.
    """

    id: int
    name: str
    called: str = ""
    spoken: str = ""
    phone: str = ""
    email: str = ""
    birthday: Birthday | None = None
    language: str = ""
    has_photo: bool = False
    greet_by_name: bool = True
    created_at: int = 0
    on_screen: bool = True

    @property
    def address(self) -> str:
        """How to address them."""
        return self.called or self.name

    @property
    def told_name(self) -> str:
        """The same where others can read or hear it; empty for who asked not to be called by name."""
        return self.address if self.greet_by_name else ""


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What is typed when a customer is enrolled or edited. Services clean and check every field."""

    name: str
    called: str = ""
    spoken: str = ""
    phone: str = ""
    email: str = ""
    birthday: Birthday | None = None
    language: str = ""
    greet_by_name: bool = True
    allergy: str = ""
    preference: str = ""
    note: str = ""
    consents: frozenset[Purpose] = frozenset()
    on_screen: bool = True


@dataclass(frozen=True, slots=True)
class Consent:
    """The latest word of a customer on one purpose."""

    purpose: Purpose
    granted: bool
    wording: str
    language: str
    at: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records known to be one person: `absorbed` now answers as `kept`, until it is undone."""

    id: int
    kept_id: int
    absorbed_id: int
    absorbed_name: str
    at: int
