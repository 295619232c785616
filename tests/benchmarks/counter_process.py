"""The counter of a large shop in a process of its own: keys, faces, stamps on a slow disk. Prints JSON.

Argument: the data folder; what is typed comes as JSON. Run by bench_counter.py.
"""

import itertools
import json
import resource
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from frontdesk.ui.application import application
from frontdesk.ui.counter.window import CounterWindow
from tests.benchmarks.event_loop import gaps, idle
from tests.benchmarks.open_counter import LEARNING_MS, close_counter, open_counter
from tests.benchmarks.slow_disk import SlowDisk

WARMING = 5
"""The first words are typed to warm up."""
TAPS = 120
STAMPS = 50
BETWEEN_STAMPS_MS = 160
IDLE_MS = STAMPS * BETWEEN_STAMPS_MS


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


def face_times(window: CounterWindow) -> list[float]:
    """Milliseconds from the tap on a face of the wall until the greeting is painted."""
    times = []
    for turn in range(TAPS):
        tiles = window.wall.tiles()
        tile = tiles[turn % len(tiles)]
        start = time.perf_counter_ns()
        tile.click()
        window.repaint()
        times.append((time.perf_counter_ns() - start) / 1e6)
        if tile.hit is None or window.attending.customer_id != tile.hit.customer_id:
            raise RuntimeError("the greeting is not of whom was tapped")
        idle(30)  # photos arrive
    return times


def stamp_times(window: CounterWindow) -> list[float]:
    """Milliseconds from the tap on the stamp until it is on the disk, and shown."""
    times = []
    for turn in range(STAMPS):
        tiles = window.wall.tiles()
        window.attending.choose(tiles[turn % len(tiles)].hit.customer_id)  # type: ignore[union-attr]
        idle(BETWEEN_STAMPS_MS)
        loop = QEventLoop()
        window.bridge.settled.connect(loop.quit, Qt.ConnectionType.SingleShotConnection)
        QTimer.singleShot(5000, loop, loop.quit)
        start = time.perf_counter_ns()
        window.greeting.acts.stamp.click()
        loop.exec()
        window.repaint()
        times.append((time.perf_counter_ns() - start) / 1e6)
    return times


def _press(letter: str) -> QKeyEvent:
    """A person's key press with any letter: a tenth of a second after the one before, or it were a scan."""
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    event.setTimestamp(100 * next(_presses))
    return event


_presses = itertools.count(1)


class Stamping:
    """A cashier who stamps whoever is on the wall, as fast as taps can be told from a bounce."""

    def __init__(self, window: CounterWindow) -> None:
        self._window, self.done = window, 0
        self._people = [hit.customer_id for hit in window.desk.wall.tiles(window.desk.now(), 12)]
        self._timer = QTimer()
        self._timer.timeout.connect(self._stamp)

    def begin(self, loop: QEventLoop) -> None:
        self._loop = loop
        self._timer.start(BETWEEN_STAMPS_MS)

    def _stamp(self) -> None:
        if self.done == STAMPS:
            self._timer.stop()
            self._loop.quit()
            return
        self._window.attending.choose(self._people[self.done % len(self._people)])
        self._window.attending.add_stamps(1)
        self.done += 1


def main(folder: str) -> None:
    disk = SlowDisk()
    app = application()
    window = open_counter(app, Path(folder))
    idle(LEARNING_MS)
    words: list[str] = json.load(sys.stdin)
    key_times(window, words[:WARMING])
    found: dict[str, object] = {"keys": key_times(window, words[WARMING:])}
    found["faces"] = face_times(window)
    found["stamped"] = stamp_times(window)
    quiet, stamping = idle(IDLE_MS), Stamping(window)
    found |= {"idle": quiet, "busy": gaps(stamping.begin), "stamps": stamping.done}
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(found))
    close_counter(window)
    disk.unregister()


if __name__ == "__main__":
    main(sys.argv[1])
