"""What somebody who leaves takes along: what is theirs, and that it is kept for them."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, Canvas
from frontdesk.printing.greeting_card import enlarged, in_lines
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.ornament import paint_ornament
from frontdesk.printing.shop_foot import paint_foot
from frontdesk.wording.keepsakes import SlipWords

_MARGIN: Final = 10.0
_SPRIG: Final = 24.0
_FOOT: Final = 8.0
_GAP: Final = 3.0
_DOT: Final = 1.0
_BESIDE_DOT: Final = 4.0
_LEAST_LINE: Final = 6.0

_HEADING: Final = Lettering(7.2, 4.8, lines=2, bold=True)
_NAME: Final = Lettering(4.6, 3.0, lines=2)
_LINE: Final = Lettering(4.6, 2.8, lines=3)
_KEPT: Final = Lettering(4.4, 2.6, lines=12)


@dataclass(frozen=True, slots=True)
class LeavingSlipPrint:
    """One slip, in the customer's language. `name` is empty for whoever is not called by it; `date` is the
    day, as the customer writes it.
    """

    shop: ShopSigns
    name: str
    date: str
    words: SlipWords

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """Whose it is and from when, what is theirs line by line, and that it is kept."""
        with enlarged(canvas, place) as card:
            sprig = QRectF(card.left(), card.top(), card.width(), _SPRIG)
            paint_ornament(canvas.painter, MessageKind.MISSED, sprig)
            column = card.adjusted(_MARGIN, _SPRIG, -_MARGIN, -_FOOT)
            bottom = column.bottom() - paint_foot(canvas, self.shop, column) - _GAP
            y = column.top()
            for text, lettering, colour in (
                (self.words.heading, _HEADING, ACCENT),
                (" · ".join(filter(None, (self.name, self.date))), _NAME, QUIET_INK),
            ):
                y += canvas.text(text, lettering, _below(column, y, bottom), colour) + _GAP
            kept = in_lines(f"{self.words.kept}\n\n{self.words.thanks}")
            lines_end = bottom - canvas.least_height(kept, _KEPT, column.width()) - _GAP
            for line in self.words.lines:
                if y + _LEAST_LINE > lines_end:
                    break  # more cards than a slip has room for: the card itself has them all
                y = self._paint_line(canvas, line, column, y, lines_end)
            canvas.text(kept, _KEPT, _below(column, y + _GAP, bottom), INK)

    @staticmethod
    def _paint_line(canvas: Canvas, line: str, column: QRectF, y: float, bottom: float) -> float:
        """A dot and its line; returns where the next one begins."""
        beside = _below(column, y, bottom).adjusted(_BESIDE_DOT, 0, 0, 0)
        height = canvas.text(line, _LINE, beside, INK)
        first = min(height, canvas.least_height("0", _LINE, beside.width()) * _LINE.largest / _LINE.smallest)
        canvas.painter.setPen(ACCENT)
        canvas.painter.setBrush(ACCENT)
        canvas.painter.drawEllipse(QPointF(column.left() + _DOT, y + first / 2), _DOT / 2, _DOT / 2)
        return y + height + _GAP / 2


def _below(column: QRectF, y: float, bottom: float) -> QRectF:
    """What is left of the column down to `bottom`."""
    return QRectF(column.left(), y, column.width(), max(bottom - y, 1.0))
