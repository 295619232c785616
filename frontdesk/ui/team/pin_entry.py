"""Digits to type or to tap, shown as dots: a PIN as it is given."""

from __future__ import annotations

import unicodedata
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.team.pins import MOST_DIGITS
from frontdesk.ui.counter.key_places import latin_key
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import RHYTHM, TARGET, is_large, taller
from frontdesk.ui.widgets.buttons import TextButton

KEY_WIDTH, KEY_HEIGHT = 88, 64
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Key(TextButton):
    """As large as a wet finger wants it; where there is little room it shrinks to what it must be."""

    def sizeHint(self) -> QSize:
        return QSize(KEY_WIDTH, taller(KEY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(KEY_WIDTH, taller(TARGET))


class PinField(QLineEdit):
    """Takes digits of any script, and those that a key has by its place under another keyboard's letters. It
    shows dots, and gives nothing to copy.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(MOST_DIGITS)
        self.setProperty("large", not is_large())  # large text needs no larger dots
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = _digit(event)
        if digit:
            self.insert(digit)
        elif not event.text().isprintable() or not event.text() or event.modifiers() & _CHORDS:
            super().keyPressEvent(event)


class PinEntry(QWidget):
    """A field with its keys below. `entered` comes with Enter, or with the last of `length` digits."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._length = 0
        self.field = PinField()
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.returnPressed.connect(self._enter)
        self.field.textEdited.connect(self._on_typed)
        self.keys: dict[str, TextButton] = {}
        self.rub_out, self.enter = _Key(role="key"), _Key(role="key")
        for key, icon in ((self.rub_out, "delete"), (self.enter, "corner-down-left")):
            wear_icon(key, icon)
        speak(self.field.setAccessibleName, lambda: tr("PIN"))
        speak(self.rub_out.setAccessibleName, lambda: tr("Rub out"))
        speak(self.enter.setAccessibleName, lambda: tr("Enter"))
        self.rub_out.setAutoRepeat(True)
        self.rub_out.clicked.connect(self.field.backspace)
        self.enter.clicked.connect(self._enter)
        self.setFocusProxy(self.field)
        self._lay_out()

    def expect(self, length: int) -> None:
        """How many digits it has, where that is certain: after the last one nobody need press Enter."""
        self._length = length

    def clear(self) -> None:
        """Nothing that was typed stays."""
        self.field.clear()

    def type_digit(self, digit: str) -> None:
        """A tap on a key."""
        self.field.insert(digit)
        self._on_typed(self.field.text())

    def _on_typed(self, typed: str) -> None:
        if self._length and len(typed) == self._length:
            self._enter()

    def _enter(self) -> None:
        typed = self.field.text()
        if typed and self.isEnabled():
            self.entered.emit(typed)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(RHYTHM)
        across = 6 if is_large() else 3  # large keys have no room for four rows
        for at, digit in enumerate("1234567890"):
            place = at + (at >= 5) if is_large() else at + (digit == "0")
            grid.addWidget(self._key(digit), place // across, place % across)
        for square, large, usual in ((self.rub_out, 5, 9), (self.enter, 11, 11)):
            square.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            square.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            place = large if is_large() else usual
            grid.addWidget(square, place // across, place % across)
        self.field.setFixedWidth(across * KEY_WIDTH + (across - 1) * RHYTHM)
        column = QVBoxLayout()
        column.setSpacing(RHYTHM * 2)
        column.addWidget(self.field)
        column.addLayout(grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column)

    def _key(self, digit: str) -> TextButton:
        key = _Key(role="key")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        key.say(digit)
        key.clicked.connect(partial(self.type_digit, digit))
        self.keys[digit] = key
        return key


def _digit(event: QKeyEvent) -> str:
    """The digit that is meant, or nothing."""
    text = event.text()
    if event.modifiers() & _CHORDS or len(text) != 1:
        return ""
    value = int(unicodedata.decimal(text, -1))
    if value >= 0:
        return str(value)
    place = latin_key(QGuiApplication.platformName(), event.nativeScanCode(), event.nativeVirtualKey())
    return place if place.isdecimal() else ""
