"""The table of all customers of a large shop, in a process of its own. Prints JSON.

Argument: the data folder. Run by bench_customers_table.py.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer, SignalInstance

from frontdesk.domain.people.customer_filters import CustomerFilter, ShippedFilter, shipped
from frontdesk.ui.application import application
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.customers.table_model import COLUMNS
from frontdesk.ui.office.customers_sheet import CustomersSheet
from tests.benchmarks.event_loop import gaps, idle
from tests.benchmarks.open_counter import LEARNING_MS, close_counter, open_counter

OPENED = 6
TYPED = "somsak"
IDLE_MS = 6000
BETWEEN_MS = 120
PATIENCE_MS = 20_000


def until(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Do it, and wait for what it brings."""
    loop = QEventLoop()
    signal.connect(loop.quit, Qt.ConnectionType.SingleShotConnection)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    act()
    loop.exec()


def opened(window: CounterWindow) -> CustomersSheet:
    sheet = window.open_sheet(SheetName.CUSTOMERS)
    assert isinstance(sheet, CustomersSheet)
    return sheet


def opening_times(window: CounterWindow) -> tuple[list[float], list[float]]:
    """Milliseconds until the first lines are painted, and until everybody is read."""
    first, read = list[float](), list[float]()
    for _ in range(OPENED):
        window.desk.customer_table.let_go(window.desk.customer_table.look())
        before, start = len(read), time.perf_counter_ns()
        sheet = opened(window)
        sheet.reading.prepared.connect(lambda _, at=start: read.append((time.perf_counter_ns() - at) / 1e6))
        until(sheet.reading.found, lambda: None)
        window.repaint()
        first.append((time.perf_counter_ns() - start) / 1e6)
        if len(read) == before:
            until(sheet.reading.prepared, lambda: None)
        idle(LEARNING_MS)
        window.sheets.close_now()
        idle(300)
    return first, read


def questions(sheet: CustomersSheet) -> Iterator[Callable[[], object]]:
    """Each filter that comes with the program, taken away again, and a name typed."""
    for which in ShippedFilter:
        yield lambda which=which: sheet.ask(shipped(which))  # type: ignore[misc]
        yield lambda: sheet.ask(CustomerFilter())
    for end in range(1, len(TYPED) + 1):
        yield lambda end=end: sheet.search.setText(TYPED[:end])  # type: ignore[misc]
    yield sheet.search.clear


def sorts(sheet: CustomersSheet) -> Iterator[Callable[[], object]]:
    for column in COLUMNS:
        for _ in range(2):
            yield lambda column=column: sheet.sort_by(column)  # type: ignore[misc]


def times_of(
    window: CounterWindow, sheet: CustomersSheet, acts: Iterator[Callable[[], object]]
) -> list[float]:
    """Milliseconds of each, until its answer is painted."""
    times = []
    for act in acts:
        start = time.perf_counter_ns()
        until(sheet.reading.found, act)
        window.repaint()
        times.append((time.perf_counter_ns() - start) / 1e6)
    return times


class Busy:
    """A manager who sorts and asks without a rest, from opening the table on."""

    def __init__(self, window: CounterWindow) -> None:
        self._window = window
        self._timer = QTimer()
        self._timer.timeout.connect(self._go_on)

    def begin(self, loop: QEventLoop) -> None:
        self._loop = loop
        sheet = opened(self._window)
        self._acts = (act for acts in (sorts(sheet), questions(sheet)) for act in acts)
        self._timer.start(BETWEEN_MS)

    def _go_on(self) -> None:
        act = next(self._acts, None)
        if act is None:
            self._timer.stop()
            self._loop.quit()
        else:
            act()


def main(folder: str) -> None:
    window = open_counter(application(), Path(folder))
    idle(LEARNING_MS)
    first, read = opening_times(window)
    sheet = opened(window)
    idle(2 * LEARNING_MS)
    found: dict[str, list[float]] = {"opened": first[1:], "read": read}
    found["sorted"] = times_of(window, sheet, sorts(sheet))
    found["asked"] = times_of(window, sheet, questions(sheet))
    window.sheets.close_now()
    found["idle"] = idle(IDLE_MS)
    found["busy"] = gaps(Busy(window).begin)
    sys.stdout.write(json.dumps(found))
    close_counter(window)


if __name__ == "__main__":
    main(sys.argv[1])
