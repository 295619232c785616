"""The member card: something to scan, with the customer's name as they like it.

The square is for cameras and most scanners, the line of bars below it for those that read one line only.
"""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, BarLine, Canvas, CodeSquare, printed_code
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.shop_foot import paint_contacts, paint_logo
from frontdesk.texts import texts_for
from frontdesk.wording.prints import member_card_line

_TAG_HEIGHT: Final = 35.0  # lower places are key tags: fewer words, smaller letters

_MARGIN: Final = 4.5
_GAP: Final = 3.0  # between the text and the square
_SQUARE_WISHED: Final = 29.0
_SQUARE_TOP: Final = 3.6
_BARS: Final = 8.0
_BARS_BELOW: Final = 2.6  # a card cut a little askew keeps its bars
_NAME_MOST: Final = 19.0
_HEART: Final = 3.2
_BESIDE: Final = 1.4
_LOGO: Final = 9.0
_LOGO_WIDEST: Final = 16.0
_CONTACTS_ROOM: Final = 9.6
_SHOP: Final = Lettering(3.6, 2.4, lines=2, bold=True)
_NAME: Final = Lettering(7.0, 3.0, lines=3, bold=True)
_PROGRAMME: Final = Lettering(2.9, 2.2, lines=2)
_LINE: Final = Lettering(2.6, 1.9, lines=2)
_CONTACTS: Final = Lettering(2.3, 1.7, lines=4, typed=True)
_CODE: Final = Lettering(2.3, 1.9, lines=2, bold=True)

_TAG_MARGIN: Final = 2.4
_TAG_SHOP: Final = Lettering(2.4, 1.9, lines=2, bold=True)
_TAG_NAME: Final = Lettering(3.4, 2.1, lines=2, bold=True)
_TAG_CONTACTS: Final = Lettering(1.8, 1.5, lines=3, typed=True)
_TAG_CONTACTS_ROOM: Final = 5.4
_TAG_CODE: Final = Lettering(2.0, 1.7, lines=2)
_TAG_NAME_ROOM: Final = 9.8
_TAG_GAP: Final = 2.0
_TAG_HOLE: Final = 4.0  # millimetres across; a hand punch makes 3 to 6
_TAG_HOLE_AT: Final = QPointF(4.6, 4.6)
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class MemberCardPrint:
    """One customer's card, or key tag where the place is low. The square holds the code alone.

    `language` is the customer's, for the one sentence on it; `programme_name` may be empty.
    """

    shop: ShopSigns
    customer_name: str
    code: str
    programme_name: str = ""
    language: str = "en"

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """Draw the card that this place has room for."""
        if place.height() < _TAG_HEIGHT:
            self._paint_tag(canvas, place)
        else:
            self._paint_card(canvas, place)

    def _paint_card(self, canvas: Canvas, place: QRectF) -> None:
        """Shop and programme at the top left, the name below them; the square on the right over its code, the
        line of bars along the lower edge.
        """
        line = BarLine(self.code)
        bars = QPointF(place.center().x() - line.width / 2, place.bottom() - _BARS_BELOW - _BARS)
        canvas.bars(line, bars, _BARS)
        square = CodeSquare(self.code, place.height() - 2 * _MARGIN, wished=_SQUARE_WISHED)
        corner = QPointF(place.right() - _MARGIN - square.side, place.top() + _SQUARE_TOP)
        canvas.code(square, corner)
        under = QRectF(corner.x(), corner.y() + square.side + 1.2, square.side, 5.4)
        canvas.text(printed_code(self.code), _CODE, under, INK, Qt.AlignmentFlag.AlignHCenter)

        x, y = place.left() + _MARGIN, place.top() + _MARGIN
        width, bottom = corner.x() - _GAP - x, bars.y() - _GAP / 2
        logo = paint_logo(canvas, self.shop, QRectF(x, y, _LOGO_WIDEST, _LOGO))
        if not logo:
            canvas.heart(QPointF(x + _HEART / 2, y + _HEART * 0.8), _HEART)
        beside = (logo or _HEART) + _BESIDE
        shop = QRectF(x + beside, y, width - beside, 9.4)
        y += canvas.text(self.shop.name, _SHOP, shop, ACCENT) + 0.4
        if self.programme_name:
            programme = QRectF(shop.left(), y, shop.width(), 7.4)
            y += canvas.text(self.programme_name, _PROGRAMME, programme, QUIET_INK)
        y = max(y, place.top() + _MARGIN + (_LOGO if logo else 0.0))
        said = member_card_line(texts_for(self.language))
        bottom -= canvas.text(said, _LINE, QRectF(x, bottom - 6.4, width, 6.4), QUIET_INK, _AT_BOTTOM) + 1.0
        reach = QRectF(x, bottom - _CONTACTS_ROOM, width, _CONTACTS_ROOM)
        bottom -= paint_contacts(canvas, self.shop, reach, _CONTACTS)
        room = min(_NAME_MOST, bottom - y)
        canvas.text(self.customer_name, _NAME, QRectF(x, bottom - room, width, room), INK, _AT_BOTTOM)

    def _paint_tag(self, canvas: Canvas, place: QRectF) -> None:
        """As little as a key ring needs: whose, of which shop and its number, the square, and where to punch
        the hole.
        """
        square = CodeSquare(self.code, place.height() - 2 * _TAG_MARGIN, wished=0)
        corner = QPointF(place.right() - _TAG_MARGIN - square.side, place.center().y() - square.side / 2)
        canvas.code(square, corner)
        canvas.ring(QPointF(place.left(), place.top()) + _TAG_HOLE_AT, _TAG_HOLE, QUIET_INK)

        x, y = place.left() + _TAG_MARGIN, place.top() + _TAG_MARGIN
        width, bottom = corner.x() - _TAG_GAP - x, place.bottom() - _TAG_MARGIN
        beside_hole = QRectF(x + _TAG_HOLE + 1.4, y, width - _TAG_HOLE - 1.4, 7.2)
        canvas.text(self.shop.name, _TAG_SHOP, beside_hole, ACCENT)
        code = QRectF(x, bottom - 4.8, width, 4.8)
        bottom -= canvas.text(printed_code(self.code), _TAG_CODE, code, QUIET_INK, _AT_BOTTOM) + 0.4
        reach = QRectF(x, bottom - _TAG_CONTACTS_ROOM, width, _TAG_CONTACTS_ROOM)
        shortest = replace(self.shop, contacts=tuple(sorted(self.shop.contacts, key=len)[:1]))
        bottom -= paint_contacts(canvas, shortest, reach, _TAG_CONTACTS)
        canvas.text(
            self.customer_name,
            _TAG_NAME,
            QRectF(x, bottom - _TAG_NAME_ROOM, width, _TAG_NAME_ROOM),
            INK,
            _AT_BOTTOM,
        )
