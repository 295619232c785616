"""What goes on beside the customers does not speak as if a tap had failed."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.storage.opening import NoRoom
from frontdesk.ui.counter.window import CounterWindow
from tests.conftest import ExpectLog

HOUR_MS = 60 * 60 * 1000


def an_hour_passes(window: CounterWindow) -> None:
    (hourly,) = (each for each in window.housekeeping.findChildren(QTimer) if each.interval() == HOUR_MS)
    hourly.timeout.emit()


def test_an_hourly_backup_that_fails_speaks_of_the_backup_alone(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: ExpectLog,
) -> None:
    def full(*_: object) -> None:
        raise NoRoom

    expect_log("hourly backup failed: NoRoom")
    monkeypatch.setattr(type(desk.backups), "make", full)
    window.housekeeping.back_up_hourly()
    with qtbot.assertNotEmitted(window.bridge.refused):
        an_hour_passes(window)
        qtbot.waitUntil(lambda: not window.bridge.busy)
    said = window.notices.text()
    assert said == "The hourly backup was not made: the disk is full. Make some room on it."


def test_an_hourly_backup_that_is_made_says_nothing(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow
) -> None:
    before = window.notices.text()
    window.housekeeping.back_up_hourly()
    an_hour_passes(window)
    qtbot.waitUntil(lambda: not window.bridge.busy, timeout=10_000)
    assert window.notices.text() == before
    assert len(desk.backups.list()) == 1
