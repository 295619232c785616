"""The sheet with a recovery code: one page, from which a person types two lines, or scans a square."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.team.pins import PinCode
from frontdesk.printing.canvas import ACCENT, INK, PAPER, QUIET_INK, Canvas, CodeSquare
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import A4, SheetLayout
from frontdesk.printing.shop_foot import paint_contacts, paint_logo
from frontdesk.texts import texts_for
from frontdesk.wording.pins import code_sheet_words

PIN_CODE_PAGE: Final = SheetLayout(*A4, *A4)

_MARGIN: Final = 22.0
_GAP: Final = 5.0
_LOGO: Final = 20.0
_ALL_LINES: Final = 12

_SHOP: Final = Lettering(9.0, 5.0, lines=2, bold=True)
_TITLE: Final = Lettering(6.4, 4.6, lines=2, bold=True)
_QUIET: Final = Lettering(4.0, 3.4, lines=2)
_WORDS: Final = Lettering(4.8, 3.6, lines=_ALL_LINES)
_CODE: Final = Lettering(9.0, 7.0, lines=1, bold=True)

_BOX_PADDING: Final = 7.0
_LINE: Final = 15.0
_NUMBER_WIDTH: Final = 12.0
_CORNER: Final = 3.0
_SQUARE: Final = 36.0


@dataclass(frozen=True, slots=True)
class PinCodePrint:
    """The page, in the language of the counter."""

    code: PinCode
    shop: ShopSigns

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop and whose code it is, the two lines, the square, and how to use them."""
        words = code_sheet_words(texts_for(self.code.language), self.code.member.name, self.code.day)
        page = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        across = paint_logo(canvas, self.shop, QRectF(page.left(), page.top(), page.width() / 3, _LOGO))
        beside = page.adjusted(across + _GAP if across else 0.0, 0, 0, 0)
        y = page.top() + _put(canvas, self.shop.name, _SHOP, beside, page.top(), ACCENT)
        y = max(y, page.top() + _LOGO if across else 0.0) + _GAP
        for text, lettering, colour, gap in (
            (words.title, _TITLE, INK, 1.0),
            (words.printed, _QUIET, QUIET_INK, _GAP),
            (words.purpose, _WORDS, INK, _GAP / 2),
            (words.keeping, _WORDS, INK, _GAP),
        ):
            y += _put(canvas, text, lettering, page, y, colour) + gap
        y = self._paint_lines(canvas, page, y) + _GAP
        square = CodeSquare("".join(self.code.lines).replace(" ", ""), _SQUARE, wished=_SQUARE)
        canvas.code(square, QPointF(page.left(), y))
        right, below = page.adjusted(square.side + _GAP, 0, 0, 0), y + square.side + _GAP
        for text in (words.using, words.letters):
            y += _put(canvas, text, _WORDS, right, y, INK) + _GAP / 2
        _put(canvas, words.secret, _WORDS, page, max(y, below), INK)
        paint_contacts(canvas, self.shop, page)

    def _paint_lines(self, canvas: Canvas, page: QRectF, y: float) -> float:
        """The lines on white, each with its number; returns where the box ends."""
        height = 2 * _BOX_PADDING + _LINE * len(self.code.lines)
        box = QRectF(page.left(), y, page.width(), height)
        canvas.rounded(box, PAPER, _CORNER)
        inner = box.adjusted(_BOX_PADDING, _BOX_PADDING, -_BOX_PADDING, -_BOX_PADDING)
        for number, line in enumerate(self.code.lines, 1):
            row = QRectF(inner.left(), inner.top() + (number - 1) * _LINE, inner.width(), _LINE)
            canvas.text(str(number), _QUIET, row.adjusted(0, 3.6, 0, 0), QUIET_INK)
            groups = line.split()
            width = (row.width() - _NUMBER_WIDTH) / len(groups)
            for column, group in enumerate(groups):
                at = QRectF(row.left() + _NUMBER_WIDTH + column * width, row.top(), width, row.height())
                canvas.text(group, _CODE, at, INK)
        return box.bottom()


def _put(canvas: Canvas, text: str, lettering: Lettering, page: QRectF, y: float, colour: QColor) -> float:
    return canvas.text(text, lettering, QRectF(page.left(), y, page.width(), page.bottom() - y), colour)
