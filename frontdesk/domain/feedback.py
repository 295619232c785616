"""Feedback cards: each printed card has a signed code of its own, recorded when it is issued."""

from dataclasses import dataclass

from frontdesk.domain.acts import Changes


@dataclass(frozen=True, slots=True)
class FeedbackCard:
    """One printed card. `customer_id` is None for a card that lies at the till for anybody."""

    id: int
    code: str
    url: str
    language: str
    issued_at: int
    customer_id: int | None = None


@dataclass(frozen=True, slots=True)
class IssuedCards:
    """Cards just recorded; print only these."""

    cards: tuple[FeedbackCard, ...]
    changes: Changes
