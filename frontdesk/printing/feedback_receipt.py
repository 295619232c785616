"""The feedback card on the paper of a receipt printer: black on white, and as long as its words need."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from frontdesk.printing.canvas import BLACK, Canvas, CodeSquare
from frontdesk.printing.faces import faces_height, paint_faces
from frontdesk.printing.feedback_parts import (
    FeedbackPrint,
    host_figure,
    host_words,
    writing_lines,
)
from frontdesk.printing.lettering import Lettering, Typesetter
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.receipt import DOTS_ACROSS, DOTS_PER_MILLIMETRE
from frontdesk.printing.session import ensure_gui
from frontdesk.printing.shop_foot import paint_logo
from frontdesk.printing.stack import Block, Figure, Words, paint_stack, stack_height
from frontdesk.wording.prints import card_number, feedback_words, own_words_line, two_ways

_EDGE: Final = 2.0
"""Left white above and below, where the paper is cut."""
_SIDE: Final = 1.0
_LOGO: Final = 14.0
_SQUARE: Final = 40.0
_DOT: Final = 1 / DOTS_PER_MILLIMETRE

_SHOP: Final = Lettering(4.6, 3.0, lines=2, bold=True)
_QUESTION: Final = Lettering(7.0, 4.0, lines=2, bold=True)
_TEXT: Final = Lettering(3.2, 2.6, lines=5)
_NUMBER: Final = Lettering(4.4, 3.2, bold=True)
_HERE: Final = Lettering(3.4, 2.4, lines=3)
_THANKS: Final = Lettering(3.4, 2.6, lines=2, bold=True)
_CONTACTS: Final = Lettering(3.0, 2.2, lines=2, typed=True)


@dataclass(frozen=True, slots=True)
class FeedbackReceiptPrint(FeedbackPrint):
    """Everything in the middle, one below the other."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        column = place.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        paint_stack(canvas, self.blocks(column.width()), column)

    def blocks(self, width: float) -> list[Block]:
        """What stands on it, for a column so wide."""
        texts, face = self.texts, width / 8
        words = feedback_words(texts, self.customer_name)
        host = host_figure(self, 16.0, [host_words(self, _HERE, 14.0, BLACK)], above=3.0)
        return [
            *self._sign(),
            _centred(self.setting.shop.name, _SHOP, 12.0),
            _centred(words.question, _QUESTION, 20.0),
            _centred(two_ways(texts, self.way), _TEXT, 24.0),
            self._square(width),
            _centred(card_number(texts, self.card.short), _NUMBER, 6.0),
            Figure(faces_height(face), partial(paint_faces, across=face, ink=BLACK), above=3.0),
            Words(own_words_line(texts), _TEXT, 5.0, BLACK, above=3.0),
            writing_lines(2, 8.0, BLACK),
            *([host] if host is not None else []),
            _centred(words.thanks, _THANKS, 10.0),
            *(_centred(each, _CONTACTS, 10.0, above=0.4) for each in self.setting.shop.contacts),
        ]

    def _sign(self) -> list[Block]:
        if self.setting.shop.logo is None:
            return []

        def draw(canvas: Canvas, place: QRectF) -> None:
            side = place.height()
            box = QRectF(place.center().x() - side / 2, place.top(), side, side)
            paint_logo(canvas, self.setting.shop, box)

        return [Figure(_LOGO, draw)]

    def _square(self, width: float) -> Block:
        """On whole dots of the printer: half a dot more here and there would blur its edges."""
        square = CodeSquare(self.card.links[0].url, width + 2 * _SIDE, wished=_SQUARE, grain=_DOT)

        def draw(canvas: Canvas, place: QRectF) -> None:
            corner = QPointF(place.center().x() - square.side / 2, place.top()) / _DOT
            canvas.code(square, QPointF(corner.toPoint()) * _DOT, framed=False)

        return Figure(square.side, draw, above=0.6)


def receipt_layout(print_: FeedbackReceiptPrint, paper: int) -> SheetLayout:
    """A page of just its size, on paper of PAPER_WIDTHS: what is printed, without the paper's rim."""
    width = DOTS_ACROSS[paper] / DOTS_PER_MILLIMETRE
    tall = receipt_height(print_, width)
    return SheetLayout(width, tall, width, tall)


def receipt_height(print_: FeedbackReceiptPrint, width: float) -> float:
    """How much paper it takes on a printer that prints so wide, in millimetres."""
    ensure_gui()
    inner = width - 2 * _SIDE
    return stack_height(Typesetter(), print_.blocks(inner), inner) + 2 * _EDGE


def _centred(text: str, lettering: Lettering, room: float, above: float = 1.6) -> Words:
    return Words(text, lettering, room, BLACK, above, centred=True)
