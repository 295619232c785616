"""Requests of the staff: what I ask of the manager and, for a manager, what waits for an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.team.staff_requests import StaffRequest
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.team.asked_row import OwnRow, ToAnswerRow
from frontdesk.ui.team.team_acts import TeamActs
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.fields import Field, TextLine


class RequestsPart(QWidget):
    """Whoever is at the till sees their own requests; the service gives others' to managers only."""

    def __init__(self, counter: Counter, acts: TeamActs) -> None:
        super().__init__()
        self._desk, self._acts = counter.desk, acts
        self._shown: object = None
        self.own: list[OwnRow] = []
        self.to_answer: list[ToAnswerRow] = []
        self.line = TextLine()
        speak(self.line.setPlaceholderText, lambda: tr("A day off, new aprons, a word in private…"))
        self.ask_button = TextButton("hand-helping")
        speak(self.ask_button.say, lambda: tr("Ask"))
        self.field = Field(self._whose, self.line, lambda: tr("Only you and managers read it here."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addLayout(self._rows)
        column.addWidget(self.field)
        column.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask_button.clicked.connect(self.ask)
        self.line.returnPressed.connect(self.ask)
        self.line.textEdited.connect(lambda: self.field.set_fault(""))

    def refresh(self) -> None:
        """Show what is kept; words that are being typed stay while nothing else changed."""
        reader = self._desk.staff_id
        kept = (
            self._desk.staff_requests.to_answer(self._desk.act()),
            self._desk.staff_requests.of(reader),
            LANGUAGE.code,
        )
        if kept == self._shown:
            return
        self._shown = kept
        waiting, mine, _ = kept
        empty(self._rows)
        self.to_answer = [self._answer_row(each) for each in waiting]
        self.own = [self._own_row(each) for each in mine]
        for row in (*self.to_answer, *self.own):
            self._rows.addWidget(row)

    def ask(self) -> None:
        """Ask the manager for what is typed."""
        self._acts.ask(self.line.text(), self._on_asked, self._on_refused)

    def _whose(self) -> str:
        """The name of whoever asks, so that nobody asks in another's."""
        staff = self._desk.staffing.staff()
        name = next((each.name for each in staff if each.id == self._desk.staff_id), "")
        return tr("{name}, what would you ask of the manager?", name=name)

    def _answer_row(self, request: StaffRequest) -> ToAnswerRow:
        row = ToAnswerRow(request)
        row.answered.connect(self._acts.answer)
        return row

    def _own_row(self, request: StaffRequest) -> OwnRow:
        row = OwnRow(request)
        row.withdrawn.connect(self._acts.withdraw)
        return row

    def _on_asked(self) -> None:
        self.line.put("")

    def _on_refused(self, sentence: str) -> None:
        self.field.set_fault(sentence)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
