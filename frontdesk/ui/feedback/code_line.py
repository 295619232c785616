"""Where a card's code is keyed in or scanned, or a whole message pasted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import TextLine

_LONGEST_MESSAGE = 8000


class _Line(TextLine):
    """A line would make one line of what is pasted: a message is taken as it is."""

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)


class CodeLine(QWidget):
    """`given` carries a code or a message, and whether it was pasted."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = _Line(limit=_LONGEST_MESSAGE)
        self.line.setMinimumHeight(TARGET)
        self.paste = TextButton("clipboard-paste")
        speak(self.paste.say, lambda: tr("Paste a message"))
        speak(self.line.setAccessibleName, lambda: tr("The card's code"))
        speak(self.line.setPlaceholderText, lambda: tr("Scan the card, or key in its number: 231-K7Q"))
        self.line.returnPressed.connect(lambda: self.given.emit(self.line.text()))
        self.line.pasted.connect(self.given)
        self.paste.clicked.connect(lambda: self.given.emit(QGuiApplication.clipboard().text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.line, 1)
        row.addWidget(self.paste)
