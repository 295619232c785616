"""The search field: a large line that hands the arrow keys, Enter and Esc to whoever shows the results."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from frontdesk.domain.text import LINE_LIMIT
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.style import LOOK, set_role

_BESIDE_WORDS = 70  # the glass and both edges, as the style sheet has them
_HANDED_ON = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchField(QLineEdit):
    """A line edit that is always one line, never too long, and has its glass painted in the palette's ink."""

    moved = Signal(int)
    """An arrow or page key: how many results to go down (negative: up)."""
    chosen = Signal()
    given_up = Signal()
    pasted = Signal(str)
    """What was pasted by keys, with its lines: the field has it in one line by then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LINE_LIMIT)
        set_role(self, "search")
        LOOK.changed.connect(self.update)

    def say(self, placeholder: str) -> None:
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def whole_width(self) -> int:
        """How wide it has to be to show all of what it asks for."""
        return self.fontMetrics().horizontalAdvance(self.placeholderText()) + _BESIDE_WORDS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _HANDED_ON:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = "accent_ink" if self.hasFocus() else "quiet"
        glass = icon_pixmap("search", ink, 22, self.devicePixelRatioF())
        QPainter(self).drawPixmap(16, (self.height() - 22) // 2, glass)
