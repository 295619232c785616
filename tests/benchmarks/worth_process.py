"""The counter of a large shop while its manager asks what customers are worth, in a process of its own.

Argument: the data folder. Prints JSON. Run by bench_worth.py.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject

from frontdesk.domain.office.worth import WorthReport
from frontdesk.ui.application import application
from frontdesk.ui.counter.window import CounterWindow
from tests.benchmarks.event_loop import gaps, idle
from tests.benchmarks.open_counter import LEARNING_MS, close_counter, open_counter

REPORTS = 6
IDLE_MS = 10_000


class Asking(QObject):
    """Asks for one report after another, beside the counter."""

    def __init__(self, window: CounterWindow) -> None:
        super().__init__()
        self._window = window
        self.took: list[float] = []
        self.found: WorthReport | None = None

    def begin(self, loop: QEventLoop) -> None:
        self._loop = loop
        self._ask()

    def _ask(self) -> None:
        self._began = time.perf_counter()
        desk = self._window.desk
        told: Any = lambda done, total: None  # noqa: E731
        self._window.bridge.work(desk.worth.report, desk.act(), progress=told, done=self._on_found)

    def _on_found(self, found: WorthReport) -> None:
        self.took.append(time.perf_counter() - self._began)
        self.found = found
        if len(self.took) < REPORTS:
            self._ask()
        else:
            self._loop.quit()


def main(folder: str) -> None:
    window = open_counter(application(), Path(folder))
    idle(LEARNING_MS)
    quiet, asking = idle(IDLE_MS), Asking(window)
    busy = gaps(asking.begin)
    assert asking.found is not None
    said = {
        "idle": quiet,
        "busy": busy,
        "took": asking.took,
        "regulars": asking.found.regulars,
        "owed": asking.found.debt.free,
        "visits": asking.found.ticket.visits,
    }
    sys.stdout.write(json.dumps(said))
    close_counter(window)


if __name__ == "__main__":
    main(sys.argv[1])
