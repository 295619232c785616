"""The card of one of the staff: their face and name, the shop, and a square that hands the till over."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, BarLine, Canvas, CodeSquare, printed_code
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.shop_foot import paint_logo
from frontdesk.printing.team_poster import OnPoster, paint_face
from frontdesk.texts import texts_for
from frontdesk.wording.staff_cards import staff_card_lines

_MARGIN: Final = 4.5
_GAP: Final = 3.0
_SQUARE_WISHED: Final = 29.0
_SQUARE_TOP: Final = 3.6
_BARS: Final = 8.0
_BARS_BELOW: Final = 2.6
_FACE: Final = 17.0
_LOGO: Final = 7.0
_LOGO_WIDEST: Final = 14.0
_SHOP: Final = Lettering(3.2, 2.4, lines=2, bold=True)
_NAME: Final = Lettering(5.4, 2.8, lines=2, bold=True)
_LINE: Final = Lettering(2.3, 1.7, lines=3)
_CODE: Final = Lettering(2.3, 1.9, lines=2, bold=True)
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class StaffCardPrint:
    """As large as a member card. The square and the bars hold the code alone; `language` is the counter's."""

    shop: ShopSigns
    member: OnPoster
    code: str
    language: str = "en"

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop at the top, face and name below it; on the right the square over its code, bars below."""
        line = BarLine(self.code)
        bars = QPointF(place.center().x() - line.width / 2, place.bottom() - _BARS_BELOW - _BARS)
        canvas.bars(line, bars, _BARS)
        square = CodeSquare(self.code, place.height() - 2 * _MARGIN, wished=_SQUARE_WISHED)
        corner = QPointF(place.right() - _MARGIN - square.side, place.top() + _SQUARE_TOP)
        canvas.code(square, corner)
        under = QRectF(corner.x(), corner.y() + square.side + 1.2, square.side, 5.4)
        canvas.text(printed_code(self.code), _CODE, under, INK, Qt.AlignmentFlag.AlignHCenter)
        column = QRectF(place.left() + _MARGIN, place.top() + _MARGIN, 0, 0)
        column.setRight(corner.x() - _GAP)
        column.setBottom(bars.y() - _GAP / 2)
        self._paint_words(canvas, column)

    def _paint_words(self, canvas: Canvas, column: QRectF) -> None:
        x, y, width = column.left(), column.top(), column.width()
        logo = paint_logo(canvas, self.shop, QRectF(x, y, _LOGO_WIDEST, _LOGO))
        left = x + (logo + 1.4 if logo else 0)
        named = canvas.text(self.shop.name, _SHOP, QRectF(left, y, column.right() - left, _LOGO), ACCENT)
        y += max(named, _LOGO if logo else 0.0) + 1.2
        paint_face(canvas, self.member, QRectF(x, y, _FACE, _FACE))
        beside = QRectF(x + _FACE + 2, y, width - _FACE - 2, _FACE)
        canvas.text(self.member.name, _NAME, beside, INK)
        below = QRectF(x, y + _FACE + 1, width, column.bottom() - y - _FACE - 1)
        said = " ".join(staff_card_lines(texts_for(self.language)))
        canvas.text(said, _LINE, below, QUIET_INK, _AT_BOTTOM)
