"""The feedback card: "How are we doing?", in the language of the customer who takes it home."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, Canvas, CodeSquare, printed_code
from frontdesk.printing.lettering import Lettering
from frontdesk.texts import texts_for
from frontdesk.wording.prints import feedback_words

_MARGIN: Final = 4.0
_MARGIN_ABOVE: Final = 3.4  # less than at the side: the lines bring some of their own
_GAP: Final = 3.0  # between the text and the square
_SQUARE_MARGIN: Final = 2.75
_SQUARE_WISHED: Final = 38.0

_SHOP: Final = Lettering(3.4, 2.3, lines=2, bold=True)
_QUESTION: Final = Lettering(6.4, 2.9, lines=3, bold=True)
_INVITATION: Final = Lettering(2.8, 2.1, lines=4)
_CODE_LABEL: Final = Lettering(2.3, 1.9, lines=1)
_CODE: Final = Lettering(3.0, 2.1, lines=2, bold=True)
_CODE_ROOM: Final = 5.8  # one line, or two of the smallest where wide letters meet a large square
_THANKS: Final = Lettering(2.5, 2.0, lines=2)
_QUESTION_ROOM: Final = 14.8
_HEART: Final = 2.2
_HEART_ROOM: Final = 3.2
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class FeedbackCardPrint:
    """One feedback card. `url` is in the square; `code` is the same card's, for the voice or the pen.

    `language` is the customer's; `customer_name` may be empty, for a card that lies at the till for anybody.
    """

    shop_name: str
    url: str
    code: str
    language: str
    customer_name: str = ""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """Draw the words on the left and the square on the right."""
        square = CodeSquare(self.url, place.height() - 2 * _SQUARE_MARGIN, wished=_SQUARE_WISHED)
        aside = max(_SQUARE_MARGIN, (place.height() - square.side) / 2 * 0.6)
        corner = QPointF(place.right() - aside - square.side, place.center().y() - square.side / 2)
        canvas.code(square, corner)
        column = QRectF(
            place.left() + _MARGIN, place.top() + _MARGIN_ABOVE, 0, place.height() - 2 * _MARGIN_ABOVE
        )
        column.setRight(corner.x() - _GAP)
        self._paint_words(canvas, column)

    def _paint_words(self, canvas: Canvas, column: QRectF) -> None:
        """Set the words from the bottom up and from the top down; the invitation takes what is between."""
        words = feedback_words(texts_for(self.language), self.customer_name)
        x, width = column.left(), column.width()
        bottom = column.bottom()
        thanks = QRectF(x + _HEART_ROOM, bottom - 7.0, width - _HEART_ROOM, 7.0)
        height = canvas.text(words.thanks, _THANKS, thanks, ACCENT, _AT_BOTTOM)
        canvas.heart(QPointF(x + _HEART / 2, bottom - height / 2), _HEART)
        bottom -= height + 0.9
        code = QRectF(x, bottom - _CODE_ROOM, width, _CODE_ROOM)
        bottom -= canvas.text(printed_code(self.code), _CODE, code, INK, _AT_BOTTOM)
        label = QRectF(x, bottom - 3.4, width, 3.4)
        bottom -= canvas.text(words.code_label, _CODE_LABEL, label, QUIET_INK, _AT_BOTTOM) + 1.0

        top = column.top()
        top += canvas.text(self.shop_name, _SHOP, QRectF(x, top, width, 8.2), ACCENT) + 1.2
        spare = bottom - top - 0.6 - canvas.least_height(words.invitation, _INVITATION, width)
        question = QRectF(x, top, width, min(_QUESTION_ROOM, spare))
        top += canvas.text(words.question, _QUESTION, question, INK) + 0.6
        canvas.text(words.invitation, _INVITATION, QRectF(x, top, width, bottom - top), INK)
