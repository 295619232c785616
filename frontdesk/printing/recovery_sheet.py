"""The recovery sheet: one page from which a person types the ledger's key in again, or scans it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from frontdesk.domain.trust.key_custody import RecoverySheet
from frontdesk.printing.canvas import ACCENT, INK, PAPER, QUIET_INK, Canvas, CodeSquare
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import A4, SheetLayout
from frontdesk.printing.shop_foot import paint_contacts
from frontdesk.texts import texts_for
from frontdesk.wording.key_custody import sheet_words

#: One page, drawn to its edges.
RECOVERY_PAGE: Final = SheetLayout(*A4, *A4)

_MARGIN: Final = 22.0
_GAP: Final = 5.0
_ALL_LINES: Final = 12

_SHOP: Final = Lettering(9.0, 5.0, lines=2, bold=True)
_TITLE: Final = Lettering(6.4, 4.6, lines=2, bold=True)
_QUIET: Final = Lettering(4.0, 3.4, lines=2)
_WORDS: Final = Lettering(4.8, 3.6, lines=_ALL_LINES)
_KEY: Final = Lettering(8.0, 6.0, lines=1, bold=True)

_KEY_BOX_PADDING: Final = 7.0
_KEY_LINE: Final = 13.0
_NUMBER_WIDTH: Final = 12.0
_CORNER: Final = 3.0
_SQUARE: Final = 41.0


@dataclass(frozen=True, slots=True)
class RecoverySheetPrint:
    """The page, in the language of the counter."""

    sheet: RecoverySheet

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop and what the sheet is for, the four lines, the square, and how to use them."""
        words = sheet_words(texts_for(self.sheet.language), self.sheet.day)
        page = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        y = page.top()
        for text, lettering, colour, gap in (
            (self.sheet.shop.name, _SHOP, ACCENT, 1.0),
            (words.title, _TITLE, INK, 1.0),
            (words.printed, _QUIET, QUIET_INK, _GAP),
            (words.purpose, _WORDS, INK, _GAP / 2),
            (words.keeping, _WORDS, INK, _GAP),
        ):
            y += self._put(canvas, text, lettering, page, y, colour) + gap
        y = self._paint_key(canvas, page, y) + _GAP
        square = CodeSquare(self.sheet.code, _SQUARE, wished=_SQUARE)
        canvas.code(square, QPointF(page.left(), y))
        beside, below = page.adjusted(square.side + _GAP, 0, 0, 0), y + square.side + _GAP
        for text in (words.using, words.letters):
            y += self._put(canvas, text, _WORDS, beside, y, INK) + _GAP / 2
        self._put(canvas, words.secret, _WORDS, page, max(y, below), INK)
        paint_contacts(canvas, self.sheet.shop, page)

    @staticmethod
    def _put(
        canvas: Canvas, text: str, lettering: Lettering, page: QRectF, y: float, colour: QColor
    ) -> float:
        room = QRectF(page.left(), y, page.width(), page.bottom() - y)
        return canvas.text(text, lettering, room, colour)

    def _paint_key(self, canvas: Canvas, page: QRectF, y: float) -> float:
        """The four lines on white, each with its number; returns where the box ends."""
        height = 2 * _KEY_BOX_PADDING + _KEY_LINE * len(self.sheet.lines)
        box = QRectF(page.left(), y, page.width(), height)
        canvas.rounded(box, PAPER, _CORNER)
        inner = box.adjusted(_KEY_BOX_PADDING, _KEY_BOX_PADDING, -_KEY_BOX_PADDING, -_KEY_BOX_PADDING)
        for number, line in enumerate(self.sheet.lines, 1):
            row = QRectF(inner.left(), inner.top() + (number - 1) * _KEY_LINE, inner.width(), _KEY_LINE)
            canvas.text(str(number), _QUIET, row.adjusted(0, 3.2, 0, 0), QUIET_INK)
            groups = line.split()
            width = (row.width() - _NUMBER_WIDTH) / len(groups)
            for column, group in enumerate(groups):
                at = QRectF(row.left() + _NUMBER_WIDTH + column * width, row.top(), width, row.height())
                canvas.text(group, _KEY, at, INK)
        return box.bottom()
