"""Fields of a form: a label, what is typed beneath it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.people.phones import SHOWN_LIMIT
from frontdesk.domain.text import LINE_LIMIT, NOTE_LIMIT
from frontdesk.ui.language import speak
from frontdesk.ui.look.metrics import TARGET, taller
from frontdesk.ui.look.shared_screen import SHARED_SCREEN
from frontdesk.ui.people.pictures import holds_picture
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.prose import Prose

_OVER = 100
"""Typed past the limit, a text is refused with its sentence rather than cut in silence."""
_NOTE_MOST = NOTE_LIMIT + _OVER
_Hint = Qt.InputMethodHint
DIALLED = _Hint.ImhDialableCharactersOnly
"""Of a line that takes a phone number."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Line(QLineEdit):
    """One typed line of little more than `limit` at most. Enter says `entered`.

    A picture that is pasted is left to whoever takes pictures.
    """

    entered = Signal()

    def __init__(self, limit: int = LINE_LIMIT, *, over: int = _OVER, hints: _Hint = _Hint.ImhNone) -> None:
        """`hints` say what is typed: digits have a pad of their own on the screen."""
        super().__init__()
        self.setInputMethodHints(hints)
        self.setMaxLength(limit + over)
        self.setMinimumWidth(0)
        self.setFixedHeight(taller(TARGET))
        self.setAcceptDrops(False)  # a photo dropped here belongs to the form, not its path into the text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and holds_picture(_clipboard()):
            event.ignore()
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def typed(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0 if not self.hasFocus() else len(text))


class PhoneLine(Line):
    """A telephone number, which a shared screen shows as dots while nobody types it."""

    def __init__(self) -> None:
        super().__init__(SHOWN_LIMIT, hints=DIALLED)
        SHARED_SCREEN.changed.connect(self._veil)
        self._veil()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._veil()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._veil()

    def _veil(self) -> None:
        veiled = SHARED_SCREEN.on and not self.hasFocus()
        self.setEchoMode(QLineEdit.EchoMode.Password if veiled else QLineEdit.EchoMode.Normal)


class Note(QPlainTextEdit):
    """Typed lines, little more than NOTE_LIMIT at most. Enter says `entered`, Shift+Enter begins a line."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setMinimumHeight(TARGET)
        self.setMinimumWidth(0)
        self.textChanged.connect(self._keep_to_limit)

    def sizeHint(self) -> QSize:
        """One line at least; the layout gives it what is left."""
        return QSize(120, TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Paste) and holds_picture(_clipboard()):
            event.ignore()
        elif event.key() in _ENTER and not shifted:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only text comes in, and only as much as fits."""
        room = _NOTE_MOST - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.textCursor().insertText(source.text()[: max(room, 0)])

    def typed(self) -> str:
        return self.toPlainText()

    def put(self, text: str) -> None:
        self.setPlainText(text)

    def _keep_to_limit(self) -> None:
        text = self.toPlainText()
        if len(text) > _NOTE_MOST:
            place = min(self.textCursor().position(), _NOTE_MOST)
            self.setPlainText(text[:_NOTE_MOST])
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)


class TypedField(QWidget):
    """A label over an editor; the sentence of a fault appears beneath, and goes with the next key."""

    changed = Signal()
    entered = Signal()

    def __init__(self, say: Callable[[], str], editor: Line | Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        label = PlainLabel(role="heading")
        speak(label.setText, say)
        speak(editor.setAccessibleName, say)
        self._fault = FaultLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(editor, 1 if isinstance(editor, Note) else 0)
        column.addWidget(self._fault)
        if isinstance(editor, Line):
            column.addStretch(1)  # a neighbour's fault must not pull the line from its label
        editor.textChanged.connect(self._on_typed)
        editor.entered.connect(self.entered)

    def typed(self) -> str:
        return self.editor.typed()

    def put(self, text: str) -> None:
        if text != self.editor.typed():
            self.editor.put(text)

    def fault(self) -> str:
        return self._fault.text()

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong; with nothing to say, be quiet again."""
        self._fault.say(sentence)
        mark_faulty(self.editor, sentence)

    def _on_typed(self) -> None:
        if self.fault():
            self.show_fault("")
        self.changed.emit()


class FaultLine(Prose):
    """The sentence beneath a field; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__(ink="warn_ink")
        # In a narrow place it may become higher than its hint, which is for a wide one.
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.hide()

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setVisible(bool(sentence))


def mark_faulty(editor: QWidget, sentence: str) -> None:
    """Let an editor look, and read out, as one that needs another look."""
    editor.setAccessibleDescription(sentence)
    if editor.property("faulty") != bool(sentence):
        editor.setProperty("faulty", bool(sentence))
        editor.style().unpolish(editor)
        editor.style().polish(editor)


def _clipboard() -> QMimeData | None:
    return QGuiApplication.clipboard().mimeData()
