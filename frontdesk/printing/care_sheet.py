"""The take-home sheet: how to keep and use what somebody bought, to show at home."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from frontdesk.printing.canvas import ACCENT, EDGE, INK, QUIET_INK, Canvas
from frontdesk.printing.greeting_card import in_lines
from frontdesk.printing.lettering import Lettering

_MARGIN: Final = 14.0
_GAP: Final = 5.0
_HEART: Final = 4.4
_HEART_ROOM: Final = 6.6
_RULE: Final = 0.4
_SHOP: Final = Lettering(4.4, 3.2, lines=1, bold=True)
_HEADING: Final = Lettering(9.6, 5.4, lines=2, bold=True)
_TEXT: Final = Lettering(5.2, 2.6, lines=60, typed=True)
_FOOT: Final = Lettering(4.2, 3.0, lines=2)
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class CareSheetPrint:
    """One sheet: `product` is its heading, `text` what the shop wrote, `foot` whom to ask."""

    shop_name: str
    product: str
    text: str
    foot: str

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop at the top, the product large, the text as large as it fits, and whom to ask."""
        column = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        canvas.heart(QPointF(column.left() + _HEART / 2, column.top() + _HEART * 0.62), _HEART)
        y = column.top()
        y += canvas.text(self.shop_name, _SHOP, column.adjusted(_HEART_ROOM, 0, 0, 0), QUIET_INK) + _GAP
        heading = QRectF(column.left(), y, column.width(), 30)
        y += canvas.text(self.product, _HEADING, heading, ACCENT) + _GAP / 2
        canvas.painter.setPen(QPen(EDGE, _RULE))
        canvas.painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y))
        y += _GAP
        bottom = column.bottom() - canvas.text(self.foot, _FOOT, column, QUIET_INK, _AT_BOTTOM) - _GAP
        room = QRectF(column.left(), y, column.width(), bottom - y)
        canvas.text(in_lines(self.text), _TEXT, room, INK)
