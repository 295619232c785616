"""A request's ticket for the kitchen or the bench: as narrow as a receipt, readable from a step away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage

from frontdesk.domain.care.request_ticket import RequestTicket
from frontdesk.printing.canvas import INK, QUIET_INK, Canvas
from frontdesk.printing.lettering import Lettering, set_text
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.shop_foot import contacts_line
from frontdesk.texts import texts_for
from frontdesk.wording.request_ticket import TicketWords, ticket_words

_WIDTH: Final = 80.0  # a receipt printer's
_MARGIN: Final = 6.0
_GAP: Final = 2.0
_COLUMN: Final = _WIDTH - 2 * _MARGIN
_LONGEST: Final = 400.0
_PICTURE: Final = 60.0  # at most so high, a hand's width
_SMALLEST: Final = 15.0  # smaller than a thumb, a picture says nothing
_ALL_LINES: Final = 40

_SHOP: Final = Lettering(3.4, 2.6, lines=1)
_CONTACTS: Final = Lettering(3.4, 2.6, lines=5, typed=True)
_NUMBER: Final = Lettering(8.0, 6.0, lines=1, bold=True)
_WHAT: Final = Lettering(7.0, 5.0, lines=8, bold=True)
_NOTE: Final = Lettering(4.6, 3.6, lines=_ALL_LINES)
_LOUD: Final = Lettering(5.6, 4.2, lines=6, bold=True)
_PLAIN: Final = Lettering(4.2, 3.2, lines=3)

Line = tuple[str, Lettering, QColor]


@dataclass(frozen=True, slots=True)
class RequestTicketPrint:
    """One ticket, as long as what it says."""

    ticket: RequestTicket
    zone: ZoneInfo

    @property
    def page(self) -> SheetLayout:
        """A page of its own: receipt paper comes from a roll."""
        pictures = sum(size.height() + _GAP for _, size in self._placed())
        height = min(
            2 * _MARGIN + _height(self._above()) + pictures + _height(self._below()) + _GAP, _LONGEST
        )
        return SheetLayout(_WIDTH, height, _WIDTH, height)

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """What it is, the allergies, the picture, by when, whose it is."""
        column = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        kept = _height(self._below())
        y = self._put(canvas, self._above(), column.adjusted(0, 0, 0, -kept), column.top())
        for image, size in self._placed():
            left = column.left() + (column.width() - size.width()) / 2
            canvas.picture(image, QRectF(left, y, size.width(), size.height()))
            y += size.height() + _GAP
        self._put(canvas, self._below(), column, y)

    @staticmethod
    def _put(canvas: Canvas, lines: Iterator[Line], column: QRectF, y: float) -> float:
        """Set one line below the other; returns where the next one begins."""
        for text, lettering, colour in lines:
            room = QRectF(column.left(), y, column.width(), max(column.bottom() - y, 1.0))
            y += canvas.text(text, lettering, room, colour) + _GAP
        return y

    def _above(self) -> Iterator[Line]:
        words, request = self._words(), self.ticket.request
        yield self.ticket.shop.name, _SHOP, QUIET_INK
        yield self.ticket.number, _NUMBER, INK
        yield request.what, _WHAT, INK
        if request.note:
            yield request.note, _NOTE, INK
        if words.allergy:
            yield words.allergy, _LOUD, INK

    def _below(self) -> Iterator[Line]:
        words = self._words()
        yield words.promised, _LOUD, INK
        for text in (words.aim, words.who, words.owner):
            if text:
                yield text, _PLAIN, INK
        yield words.printed, _SHOP, QUIET_INK
        if self.ticket.shop.contacts:
            yield contacts_line(self.ticket.shop), _CONTACTS, QUIET_INK

    def _placed(self) -> list[tuple[QImage, QSizeF]]:
        """Each picture and its size: what the words leave of the longest paper is shared among them. Where
        that is hardly anything there is none.
        """
        images = list(self._pictures())
        words = _height(self._above()) + _height(self._below())
        left = _LONGEST - 2 * _MARGIN - words - _GAP * (len(images) + 1)
        highest = min(left / max(len(images), 1), _PICTURE)
        return [(image, _fitted(image, highest)) for image in images] if highest >= _SMALLEST else []

    def _words(self) -> TicketWords:
        return ticket_words(texts_for(self.ticket.language), self.ticket, self.zone)

    def _pictures(self) -> Iterator[QImage]:
        """Those that can be read; a broken one is left out, the rest of the ticket is needed all the same."""
        found = (QImage.fromData(source) for source in self.ticket.pictures)
        return (image for image in found if not image.isNull())


def _set(line: Line) -> tuple[str, Lettering, float, float]:
    text, lettering, _ = line
    return text, lettering, _COLUMN, _LONGEST


def _height(lines: Iterator[Line]) -> float:
    return sum(set_text(*_set(line)).height + _GAP for line in lines)


def _fitted(image: QImage, highest: float) -> QSizeF:
    """As wide as the column, but not higher than there is room for."""
    room = QSizeF(_COLUMN, highest)
    return QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
