"""To retire a programme, and to bring it back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.days import end_of_day
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.programmes.day_field import DayField
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose


class Retiring(QWidget):
    """A button; a tap on it says what that means, and asks of a card until when rewards can be taken."""

    retired = Signal(object)
    """Until when, in UTC milliseconds, or None for always."""
    brought_back = Signal()
    asked = Signal()
    """It has opened what it asks, which may be out of sight."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._kind, self._zone = ProgrammeKind.STAMPS, zone
        self.begin_button, self.back_button = TextButton("archive", "quiet"), TextButton("undo-2")
        self.retire_button, self.leave_button = TextButton("archive", "danger"), TextButton("", "quiet")
        speak(self.begin_button.say, lambda: tr("Retire this programme"))
        speak(self.back_button.say, lambda: tr("Let it run again"))
        speak(self.retire_button.say, lambda: tr("Retire it now"))
        speak(self.leave_button.say, lambda: tr("Leave it as it is"))
        self.until = DayField(lambda: tr("Rewards can be taken until"), lambda: tr("Empty: without an end."))
        self.said, self._asked = Prose(), QWidget()
        self._lay_out()
        self.begin_button.clicked.connect(lambda: self._ask(True))
        self.leave_button.clicked.connect(lambda: self._ask(False))
        self.retire_button.clicked.connect(self._retire)
        self.back_button.clicked.connect(self.brought_back)
        self._ask(False)

    def show_programme(self, programme: Programme) -> None:
        self._kind = programme.kind
        self.said.setText(self._consequence())
        self.until.setVisible(self._kind is ProgrammeKind.STAMPS)
        running = programme.retired_at is None
        self.back_button.setVisible(not running)
        if not running:
            self._asked.hide()
        self.begin_button.setVisible(running and not self._asked.isVisibleTo(self))

    def _ask(self, asked: bool) -> None:
        self._asked.setVisible(asked)
        self.begin_button.setVisible(not asked)
        if asked:
            self.until.put(None)
            (self.until.day if self._kind is ProgrammeKind.STAMPS else self.retire_button).setFocus()
            self.asked.emit()

    def _retire(self) -> None:
        if not self.until.check():
            self.until.day.setFocus()
            return
        day = self.until.value()
        self.retired.emit(end_of_day(day, self._zone) if day is not None else None)

    def _consequence(self) -> str:
        match self._kind:
            case ProgrammeKind.PASS:
                return tr("No more are sold. Visits already paid for can be used until they end.")
            case ProgrammeKind.MEMBERSHIP:
                return tr("No more are sold. What is already paid for holds until it ends.")
        return tr("Nothing is earned on it any more. Everybody keeps what they have.")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(RHYTHM)
        buttons.addWidget(self.retire_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._asked)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(RHYTHM)
        inside.addWidget(self.said)
        inside.addWidget(self.until)
        inside.addLayout(buttons)
        row = QHBoxLayout()
        row.addWidget(self.begin_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._asked)
