"""How long an event loop keeps a steady timer waiting."""

import itertools
import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer

TICK_MS = 8  # half a frame: what a finger could notice


def gaps(busy_with: Callable[[QEventLoop], None]) -> list[float]:
    """Milliseconds between the turns that a timer of TICK_MS gets, until `busy_with` quits the loop."""
    seen: list[int] = []
    ticker, loop = QTimer(), QEventLoop()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.timeout.connect(lambda: seen.append(time.perf_counter_ns()))
    ticker.start(TICK_MS)
    busy_with(loop)
    loop.exec()
    ticker.stop()
    return [(later - earlier) / 1e6 for earlier, later in itertools.pairwise(seen)]


def idle(milliseconds: int) -> list[float]:
    """The gaps while nobody does anything."""
    return gaps(lambda loop: QTimer.singleShot(milliseconds, loop, loop.quit))
