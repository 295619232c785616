"""A time of day: typed, or moved by quarters of an hour with two large buttons or the arrow keys."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from frontdesk.ui.counter.promises import read_time, stepped
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, TARGET, grown, taller
from frontdesk.ui.widgets.buttons import IconButton

_LONGEST = len("14:30")
_WIDTH = 84


class TimeField(QWidget):
    """`changed` comes when a person chose or typed another time; what was typed may be none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = time()
        self.line = QLineEdit()
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhTime)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setFixedSize(grown(_WIDTH), taller(TARGET))
        self.line.setMaxLength(_LONGEST)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._on_typed)
        speak(self.line.setAccessibleName, lambda: tr("Time"))
        self.earlier, self.later = IconButton("minus"), IconButton("plus")
        speak(self.earlier.say, lambda: tr("Earlier"))
        speak(self.later.say, lambda: tr("Later"))
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        for part in (self.earlier, self.line, self.later):
            row.addWidget(part)
        for button in (self.earlier, self.later):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same on the line
        self.setFocusProxy(self.line)

    def put(self, at: time) -> None:
        """Show a time; that is no change by a person."""
        self._at = at
        self.line.setText(f"{at.hour}:{at.minute:02d}")

    def offer(self, at: time) -> None:
        """Show none; a step begins from this one."""
        self._at = at
        self.line.clear()

    def time(self) -> time | None:
        """The time that is shown, or None for what is none."""
        return read_time(self.line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if steps is not None:
                self._step(steps)
                return True
        return super().eventFilter(watched, event)

    def _step(self, steps: int) -> None:
        self.put(stepped(self._at, steps))
        self.changed.emit()

    def _on_typed(self) -> None:
        self._at = self.time() or self._at
        self.changed.emit()
