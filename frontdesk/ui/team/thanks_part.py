"""What customers thanked us for: what waits to be passed on first, then the latest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.team.staff_thanks import StaffThanks, ThanksState
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.showing import show_part
from frontdesk.wording.team import thanks_line

_MOST_TOLD = 5
"""So many that were passed on stay in sight; what waits is always listed whole."""


class ThanksPart(QWidget):
    """It writes nothing: it says what was tapped."""

    passed_on = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self.rows: list[ThanksRow] = []
        self.note_button = TextButton("hand-heart")
        speak(self.note_button.say, lambda: tr("Somebody thanked one of us"))
        self._nothing = PlainLabel(role="quiet")
        self._nothing.setWordWrap(True)
        speak(self._nothing.setText, lambda: tr("When a customer thanks one of us by name, note it here."))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(RHYTHM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addLayout(self._rows)
        column.addWidget(self._nothing)
        column.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_thanks(self, waiting: Sequence[StaffThanks], lately: Sequence[StaffThanks]) -> None:
        told = [each for each in lately if each.state is ThanksState.PASSED_ON][:_MOST_TOLD]
        kept = ((*waiting, *told), LANGUAGE.code)
        if kept == self._shown:
            return
        self._shown = kept
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [ThanksRow(each) for each in kept[0]]
        for row in self.rows:
            row.passed_on.connect(self.passed_on)
            self._rows.addWidget(row)
        self._nothing.setVisible(not self.rows)


class ThanksRow(QWidget):
    """For whom, from whom, in which words; and the button that says they were told."""

    passed_on = Signal(int)

    def __init__(self, thanks: StaffThanks) -> None:
        super().__init__()
        self.thanks = thanks
        self.who, self.words = Prose(), Prose()
        self.who.setText(thanks_line(LANGUAGE.texts, thanks))
        self.words.set_ink("quiet")
        self.words.setText(f"“{thanks.words}”" if thanks.words else "")
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.who)
        said.addWidget(self.words)
        show_part(self.words, shown=bool(thanks.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addLayout(said, 1)
        if thanks.state is ThanksState.WAITING:
            told = TextButton("check")
            told.say(tr("Passed on"))
            told.setAccessibleDescription(self.who.text())
            told.clicked.connect(lambda: self.passed_on.emit(thanks.id))
            row.addWidget(told, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(PlainLabel(tr("Passed on"), "small"), 0, Qt.AlignmentFlag.AlignTop)
