"""The questions of one card, keyed in one after the other; Enter at the end saves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.questions import AnsweredBy, Question, Topic
from frontdesk.domain.responses import ResponseDraft, WayBack
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.feedback.answer_row import AnswerRow
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import ACTION, RHYTHM, taller
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, tab_through
from frontdesk.wording.responses import way_back_name


class KeyingForm(ScrolledColumn):
    """`wanted` comes when the answer is to be saved. `asked` gives a topic's question in the language spoken
    now: the card may ask it in another.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[AnswerRow] = []
        self._draft = ResponseDraft()
        self.name, self.contact = TextLine(limit=LINE_LIMIT), TextLine(limit=LINE_LIMIT)
        self.way = ChipRow(
            [(each.value, lambda each=each: way_back_name(LANGUAGE.texts, each)) for each in _WAYS]
        )
        self.save = TextButton("check", "filled")
        self.save.setMinimumHeight(taller(ACTION))
        speak(self.save.say, lambda: tr("Save this answer"))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(RHYTHM * 2)
        self.save.clicked.connect(self.wanted)
        self.name.returnPressed.connect(self.contact.setFocus)
        self.contact.returnPressed.connect(self.save.setFocus)
        self._lay_out()

    def show_card(self, asked: Sequence[Question], draft: ResponseDraft, way: WayBack) -> None:
        """Begin with a card: what it asks, and what its message said so far."""
        empty(self._questions)
        self._draft = draft
        said = {answer.topic: answer for answer in draft.answers}
        more = [Question(topic, "") for topic in said if topic not in {each.topic for each in asked}]
        self.rows = [AnswerRow(question) for question in (*asked, *more)]
        for place, row in enumerate(self.rows):
            by_faces = row.question.answered_by is AnsweredBy.FACES
            row.put(draft.mood if by_faces else None, said.get(row.question.topic))
            row.gone_on.connect(lambda place=place: self._stand_on(place + 1))
            row.stepped.connect(lambda step, place=place: self._stand_on(place + step))
        for pair in _in_pairs(self.rows):
            self._questions.addLayout(pair)
        for row in self.rows:
            row.show()  # now, and not when the layout comes to it: the keyboard goes to the first at once
        self.name.put(draft.name)
        self.contact.put(draft.contact)
        self.way.choose(way)
        tab_through(*self.rows, self.name, self.contact, self.save, self.way)

    def say(self, asked: dict[Topic, str]) -> None:
        """The questions in the language spoken now."""
        for row in self.rows:
            row.say(asked[row.question.topic])

    def begin(self) -> None:
        """The keyboard goes to what is keyed in next."""
        self._stand_on(self._next_place())

    def next_stop(self) -> QWidget:
        """The first question that says nothing yet, or the button that saves."""
        return self._stop(self._next_place())

    def _next_place(self) -> int:
        empty_ones = (place for place, row in enumerate(self.rows) if not row.says_something())
        return next(empty_ones, len(self.rows))

    def _stop(self, place: int) -> QWidget:
        return self.rows[max(place, 0)].line if place < len(self.rows) else self.save

    def draft(self) -> ResponseDraft:
        """What is keyed in."""
        moods = [row.mood() for row in self.rows]
        return ResponseDraft(
            mood=next((mood for mood in moods if mood is not None), None),
            answers=tuple(row.answer() for row in self.rows),
            name=self.name.text(),
            contact=self.contact.text(),
            language=self._draft.language,
            came_at=self._draft.came_at,
        )

    def way_back(self) -> WayBack:
        return WayBack(self.way.value())

    def says_something(self) -> bool:
        return any(row.says_something() for row in self.rows) or bool(self.name.text() or self.contact.text())

    def begin_name(self, letter: str) -> None:
        """A letter at the end begins the name that is written on the card."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.insert(letter)

    def _stand_on(self, place: int) -> None:
        stop = self._stop(place)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(stop if place >= len(self.rows) else self.rows[max(place, 0)])

    def _lay_out(self) -> None:
        left = beside(
            Field(lambda: tr("Name, if they left one"), self.name),
            Field(lambda: tr("How to reach them, if they left it"), self.contact),
        )
        self.column.addLayout(self._questions)
        self.column.addLayout(left)
        self.column.addWidget(self.save)
        self.column.addWidget(self.way)
        self.column.addStretch(1)


_WAYS = (WayBack.PAPER, WayBack.MESSAGE)


def _in_pairs(rows: Sequence[AnswerRow]) -> list[QBoxLayout]:
    """The face has a line for itself; of the others two that are answered alike stand beside one another."""
    laid: list[QBoxLayout] = []
    waiting: list[AnswerRow] = []
    for row in rows:
        if waiting and waiting[0].question.answered_by is not row.question.answered_by:
            laid.append(beside(waiting.pop()))
        waiting.append(row)
        if len(waiting) == 2 or row.question.answered_by is AnsweredBy.FACES:
            laid.append(beside(*waiting))
            waiting = []
    return laid + ([beside(*waiting)] if waiting else [])
