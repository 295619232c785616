"""Garbage that may hold widgets is collected in the window's own thread, and nowhere else.

Python collects wherever memory happens to be asked for, be it in the writer's thread; a widget that is taken
apart there, while the window works, is a crash. (shiboken destroys the C++ half in whichever thread it is.)
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS: Final = 1000


class Garbage(QObject):
    """Turns Python's own collecting off and does it between two events, by the same thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Collect the generations that are full; the oldest ones first, because they take the younger along."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
