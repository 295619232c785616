"""A counter at which nothing happens does nothing: no layout asks for the next one, for ever."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow

TURNS = 300
"""Of the event loop. What settles has settled within far fewer."""


class Layouts(QObject):
    """Counts the layouts that are asked for, by the kind of widget that asks."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.asked[type(watched).__name__] += 1
        return False


@pytest.fixture
def layouts(qapp: QApplication) -> Iterator[Layouts]:
    counting = Layouts()
    yield counting
    QCoreApplication.instance().removeEventFilter(counting)


def turn(qtbot: QtBot, times: int) -> None:
    """Let the event loop go round so many times."""
    left = [times]

    def once() -> None:
        left[0] -= 1

    timer = QTimer()
    timer.timeout.connect(once)
    timer.start(0)
    qtbot.waitUntil(lambda: left[0] <= 0, timeout=20_000)
    timer.stop()


@pytest.mark.parametrize("sheet", [None, SheetName.TODAY, SheetName.RESPONSES, SheetName.FEEDBACK_CARDS])
def test_a_greeting_that_is_read_asks_for_no_layout(
    qtbot: QtBot, window: CounterWindow, people: list[int], layouts: Layouts, sheet: SheetName | None
) -> None:
    window.attending.choose(people[1])
    if sheet is not None:
        window.open_sheet(sheet)
    turn(qtbot, TURNS)
    QCoreApplication.instance().installEventFilter(layouts)
    turn(qtbot, TURNS)
    assert layouts.asked.total() < TURNS / 10, layouts.asked
