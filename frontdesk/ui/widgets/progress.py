"""Slow work under way: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import PlainLabel


class ProgressRow(QWidget):
    """A sentence over a bar, and Cancel beside them. Hidden until it is started."""

    cancelled = Signal()

    def __init__(self, *, cancellable: bool = True) -> None:
        super().__init__()
        self._said = PlainLabel(role="strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = TextButton("x")
        speak(self.cancel.say, lambda: tr("Cancel"))
        self.cancel.clicked.connect(self._on_cancel)
        if not cancellable:
            self.cancel.hide()
        words = QVBoxLayout()
        words.setSpacing(RHYTHM)
        words.addWidget(self._said)
        words.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM * 2)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.hide()

    def start(self, said: str) -> None:
        """Show that something has begun; its length is not known yet."""
        self._said.setText(said)
        self.bar.setAccessibleName(said)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """How far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def stop(self) -> None:
        self.hide()

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancelled.emit()
