"""The line on which a fact that changed is written anew: the old words are there, Enter saves. No dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from frontdesk.domain.people.facts import Fact
from frontdesk.domain.text import NOTE_LIMIT
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.wording.facts import question


class ChangeLine(QWidget):
    """Emits `sent(fact, text)`; what is typed stays until it is saved."""

    sent = Signal(object, str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact: Fact | None = None
        self.typed = QLineEdit()
        self.typed.setMaxLength(NOTE_LIMIT)
        speak(self.typed.setPlaceholderText, lambda: tr("How is it now?"))
        self._save, self._close = TextButton("check", "filled"), IconButton("x")
        speak(self._save.say, lambda: tr("Save"))
        speak(self._close.say, lambda: tr("Leave it"))
        self.typed.returnPressed.connect(self.send)
        self._save.clicked.connect(self.send)
        self._close.clicked.connect(self.given_up)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.typed, 1)
        row.addWidget(self._close)
        row.addWidget(self._save)

    def begin(self, fact: Fact) -> None:
        """Wait for the words that take the place of this fact's."""
        self.fact = fact
        self.typed.setText(" ".join(fact.text.split()))
        self.typed.setAccessibleName(f"{question(LANGUAGE.texts, fact)} {self.typed.placeholderText()}")
        self.typed.selectAll()
        self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def send(self) -> None:
        """Hand over what was typed; with nothing typed, wait for it."""
        text = self.typed.text().strip()
        if self.fact is not None and text:
            self.sent.emit(self.fact, text)
        else:
            self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)
