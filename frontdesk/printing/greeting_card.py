"""A card to hand over or to send: an ornament, what it is for, and the words somebody read before."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, INK, Canvas
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.ornament import paint_ornament
from frontdesk.printing.shop_foot import paint_foot

A6_WIDTH: Final = 105.0
"""Lengths here are those of A6; a larger place is a larger card."""

_MARGIN: Final = 10.0
_ORNAMENT: Final = 40.0
_SPRIG: Final = 26.0
"""A letter's ornament, which leaves the room to the words."""
_GAP: Final = 4.0
_FOOT: Final = 8.0
_CARDS: Final = frozenset(
    {MessageKind.BIRTHDAY, MessageKind.ANNIVERSARY, MessageKind.THANKS, MessageKind.REASSURE}
)
_HEADING: Final = Lettering(9.4, 5.4, lines=2, bold=True)
_TEXT: Final = Lettering(5.2, 2.4, lines=30, typed=True)
_LINE_SEPARATOR: Final = "\u2028"


@dataclass(frozen=True, slots=True)
class GreetingCardPrint:
    """One card. `text` is the whole of it, with the salutation and who signs, in the customer's language."""

    kind: MessageKind
    heading: str
    text: str
    shop: ShopSigns

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """Draw the ornament above, the words below it, and the shop at the foot."""
        with enlarged(canvas, place) as card:
            ornament = _ORNAMENT if self.kind in _CARDS else _SPRIG
            paint_ornament(canvas.painter, self.kind, QRectF(card.left(), card.top(), card.width(), ornament))
            column = card.adjusted(_MARGIN, 0, -_MARGIN, -_FOOT)
            bottom = column.bottom() - paint_foot(canvas, self.shop, column) - _GAP
            top = column.top() + ornament + (_GAP if self.kind in _CARDS else 0)
            room = QRectF(column.left(), top, column.width(), bottom - top)
            room.setTop(top + canvas.text(self.heading, _HEADING, room, ACCENT) + _GAP)
            canvas.text(in_lines(self.text), _TEXT, room, INK)


@contextmanager
def enlarged(canvas: Canvas, place: QRectF) -> Iterator[QRectF]:
    """Within it, a card is as wide as A6 whatever its place is; gives the card's rectangle."""
    scale = place.width() / A6_WIDTH
    canvas.painter.save()
    canvas.painter.translate(place.topLeft())
    canvas.painter.scale(scale, scale)
    try:
        yield QRectF(0, 0, A6_WIDTH, place.height() / scale)
    finally:
        canvas.painter.restore()


def in_lines(text: str) -> str:
    """A text of several lines as one paragraph, which is what a layout takes."""
    return text.replace("\n", _LINE_SEPARATOR)
