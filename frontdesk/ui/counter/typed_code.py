"""The code of a feedback card in the search: it opens its card, and never greets whoever happens to match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from frontdesk.domain.refusals import RefusalCode, Refused

_FULL: Final = 17


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What has the shape of a card's code; `number` is that of the card, None where no card has it."""

    number: int | None

    @property
    def refused(self) -> Refused | None:
        """Why Enter does nothing with it."""
        return Refused(RefusalCode.UNKNOWN_CARD) if self.number is None else None


def typed_code(desk: Any, text: str) -> TypedCode | None:
    """Whether a feedback card is meant by what was typed; a name or a telephone's end means none."""
    from frontdesk.domain.feedback.card_codes import (  # nobody types before the first frame
        is_like_short,
        read_short,
    )

    like_short = is_like_short(text)
    if not (like_short or len(text) >= _FULL or read_short(text)):
        return None
    card = desk.responses.card(text)
    if card is not None:
        return TypedCode(card.number)
    return TypedCode(None) if like_short else None


def holds_card(desk: Any, text: str) -> bool:
    """Is it a message, or an address, with the code of a card in it?"""
    try:
        desk.pasted_answers.read(text)
    except Refused:
        return False
    return True
