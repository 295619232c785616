"""The two deliberate steps of the one thing that has no undo: say that it was read, then the button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip, TextButton


class ConfirmErasing(QWidget):
    """The button says whom; it can be used once the first was tapped, and never by the same tap."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.read, self.erase = Chip("check", checkable=True), TextButton("trash-2", "danger")
        self.read.toggled.connect(self._allow)
        self.erase.clicked.connect(self._on_erase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        for button in (self.read, self.erase):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._allow(False)

    def say(self, words: str) -> None:
        """What the last button says."""
        self.read.say(tr("I have read what goes. It cannot be undone."))
        self.erase.say(words)

    def begin_anew(self) -> None:
        """Nothing is confirmed any more: it is about others now."""
        self.read.setChecked(False)

    def _allow(self, read: bool) -> None:
        self.erase.setEnabled(read)

    def _on_erase(self) -> None:
        self.begin_anew()
        self.confirmed.emit()
