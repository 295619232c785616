"""One request of the staff: the asker's own with its answer, or one that a manager answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.team.staff_requests import ANSWERS, StaffRequest, StaffRequestState
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.team import answer_line, answer_name

_ICONS = {
    StaffRequestState.YES: "check",
    StaffRequestState.NO: "x",
    StaffRequestState.LATER: "clock",
}


class OwnRow(QWidget):
    """What I asked, and what became of it; while it is open I can take it back."""

    withdrawn = Signal(int)

    def __init__(self, request: StaffRequest) -> None:
        super().__init__()
        self.request = request
        self.text, self.answer = Prose(), Prose()
        self.text.setText(request.text)
        self.answer.set_ink("quiet" if not request.answered else "accent_ink")
        self.answer.setText(answer_line(LANGUAGE.texts, request))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addLayout(words, 1)
        if not request.answered:
            back = IconButton("trash-2", role="quiet")
            back.say(tr("Take back: {what}", what=request.text))
            back.clicked.connect(lambda: self.withdrawn.emit(request.id))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)


class ToAnswerRow(QWidget):
    """What somebody asks, a line for words, and the three answers."""

    answered = Signal(int, object, str)

    def __init__(self, request: StaffRequest) -> None:
        super().__init__()
        self.request = request
        self.text = Prose()
        self.text.setText(request.text)
        self.words = TextLine()
        self.words.setPlaceholderText(tr("Why, or when"))
        self.words.setAccessibleName(tr("Words for {name}", name=request.asker))
        self.buttons = {state: self._button(state) for state in ANSWERS}
        row = in_a_row()
        row.setSpacing(RHYTHM)
        row.addWidget(self.words, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM // 2)
        column.addWidget(PlainLabel(tr("{name} asks", name=request.asker), "small"))
        column.addWidget(self.text)
        column.addLayout(row)

    def _button(self, state: StaffRequestState) -> TextButton:
        button = TextButton(_ICONS[state])
        name = answer_name(LANGUAGE.texts, state)
        button.say(name)
        button.setAccessibleDescription(self.request.asker)
        button.clicked.connect(lambda: self.answered.emit(self.request.id, state, self.words.text()))
        return button
