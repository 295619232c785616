"""Each format of a feedback card: how it is drawn, and the page that it is for."""

from collections.abc import Callable
from typing import Final

from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.feedback_prints import CardSetting
from frontdesk.printing.feedback_card import FeedbackCardPrint
from frontdesk.printing.feedback_form import FeedbackFormPrint
from frontdesk.printing.feedback_parts import FeedbackPrint
from frontdesk.printing.feedback_poster import POSTER_PAGE, FeedbackPosterPrint
from frontdesk.printing.feedback_receipt import FeedbackReceiptPrint, receipt_layout
from frontdesk.printing.feedback_tent import TENT_PAGE, FeedbackTentPrint
from frontdesk.printing.page import BUSINESS_CARDS, FORM_A6, FORMS_ON_A4, SINGLE_CARD, SheetLayout

_PRINTS: Final[dict[CardFormat, Callable[[FeedbackCard, CardSetting, str], FeedbackPrint]]] = {
    CardFormat.CARD: FeedbackCardPrint,
    CardFormat.FORM: FeedbackFormPrint,
    CardFormat.TENT: FeedbackTentPrint,
    CardFormat.POSTER: FeedbackPosterPrint,
    CardFormat.RECEIPT: FeedbackReceiptPrint,
}
PRINTED: Final = tuple(_PRINTS)
"""The formats that come out on paper."""


def feedback_print(card: FeedbackCard, setting: CardSetting, customer_name: str = "") -> FeedbackPrint:
    """A card in the format in which it was issued."""
    return _PRINTS[card.format](card, setting, customer_name)


def feedback_page(print_: FeedbackPrint, *, single: bool, paper: int = 80) -> SheetLayout:
    """The page for such a print: `single` on one of its own size where it would else share a sheet. A
    receipt's is as long as that receipt, on `paper` of so many millimetres.
    """
    if isinstance(print_, FeedbackReceiptPrint):
        return receipt_layout(print_, paper)
    match print_.card.format:
        case CardFormat.CARD:
            return SINGLE_CARD if single else BUSINESS_CARDS
        case CardFormat.FORM:
            return FORM_A6 if single else FORMS_ON_A4
        case CardFormat.TENT:
            return TENT_PAGE
    return POSTER_PAGE
