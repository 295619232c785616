"""How much there is to do today, for the header's button: read beside the counter, never over a sale."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.today import TodayItem
from frontdesk.domain.days import MINUTE
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.header import Header
from frontdesk.ui.today.today_reading import TodayReading

_AFTER_THE_START: Final = 2_000
"""Milliseconds: the first customer comes first."""
_AFTER_A_CHANGE: Final = 400
"""Milliseconds: a burst of stamps is one reason to look."""
_EVERY: Final = 3 * MINUTE
"""What comes up by itself (a promise, a new day) needs nobody at the screen."""


class TodayWatch(QObject):
    """Says nothing and opens nothing: it counts."""

    def __init__(self, bridge: Bridge, header: Header, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._desk, self._header, self._window = bridge, bridge.desk, header, window
        self._reading = TodayReading(bridge, self)
        self._reading.came.connect(self._on_items)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_A_CHANGE)
        self._soon.timeout.connect(self.look)
        clock = QTimer(self)
        clock.timeout.connect(self.look)
        clock.start(_EVERY)
        bridge.changed.connect(self._on_changed)
        QTimer.singleShot(_AFTER_THE_START, self, self.look)

    def look(self) -> None:
        """Count anew, where anybody could see it."""
        if self._window.isVisible():
            self._reading.ask()

    def _on_changed(self, changes: Changes) -> None:
        if changes != Changes():
            self._soon.start()

    def _on_items(self, items: tuple[TodayItem, ...]) -> None:
        now = self._desk.now()
        self._header.set_today(len(items), pressing=any(item.presses(now) for item in items))
