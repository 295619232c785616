"""The two lines of a recovery code, typed as they are printed, or scanned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.trust.recovery_code import LETTERS_IN_LINE
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.prose import Prose


class PinCodeEntry(QWidget):
    """`entered` carries both lines."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        hint = Prose()
        speak(hint.setText, lambda: tr("Type the two lines of the printed code, or scan its square."))
        self.lines = [TextLine(limit=2 * LETTERS_IN_LINE) for _ in range(2)]
        first, second = self.lines
        first.returnPressed.connect(lambda: second.setFocus(Qt.FocusReason.TabFocusReason))
        second.returnPressed.connect(self._enter)
        self.button = TextButton("key", "filled")
        speak(self.button.say, lambda: tr("Open with the code"))
        self.button.clicked.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addWidget(hint)
        column.addWidget(Field(lambda: tr("First line"), first))
        column.addWidget(Field(lambda: tr("Second line"), second))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setFocusProxy(first)

    def clear(self) -> None:
        for line in self.lines:
            line.clear()

    def take_scan(self, text: str) -> bool:
        """A square holds both lines without a space."""
        if len(text) != 2 * LETTERS_IN_LINE:
            return False
        self.lines[0].setText(text[:LETTERS_IN_LINE])
        self.lines[1].setText(text[LETTERS_IN_LINE:])
        self._enter()
        return True

    def _enter(self) -> None:
        if any(line.text().strip() for line in self.lines):
            self.entered.emit("\n".join(line.text() for line in self.lines))
