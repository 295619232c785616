"""What a feedback card shows besides its code, as facts: the shop, the questions, and who asks them."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Question
from frontdesk.domain.paper.shop_signs import ShopSigns

NUMBERED: Final = frozenset({CardFormat.FORM, CardFormat.POSTER})
"""On these the questions stand with their numbers, so that a message may have the numbers alone."""


@dataclass(frozen=True, slots=True)
class CardHost:
    """Whoever hands a card out, or is here: the first name, and the face of those who agreed to be seen."""

    name: str
    photo: bytes | None = None
    manager: bool = False


@dataclass(frozen=True, slots=True)
class CardSetting:
    """What all cards of one batch share; `host` is whose face is on them, or nobody's."""

    shop: ShopSigns
    language: str
    questions: tuple[Question, ...] = ()
    host: CardHost | None = None
