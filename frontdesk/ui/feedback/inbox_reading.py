"""The inbox, read on a worker's thread: however many answers there are, no stamp waits for them."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.feedback.inbox import InboxPage, Shown
from frontdesk.ui.bridge import Bridge

log = logging.getLogger(__name__)


class InboxReading(QObject):
    """Reads once at a time; of what is asked for meanwhile the last is read after it."""

    came = Signal(object)
    """An `InboxPage`, of what was asked for last."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self._wanted: tuple[Shown, int] | None = None
        self._under_way: tuple[Shown, int] | None = None

    @property
    def settled(self) -> bool:
        """Whether what was asked for has come."""
        return self._under_way is None

    def ask(self, shown: Shown, most: int) -> None:
        """Read so many of these anew."""
        self._wanted = (shown, most)
        if self._under_way is None:
            self._read()

    def _read(self) -> None:
        if self._wanted is not None:
            self._under_way, self._wanted = self._wanted, None
            read = self._desk.response_inbox.page
            self._bridge.work(read, *self._under_way, done=self._on_page, refused=self._on_not_read)

    def _on_page(self, page: InboxPage) -> None:
        """In a rush each is shown; but what is asked for no more, another filter, is not."""
        asked, self._under_way = self._wanted, None
        self._read()
        if asked is None or asked[0] is page.shown:
            self.came.emit(page)

    def _on_not_read(self, sentence: str, error: Exception) -> None:
        """Nobody asked for it by hand; the next change asks again."""
        log.warning("the inbox was not read: %s", type(error).__name__)
        self._under_way = self._wanted = None
