"""The counter of a large shop in a process of its own: keys, stamps on a slow disk, memory. Prints JSON.

Argument: the data folder. Run by bench_counter.py.
"""

import itertools
import json
import random
import resource
import sys
import time
from pathlib import Path

import apsw
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for
from frontdesk.domain.shop import Theme
from frontdesk.ui.application import application
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.look.style import LOOK
from tests.benchmarks.bench_search import queries

SYNC_SECONDS = 0.005
TYPED = 60
STAMPS = 50
BETWEEN_STAMPS_MS = 160
TICK_MS = 8  # half a frame: what a finger could notice
IDLE_MS = STAMPS * BETWEEN_STAMPS_MS


class SlowDisk(apsw.VFS):
    """A disk whose every sync takes five milliseconds."""

    def __init__(self) -> None:
        self.real = apsw.vfs_names()[0]
        super().__init__("slow", base=self.real, makedefault=True)

    def xOpen(self, name, flags):  # type: ignore[no-untyped-def]  # noqa: N802
        return _SlowFile(self.real, name, flags)


class _SlowFile(apsw.VFSFile):
    def xSync(self, flags: int) -> None:  # noqa: N802
        time.sleep(SYNC_SECONDS)
        super().xSync(flags)


def key_times(window: CounterWindow, words: list[str]) -> list[float]:
    """Milliseconds from each key press until the window with its results is painted."""
    search, times = window.header.search, []
    for word in words:
        search.clear()
        for letter in word:
            start = time.perf_counter_ns()
            QApplication.sendEvent(search, _press(letter))
            window.repaint()
            times.append((time.perf_counter_ns() - start) / 1e6)
        if search.text() != word or not window.attending.searching:
            raise RuntimeError("the keys did not arrive in the search")
    search.clear()
    return times


def _press(letter: str) -> QKeyEvent:
    """A person's key press with any letter: a tenth of a second after the one before, or it were a scan."""
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    event.setTimestamp(100 * next(_presses))
    return event


_presses = itertools.count(1)


def gaps(milliseconds: int, busy: "Stamping | None" = None) -> list[float]:
    """Milliseconds between the turns of the event loop that a steady timer gets."""
    seen: list[int] = []
    ticker, loop = QTimer(), QEventLoop()
    ticker.setTimerType(Qt.TimerType.PreciseTimer)
    ticker.timeout.connect(lambda: seen.append(time.perf_counter_ns()))
    ticker.start(TICK_MS)
    if busy is not None:
        busy.timer.start(BETWEEN_STAMPS_MS)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    ticker.stop()
    if busy is not None:
        busy.timer.stop()
    return [(later - earlier) / 1e6 for earlier, later in itertools.pairwise(seen)]


class Stamping:
    """A cashier who stamps whoever is on the wall, as fast as taps can be told from a bounce."""

    def __init__(self, window: CounterWindow) -> None:
        self._window, self.done = window, 0
        self._people = [hit.customer_id for hit in window.desk.wall.tiles(window.desk.now(), 12)]
        self.timer = QTimer()
        self.timer.timeout.connect(self._stamp)

    def _stamp(self) -> None:
        self._window.attending.choose(self._people[self.done % len(self._people)])
        self._window.attending.add_stamps(1)
        self.done += 1


def main(folder: str) -> None:
    disk = SlowDisk()
    app = application()
    desk = open_desk(paths_for(Path(folder)))
    LOOK.wear(app, Theme.LIGHT)
    window = CounterWindow(desk, Bridge(desk), demo=True)
    window.resize(1366, 768)
    window.show()
    window.prepare()
    window.attending.learn()
    gaps(1500)  # the wall has learnt by now
    words = [word for word in queries(desk, 3 * TYPED, seed=5) if word.strip()]
    random.Random(5).shuffle(words)
    key_times(window, words[:5])
    keys = key_times(window, words[5 : TYPED + 5])
    idle, stamping = gaps(IDLE_MS), Stamping(window)
    busy = gaps(IDLE_MS, stamping)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = {"keys": keys, "idle": idle, "busy": busy, "stamps": stamping.done, "megabytes": memory}
    sys.stdout.write(json.dumps(found))
    window.bridge.close()
    window.close()
    desk.close()
    disk.unregister()


if __name__ == "__main__":
    main(sys.argv[1])
