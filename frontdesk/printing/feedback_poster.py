"""The feedback poster: the question large, the squares, and what the shop would love to know."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from frontdesk.printing.canvas import ACCENT, QUIET_INK, Canvas
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
from frontdesk.printing.stack import Block, Figure, Words, paint_stack
from frontdesk.wording.prints import feedback_words, paper_line, right_now_line, speak_to_me, wanted_line

#: One page for a wall.
POSTER_PAGE: Final = SheetLayout(*A4, *A4)

_MARGIN: Final = 18.0
_SQUARE: Final = 80.0
_APART: Final = 10.0
_CAPTION_ROOM: Final = 14.0
_HOST: Final = 34.0

_SHOP: Final = Lettering(8.0, 4.2, lines=2, bold=True)
_QUESTION: Final = Lettering(24.0, 9.0, lines=2, bold=True)
_CAPTION: Final = Lettering(5.0, 3.0, lines=2, bold=True)
_PAPER: Final = Lettering(5.6, 3.6, lines=3)
_WANTED: Final = Lettering(5.0, 3.4, lines=2, bold=True)
_ASKED: Final = Lettering(4.8, 2.8, lines=3)
_NOW: Final = Lettering(5.2, 3.2, lines=4, bold=True)
_HERE: Final = Lettering(6.4, 3.6, lines=2, bold=True)
_SPEAK: Final = Lettering(4.6, 3.0, lines=2)
_CONTACTS: Final = Lettering(4.2, 2.6, lines=2)
_NUMBER: Final = Lettering(3.0, 2.4)


@dataclass(frozen=True, slots=True)
class FeedbackPosterPrint(FeedbackPrint):
    """From the top to the bottom, as one reads a wall."""

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        paint_stack(canvas, self._blocks(), place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))

    def _blocks(self) -> list[Block]:
        texts = self.texts
        return [
            head(self.setting, _SHOP, 15.0),
            Words(feedback_words(texts).question, _QUESTION, 44.0, above=4.0),
            self._squares(),
            Words(paper_line(texts), _PAPER, 18.0, above=3.0),
            *([] if self._alone else self._wanted()),
            *self._people(),
            contact_words(self.setting, _CONTACTS, 12.0),
            number_words(self, _NUMBER, 4.4, QUIET_INK),
        ]

    @property
    def _alone(self) -> bool:
        """Whether a single square leaves room beside it."""
        return len(self.card.links) == 1

    def _wanted(self) -> list[Block]:
        """The questions, with the numbers that a message may have."""
        asked = [
            Words(f"{number}. {question.text}", _ASKED, 14.0, above=1.2)
            for number, question in enumerate(self.setting.questions, 1)
        ]
        return [Words(wanted_line(self.texts), _WANTED, 12.0, ACCENT, above=5.0), *asked]

    def _squares(self) -> Block:
        """Side by side, or one with the questions beside it."""

        def draw(canvas: Canvas, place: QRectF) -> None:
            paint_squares(canvas, self, _SQUARE, _APART, place, _CAPTION)
            if self._alone:
                beside = place.adjusted(_SQUARE + _APART, 0, 0, -_CAPTION_ROOM)
                paint_stack(canvas, [*self._wanted()], beside)

        return Figure(_SQUARE + _CAPTION_ROOM, draw, above=5.0)

    def _people(self) -> list[Block]:
        """Whom to speak to, and that it may be now."""
        now = Words(right_now_line(self.texts), _NOW, 20.0, ACCENT, above=1.0)
        host = self.setting.host
        if host is None:
            return [now]
        speak = speak_to_me(self.texts) if host.manager else ""
        said = [host_words(self, _HERE, 12.0), Words(speak, _SPEAK, 8.0), now]
        shown = host_figure(self, _HOST, said, above=5.0)
        return [shown] if shown is not None else []
