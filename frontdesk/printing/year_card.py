"""The time together on a card: visits, rewards and what was saved, beside thanks."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt

from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, INK, PAPER, QUIET_INK, Canvas
from frontdesk.printing.greeting_card import enlarged, in_lines
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.ornament import paint_ornament
from frontdesk.printing.shop_foot import paint_foot
from frontdesk.wording.keepsakes import Told, YearWords

_MARGIN: Final = 10.0
_ORNAMENT: Final = 27.0
_GAP: Final = 3.0
_THANKS_ROOM: Final = 20.0
_FOOT: Final = 8.0
_COLUMNS: Final = 2
_BOX: Final = 17.0
_LEAST_BOX: Final = 12.0
_PADDING: Final = 2.6
_CORNER: Final = 2.4
_VALUE_ROOM: Final = 8.2

_HEADING: Final = Lettering(7.6, 5.0, lines=2, bold=True)
_TEXT: Final = Lettering(4.2, 2.6, lines=3)
_VALUE: Final = Lettering(7.6, 3.4, lines=1, bold=True)
_COUNTED: Final = Lettering(3.6, 2.2, lines=2)
_THANKS: Final = Lettering(4.6, 2.8, lines=4)
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class YearCardPrint:
    """One card, in the customer's language. `signature` is who it is from."""

    words: YearWords
    signature: str
    shop: ShopSigns

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The garland, the numbers in boxes, then the thanks."""
        with enlarged(canvas, place) as card:
            garland = QRectF(card.left(), card.top(), card.width(), _ORNAMENT)
            paint_ornament(canvas.painter, MessageKind.ANNIVERSARY, garland)
            column = card.adjusted(_MARGIN, _ORNAMENT + _GAP, -_MARGIN, -_FOOT)
            bottom = column.bottom() - paint_foot(canvas, self.shop, column) - _GAP
            thanks = in_lines(f"{self.words.thanks}\n{self.signature}")
            said = QRectF(column.left(), bottom - _THANKS_ROOM, column.width(), _THANKS_ROOM)
            bottom -= canvas.text(thanks, _THANKS, said, INK, _AT_BOTTOM) + _GAP / 2
            y = column.top()
            y += canvas.text(self.words.heading, _HEADING, _below(column, y, bottom), ACCENT) + _GAP / 2
            if self.words.greeting:
                y += canvas.text(self.words.greeting, _TEXT, _below(column, y, bottom), INK)
            favourite = in_lines(self.words.favourite)
            kept = canvas.least_height(favourite, _TEXT, column.width())
            y = self._paint_numbers(canvas, _below(column, y + _GAP / 2, bottom - kept))
            canvas.text(favourite, _TEXT, _below(column, y, bottom), QUIET_INK)

    def _paint_numbers(self, canvas: Canvas, room: QRectF) -> float:
        """Two boxes in a row; a last one alone takes the whole width. Returns where the rest begins."""
        told = self.words.told
        wide = (room.width() - _GAP) / _COLUMNS
        rows = -(-len(told) // _COLUMNS)
        tall = min(_BOX, max(room.height() / max(rows, 1) - _GAP, _LEAST_BOX))
        for at, each in enumerate(told):
            row, side = divmod(at, _COLUMNS)
            alone = at == len(told) - 1 and not side
            x, y = room.left() + side * (wide + _GAP), room.top() + row * (tall + _GAP)
            self._paint_number(canvas, each, QRectF(x, y, room.width() if alone else wide, tall))
        return room.top() + rows * (tall + _GAP)

    @staticmethod
    def _paint_number(canvas: Canvas, told: Told, box: QRectF) -> None:
        canvas.rounded(box, PAPER, _CORNER)
        inner = box.adjusted(_PADDING, _PADDING / 2, -_PADDING, -_PADDING / 2)
        number = QRectF(inner.left(), inner.top(), inner.width(), _VALUE_ROOM)
        canvas.text(told.value, _VALUE, number, ACCENT)
        words = QRectF(inner.left(), number.bottom(), inner.width(), inner.bottom() - number.bottom())
        canvas.text(told.words, _COUNTED, words, INK)


def _below(column: QRectF, y: float, bottom: float) -> QRectF:
    """What is left of the column down to `bottom`."""
    return QRectF(column.left(), y, column.width(), max(bottom - y, 1.0))
