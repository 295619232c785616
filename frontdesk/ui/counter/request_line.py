"""The line on which a request is noted: what, promised when, a note, Enter. No dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from frontdesk.domain.text import LINE_LIMIT, NOTE_LIMIT
from frontdesk.ui.counter.promises import Promise
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip, IconButton, TextButton


class RequestLine(QWidget):
    """Emits `sent(what, note, promise or None)`; what was typed stays until the window says it is saved."""

    sent = Signal(str, str, object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.note = QLineEdit(), QLineEdit()
        self.what.setMaxLength(LINE_LIMIT)
        self.note.setMaxLength(NOTE_LIMIT)
        _say(self.what, lambda: tr("What do they ask for?"))
        _say(self.note, lambda: tr("Note (optional)"))
        self.what.returnPressed.connect(self.send)
        self.note.returnPressed.connect(self.send)
        self._chips = {promise: Chip(checkable=True) for promise in Promise}
        speak(self._chips[Promise.HALF_HOUR].say, lambda: tr("In 30 min"))
        speak(self._chips[Promise.HOUR].say, lambda: tr("In 1 hour"))
        speak(self._chips[Promise.TODAY].say, lambda: tr("Today"))
        speak(self._chips[Promise.TOMORROW].say, lambda: tr("Tomorrow"))
        for promise, chip in self._chips.items():
            chip.clicked.connect(lambda checked, promise=promise: self._promise(promise, checked))
        self._save = TextButton("check", "filled")
        speak(self._save.say, lambda: tr("Note it"))
        self._save.clicked.connect(self.send)
        self._close = IconButton("x")
        speak(self._close.say, lambda: tr("Leave it"))
        self._close.clicked.connect(self.given_up)
        self._lay_out()

    def begin(self) -> None:
        """Empty the line and wait for typing."""
        self.what.clear()
        self.note.clear()
        self._promise(None, False)
        self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def promise(self) -> Promise | None:
        """Which promise is given."""
        return next((promise for promise, chip in self._chips.items() if chip.isChecked()), None)

    def choose_promise(self, promise: Promise) -> None:
        self._promise(promise, True)

    def send(self) -> None:
        """Hand over what was typed; with nothing typed, wait for it."""
        what = self.what.text().strip()
        if not what:
            self.what.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.sent.emit(what, self.note.text().strip(), self.promise())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _promise(self, promise: Promise | None, given: bool) -> None:
        """One promise at a time; a second tap takes it back."""
        for each, chip in self._chips.items():
            chip.setChecked(given and each is promise)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        typed, tapped = QHBoxLayout(), QHBoxLayout()
        typed.setSpacing(RHYTHM)
        tapped.setSpacing(RHYTHM)
        typed.addWidget(self.what, 3)
        typed.addWidget(self.note, 2)
        for chip in self._chips.values():
            tapped.addWidget(chip)
        tapped.addStretch(1)
        tapped.addWidget(self._close)
        tapped.addWidget(self._save)
        column.addLayout(typed)
        column.addLayout(tapped)


def _say(field: QLineEdit, say: Callable[[], str]) -> None:
    speak(field.setPlaceholderText, say)
    speak(field.setAccessibleName, say)
