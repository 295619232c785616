"""A busy day at the counter with a customer's screen, replayed fast, in a process of its own. Prints JSON.

Arguments: the data folder, and how many visits. Run by bench_busy_day.py.
"""

import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler

from frontdesk.ui.application import application
from frontdesk.ui.counter.window import CounterWindow
from tests.benchmarks.event_loop import gaps, idle
from tests.benchmarks.open_counter import LEARNING_MS, close_counter, open_counter

STEP_MS = 24
IDLE_MS = 8000
WARM = 0.25
"""By this share of the day every cache is as full as it gets."""

Step = Callable[[], object]


def megabytes() -> float:
    """What this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


class BusyDay:
    """One step a turn: somebody is found, stamped, sometimes redeemed, asked for, taken back; the next."""

    def __init__(self, window: CounterWindow, visits: int) -> None:
        self._window, self._visits = window, visits
        self._random = random.Random(4)
        self._steps = self._day()
        self.memory: list[float] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_turn)

    def begin(self, loop: QEventLoop) -> None:
        self._loop = loop
        self._timer.start(STEP_MS)

    def _on_turn(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            self._loop.quit()
        else:
            step()

    def _day(self) -> Iterator[Step]:
        for visit in range(self._visits):
            yield from self._visit()
            if visit % (self._visits // 40) == 0:
                self.memory.append(megabytes())

    def _visit(self) -> Iterator[Step]:
        attending, greeting = self._window.attending, self._window.greeting
        yield from self._found()
        yield greeting.acts.stamp.click
        drawn = self._random.random()
        if drawn < 0.1:
            yield greeting.acts.redeem.click
        elif drawn < 0.15:
            yield self._window.notices.undo
        elif drawn < 0.2:
            yield lambda: attending.gestures.ask(attending.customer_id, "extra hot", "", None)
        yield attending.nobody

    def _found(self) -> Iterator[Step]:
        """By a tap on the wall, or by typing and Enter."""
        search, wall = self._window.header.search, self._window.wall
        if self._random.random() < 0.7:
            yield self._random.choice(wall.tiles()).click
            return
        desk, customer_id = self._window.desk, self._random.randrange(1, 5000)
        typed = desk.customers.get(customer_id).name[:4]
        for end in range(1, len(typed) + 1):
            yield lambda end=end: search.setText(typed[:end])  # type: ignore[misc]
        yield lambda: search.chosen.emit()


def main(folder: str, visits: int) -> None:
    said: list[str] = []
    qInstallMessageHandler(lambda kind, context, message: said.append(message))
    app = application()
    window = open_counter(app, Path(folder))
    window.customer_display.open_to_try()
    idle(LEARNING_MS)
    quiet, day = idle(IDLE_MS), BusyDay(window, visits)
    busy = gaps(day.begin)
    settled = day.memory[int(len(day.memory) * WARM) :]
    found = {"idle": quiet, "busy": busy, "warm": settled[0], "end": settled[-1], "warnings": said}
    sys.stdout.write(json.dumps(found))
    close_counter(window)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
