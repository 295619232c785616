"""One answer, keyed in: while it is empty a digit ticks a face or box and goes on; letters are words."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from frontdesk.domain.feedback.responses import MOST_WORDS
from frontdesk.ui.widgets.fields import TextLine

_ROOM = 4 * MOST_WORDS  # what a message brought is refused for its length, and never cut in silence
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PARTING = frozenset(" ,;+&/")
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class AnswerLine(TextLine):
    """`ticked` carries the digit, 0 for nothing; `gone_on` comes with Enter; `stepped` with the arrows.

    `parted` comes with a sign that only parts two things, where nothing stands before it: no words begin so.
    """

    ticked = Signal(int)
    gone_on = Signal()
    stepped = Signal(int)
    parted = Signal()

    def __init__(self, most: int) -> None:
        """`most` is the highest digit that ticks something; 0 is always "nothing"."""
        super().__init__(limit=_ROOM)
        self._most = most

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.gone_on.emit()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif not self.text() and event.key() == Qt.Key.Key_Backspace:
            self.stepped.emit(-1)
        elif not self.text() and 0 <= _digit(event) <= self._most:
            self.ticked.emit(_digit(event))
        elif not self.text() and event.text() in _PARTING:
            self.parted.emit()
        else:
            super().keyPressEvent(event)


def _digit(event: QKeyEvent) -> int:
    """The digit of any script, or -1."""
    text = event.text()
    return -1 if len(text) != 1 or event.modifiers() & _CHORDS else int(unicodedata.decimal(text, -1))
