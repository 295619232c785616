"""The feedback card of a business card's size: a square to scan, and faces to tick with a pen."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from frontdesk.printing.canvas import ACCENT, INK, QUIET_INK, Canvas
from frontdesk.printing.faces import faces_height, paint_faces
from frontdesk.printing.feedback_parts import (
    FeedbackPrint,
    contact_words,
    fitting_square,
    head,
    host_figure,
    host_words,
    number_words,
    writing_lines,
)
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.stack import Block, Figure, Words, paint_stack
from frontdesk.wording.prints import feedback_words, own_words_line, two_ways

_MARGIN: Final = 3.6
_MARGIN_ABOVE: Final = 3.0
_GAP: Final = 2.4  # between the words and the square
_SQUARE_MARGIN: Final = 2.75
_ROOMS: Final = (35.0, 40.0, 46.5)
"""In millimetres, for the square: the rarer long links leave the words less."""
_WISHED: Final = 30.0
_FACE: Final = 6.0
_HOST: Final = 10.0
_FACE_SMALL: Final = 5.0
_HOST_SMALL: Final = 8.0
"""Beside a link so long that its square leaves no room below it; there are few words then."""
_BELOW: Final = 1.2

_SHOP: Final = Lettering(3.1, 1.9, lines=2, bold=True)
_QUESTION: Final = Lettering(4.8, 2.2, lines=2, bold=True)
_WAYS: Final = Lettering(2.2, 1.6, lines=6)
_OWN_WORDS: Final = Lettering(2.1, 1.7)
_THANKS: Final = Lettering(2.4, 1.8, lines=2)
_CONTACTS: Final = Lettering(2.0, 1.4, lines=3)
_NUMBER: Final = Lettering(2.9, 1.9, bold=True)
_HERE: Final = Lettering(2.1, 1.6, lines=3)


@dataclass(frozen=True, slots=True)
class FeedbackCardPrint(FeedbackPrint):
    """Words and faces on the left, the square on the right and below it who asks and the card's number."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        square = fitting_square(self.card.links[0], _ROOMS, _WISHED)
        corner = QPointF(place.right() - _SQUARE_MARGIN - square.side, place.top() + _SQUARE_MARGIN)
        below = QRectF(corner.x(), corner.y() + square.side + _BELOW, square.side, 0)
        below.setBottom(place.bottom() - _SQUARE_MARGIN)
        roomy = below.height() >= _HOST
        if not roomy:
            corner.setY(place.center().y() - square.side / 2)
        canvas.code(square, corner)
        column = QRectF(place.left() + _MARGIN, place.top() + _MARGIN_ABOVE, 0, 0)
        column.setRight(corner.x() - _GAP)
        column.setBottom(place.bottom() - _MARGIN_ABOVE)
        paint_stack(canvas, self._blocks(roomy=roomy), column)
        if roomy:
            paint_stack(canvas, [self._foot()], below.adjusted(0, (below.height() - _HOST) / 2, 0, 0))

    def _blocks(self, *, roomy: bool) -> list[Block]:
        texts, setting, face = self.texts, self.setting, _FACE if roomy else _FACE_SMALL
        words = feedback_words(texts, self.customer_name)
        blocks: list[Block] = [
            head(setting, _SHOP, 5.0),
            Words(words.question, _QUESTION, 10.0, INK, above=0.6),
            Words(two_ways(texts, self.way), _WAYS, 12.0, INK, above=0.6),
            Figure(faces_height(face), partial(paint_faces, across=face), above=1.2),
            Words(own_words_line(texts) if roomy else "", _OWN_WORDS, 3.4, QUIET_INK, above=1.4),
            writing_lines(1, 4.6),
        ]
        if not roomy:
            blocks.append(self._foot(_HOST_SMALL))
        elif self.customer_name:
            blocks.append(Words(words.thanks, _THANKS, 4.0, ACCENT, above=1.2, typed=True))
        blocks.append(contact_words(setting, _CONTACTS, 6.0))
        return blocks

    def _foot(self, side: float = _HOST) -> Block:
        number = number_words(self, _NUMBER, 4.6)
        return host_figure(self, side, [number, host_words(self, _HERE, 6.0, QUIET_INK)]) or number
