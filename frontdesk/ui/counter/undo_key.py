"""The keys that take back: F9 and Ctrl+Z, at each press one act more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.taps import Taps
from frontdesk.ui.widgets.notice import NoticeBar

if TYPE_CHECKING:
    from frontdesk.ui.counter.keys import CounterKeys


class UndoKey(QObject):
    """Works on what a window's notice bar has. An act that is still on its way, from whichever page, is
    waited for: it is the one that is meant.
    """

    def __init__(self, bridge: Bridge, notices: NoticeBar, taps: Taps, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._notices, self._taps = bridge, notices, taps
        self._steps_back = 0
        bridge.settled.connect(self._step_back)

    def bind(self, keys: CounterKeys) -> None:
        keys.on(Qt.Key.Key_F9, self.undo_last)
        keys.on_undo(self.undo_by_chord)

    def undo_last(self) -> None:
        """Take back the last act, at each press the one before."""
        if not self._taps.is_bounce("undo"):
            self._steps_back += 1
            self._step_back()

    def undo_by_chord(self) -> bool:
        """Ctrl+Z takes back the last act, unless somebody is typing: then it is the text's."""
        field = QApplication.focusWidget()
        typing = isinstance(field, QPlainTextEdit) or (isinstance(field, QLineEdit) and bool(field.text()))
        if typing or not self._notices.can_undo():
            return False
        self.undo_last()
        return True

    def _step_back(self) -> None:
        while self._steps_back and not self._bridge.writing:
            self._steps_back -= 1
            self._notices.undo()
