"""Today's list, read on a worker's thread: no stamp waits for it, however large the shop is."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.care.today import TodayItem
from frontdesk.ui.bridge import Bridge

log = logging.getLogger(__name__)


class TodayReading(QObject):
    """Reads once at a time; what is asked for meanwhile is one more reading after it."""

    came = Signal(object)
    """The list as it stands: a tuple of `TodayItem`."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self._under_way, self._again = False, False

    @property
    def settled(self) -> bool:
        """Whether what was asked for has come."""
        return not self._under_way

    def ask(self) -> None:
        """Read the list anew."""
        if self._under_way:
            self._again = True
            return
        self._under_way = True
        read = self._desk.today_list.items
        self._bridge.work(read, self._desk.now(), done=self._on_items, refused=self._on_not_read)

    def _on_items(self, items: tuple[TodayItem, ...]) -> None:
        """In a rush each is shown, though the next is under way: a list that waited for quiet never came."""
        again, self._under_way, self._again = self._again, False, False
        if again:
            self.ask()
        self.came.emit(items)

    def _on_not_read(self, sentence: str, error: Exception) -> None:
        """Nobody asked for it by hand; the next change or minute asks again."""
        log.warning("today's list was not read: %s", type(error).__name__)
        self._under_way = self._again = False
