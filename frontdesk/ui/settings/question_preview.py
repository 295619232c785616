"""How the questions stand on a card or page, in the language in which they are asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from frontdesk.domain.feedback.questions import ANSWERED_BY, BOXES, AnsweredBy, Mood, Topic
from frontdesk.texts import Texts, texts_for
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.card import Card
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.questions import box_name, mood_name

_LINE = "…………………………"


class QuestionPreview(Card):
    """The questions in their order, with what a customer can answer below each."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RHYTHM * 3, RHYTHM * 2, RHYTHM * 3, RHYTHM * 2)
        self._column.setSpacing(RHYTHM // 2)

    def show_questions(self, language: str, asked: Sequence[tuple[Topic, str]]) -> None:
        empty(self._column)
        texts = texts_for(language)
        for place, (topic, question) in enumerate(asked):
            if place:
                self._column.addSpacing(RHYTHM)
            self._column.addWidget(Prose(question, size=Size.BODY, ink="ink", strong=True))
            self._column.addWidget(Prose(_answers(texts, ANSWERED_BY[topic])))


def _answers(texts: Texts, answered_by: AnsweredBy) -> str:
    match answered_by:
        case AnsweredBy.FACES:
            return " · ".join(mood_name(texts, mood) for mood in sorted(Mood, reverse=True))
        case AnsweredBy.BOXES:
            return "   ".join(f"☐\u00a0{box_name(texts, box)}" for box in BOXES)
        case AnsweredBy.WORDS:
            return _LINE
