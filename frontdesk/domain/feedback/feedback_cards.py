"""Feedback cards: each printed card has a signed code of its own, recorded when it is issued."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes

CHECK_LETTERS: Final = 3


class CardFormat(StrEnum):
    """What is printed. TENT, POSTER and SCREEN have one code for everybody who sees them."""

    CARD = "CARD"
    """A business card, ten to an A4 page, or a single one."""
    FORM = "FORM"
    """All five questions with boxes and lines, four to an A4 page."""
    TENT = "TENT"
    """Half a page, folded, for a table."""
    POSTER = "POSTER"
    RECEIPT = "RECEIPT"
    """On the paper of a receipt printer, 58 or 80 mm wide."""
    SCREEN = "SCREEN"
    """On the customer's screen."""


SHARED: Final = frozenset({CardFormat.TENT, CardFormat.POSTER, CardFormat.SCREEN})


class LinkWay(StrEnum):
    """Where a square on a card leads: the shop's own page on its Wi-Fi, a message, a hosted form."""

    PAGE = "PAGE"
    MESSAGE = "MESSAGE"
    FORM = "FORM"


@dataclass(frozen=True, slots=True)
class CardLink:
    """One square of a card."""

    way: LinkWay
    url: str


@dataclass(frozen=True, slots=True)
class FeedbackCard:
    """One printed card. `customer_id` is None for a card that lies at the till for anybody; `links` are its
    squares, the best first, none where it comes back on paper only. `host_id` is whose face is on it.
    """

    id: int
    code: str
    number: int
    links: tuple[CardLink, ...]
    language: str
    issued_at: int
    customer_id: int | None = None
    format: CardFormat = CardFormat.CARD
    host_id: int | None = None

    @property
    def shared(self) -> bool:
        return self.format in SHARED

    @property
    def url(self) -> str:
        """Where its first square leads; the bare code where there is none."""
        return self.links[0].url if self.links else self.code

    @property
    def short(self) -> str:
        """The short code."""
        return short_code(self.number, self.code)


def short_code(number: int, code: str) -> str:
    """What a person keys in of a card: its number and the last letters of its code, as in "231-K7Q".

    It tells cards of one shop apart and a slip of the finger from a card; it proves nothing, so it is for
    staff at the till only.
    """
    return f"{number}-{code[-CHECK_LETTERS:]}"


@dataclass(frozen=True, slots=True)
class IssuedCards:
    """Cards just recorded; print only these."""

    cards: tuple[FeedbackCard, ...]
    changes: Changes
