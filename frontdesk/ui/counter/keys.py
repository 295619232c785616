"""One filter over all keys: scans, function keys, and typing that belongs to the search."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from frontdesk.domain.codes import is_code_like
from frontdesk.ui.counter.gestures import Moment, handled_now
from frontdesk.ui.counter.scanning import ScanReader, Verdict, latin_key

_PRESSES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
    }
)
_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHORDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_SILENCE_MS: Final = 80
_TEXT_WIDGETS: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


@dataclass
class _Before:
    """A text field as it was before what may be a scan began."""

    field: QLineEdit | QPlainTextEdit
    text: str
    cursor: int

    @staticmethod
    def of(widget: QWidget | None) -> _Before | None:
        if isinstance(widget, QLineEdit):
            return _Before(widget, widget.text(), widget.cursorPosition())
        if isinstance(widget, QPlainTextEdit):
            return _Before(widget, widget.toPlainText(), widget.textCursor().position())
        return None

    def restore(self) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setText(self.text)
            self.field.setCursorPosition(self.cursor)
            return
        self.field.setPlainText(self.text)
        cursor = self.field.textCursor()
        cursor.setPosition(self.cursor)
        self.field.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.insert(text)
        else:
            self.field.insertPlainText(text)


class CounterKeys(QObject):
    """Installed on the application by the counter's window.

    Function keys go to `acts`. A scan is taken out of whatever had the focus and emitted. Letters typed
    where nothing takes text go to the search, so that nobody has to click it first.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, search: QLineEdit) -> None:
        super().__init__(window)
        self._window, self._search = window, search
        self._acts: dict[Qt.Key, Callable[[], object]] = {}
        self._undo: Callable[[], bool] = lambda: False
        self._reader = ScanReader()
        self._before: _Before | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)
        self._press: float | None = None
        self.typing_goes_to_search: Callable[[], bool] = lambda: True

    def on(self, key: Qt.Key, act: Callable[[], object]) -> None:
        """Let a key do `act` anywhere in the window; an `act` that returns False leaves the key to others."""
        self._acts[key] = act

    def on_undo(self, undo: Callable[[], bool]) -> None:
        """Let Ctrl+Z do `undo`; where it returns False the key goes on to the text that has the focus."""
        self._undo = undo

    def pressed_at(self) -> Moment:
        """When the finger came down for the act that is being handled; each press is told once."""
        press, self._press = self._press, None
        return handled_now() if press is None else ("pressed", press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _PRESSES and isinstance(event, QInputEvent) and event.timestamp():
            self._press = event.timestamp() / 1000
        if kind == QEvent.Type.ShortcutOverride and self._reader.sure:
            event.accept()
            return True
        if (
            kind != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, QWidget)
        ):
            return False
        if event.isAutoRepeat() or watched is not self._receiver() or not self._is_ours(watched):
            return False
        return (
            self._on_scanner(event)
            or self._on_act(event)
            or self._on_button(watched, event)
            or self._on_typing(watched, event)
        )

    def _receiver(self) -> QWidget | None:
        """Who gets a key first. An unaccepted key is offered to each parent too: it counts only once."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window

    def _is_ours(self, widget: QWidget) -> bool:
        return widget.window() is self._window or self._window.isAncestorOf(widget)

    def _on_scanner(self, event: QKeyEvent) -> bool:
        latin = latin_key(QGuiApplication.platformName(), event.nativeScanCode(), event.nativeVirtualKey())
        at = event.timestamp() or int(time.monotonic() * 1000)
        ends = Qt.Key(event.key()) in _ENDS
        if self._reader.broken_off(at):
            self._on_silence()
        verdict = self._reader.key(event.text(), latin, ends, at)
        if self._reader.sure:
            self._silence.start()
        match verdict:
            case Verdict.PASS:
                return False
            case Verdict.FIRST:
                self._before = _Before.of(QApplication.focusWidget())
                return False
            case Verdict.TAKE_BACK:
                self._take_back()
            case Verdict.SCANNED:
                self._finish()
            case Verdict.GIVE_BACK:
                self._give_back()
                return False
        return True

    def _take_back(self) -> None:
        """It is a scanner: what its first keys typed disappears, what a person typed before stays."""
        if self._before is None:
            self._before = _Before(self._search, "", 0)
        self._before.restore()

    def _finish(self) -> None:
        self._silence.stop()
        code = self._reader.code()
        self._reader.reset()
        self._before = None
        self.scanned.emit(code)

    def _on_silence(self) -> None:
        """A burst without Enter: a scanner that was not set up to send one, or a program that types."""
        if is_code_like(self._reader.code()):
            self._finish()
            return
        self._give_back()

    def _give_back(self) -> None:
        """It was no scan: what was taken out of the field goes back into it."""
        self._silence.stop()
        if self._before is not None:
            self._before.insert(self._reader.typed)
        self._reader.reset()
        self._before = None

    def _on_act(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._undo()
        if event.modifiers() & _CHORDS:
            return False
        act = self._acts.get(Qt.Key(event.key()))
        if act is None:
            return False
        return act() is not False

    @staticmethod
    def _on_button(watched: QWidget, event: QKeyEvent) -> bool:
        """Enter presses the button that has the focus; Qt itself lets only the space bar do that."""
        if Qt.Key(event.key()) not in _ENDS or not isinstance(watched, QAbstractButton):
            return False
        watched.click()
        return True

    def _on_typing(self, watched: QWidget, event: QKeyEvent) -> bool:
        text = event.text()
        if not text or not text.isprintable() or text.isspace() or event.modifiers() & _CHORDS:
            return False
        if isinstance(watched, _TEXT_WIDGETS) or not self.typing_goes_to_search():
            return False
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.insert(text)
        return True
