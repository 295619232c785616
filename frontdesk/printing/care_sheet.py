"""The take-home sheet: how to keep and use what somebody bought, to show at home."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, EDGE, INK, QUIET_INK, Canvas
from frontdesk.printing.greeting_card import in_lines
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.shop_foot import paint_contacts, paint_logo

_MARGIN: Final = 14.0
_GAP: Final = 5.0
_HEART: Final = 4.4
_LOGO: Final = 12.0
_LOGO_WIDEST: Final = 40.0
_BESIDE: Final = 2.2
_RULE: Final = 0.4
_SHOP: Final = Lettering(4.4, 3.2, lines=1, bold=True)
_HEADING: Final = Lettering(9.6, 5.4, lines=2, bold=True)
_TEXT: Final = Lettering(5.2, 2.6, lines=60, typed=True)
_FOOT: Final = Lettering(4.2, 3.0, lines=2)
_CONTACTS: Final = Lettering(3.8, 2.4, lines=4, typed=True)
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class CareSheetPrint:
    """One sheet: `product` is its heading, `text` what the shop wrote, `foot` whom to ask."""

    shop: ShopSigns
    product: str
    text: str
    foot: str

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop at the top, the product large, the text as large as it fits, whom to ask and how."""
        column = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        y = self._paint_shop(canvas, column)
        heading = QRectF(column.left(), y, column.width(), 30)
        y += canvas.text(self.product, _HEADING, heading, ACCENT) + _GAP / 2
        canvas.painter.setPen(QPen(EDGE, _RULE))
        canvas.painter.drawLine(QPointF(column.left(), y), QPointF(column.right(), y))
        y += _GAP
        foot = column.adjusted(0, 0, 0, -paint_contacts(canvas, self.shop, column, _CONTACTS))
        bottom = foot.bottom() - canvas.text(self.foot, _FOOT, foot, QUIET_INK, _AT_BOTTOM) - _GAP
        room = QRectF(column.left(), y, column.width(), bottom - y)
        canvas.text(in_lines(self.text), _TEXT, room, INK)

    def _paint_shop(self, canvas: Canvas, column: QRectF) -> float:
        """The logo or a heart, and the name beside it; returns where the rest begins."""
        across = paint_logo(canvas, self.shop, QRectF(column.left(), column.top(), _LOGO_WIDEST, _LOGO))
        name = column.adjusted((across or _HEART) + _BESIDE, 0, 0, 0)
        if across:
            name.translate(0, (_LOGO - canvas.least_height(self.shop.name, _SHOP, name.width())) / 2)
        else:
            canvas.heart(QPointF(column.left() + _HEART / 2, column.top() + _HEART * 0.62), _HEART)
        height = canvas.text(self.shop.name, _SHOP, name, QUIET_INK)
        return column.top() + max(height, _LOGO if across else 0.0) + _GAP
