"""The office's own bridge: what is refused there is said there, and what is changed is told everywhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from frontdesk.domain.acts import Changes
from frontdesk.ui.bridge import Bridge


class OfficeBridge(Bridge):
    """Beside the counter's. Its acts, its slow work and what Undo waits for are its own; a refusal never
    shows at the till.
    """

    def __init__(self, desk: Any, counter: Bridge, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._counter = counter
        counter.changed.connect(self.changed)

    def _tell(self, changes: Changes) -> None:
        """By way of the counter's: each window hears of it once."""
        self._counter.changed.emit(changes)
