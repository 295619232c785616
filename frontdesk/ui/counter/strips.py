"""Strips: a choice over the counter, one tap or one digit. It never stands in the way: a tap elsewhere, or a
function key, closes it and does what it would have done without it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.counter.key_places import latin_key
from frontdesk.ui.language import ntr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import wear_icon
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size, grown, taller
from frontdesk.ui.look.style import set_role
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.labels import KeyHint, PlainLabel, plain_tip

ALONE_MS: Final = 60
"""A digit chooses when nothing follows it for so long: a scanner's next key comes after 10, a person's
after 35 at the earliest.
"""
_COUNTS: Final = (1, 2, 3, 4, 5, 6, 8, 10)
_IN_ONE_COLUMN: Final = 6
_WIDTH: Final = 440
_CHOICE_HEIGHT: Final = 60
_BESIDE_WORDS: Final = 106  # icon, the key's cap, and the room around them


class Strip(QFrame):
    """What digits choose from. A card that is scanned meanwhile closes it (keys.py) and chooses nothing."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # not every system does it: see `_pass_on`
        set_role(self, "pop")
        self._typed, self._last_at = "", 0
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE_MS)
        self._alone.timeout.connect(self._on_alone)

    def may_choose(self, number: int) -> bool:
        """Does this digit stand for one of the choices?"""
        raise NotImplementedError

    def choose(self, number: int) -> None:
        self.chosen.emit(number)
        self.close()

    def open_above(self, anchor: QWidget) -> None:
        """Open over `anchor`, its left side on the anchor's."""
        self._open(anchor.mapToGlobal(QPoint(0, -self.sizeHint().height() - RHYTHM)))

    def open_below(self, anchor: QWidget) -> None:
        """Open under `anchor`, its right side on the anchor's."""
        self._open(anchor.mapToGlobal(QPoint(anchor.width() - self.sizeHint().width(), anchor.height() + 4)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        outside = not self.rect().contains(event.position().toPoint())
        super().mousePressEvent(event)
        if outside:
            self.close()
            _pass_on(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            self._alone.stop()
            self.close()
            window = self.parentWidget().window()
            QApplication.sendEvent(QApplication.focusWidget() or window, event.clone())
            return
        if not text or not text.isprintable():
            super().keyPressEvent(event)
            return
        at = event.timestamp() or int(time.monotonic() * 1000)
        if at - self._last_at > ALONE_MS:
            self._typed = ""
        latin = latin_key(QGuiApplication.platformName(), event.nativeScanCode(), event.nativeVirtualKey())
        self._typed, self._last_at = self._typed + (text if text.isdecimal() else latin or text), at
        if len(self._typed) == 1:
            self._alone.start()
        else:
            self._alone.stop()

    def _on_alone(self) -> None:
        if self._typed.isdecimal() and self.may_choose(int(self._typed)):
            self.choose(int(self._typed))

    def _open(self, corner: QPoint) -> None:
        """At `corner`, moved as far as the window wants it."""
        window = self.parentWidget().window().geometry()
        size = self.sizeHint()
        x = min(max(corner.x(), window.left()), window.right() - size.width())
        y = min(max(corner.y(), window.top()), window.bottom() - size.height())
        self.move(x, y)
        self.show()


class SeveralStrip(Strip):
    """How many stamps at once; a digit says it too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        row.setSpacing(RHYTHM)
        for count in _COUNTS:
            button = TextButton()
            button.setFixedSize(grown(TARGET + 12), taller(TARGET + 12))
            button.setText(f"+{count}")
            button.setAccessibleName(ntr("Add {n} stamp", "Add {n} stamps", count))
            button.clicked.connect(lambda checked=False, count=count: self.choose(count))
            row.addWidget(button)

    def may_choose(self, number: int) -> bool:
        return number > 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a strip's: its words, and an icon."""

    words: str
    icon: str = ""


class ChoiceStrip(Strip):
    """One large button for each choice, numbered from 1; `note` is a quiet line beneath."""

    def __init__(self, parent: QWidget, heading: str, choices: Sequence[Choice], note: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.heading, self.note = heading, note
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM + 4, RHYTHM * 2, RHYTHM * 2)
        column.setSpacing(RHYTHM)
        column.addWidget(PlainLabel(heading, "heading"))
        grid = QGridLayout()
        grid.setSpacing(RHYTHM)
        columns, width = (1, _WIDTH) if len(choices) <= _IN_ONE_COLUMN else (2, _WIDTH * 3 // 4)
        self.buttons = [_choice_button(choice, place + 1, width) for place, choice in enumerate(choices)]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda checked=False, place=place: self.choose(place + 1))
            grid.addWidget(button, place // columns, place % columns)
        column.addLayout(grid)
        if note:
            column.addWidget(PlainLabel(note, "small"))

    def may_choose(self, number: int) -> bool:
        return 1 <= number <= len(self.buttons)


def _pass_on(press: QMouseEvent) -> None:
    """Give a tap to what lies under it, whole: the finger may still be down when that is gone."""
    at = press.globalPosition()
    below = QApplication.widgetAt(at.toPoint())
    if below is None:
        return
    for kind, held in (
        (QEvent.Type.MouseButtonPress, press.button()),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        tap = QMouseEvent(kind, below.mapFromGlobal(at), at, press.button(), held, press.modifiers())
        tap.setTimestamp(press.timestamp())
        QApplication.sendEvent(below, tap)


def _choice_button(choice: Choice, number: int, width: int) -> TextButton:
    button = TextButton(role="choice")
    button.setFixedSize(grown(width), taller(_CHOICE_HEIGHT))
    room = width - _BESIDE_WORDS
    shown = fonts.measures(Size.STRONG, True).elidedText(choice.words, Qt.TextElideMode.ElideRight, room)
    button.say(shown)
    button.setAccessibleName(choice.words)
    button.setToolTip(plain_tip(choice.words) if shown != choice.words else "")
    if choice.icon:
        wear_icon(button, choice.icon, "accent_ink", 24, gap=10)
    if number <= 9:
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 14, 0)
        row.addStretch(1)
        cap = KeyHint(str(number))
        cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(cap)
    return button
