"""Text larger or smaller by a key, from anywhere, and kept for this till."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt

from frontdesk.domain.shop import ShopSettings
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.keys import CounterKeys
from frontdesk.ui.look.metrics import TEXT_SIZES


class TextSize(QObject):
    """Each step is saved; the window is made anew when it is, as after a change in the settings."""

    def __init__(self, desk: Any, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge

    def bind(self, keys: CounterKeys) -> None:
        """Ctrl and plus, minus or 0, as in a browser; plus is on the key of = where it needs Shift."""
        for pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            keys.on_chord(pressed, partial(self.step, 1))
        keys.on_chord(Qt.Key.Key_Minus, partial(self.step, -1))
        keys.on_chord(Qt.Key.Key_0, self.reset)

    def step(self, by: int) -> None:
        """So many sizes larger, or smaller where it is less than 0; the largest and the smallest stay."""
        at = bisect_left(TEXT_SIZES, self._settings.text_size) + by
        self._save(TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])

    def reset(self) -> None:
        """The usual size again."""
        self._save(TEXT_SIZES[0])

    @property
    def _settings(self) -> ShopSettings:
        settings: ShopSettings = self._desk.shop.settings()
        return settings

    def _save(self, size: int) -> None:
        """A shop that is not open yet has nowhere to keep it."""
        if self._settings.opened and size != self._settings.text_size:
            self._bridge.submit(self._desk.shop.change_settings, self._desk.act(), {"text_size": size})
