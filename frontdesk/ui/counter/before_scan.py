"""What stood in the field that had the focus, before keys came that may be a scanner's."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_PLACED = QTextCursor.MoveMode.MoveAnchor
_HELD = QTextCursor.MoveMode.KeepAnchor


@dataclass
class _Text:
    """A text with its selection: `start` to `end`, the cursor at one of the two."""

    text: str
    start: int
    end: int
    cursor_first: bool

    def without_scan(self, now: str) -> tuple[int, int] | None:
        """From where to where the text now holds what was typed since, if nothing else has changed."""
        head, tail = self.text[: self.start], self.text[self.end :]
        typed = len(now) - len(head) - len(tail)
        if typed < 0 or not now.startswith(head) or not now.endswith(tail):
            return None
        return len(head), len(head) + typed

    @property
    def selected(self) -> str:
        return self.text[self.start : self.end]


class _Line:
    """A line of text. What was typed is cut out again, so that the line's own Undo still works."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line
        cursor, start = line.cursorPosition(), line.selectionStart()
        if start < 0:
            self._was = _Text(line.text(), cursor, cursor, False)
        else:
            self._was = _Text(line.text(), start, line.selectionEnd(), cursor == start)

    def restore(self) -> None:
        line, was = self._line, self._was
        typed = was.without_scan(line.text())
        if typed is not None and line.text() != was.text:
            line.setSelection(typed[0], typed[1] - typed[0])
            line.insert(was.selected)
        if line.text() != was.text:
            line.setText(was.text)
        length = was.end - was.start
        if not length:
            line.setCursorPosition(was.end)
        elif was.cursor_first:
            line.setSelection(was.end, -length)
        else:
            line.setSelection(was.start, length)

    def insert(self, text: str) -> None:
        self._line.insert(text)


class _Page:
    """A text of several lines."""

    def __init__(self, page: QPlainTextEdit | QTextEdit) -> None:
        self._page = page
        cursor = page.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        self._was = _Text(page.toPlainText(), start, end, cursor.position() == start)

    def restore(self) -> None:
        page, was = self._page, self._was
        typed = was.without_scan(page.toPlainText())
        cursor = page.textCursor()
        if typed is not None and page.toPlainText() != was.text:
            cursor.setPosition(typed[0])
            cursor.setPosition(typed[1], _HELD)
            cursor.insertText(was.selected)
        if page.toPlainText() != was.text:
            page.setPlainText(was.text)
            cursor = page.textCursor()
        first, last = (was.end, was.start) if was.cursor_first else (was.start, was.end)
        cursor.setPosition(first, _PLACED)
        cursor.setPosition(last, _HELD)
        page.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        self._page.insertPlainText(text)


class _Chosen:
    """A list to choose from, where letters jump to the choice that begins with them."""

    def __init__(self, box: QComboBox) -> None:
        self._box = box
        self._was = box.currentIndex()

    def restore(self) -> None:
        if self._box.currentIndex() != self._was:
            self._box.setCurrentIndex(self._was)

    def insert(self, text: str) -> None:
        """Letters are no choice."""


class BeforeScan:
    """The field with the focus, and the search field: it takes letters typed where nothing else does."""

    def __init__(self, focus: QWidget | None, search: QLineEdit) -> None:
        self._focus = focus
        self._search = _Line(search)
        self._field = None if focus is search else _field(focus)

    def restore(self) -> None:
        """What a scanner has typed disappears, what a person typed before stays, and so does the focus."""
        self._search.restore()
        if self._focus is None or not shiboken6.isValid(self._focus):
            return
        if self._field is not None:
            self._field.restore()
        if not self._focus.hasFocus() and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, text: str) -> None:
        """It was no scan: it stands where it would have been typed."""
        if self._field is None or self._focus is None or not shiboken6.isValid(self._focus):
            self._search.insert(text)
        else:
            self._field.insert(text)


def _field(focus: QWidget | None) -> _Line | _Page | _Chosen | None:
    """What can be typed into, or chosen from by letters."""
    if isinstance(focus, QLineEdit):
        return _Line(focus)
    if isinstance(focus, QPlainTextEdit | QTextEdit):
        return _Page(focus)
    if isinstance(focus, QAbstractSpinBox) or (isinstance(focus, QComboBox) and focus.isEditable()):
        line = focus.findChild(QLineEdit)
        return _Line(line) if line is not None else None
    if isinstance(focus, QComboBox):
        return _Chosen(focus)
    return None
