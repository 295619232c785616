"""One filter over all keys: scans, function keys, and typing that belongs to the search."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
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

from frontdesk.domain.finding.scans import Scan
from frontdesk.ui.counter.before_scan import BeforeScan
from frontdesk.ui.counter.key_places import latin_key
from frontdesk.ui.counter.scanning import SILENCE_MS, Press, ScanReader, Verdict
from frontdesk.ui.counter.second_tap import SecondTap
from frontdesk.ui.counter.taps import Moment, handled_now

_TAPS: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_PRESSES: Final = _TAPS | {QEvent.Type.KeyPress, QEvent.Type.TouchBegin}
_WATCHED: Final = _PRESSES | {QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod}
"""All other events, a thousand for each customer, pass at the first look."""
_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SCAN_ENDS: Final = (*_ENDS, Qt.Key.Key_Tab)
_COMPOSED_WITHIN: Final = 0.1
_CHORDS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_BESIDE: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What a chord may come with: a plus needs Shift on some keyboards, and others have it beside the digits."""
_TEXT_WIDGETS: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


class CounterKeys(QObject):
    """Installed on the application by the counter's window.

    Function keys go to `acts`. A scan is taken out of whatever had the focus and emitted. Letters typed
    where nothing takes text go to the search, so that nobody has to click it first.
    """

    scanned = Signal(Scan)

    def __init__(self, window: QWidget, search: QLineEdit) -> None:
        super().__init__(window)
        self._window, self._search = window, search
        self._acts: dict[Qt.Key, Callable[[], object]] = {}
        self._chords: dict[Qt.Key, Callable[[], object]] = {}
        self._undo: Callable[[], bool] = lambda: False
        self._reader = ScanReader()
        self._before = self._before_run = BeforeScan(None, search)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(self._on_silence)
        self._press: float | None = None
        self._second_tap = SecondTap()
        self._key_came = 0.0
        self.typing_goes_to_search: Callable[[], bool] = lambda: True
        self.uncover: Callable[[], bool] = lambda: False
        """Whether the key was needed to take a blank page away; a scan reads through it."""

    def on(self, key: Qt.Key, act: Callable[[], object]) -> None:
        """Let a key do `act` anywhere in the window; an `act` that returns False leaves the key to others."""
        self._acts[key] = act

    def on_chord(self, key: Qt.Key, act: Callable[[], object]) -> None:
        """Let Ctrl and a key do `act` anywhere in the window, as `on` does for a key alone."""
        self._chords[key] = act

    def on_undo(self, undo: Callable[[], bool]) -> None:
        """Let Ctrl+Z do `undo`; where it returns False the key goes on to the text that has the focus."""
        self._undo = undo

    def pressed_at(self) -> Moment:
        """When the finger came down for the act that is being handled; each press is told once."""
        press, self._press = self._press, None
        return handled_now() if press is None else ("pressed", press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WATCHED:
            return False
        if kind in _PRESSES and isinstance(event, QInputEvent) and event.timestamp():
            self._press = event.timestamp() / 1000
        if kind in _TAPS and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._second_tap.misses(watched, event)
        if (
            kind == QEvent.Type.ShortcutOverride
            and isinstance(event, QInputEvent)
            and self._reader.sends(_moment(event))
        ):
            event.accept()
            return True
        if isinstance(event, QInputMethodEvent) and watched is self._receiver():
            return self._on_composed(event)
        if (
            kind != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not isinstance(watched, QWidget)
        ):
            return False
        if watched is not self._receiver() or not self._is_ours(watched):
            return False
        if event.isAutoRepeat() and not self._reader.follows(_moment(event)):
            return (
                False  # "22" of a quick scanner looks like a key that is held; a held key waits before that
            )
        if watched.window() is not self._window:  # a menu or a strip has its keys for itself, but no scans
            return self._on_scanner(event)
        return (
            self._on_scanner(event)
            or self.uncover()
            or self._on_act(event)
            or self._on_button(watched, event)
            or self._on_typing(watched, event)
        )

    def _receiver(self) -> QWidget | None:
        """Who gets a key first. An unaccepted key is offered to each parent too: it counts only once."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup if popup.focusWidget() is None else popup.focusWidget()
        return QApplication.focusWidget() or self._window

    def _is_ours(self, widget: QWidget) -> bool:
        """Whether it is in the window, or in a menu or a strip over it."""
        window = widget.window()
        while window is not self._window and window.windowType() == Qt.WindowType.Popup:
            if window.parentWidget() is None:
                return False
            window = window.parentWidget().window()
        return window is self._window

    def _on_composed(self, event: QInputMethodEvent) -> bool:
        """What the system composes (Khmer vowels of two parts) comes as text without its key and its time: in
        the middle of a burst it is the scanner's.
        """
        text, since, reader = event.commitString(), time.monotonic() - self._key_came, self._reader
        if (
            not text
            or event.preeditString()
            or since > _COMPOSED_WITHIN
            or not reader.follows(reader.last_at)
        ):
            return False
        return self._judge(Press(reader.last_at + round(since * 1000), text))

    def _on_scanner(self, event: QKeyEvent) -> bool:
        self._key_came = time.monotonic()
        return self._judge(_press(event))

    def _judge(self, press: Press) -> bool:
        if self._reader.broken_off(press.at):
            self._give_back()
        begins_run = self._reader.begins_run(press.at)
        verdict = self._reader.key(press)
        if verdict is Verdict.FIRST:
            self._before = BeforeScan(QApplication.focusWidget(), self._search)
            if begins_run:
                self._before_run = self._before
        if self._reader.may_be_whole:
            self._silence.start()
        return self._carry_out(verdict)

    def _carry_out(self, verdict: Verdict) -> bool:
        """Do what was decided; True where the key goes no further."""
        match verdict:
            case Verdict.PASS | Verdict.FIRST:
                return False
            case Verdict.TAKE_BACK:
                self._before.restore()
            case Verdict.SCANNED:
                self._finish(self._reader.scan)
            case Verdict.GIVE_BACK:
                self._give_back()
                return False
        return True

    def _finish(self, scan: Scan) -> None:
        """It is a scan: nothing of it stays in a field, and no menu stays open before what it shows."""
        self._silence.stop()
        (self._before_run if self._reader.scan_was_whole_run else self._before).restore()
        while (popup := QApplication.activePopupWidget()) and popup.close():
            pass
        self.scanned.emit(scan)

    def _on_silence(self) -> None:
        """A burst without Enter: a scanner that was not set up to send one, or a program that types."""
        self._carry_out(self._reader.silent())

    def _give_back(self) -> None:
        """It was no scan: what was taken out of the field goes back into it."""
        self._silence.stop()
        self._before.insert(self._reader.typed)
        self._reader.forget_burst()

    def _on_act(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._undo()
        acts = self._acts
        if event.modifiers() & _CHORDS:
            only_ctrl = event.modifiers() & ~_BESIDE == Qt.KeyboardModifier.ControlModifier
            acts = self._chords if only_ctrl else {}
        act = acts.get(Qt.Key(event.key()))
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


def _moment(event: QInputEvent) -> int:
    """When a key went down, in milliseconds: as the system says, or now."""
    return event.timestamp() or int(time.monotonic() * 1000)


def _press(event: QKeyEvent) -> Press:
    text, chord = event.text(), bool(event.modifiers() & _CHORDS)
    return Press(
        _moment(event),
        text,
        latin_key(QGuiApplication.platformName(), event.nativeScanCode(), event.nativeVirtualKey()),
        ends=(Qt.Key(event.key()) in _SCAN_ENDS and not chord) or text in ("\r", "\n"),
        chord=chord,
    )
