"""What a search or the wall shows of a customer: enough for a tile, no more."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.people.titles import without_title


class Badge(StrEnum):
    """The one small sign on a tile, the most important first."""

    ALLERGY = "ALLERGY"
    COMPLAINT = "COMPLAINT"
    """Something went wrong for them and is not at its end."""
    REQUEST = "REQUEST"
    REWARD = "REWARD"
    BIRTHDAY = "BIRTHDAY"


class FoundBy(StrEnum):
    """What of a customer matched what was typed."""

    NAME = "NAME"
    SOUND = "SOUND"
    PHONE = "PHONE"
    NOTE = "NOTE"
    USUAL = "USUAL"


@dataclass(frozen=True, slots=True)
class Hit:
    """One customer in a list of results or on the wall.

    `balance` and `goal` are those of the shop's first programme. `phone_tail` is the last four digits,
    or empty. `matched` is what was found of `found_by`: the note, the usual order, the number. `by_name` is
    False for who asked not to be called by name: then it may be read, and not heard.
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
    found_by: FoundBy = FoundBy.NAME
    matched: str = ""
    by_name: bool = True

    @property
    def address(self) -> str:
        return self.called or self.name

    @property
    def short(self) -> str:
        """How to address them, without a title: for a tile."""
        return self.called or without_title(self.name)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first.

    `meant` is what the same keys type under another keyboard layout, where that surely finds somebody and
    what was typed does not: the hits of `meant` come first then.
    """

    hits: tuple[Hit, ...] = ()
    meant: str = ""
