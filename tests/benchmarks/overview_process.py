"""The overview of a large shop in a process of its own, with the counter it belongs to. Prints JSON.

Argument: the data folder. Run by bench_overview.py.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from frontdesk.domain.office.periods import PeriodKind
from frontdesk.ui.application import application
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.overview_sheet import OverviewSheet
from tests.benchmarks.event_loop import gaps, idle
from tests.benchmarks.open_counter import close_counter, open_counter

LEARNING_MS = 15_000
ROUNDS = 7
BETWEEN_MS = 400
BUSY_MS = 24_000
TAP_EVERY_MS = 1200
PERIODS = tuple(kind for kind in PeriodKind if kind is not PeriodKind.DAYS)


def painted(sheet: OverviewSheet, kind: PeriodKind) -> float:
    """Milliseconds from the tap on a period until its figures are painted."""
    loop, landed = QEventLoop(), sheet._on_found

    def on_found(found: object) -> None:
        landed(found)  # type: ignore[arg-type]
        loop.quit()

    sheet._on_found = on_found  # type: ignore[method-assign]
    QTimer.singleShot(10_000, loop, loop.quit)
    start = time.perf_counter_ns()
    sheet.bar.chips[kind].click()
    loop.exec()
    sheet.repaint()
    took = (time.perf_counter_ns() - start) / 1e6
    sheet._on_found = landed  # type: ignore[method-assign]
    if sheet._found is None or sheet._found.period.kind is not kind:
        raise RuntimeError(f"{kind} was not shown")
    return took


class Looking:
    """An owner who looks at one period after the other."""

    def __init__(self, sheet: OverviewSheet) -> None:
        self._sheet, self._turn = sheet, 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tap)

    def begin(self, loop: QEventLoop) -> None:
        self._timer.start(TAP_EVERY_MS)
        QTimer.singleShot(BUSY_MS, loop, self._timer.stop)
        QTimer.singleShot(BUSY_MS, loop, loop.quit)

    def _tap(self) -> None:
        self._sheet.bar.chips[PERIODS[self._turn % len(PERIODS)]].click()
        self._turn += 1


def open_overview(window: CounterWindow) -> OverviewSheet:
    sheet = window.open_sheet(SheetName.OVERVIEW)
    assert isinstance(sheet, OverviewSheet)
    return sheet


def main(folder: str) -> None:
    app = application()
    window = open_counter(app, Path(folder))
    idle(LEARNING_MS)
    quiet = idle(BUSY_MS // 2)
    sheet = open_overview(window)
    idle(4 * BETWEEN_MS)
    times: dict[str, list[float]] = {kind: [] for kind in PERIODS}
    for _ in range(ROUNDS):
        for kind in PERIODS:
            times[kind].append(painted(sheet, kind))
            idle(BETWEEN_MS)
    busy = gaps(Looking(sheet).begin)
    sys.stdout.write(json.dumps({"painted": times, "idle": quiet, "busy": busy}))
    close_counter(window)


if __name__ == "__main__":
    main(sys.argv[1])
