"""The day-close slip: as narrow as a receipt, with the ledger's end large enough to read aloud."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from frontdesk.domain.day_close import DayClose
from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, Canvas, CodeSquare
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import SheetLayout
from frontdesk.texts import texts_for
from frontdesk.wording.day_close import slip_words

#: One slip on a page of its own, of a receipt printer's width.
SLIP_PAGE: Final = SheetLayout(80.0, 150.0, 80.0, 150.0)

_MARGIN: Final = 6.0
_GAP: Final = 3.0
_FIGURE_WIDTH: Final = 14.0
_SQUARE_ROOM: Final = 40.0
_SQUARE_WISHED: Final = 30.0

_SHOP: Final = Lettering(5.0, 3.2, lines=2, bold=True)
_TITLE: Final = Lettering(4.2, 3.2, lines=1, bold=True)
_QUIET: Final = Lettering(3.4, 2.6, lines=2)
_FIGURE_WORDS: Final = Lettering(3.4, 2.6, lines=2)
_FIGURE: Final = Lettering(3.8, 2.8, lines=1, bold=True)
_ANCHOR: Final = Lettering(8.0, 5.0, lines=1, bold=True)
_PURPOSE: Final = Lettering(3.2, 2.4, lines=6)
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class DayCloseSlipPrint:
    """One slip. The square holds `COUNT:HASH`, as `frontdesk verify --anchor` takes it."""

    close: DayClose

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The day at the top, its figures, the ledger's end in large type and as a square, what it is for."""
        words = slip_words(texts_for(self.close.language), self.close)
        column = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        y = column.top()
        for text, lettering, colour in (
            (self.close.shop_name, _SHOP, ACCENT),
            (words.title, _TITLE, INK),
            (words.when, _QUIET, QUIET_INK),
            (self.close.till_name, _QUIET, QUIET_INK),
        ):
            y += self._put(canvas, text, lettering, column, y, colour) + 0.6
        y += _GAP
        for text, figure in words.lines:
            y += self._paint_figure(canvas, text, figure, column, y) + 0.8
        y += _GAP
        if self.close.anchor is not None:
            for label, value in (
                (words.count_label, str(self.close.anchor.entries)),
                (words.hash_label, self.close.anchor.short_hash),
            ):
                y += self._put(canvas, label, _QUIET, column, y, QUIET_INK)
                y += self._put(canvas, value, _ANCHOR, column, y, INK) + 0.8
            square = CodeSquare(str(self.close.anchor), _SQUARE_ROOM, wished=_SQUARE_WISHED)
            canvas.code(square, QPointF(column.center().x() - square.side / 2, y + _GAP / 2))
            y += square.side + _GAP
        self._put(canvas, words.purpose, _PURPOSE, column, y, INK)

    @staticmethod
    def _put(
        canvas: Canvas, text: str, lettering: Lettering, column: QRectF, y: float, colour: QColor
    ) -> float:
        room = QRectF(column.left(), y, column.width(), column.bottom() - y)
        return canvas.text(text, lettering, room, colour, _CENTRED)

    @staticmethod
    def _paint_figure(canvas: Canvas, text: str, figure: str, column: QRectF, y: float) -> float:
        """The words on the left, their number on the right; returns the height of the higher one."""
        height = column.bottom() - y
        words = QRectF(column.left(), y, column.width() - _FIGURE_WIDTH, height)
        number = QRectF(words.right(), y, _FIGURE_WIDTH, height)
        taken = canvas.text(text, _FIGURE_WORDS, words, INK)
        return max(taken, canvas.text(figure, _FIGURE, number, INK))
