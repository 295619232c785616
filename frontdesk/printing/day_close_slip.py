"""The day-close slip: as narrow as a receipt, with the ledger's end large enough to read aloud."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from frontdesk.domain.paper.day_close import DayClose
from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, Canvas, CodeSquare
from frontdesk.printing.lettering import Lettering, set_text
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.shop_foot import contacts_line, paint_contacts
from frontdesk.texts import texts_for
from frontdesk.wording.day_close import SlipWords, slip_words

_WIDTH: Final = 80.0  # a receipt printer's
_HEIGHT: Final = 165.0  # of a day with nothing apart and seven rows of staff
_ALWAYS: Final = (5, 7)  # so many figures, and rows of staff
_FIGURE_HEIGHT: Final = 8.0  # at most, in every script; what is over is white paper
_ROW_HEIGHT: Final = 5.6

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
_STAFF: Final = Lettering(3.0, 2.0, lines=1)
_ANCHOR: Final = Lettering(8.0, 5.0, lines=1, bold=True)
_PURPOSE: Final = Lettering(3.2, 2.4, lines=6)
_COMMAND: Final = Lettering(2.8, 1.8, lines=1)
_CONTACTS: Final = Lettering(2.8, 2.0, lines=4, typed=True)
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class DayCloseSlipPrint:
    """One slip. The square holds `COUNT:HASH`, as `frontdesk verify --anchor` takes it."""

    close: DayClose

    @property
    def page(self) -> SheetLayout:
        """A page of its own, as long as the day was: receipt paper comes from a roll."""
        words = slip_words(texts_for(self.close.language), self.close)
        figures, rows = len(words.lines), len(words.staff) + len(words.calls)
        more = max(figures - _ALWAYS[0], 0) * _FIGURE_HEIGHT + max(rows - _ALWAYS[1], 0) * _ROW_HEIGHT
        height = _HEIGHT + more + self._contacts_height()
        return SheetLayout(_WIDTH, height, _WIDTH, height)

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The day at the top, its figures and people, the ledger's end, what it is for."""
        words = slip_words(texts_for(self.close.language), self.close)
        column = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        y = column.top()
        for text, lettering, colour in (
            (self.close.shop.name, _SHOP, ACCENT),
            (words.title, _TITLE, INK),
            (words.when, _QUIET, QUIET_INK),
            (self.close.till_name, _QUIET, QUIET_INK),
        ):
            y += self._put(canvas, text, lettering, column, y, colour) + 0.6
        y += _GAP
        for text, figure in words.lines:
            y += self._paint_row(canvas, (text, figure), column, y) + 0.8
        y += _GAP / 2
        for number, row in enumerate(words.staff):
            y += self._paint_row(canvas, row, column, y, _STAFF, INK if number else QUIET_INK) + 0.3
        for number, line in enumerate(words.calls):
            y += _GAP / 2 if not number else 0
            y += canvas.text(line, _STAFF, _below(column, y), INK if number else QUIET_INK) + 0.3
        y += _GAP / 2
        if self.close.anchor is not None:
            y = self._paint_anchor(canvas, self.close.anchor, words, column, y)
        y += self._put(canvas, words.purpose, _PURPOSE, column, y, INK) + 0.8
        self._put(canvas, words.command, _COMMAND, column, y, QUIET_INK)
        paint_contacts(canvas, self.close.shop, column, _CONTACTS)

    def _contacts_height(self) -> float:
        said = contacts_line(self.close.shop)
        return set_text(said, _CONTACTS, _WIDTH - 2 * _MARGIN, _HEIGHT).height if said else 0.0

    def _paint_anchor(
        self, canvas: Canvas, anchor: PaperAnchor, words: SlipWords, column: QRectF, y: float
    ) -> float:
        """The ledger's end for a camera and beside it for the eye; returns where the rest begins."""
        square = CodeSquare(str(anchor), _SQUARE_ROOM, wished=_SQUARE_WISHED)
        canvas.code(square, QPointF(column.left(), y))
        beside, below = column.adjusted(square.side + _GAP, 0, 0, 0), y
        for label, value in ((words.count_label, str(anchor.entries)), (words.hash_label, anchor.short_hash)):
            below += self._put(canvas, label, _QUIET, beside, below, QUIET_INK)
            below += self._put(canvas, value, _ANCHOR, beside, below, INK) + 0.8
        return max(y + square.side, below) + _GAP

    @staticmethod
    def _put(
        canvas: Canvas, text: str, lettering: Lettering, column: QRectF, y: float, colour: QColor
    ) -> float:
        return canvas.text(text, lettering, _below(column, y), colour, _CENTRED)

    @staticmethod
    def _paint_row(
        canvas: Canvas,
        row: Sequence[str],
        column: QRectF,
        y: float,
        lettering: Lettering = _FIGURE_WORDS,
        colour: QColor = INK,
    ) -> float:
        """The words on the left, their numbers on the right; returns the height of the highest one."""
        height, numbers = column.bottom() - y, row[1:]
        words = column.width() - _FIGURE_WIDTH * len(numbers)
        heights = [canvas.text(row[0], lettering, QRectF(column.left(), y, words, height), colour)]
        for at, number in enumerate(numbers):
            left = column.left() + words + at * _FIGURE_WIDTH
            room = QRectF(left, y, _FIGURE_WIDTH, height)
            heights.append(
                canvas.text(number, _FIGURE if lettering is _FIGURE_WORDS else lettering, room, colour)
            )
        return max(heights)


def _below(column: QRectF, y: float) -> QRectF:
    """What is left of the slip."""
    return QRectF(column.left(), y, column.width(), column.bottom() - y)
