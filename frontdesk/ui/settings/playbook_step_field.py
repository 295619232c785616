"""One step of a playbook as it is written: what it asks, and its words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from frontdesk.domain.care.playbooks import ALOUD, Step, StepKind
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, grown, is_large, taller
from frontdesk.ui.widgets.buttons import IconButton
from frontdesk.ui.widgets.choices import Choice, Option
from frontdesk.ui.widgets.pages import in_a_row
from frontdesk.wording.playbooks import step_kind_name

_LINES, _KIND_WIDTH = 2, 210


class PlaybookStepField(QWidget):
    """A step without words is left out when it is saved."""

    up_wanted = Signal()
    gone = Signal()

    def __init__(self, step: Step, *, only_words: bool) -> None:
        super().__init__()
        self._key = step.key
        self.kind = Choice(_aloud_kinds if only_words else _kinds)
        self.kind.choose(step.kind.value)
        self.kind.setEnabled(not only_words)
        self.words = QPlainTextEdit(step.text)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(taller(TARGET + RHYTHM * 3, _LINES))
        self.up, self.remove = IconButton("chevron-up"), IconButton("x")
        self.up.clicked.connect(self.up_wanted)
        self.remove.clicked.connect(self.gone)
        for button in (self.up, self.remove):
            button.setVisible(not only_words)
        speak(self.kind.setAccessibleName, lambda: tr("What the step asks"))
        speak(self.words.setAccessibleName, lambda: tr("The words of the step"))
        speak(self.up.say, lambda: tr("Earlier"))
        speak(self.remove.say, lambda: tr("Remove this step"))
        if not is_large():
            self.kind.setFixedWidth(grown(_KIND_WIDTH))
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.kind)
        row.addWidget(self.words, 1)
        row.addWidget(self.up)
        row.addWidget(self.remove)

    def step(self) -> Step:
        """As it is written now; the words may be empty."""
        return Step(self._key, StepKind(self.kind.value()), self.words.toPlainText().strip())


def _kinds() -> list[Option]:
    return [(kind.value, step_kind_name(LANGUAGE.texts, kind)) for kind in StepKind]


def _aloud_kinds() -> list[Option]:
    return [(kind.value, step_kind_name(LANGUAGE.texts, kind)) for kind in StepKind if kind in ALOUD]
