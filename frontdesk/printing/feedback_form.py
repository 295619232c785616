"""The feedback form on A6: every question that the shop asks, with faces, boxes and lines for a pen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt

from frontdesk.domain.feedback.questions import BOXES, AnsweredBy, Mood, Question
from frontdesk.printing.canvas import INK, QUIET_INK, Canvas
from frontdesk.printing.faces import BOX, faces_height, paint_box, paint_faces
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
from frontdesk.wording.prints import feedback_words, leave_name_line, two_ways
from frontdesk.wording.questions import box_name, mood_name

_MARGIN: Final = 7.0
"""A printer leaves the rim of the page white, and four forms fill it."""
_GAP: Final = 4.0
_ROOMS: Final = (34.5, 40.0, 46.5)
_WISHED: Final = 32.0
_LEAST_HEAD: Final = 31.0
_FACE: Final = 7.6
_MOOD_ROOM: Final = 2.8
_BOX_COLUMNS: Final = 3
_BOX_STEP: Final = 5.0
_WORDS_AFTER: Final = 6.4
_APART: Final = 6.4
"""Between lines for a hand."""
_HOST: Final = 12.5
_FEW: Final = 5
"""With fewer questions there is room for two lines of words."""
_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter

_SHOP: Final = Lettering(3.5, 2.1, lines=2, bold=True)
_QUESTION: Final = Lettering(6.6, 3.0, lines=2, bold=True)
_WAYS: Final = Lettering(2.6, 1.9, lines=6)
_ASKED: Final = Lettering(2.9, 1.9, lines=2, bold=True)
_MOOD: Final = Lettering(1.9, 1.3)
_BOX_NAME: Final = Lettering(2.4, 1.6)
_ASIDE: Final = Lettering(2.2, 1.8)
_NUMBER: Final = Lettering(3.4, 2.0, bold=True)
_HERE: Final = Lettering(2.3, 1.8)
_CONTACTS: Final = Lettering(2.1, 1.6, lines=2)


@dataclass(frozen=True, slots=True)
class FeedbackFormPrint(FeedbackPrint):
    """The shop and the square above, the questions below, and who asks at the foot."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        page = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        square = fitting_square(self.card.links[0], _ROOMS, _WISHED)
        upper = max(square.side, _LEAST_HEAD)
        canvas.code(square, QPointF(page.right() - square.side, page.top()))
        words = QRectF(page.left(), page.top(), page.width() - square.side - _GAP, upper)
        paint_stack(canvas, self._head(), words)
        paint_stack(canvas, self._asked(), page.adjusted(0, upper + 2.6, 0, 0))

    def _head(self) -> list[Block]:
        words = feedback_words(self.texts, self.customer_name)
        return [
            head(self.setting, _SHOP, 6.4),
            Words(words.question, _QUESTION, 18.0),
            Words(two_ways(self.texts, self.way), _WAYS, 16.0),
        ]

    def _asked(self) -> list[Block]:
        blocks: list[Block] = []
        for number, question in enumerate(self.setting.questions, 1):
            blocks.append(Words(f"{number}. {question.text}", _ASKED, 7.0, above=1.8))
            blocks.extend(self._answer(question))
        name = Words(leave_name_line(self.texts), _ASIDE, 4.6, QUIET_INK, above=1.8)
        blocks += [name, writing_lines(1, _APART - 1)]
        said = [
            number_words(self, _NUMBER, 4.6),
            host_words(self, _HERE, 4.0, QUIET_INK),
            contact_words(self.setting, _CONTACTS, 5.0),
        ]
        foot = host_figure(self, _HOST, said, above=2.4)
        return [*blocks, *([foot] if foot is not None else [])]

    def _answer(self, question: Question) -> Sequence[Block]:
        match question.answered_by:
            case AnsweredBy.FACES:
                tall = faces_height(_FACE) + _MOOD_ROOM
                return [Figure(tall, self._paint_moods, above=1.0)]
            case AnsweredBy.BOXES:
                rows = -(-len(BOXES) // _BOX_COLUMNS)
                return [Figure(rows * _BOX_STEP, self._paint_boxes, above=0.9)]
            case AnsweredBy.WORDS:
                few = len(self.setting.questions) < _FEW
                return [writing_lines(2 if few else 1, _WORDS_AFTER)]

    def _paint_moods(self, canvas: Canvas, place: QRectF) -> None:
        """The faces, each with its word between it and its box's row."""
        paint_faces(canvas, place.adjusted(0, _MOOD_ROOM, 0, 0), _FACE)
        step = place.width() / len(Mood)
        for number, mood in enumerate(Mood):
            room = QRectF(place.left() + number * step + 0.4, place.top(), step - 0.8, _MOOD_ROOM)
            canvas.text(mood_name(self.texts, mood), _MOOD, room, QUIET_INK, _CENTRED)

    def _paint_boxes(self, canvas: Canvas, place: QRectF) -> None:
        """What may be ticked, in the order of its keys."""
        step = place.width() / _BOX_COLUMNS
        for number, point in enumerate(BOXES):
            row, column = divmod(number, _BOX_COLUMNS)
            corner = QPointF(place.left() + column * step, place.top() + row * _BOX_STEP + 0.4)
            paint_box(canvas, corner, str(number + 1))
            room = QRectF(corner.x() + BOX + 2.6, corner.y() - 0.1, step - BOX - 3.6, _BOX_STEP - 0.6)
            canvas.text(box_name(self.texts, point), _BOX_NAME, room, INK)
