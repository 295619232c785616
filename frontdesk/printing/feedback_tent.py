"""The feedback tent: A4 folded once, so that both sides of the table read it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPen

from frontdesk.printing.canvas import ACCENT, EDGE, HAIRLINE, QUIET_INK, Canvas
from frontdesk.printing.feedback_parts import (
    FeedbackPrint,
    contact_words,
    head,
    host_figure,
    host_words,
    number_words,
    paint_squares,
)
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import A4, SheetLayout
from frontdesk.printing.stack import Block, Words, paint_stack
from frontdesk.wording.prints import feedback_words, paper_line, right_now_line, speak_to_me

#: Two faces, head to head at the fold.
TENT_PAGE: Final = SheetLayout(*A4, *A4)

_MARGIN: Final = 13.0
_ABOVE: Final = 16.0
"""From the fold: what stands at it leans away from the reader."""
_FOLD: Final = 5.0
_GAP: Final = 8.0
_SQUARE: Final = 56.0
_ALONE: Final = 66.0
_APART: Final = 6.0
_HOST: Final = 20.0
_HEAD: Final = 36.0

_SHOP: Final = Lettering(5.6, 3.2, lines=2, bold=True)
_QUESTION: Final = Lettering(14.0, 6.0, lines=2, bold=True)
_CAPTION: Final = Lettering(3.4, 2.2, lines=2)
_PAPER: Final = Lettering(5.2, 2.6, lines=5)
_NOW: Final = Lettering(4.8, 2.4, lines=7, bold=True)
_HERE: Final = Lettering(4.4, 2.4, lines=3, bold=True)
_SPEAK: Final = Lettering(3.4, 2.0, lines=3)
_NUMBER: Final = Lettering(2.6, 2.0)
_CONTACTS: Final = Lettering(3.0, 2.0, lines=4)


@dataclass(frozen=True, slots=True)
class FeedbackTentPrint(FeedbackPrint):
    """The same face twice, one of them upside down, with the fold between them."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        painter, fold = canvas.painter, place.center().y()
        painter.setPen(QPen(EDGE, HAIRLINE, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(place.left() + _FOLD, fold, place.right() - _FOLD, fold))
        lower = QRectF(place.left(), fold, place.width(), place.height() / 2)
        self._paint_face(canvas, lower)
        painter.save()
        painter.translate(place.center())
        painter.rotate(180)
        painter.translate(-place.center())
        self._paint_face(canvas, lower)
        painter.restore()

    def _paint_face(self, canvas: Canvas, place: QRectF) -> None:
        face = place.adjusted(_MARGIN, _ABOVE, -_MARGIN, -_MARGIN)
        paint_stack(canvas, self._head(), QRectF(face.left(), face.top(), face.width(), _HEAD))
        row = face.adjusted(0, _HEAD + 4, 0, 0)
        squares = len(self.card.links)
        side = _SQUARE if squares > 1 else _ALONE
        wide = squares * (side + _APART) - _APART
        right = row.adjusted(row.width() - wide, 0, 0, 0)
        paint_squares(canvas, self, side, _APART, right, _CAPTION)
        paint_stack(canvas, self._words(), row.adjusted(0, 0, -wide - _GAP, 0))

    def _head(self) -> list[Block]:
        question = feedback_words(self.texts).question
        return [head(self.setting, _SHOP, 10.0), Words(question, _QUESTION, 24.0, above=3.0)]

    def _words(self) -> list[Block]:
        host = self.setting.host
        said = [host_words(self, _HERE, 12.0)]
        if host is not None and host.manager:
            said.append(Words(speak_to_me(self.texts), _SPEAK, 9.0, ACCENT, above=0.6))
        shown = host_figure(self, _HOST, said)
        return [
            Words(paper_line(self.texts), _PAPER, 24.0),
            Words(right_now_line(self.texts), _NOW, 26.0, ACCENT, above=3.0),
            *([shown] if shown is not None else []),
            contact_words(self.setting, _CONTACTS, 14.0),
            number_words(self, _NUMBER, 4.0, QUIET_INK),
        ]
