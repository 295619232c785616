"""Several lines that a person writes; Tab goes on to the next field, and only plain text comes in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from frontdesk.domain.text import NOTE_LIMIT
from frontdesk.ui.look.metrics import grown

_LEAST_HEIGHT = 120


class TextArea(QPlainTextEdit):
    """`left` comes when a person leaves it, having changed it. No more fits in than can be kept."""

    left = Signal(str)

    def __init__(self, least: int = _LEAST_HEIGHT) -> None:
        super().__init__()
        self._least, self._kept = least, ""
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setMinimumHeight(grown(least))
        self.textChanged.connect(self._keep_to_limit)

    def sizeHint(self) -> QSize:
        return QSize(200, grown(self._least))

    def put(self, text: str) -> None:
        """Show what is kept; that is no change by a person."""
        self._kept = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def is_changed(self) -> bool:
        """Whether it holds anything else than what is kept."""
        return self.toPlainText() != self._kept

    def finish(self) -> None:
        """As if the person had left it: what was typed and not yet taken is taken now."""
        if self.is_changed():
            self._kept = self.toPlainText()
            self.left.emit(self._kept)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def _keep_to_limit(self) -> None:
        text = self.toPlainText()
        if len(text) > NOTE_LIMIT:
            place = min(self.textCursor().position(), NOTE_LIMIT)
            self.setPlainText(text[:NOTE_LIMIT])
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)
