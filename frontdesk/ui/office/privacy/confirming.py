"""The two deliberate steps of the one thing that has no undo: say that it was read, then the button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.privacy.tick import Tick
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import in_a_row


class ConfirmErasing(QWidget):
    """The button says whom; it can be used once the first was tapped, and never by the same tap."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.read, self.erase = Tick(), TextButton("trash-2", "danger")
        self.read.toggled.connect(self._allow)
        self.erase.clicked.connect(self._on_erase)
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 3)
        for button in (self.read, self.erase):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self._allow(False)

    def say(self, words: str) -> None:
        """What the last button says."""
        self.read.say(tr("I have read what goes. It cannot be undone."))
        self.erase.say(words)

    def begin_anew(self) -> None:
        """Nothing is confirmed any more: it is about others now."""
        self.read.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, as behind the office's lock, nothing is half confirmed."""
        self.begin_anew()
        super().hideEvent(event)

    def _allow(self, read: bool) -> None:
        self.erase.setEnabled(read)

    def _on_erase(self) -> None:
        self.begin_anew()
        self.confirmed.emit()
