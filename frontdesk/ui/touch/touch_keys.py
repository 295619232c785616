"""The keys on the screen: letters of five scripts in a strip, or a pad of digits where a number is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from unicodedata import category

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM, SHADOW, grown, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.touch.letters import DIGITS, LATIN, OF_LANGUAGE, SCRIPTS, Script
from frontdesk.ui.touch.typing import commit, press, wants_numbers
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.shapes import paint_card

KEY: Final = 56
_GAP: Final = 6
_EDGE: Final = SHADOW + RHYTHM
_NUMBER_ROWS: Final = ("789", "456", "123", "+0.")
_HOLDER: Final = "◌"
"""A mark that stands over or under a letter is shown on this."""


class TouchKeys(QWidget):
    """Lies at the window's lower edge, or at its upper one where the field is below, and takes no focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._script: Script | None = None
        self._numbers, self._capital = False, False
        self._keys: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        LOOK.changed.connect(self.update)
        LANGUAGE.changed.connect(self._make_anew)
        self.hide()

    def open_for(self, field: QWidget) -> None:
        """Show the keys that `field` wants, clear of it."""
        self._script = self._script or OF_LANGUAGE.get(LANGUAGE.code, LATIN)
        self._numbers = wants_numbers(field)
        self._capital = False
        self._make_anew()
        self._place(field)
        self.show()
        self.raise_()

    def taps(self) -> dict[str, TextButton]:
        """The keys that type, by what they type."""
        keys = self._keys.findChildren(TextButton) if self._keys is not None else []
        return {key.property("types"): key for key in keys if key.property("types")}

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_card(QPainter(self), frame, 20, LOOK.palette)

    def _place(self, field: QWidget) -> None:
        window = self._window
        size = self.sizeHint()
        wide = size.width() if self._numbers else window.width()
        place = QRect(window.width() - wide, window.height() - size.height(), wide, size.height())
        at = QRect(field.mapTo(window, QPoint()), field.size())
        if place.intersects(at):
            place.moveTop(0)
        if place.intersects(at):
            place.moveLeft(0)
        self.setGeometry(place)

    def _make_anew(self) -> None:
        if self._script is None:
            return
        if self._keys is not None:
            self._keys.hide()
            self._keys.deleteLater()
        self._keys = self._number_pad() if self._numbers else self._letter_strip(self._script)
        self._column.addWidget(self._keys)
        self._column.invalidate()

    def _letter_strip(self, script: Script) -> QWidget:
        keys, grid = _grid()
        across = max((self._window.width() - 2 * _EDGE + _GAP) // (KEY + _GAP), 10)
        count = len(DIGITS) + len(script.keys())
        across = max(-(-count // -(-count // across)), len(DIGITS))  # rows that are filled alike
        for at, letter in enumerate((*DIGITS, *script.keys())):
            shown = letter.upper() if self._capital and script.has_capitals else letter
            grid.addWidget(self._key(shown), at // across, at % across)
        grid.addLayout(self._last_row(script), grid.rowCount(), 0, 1, across)
        return keys

    def _last_row(self, script: Script) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for other in SCRIPTS:
            turn = _act_key(other.sign, other.name, self._turning_to(other))
            turn.setCheckable(True)
            turn.setChecked(other is script)
            row.addWidget(turn)
        if script.has_capitals:
            row.addWidget(_sign_key("arrow-big-up", tr("Capital letter"), self._shift))
        space = self._key(" ")
        row.addWidget(space, 4)
        for key in self._ends():
            row.addWidget(key)
        return row

    def _number_pad(self) -> QWidget:
        keys, grid = _grid()
        for at, digits in enumerate(_NUMBER_ROWS):
            for column, digit in enumerate(digits):
                grid.addWidget(self._key(digit), at, column)
        grid.addWidget(self._key(":"), len(_NUMBER_ROWS), 0)
        grid.addWidget(self._key("-"), len(_NUMBER_ROWS), 1)
        grid.addWidget(self._key("/"), len(_NUMBER_ROWS), 2)
        for at, key in enumerate(self._ends()):
            grid.addWidget(key, at, 3)
        return keys

    def _key(self, types: str) -> TextButton:
        key = TextButton(role="key")
        key.setProperty("types", types)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setMinimumSize(KEY, taller(KEY))
        key.say(tr("Space") if types == " " else f"{_HOLDER}{types}" if _is_mark(types) else types)
        key.clicked.connect(lambda: self._type(types))
        return key

    def _ends(self) -> tuple[QWidget, ...]:
        """Rub out, Enter, and away with the keys."""
        back = _sign_key("delete", tr("Rub out"), lambda: press(Qt.Key.Key_Backspace))
        back.setAutoRepeat(True)
        enter = _sign_key("corner-down-left", tr("Enter"), lambda: press(Qt.Key.Key_Return, "\r"))
        return back, enter, _sign_key("chevron-down", tr("Put the keys away"), self.hide)

    def _type(self, types: str) -> None:
        commit(types)
        if self._capital:
            self._capital = False
            self._make_anew()

    def _shift(self) -> None:
        self._capital = not self._capital
        self._make_anew()

    def _turning_to(self, script: Script) -> Callable[[], None]:
        return lambda: self._turn_to(script)

    def _turn_to(self, script: Script) -> None:
        """The strip keeps its lower edge: the keys that turn stay under the finger."""
        self._script = script
        self._make_anew()
        lower = self.geometry().bottom()
        below = lower >= self._window.height() - 1
        self.resize(self.width(), self.sizeHint().height())
        if below:
            self.move(self.x(), lower - self.height() + 1)


def _grid() -> tuple[QWidget, QGridLayout]:
    keys = QWidget()
    grid = QGridLayout(keys)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(_GAP)
    return keys, grid


def _act_key(sign: str, name: str, act: Callable[[], object]) -> TextButton:
    key = TextButton()
    key.setProperty("narrow", True)
    key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    key.setMinimumSize(grown(KEY), taller(KEY))
    key.setText(sign)
    key.setAccessibleName(name)
    key.setToolTip(name)
    key.clicked.connect(act)
    return key


def _sign_key(icon: str, name: str, act: Callable[[], object]) -> IconButton:
    key = IconButton(icon)
    key.say(name)
    key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    key.setFixedSize(grown(KEY), taller(KEY))
    key.clicked.connect(act)
    return key


def _is_mark(letter: str) -> bool:
    return category(letter).startswith("M")
