"""Space in the empty search, and nothing after it: somebody came in.

The blank is typed as any other, so that a scanner's burst and a name that begins with one are what they were.
It means the door only where nothing follows it for as long as a scanner's next key would take; then it goes.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from frontdesk.domain.text import ZERO_WIDTH_SPACE
from frontdesk.ui.counter.strips import ALONE_MS

_BLANKS: Final = (" ", ZERO_WIDTH_SPACE)
_CHORDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class SpaceAlone(QObject):
    """Watches the search. A held key counts once."""

    pressed = Signal()

    def __init__(self, search: QLineEdit) -> None:
        super().__init__(search)
        self._search = search
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(ALONE_MS)
        self._alone.timeout.connect(self._on_alone)
        search.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.text() in _BLANKS and not event.modifiers() & _CHORDS and self._is_empty():
                if event.isAutoRepeat():
                    return True
                self._alone.start()
        elif kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            composed = event.commitString() in _BLANKS and not event.preeditString()
            if composed and self._is_empty():
                self._alone.start()
        return False

    def _is_empty(self) -> bool:
        """Is nothing typed but blanks?"""
        return not self._search.text().strip("".join(_BLANKS))

    def _on_alone(self) -> None:
        """Two blanks as quick as this are one press, of a switch that bounces."""
        if self._search.text() and self._is_empty():
            self._search.clear()
            self.pressed.emit()
