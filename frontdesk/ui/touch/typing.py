"""How a key on the screen types into whatever has the focus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_TEXT: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_NUMBERS: Final = (
    Qt.InputMethodHint.ImhDigitsOnly
    | Qt.InputMethodHint.ImhFormattedNumbersOnly
    | Qt.InputMethodHint.ImhDialableCharactersOnly
    | Qt.InputMethodHint.ImhPreferNumbers
    | Qt.InputMethodHint.ImhTime
    | Qt.InputMethodHint.ImhDate
)


def takes_text(widget: QWidget | None) -> bool:
    """Does it take what is typed?"""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and widget.isReadOnly():
        return False
    return isinstance(widget, _TEXT) and widget.isEnabled()


def wants_numbers(widget: QWidget) -> bool:
    """Does it take digits rather than words?"""
    return isinstance(widget, QAbstractSpinBox) or bool(widget.inputMethodHints() & _NUMBERS)


def commit(text: str) -> None:
    """Put `text` where the cursor is, as an input method does: no scanner types so."""
    receiver = QApplication.focusWidget()
    if receiver is not None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(receiver, event)


def press(key: Qt.Key, text: str = "") -> None:
    """Press and let go of a key that does something, such as Enter."""
    receiver = QApplication.focusWidget()
    if receiver is None:
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(receiver, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
