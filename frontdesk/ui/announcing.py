"""What a screen reader is told aloud when it happens, without the focus going anywhere.

Politely: what is being read is read to its end. Of what comes in one moment about one thing, as of results
while somebody types, only the last is told: a reader that lags behind the customer helps nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

TOGETHER_MS: Final = 300


class Announcer(QObject):
    """Speaks for one window. `told` carries what was said."""

    told = Signal(str)

    def __init__(self, window: QWidget, together_ms: int = TOGETHER_MS) -> None:
        super().__init__(window)
        self._window = window
        self._next: dict[str, Callable[[], str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(together_ms)
        self._timer.timeout.connect(self._tell)

    def say(self, what: Callable[[], str], about: str) -> None:
        """Tell in a moment what `what` says then. A later one `about` the same thing takes its place."""
        self._next[about] = what
        self._timer.start()

    def _tell(self) -> None:
        said, self._next = [what() for what in self._next.values()], {}
        for text in filter(None, said):
            event = QAccessibleAnnouncementEvent(self._window, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)
            self.told.emit(text)
