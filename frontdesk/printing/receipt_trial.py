"""The test receipt: the shop's signs, every script that customers read, and a square to scan."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import INK, QUIET_INK, Canvas, CodeSquare
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.receipt import receipt_page
from frontdesk.printing.shop_foot import contacts_line, paint_logo
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for

_HEIGHT: Final = 150.0
"""What is over is white, and not fed out."""

_MARGIN: Final = 6.0
_GAP: Final = 2.6
_LOGO: Final = 16.0
_SQUARE: Final = 30.0

_SHOP: Final = Lettering(6.4, 3.6, lines=2, bold=True)
_SAID: Final = Lettering(4.4, 3.0, lines=2)
_CONTACTS: Final = Lettering(3.4, 2.4, lines=5, typed=True)
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class ReceiptTrialPrint:
    """`paper` is its width, 58 or 80 mm; the square holds the shop's name."""

    shop: ShopSigns
    paper: int

    @property
    def page(self) -> SheetLayout:
        return receipt_page(self.paper, _HEIGHT)

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The logo and the name, a sentence in each language, how to reach the shop, the square."""
        column = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        y = column.top()
        if paint_logo(canvas, self.shop, QRectF(column.left(), y, column.width(), _LOGO), _CENTRED):
            y += _LOGO + _GAP
        lines: list[tuple[str, Lettering, QColor]] = [(self.shop.name, _SHOP, INK)]
        lines += [(works_sentence(code), _SAID, INK) for code in CUSTOMER_LANGUAGES]
        lines += [(contacts_line(self.shop), _CONTACTS, QUIET_INK)]
        for text, lettering, colour in lines:
            if text:
                room = QRectF(column.left(), y, column.width(), column.bottom() - y)
                y += canvas.text(text, lettering, room, colour, _CENTRED) + _GAP
        square = CodeSquare(self.shop.name, column.width(), wished=_SQUARE)
        canvas.code(square, QPointF(column.center().x() - square.side / 2, y + _GAP))


def works_sentence(language: str) -> str:
    """That the printer prints, in the letters of a language."""
    return texts_for(language).gettext("This printer prints.")
