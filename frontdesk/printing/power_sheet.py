"""The power-cut sheet: a table to be ticked with a pen, by candlelight if need be."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from frontdesk.domain.paper.power_sheets import LINES_ON_A_PAGE, MOST_TICKS, PowerSheet, SheetRow
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, EDGE, HAIRLINE, INK, PAPER, QUIET_INK, Canvas
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import A4, SheetLayout
from frontdesk.printing.shop_foot import paint_contacts
from frontdesk.texts import texts_for
from frontdesk.wording.power_sheets import PaperWords, has_words, name_on_paper, page_words, paper_words

#: One page, drawn to its edges.
POWER_SHEET_PAGE: Final = SheetLayout(*A4, *A4)

_SIDE: Final = 13.0
_TOP: Final = 10.0
_HEAD: Final = 34.0
_HEADINGS: Final = 6.5
_ROW: Final = 7.9
_COLUMNS: Final = (10.0, 58.0, 38.0, 24.0, 38.0, 16.0)
_NUMBER_WIDTH: Final = 52.0
_STANDS_WIDTH: Final = 13.0
_FOOT: Final = 10.0
_BELOW_FOOT, _CONTACTS_ROOM = 0.6, 6.0  # a printer leaves the last 3 mm of a page white

_TITLE: Final = Lettering(6.4, 4.6, lines=1, bold=True)
_NUMBER: Final = Lettering(6.4, 4.6, lines=1, bold=True)
_SHOP: Final = Lettering(4.4, 3.2, lines=1, bold=True)
_QUIET: Final = Lettering(3.5, 2.7, lines=1)
_HOW: Final = Lettering(3.7, 2.8, lines=3)
_CONTACTS: Final = Lettering(2.4, 1.8, lines=2, typed=True)
_HEADING: Final = Lettering(3.1, 2.2, lines=1)
_LINE_NUMBER: Final = Lettering(4.4, 3.4, lines=1, bold=True)
_NAME: Final = Lettering(4.6, 2.8, lines=1)
_HAS: Final = Lettering(4.0, 2.8, lines=1)
_READY: Final = Lettering(3.4, 2.6, lines=1, bold=True)

_MARKS: Final = 1.6
"""How far the marks of a script may reach into the line above."""

_TICK: Final = 5.6
_TICK_STEP: Final = 7.4
_TIME_BOX: Final = (20.0, 6.0)
_RULE: Final = 0.25
_WRITTEN_ON: Final = 0.3
_FIFTH: Final = 5
_CORNER: Final = 0.8
_BOX: Final = QColor("#8d7f73")
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class PowerSheetPrint:
    """One page of a sheet. `rule` says in words what the stamps are given for."""

    sheet: PowerSheet
    shop: ShopSigns
    rule: str
    language: str
    zone: ZoneInfo
    page: int = 1

    @property
    def pages(self) -> int:
        return self.sheet.lines // LINES_ON_A_PAGE

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The head, a table of as many lines as a page has, and how it is keyed in."""
        words = paper_words(texts_for(self.language), self.sheet, self.zone)
        page = place.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._paint_head(canvas, page, words)
        top = page.top() + _HEAD
        lefts = [page.left(), *(page.left() + width for width in accumulate(_COLUMNS))]
        for heading, left, width in zip(words.columns, lefts, _COLUMNS, strict=False):
            canvas.text(heading, _HEADING, QRectF(left, top, width - 2, _HEADINGS), QUIET_INK)
        first = (self.page - 1) * LINES_ON_A_PAGE + 1
        for number in range(LINES_ON_A_PAGE):
            row = QRectF(page.left(), top + _HEADINGS + number * _ROW, page.width(), _ROW)
            self._paint_line(canvas, row, lefts, first + number, words)
        foot = QRectF(page.left(), page.bottom() - _FOOT, page.width(), _FOOT)
        canvas.text(
            " ".join(filter(None, (words.unnamed, words.keying))),
            _HOW,
            foot,
            QUIET_INK,
            Qt.AlignmentFlag.AlignBottom,
        )
        below = QRectF(page.left(), page.bottom() + _BELOW_FOOT, page.width(), _CONTACTS_ROOM)
        paint_contacts(canvas, self.shop, below, _CONTACTS, Qt.AlignmentFlag.AlignTop)

    def _paint_head(self, canvas: Canvas, page: QRectF, words: PaperWords) -> None:
        """On the left what it is and how to use it, on the right which sheet it is."""
        texts = texts_for(self.language)
        beside = QRectF(page.right() - _NUMBER_WIDTH, page.top(), _NUMBER_WIDTH, _HEAD)
        below = beside.top()
        for text, lettering, colour in (
            (words.number, _NUMBER, INK),
            (page_words(texts, self.page, self.pages), _QUIET, QUIET_INK),
        ):
            if text:
                room = QRectF(beside.left(), below, beside.width(), beside.bottom() - below)
                below += canvas.text(text, lettering, room, colour)
        y, width = page.top(), page.width() - _NUMBER_WIDTH - 4
        for text, lettering, colour, wide in (
            (words.title, _TITLE, INK, width),
            (self.shop.name, _SHOP, ACCENT, width),
            (words.printed, _QUIET, QUIET_INK, page.width()),
            (" ".join((self.rule, words.how)), _HOW, INK, page.width()),
        ):
            room = QRectF(page.left(), y, wide, page.top() + _HEAD - 1 - y)
            y += canvas.text(text, lettering, room, colour) + 0.5

    def _paint_line(
        self, canvas: Canvas, row: QRectF, lefts: list[float], line: int, words: PaperWords
    ) -> None:
        """One line: its number and its person, and what a pen fills in."""
        painter = canvas.painter
        strong = line % _FIFTH == 0  # a ruler for the eye
        painter.setPen(QPen(_BOX if strong else EDGE, _RULE if strong else HAIRLINE))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        number = QRectF(lefts[0], row.top() + 1.2, _COLUMNS[0], _ROW - 1.4)
        canvas.text(str(line), _LINE_NUMBER, number, QUIET_INK)
        person = self.sheet.row(line)
        if person is None:
            painter.setPen(QPen(_BOX, _WRITTEN_ON, Qt.PenStyle.DotLine))
            ground = row.bottom() - 1.5
            painter.drawLine(QPointF(lefts[1], ground), QPointF(lefts[3] - 4, ground))
        else:
            self._paint_person(canvas, row, lefts, person, words)
        self._paint_boxes(canvas, row, lefts, ready=person is not None and person.ready)

    def _paint_person(
        self, canvas: Canvas, row: QRectF, lefts: list[float], person: SheetRow, words: PaperWords
    ) -> None:
        name = QRectF(lefts[1], row.top() - _MARKS, _COLUMNS[1] - 2, _ROW + _MARKS - 0.7)
        texts = texts_for(self.language)
        canvas.text(name_on_paper(texts, person), _NAME, name, INK, Qt.AlignmentFlag.AlignBottom)
        goal = self.sheet.programme.terms_at(self.sheet.made_at).goal
        stands = has_words(texts, person.stamps, goal)
        has = QRectF(lefts[2], row.top() + 1.2, _STANDS_WIDTH, _ROW - 1.4)
        canvas.text(stands, _HAS, has, INK)
        if person.ready:
            ready = QRectF(has.right(), row.top() + 1.5, _COLUMNS[2] - _STANDS_WIDTH - 2, _ROW - 1.5)
            canvas.text(words.ready, _READY, ready, ACCENT)

    @staticmethod
    def _paint_boxes(canvas: Canvas, row: QRectF, lefts: list[float], *, ready: bool) -> None:
        """A field for the time with its colon, a box for each stamp, and one for a free one."""
        painter, middle = canvas.painter, row.center().y()
        painter.setBrush(PAPER)
        painter.setPen(QPen(_BOX, _RULE))
        wide, high = _TIME_BOX
        time = QRectF(lefts[3], middle - high / 2, wide, high)
        painter.drawRoundedRect(time, _CORNER, _CORNER)
        for tick in range(MOST_TICKS):
            painter.drawRoundedRect(
                QRectF(lefts[4] + tick * _TICK_STEP, middle - _TICK / 2, _TICK, _TICK), _CORNER, _CORNER
            )
        painter.setPen(QPen(INK if ready else _BOX, 2 * _RULE if ready else _RULE))
        free = QRectF(lefts[5] + 2, middle - _TICK / 2, _TICK, _TICK)
        painter.drawEllipse(free)
        canvas.text(":", _HAS, time.adjusted(0, 0.3, 0, 0), QUIET_INK, _CENTRED)


def pages_of(
    sheet: PowerSheet, shop: ShopSigns, rule: str, language: str, zone: ZoneInfo
) -> tuple[PowerSheetPrint, ...]:
    """All pages of a sheet."""
    first = PowerSheetPrint(sheet, shop, rule, language, zone)
    return tuple(
        PowerSheetPrint(sheet, shop, rule, language, zone, page) for page in range(1, first.pages + 1)
    )
