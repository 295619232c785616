"""The questions of one card, keyed in one after the other; Enter at the end saves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.feedback.questions import AnsweredBy, Question, Topic
from frontdesk.domain.feedback.responses import ResponseDraft
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.feedback.answer_row import AnswerRow
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import GAP, ScrolledColumn, beside, in_a_row, tab_through


class KeyingForm(ScrolledColumn):
    """`wanted` comes when the answer is to be saved."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[AnswerRow] = []
        self._draft = ResponseDraft()
        self.name, self.contact = TextLine(limit=LINE_LIMIT), TextLine(limit=LINE_LIMIT)
        self.save = TextButton("check", "filled")
        self.save.setMinimumHeight(taller(TARGET))
        speak(self.save.say, lambda: tr("Save this answer"))
        self._questions = QVBoxLayout()
        self.save.clicked.connect(self.wanted)
        self.name.returnPressed.connect(self.contact.setFocus)
        self.contact.returnPressed.connect(self.wanted)
        self._lay_out()

    def show_card(self, asked: Sequence[Question], draft: ResponseDraft) -> None:
        """Begin with a card: what it asks, and what its message said, also to what is asked no more."""
        self._draft = draft
        said = {answer.topic: answer for answer in draft.answers}
        known = {question.topic for question in asked}
        more = [Question(topic, "") for topic in said if topic not in known]
        self.rows = [AnswerRow(question) for question in (*asked, *more)]
        for place, row in enumerate(self.rows):
            by_faces = row.question.answered_by is AnsweredBy.FACES
            row.put(draft.mood if by_faces else None, said.get(row.question.topic))
            row.gone_on.connect(lambda place=place: self._stand_on(place + 1))
            row.stepped.connect(lambda step, place=place: self._stand_on(place + step))
            row.parted.connect(lambda place=place: self._on_parted(place))
        empty(self._questions)
        laid = _laid_out(self.rows)
        self._questions.addWidget(laid)
        laid.show()  # now, and not when the layout comes to it: the keyboard goes to the first at once
        self.name.put(draft.name)
        self.contact.put(draft.contact)
        tab_through(*self.rows, self.name, self.contact, self.save)

    def say(self, asked: dict[Topic, str]) -> None:
        """The questions in the language spoken now: the card may ask in another."""
        for row in self.rows:
            row.say(asked[row.question.topic])

    def begin(self) -> None:
        """The keyboard goes to what is keyed in next."""
        self._stand(self.next_stop(), self._next_place())

    def next_stop(self) -> QWidget:
        """The first question that says nothing yet, or the button that saves."""
        place = self._next_place()
        return self.rows[place].line if place < len(self.rows) else self.save

    def _next_place(self) -> int:
        empty_ones = (place for place, row in enumerate(self.rows) if not row.says_something())
        return next(empty_ones, len(self.rows))

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

    def says_something(self) -> bool:
        return any(row.says_something() for row in self.rows) or bool(self.name.text() or self.contact.text())

    def begin_name(self, letter: str) -> None:
        """A letter at the end begins the name that is written on the card."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.insert(letter)

    def _stand_on(self, place: int) -> None:
        """A question; behind the last is the name, for an unhappy guest wants an answer."""
        place = max(place, 0)
        self._stand(self.rows[place].line if place < len(self.rows) else self.name, place)

    def _stand(self, stop: QWidget, place: int) -> None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if place < len(self.rows):
            self.ensureWidgetVisible(self.rows[place])
        self.ensureWidgetVisible(stop)

    def _on_parted(self, place: int) -> None:
        """A blank or a comma right behind a tick: more is said to that question."""
        if place and self.rows[place - 1].only_ticked():
            self._stand_on(place - 1)

    def _lay_out(self) -> None:
        last = in_a_row()
        last.setSpacing(GAP)
        last.addWidget(Field(lambda: tr("Name, if they left one"), self.name), 2)
        last.addWidget(Field(lambda: tr("How to reach them, if they left it"), self.contact), 2)
        last.addWidget(self.save, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.setSpacing(RHYTHM)
        self.column.addLayout(self._questions)
        self.column.addLayout(last)
        self.column.addStretch(1)


def _laid_out(rows: Sequence[AnswerRow]) -> QWidget:
    """What is answered in words stands beside its like; what can be ticked has a line for itself."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(RHYTHM)
    for by_words, alike in groupby(rows, key=lambda row: not row.chips):
        few, together = list(alike), 2 if by_words else 1
        for at in range(0, len(few), together):
            column.addLayout(beside(*few[at : at + together]))
    return place
