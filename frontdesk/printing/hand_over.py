"""The hand-over of a shift: half a page, in two columns, never more."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from frontdesk.domain.team.hand_over import HandOver
from frontdesk.printing.canvas import ACCENT, EDGE, HAIRLINE, INK, QUIET_INK, Canvas
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import A4, SheetLayout
from frontdesk.printing.shop_foot import paint_contacts
from frontdesk.texts import texts_for
from frontdesk.wording.hand_over import HandOverWords, Section, hand_over_words, more_words

#: The upper half of a page; the lower one stays empty, or takes what is printed next.
HALF_PAGE: Final = SheetLayout(*A4, A4[0], A4[1] / 2, rows=2)

_SIDE, _TOP, _GAP = 12.0, 10.0, 8.0
_HEAD_ROOM, _NOTE_ROOM = 22.0, 14.0
_AFTER_LINE, _BEFORE_HEADING = 0.9, 2.0
_INDENT, _BOX = 5.2, 2.9

_TITLE: Final = Lettering(6.0, 4.4, lines=1, bold=True)
_SHOP: Final = Lettering(4.2, 3.2, lines=1, bold=True)
_QUIET: Final = Lettering(3.3, 2.6, lines=2)
_HEADING: Final = Lettering(3.6, 3.6, lines=1, bold=True)
_LINE: Final = Lettering(3.5, 3.5, lines=2)
_MORE: Final = Lettering(3.5, 3.5, lines=1)
_NOTE: Final = Lettering(3.9, 2.9, lines=2, bold=True)
_CONTACTS: Final = Lettering(2.8, 2.0, lines=2, typed=True)
_LAST: Final = 6.0
"""So much room is left at the end of the second column for how many more there are."""


@dataclass(frozen=True, slots=True)
class HandOverPrint:
    """One page. What finds no room is counted at its end."""

    page: HandOver

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop and the day at the top, what is open in two columns, a word to the next at the bottom."""
        words = hand_over_words(texts_for(self.page.language), self.page)
        whole = place.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        top = self._paint_head(canvas, whole, words)
        bottom = whole.bottom() - paint_contacts(canvas, self.page.shop, whole, _CONTACTS)
        if words.note:
            room = QRectF(whole.left(), bottom - _NOTE_ROOM, whole.width(), _NOTE_ROOM)
            canvas.text(words.note, _NOTE, room.adjusted(0, 3, 0, 0), INK)
            bottom = room.top()
        for told in filter(None, (words.unnamed, words.left_out)):
            bottom -= _LAST
            canvas.text(told, _QUIET, QRectF(whole.left(), bottom, whole.width(), _LAST), QUIET_INK)
        self._paint_sections(canvas, QRectF(whole.left(), top, whole.width(), bottom - top), words)

    def _paint_head(self, canvas: Canvas, whole: QRectF, words: HandOverWords) -> float:
        """Returns where the columns begin."""
        half, y = whole.width() / 2, whole.top()
        left, right = QRectF(whole.left(), y, half, 8), QRectF(whole.left() + half, y, half, 8)
        canvas.text(words.title, _TITLE, left, INK)
        canvas.text(self.page.shop.name, _SHOP, right, ACCENT)
        canvas.text(words.when, _QUIET, left.translated(0, 9), QUIET_INK)
        canvas.text(words.duty, _QUIET, right.translated(0, 9), QUIET_INK)
        rule = y + _HEAD_ROOM - 6
        canvas.painter.setPen(QPen(EDGE, HAIRLINE * 2))
        canvas.painter.drawLine(QPointF(whole.left(), rule), QPointF(whole.right(), rule))
        return y + _HEAD_ROOM - 3

    def _paint_sections(self, canvas: Canvas, room: QRectF, words: HandOverWords) -> None:
        width = (room.width() - _GAP) / 2
        first = QRectF(room.left(), room.top(), width, room.height())
        columns = [first, first.translated(width + _GAP, 0)]
        if words.nothing:
            canvas.text(words.nothing, _LINE, first, INK)
            return
        flow = _Flow(canvas, columns)
        left_over = 0
        for section in words.sections:
            left_over += flow.put(section)
        if left_over:
            flow.end(more_words(texts_for(self.page.language), left_over))


class _Flow:
    """Puts lines below one another, on into the second column, as long as there is room."""

    def __init__(self, canvas: Canvas, columns: list[QRectF]) -> None:
        self._canvas, self._columns = canvas, columns
        self._at, self._y, self._full = 0, columns[0].top(), False

    def put(self, section: Section) -> int:
        """Write a section; returns how many of its lines found no room."""
        if self._full:
            return len(section.lines)
        for place, line in enumerate(section.lines):
            needed = self._height(line)
            headed = place == 0
            if headed:
                needed += self._height_of(section.heading, _HEADING) + _BEFORE_HEADING
            if not self._make_room(needed):
                self._full = True
                return len(section.lines) - place
            if headed or self._is_top:
                self._heading(section.heading)
            self._line(line)
        return 0

    def end(self, words: str) -> None:
        column = self._columns[-1]
        room = QRectF(column.left() + _INDENT, column.bottom() - _LAST, column.width() - _INDENT, _LAST)
        self._canvas.text(words, _MORE, room, QUIET_INK)

    @property
    def _is_top(self) -> bool:
        return self._y == self._columns[self._at].top()

    def _make_room(self, needed: float) -> bool:
        """Go on to the next column where this one is full; False where that was the last."""
        while self._y + needed > self._bottom():
            if self._at + 1 == len(self._columns):
                return False
            self._at += 1
            self._y = self._columns[self._at].top()
        return True

    def _bottom(self) -> float:
        last = self._at + 1 == len(self._columns)
        return self._columns[self._at].bottom() - (_LAST if last else 0.0)

    def _heading(self, words: str) -> None:
        if not self._is_top:
            self._y += _BEFORE_HEADING
        self._y += self._canvas.text(words, _HEADING, self._room(0), ACCENT) + _AFTER_LINE

    def _line(self, words: str) -> None:
        """With a box before it, to be ticked with a pen."""
        self._square(self._columns[self._at].left(), self._y + 0.7)
        self._y += self._canvas.text(words, _LINE, self._room(_INDENT), INK) + _AFTER_LINE

    def _square(self, x: float, y: float, colour: QColor = QUIET_INK) -> None:
        self._canvas.painter.setPen(QPen(colour, HAIRLINE * 2))
        self._canvas.painter.drawRect(QRectF(x, y, _BOX, _BOX))

    def _room(self, indent: float) -> QRectF:
        column = self._columns[self._at]
        return QRectF(column.left() + indent, self._y, column.width() - indent, column.bottom() - self._y)

    def _height(self, line: str) -> float:
        return self._canvas.least_height(line, _LINE, self._columns[0].width() - _INDENT) + _AFTER_LINE

    def _height_of(self, words: str, lettering: Lettering) -> float:
        return self._canvas.least_height(words, lettering, self._columns[0].width()) + _AFTER_LINE
