"""What goes on beside the customers does not speak as if a tap had failed."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.storage.opening import HeldByAnother, NoRoom, opened
from frontdesk.ui.counter.window import CounterWindow
from tests.conftest import ExpectLog, FakeClock

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


def test_a_ledger_in_order_is_checked_without_a_word(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow
) -> None:
    before = window.notices.text()
    window.housekeeping.check_ledger()
    qtbot.waitUntil(lambda: not window.bridge.busy, timeout=10_000)
    assert window.notices.text() == before
    assert desk.paths.verified.exists()


def test_stamps_that_were_changed_are_told_with_what_to_do(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, expect_log: ExpectLog
) -> None:
    with opened(desk.paths.store, read_only=False) as db:
        db.run("DROP TRIGGER ledger_no_update")
    expect_log("the ledger: TRIGGER_MISSING in ledger_no_update")
    window.housekeeping.check_ledger()
    qtbot.waitUntil(lambda: not window.bridge.busy, timeout=10_000)
    assert window.notices.text() == (
        "The stamps on this computer are not as Front Desk left them. Go on serving, and tell the owner "
        "today: Settings, Data and backups, “Check the shop's books” says more."
    )


def test_an_old_store_put_back_is_told_with_the_backup_that_has_the_rest(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, expect_log: ExpectLog
) -> None:
    noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
    for _ in range(3):
        desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    desk.backups.make()
    with opened(desk.paths.store, read_only=False) as db:
        guard = db.value("SELECT sql FROM sqlite_schema WHERE name = 'ledger_no_delete'")
        db.run("DROP TRIGGER ledger_no_delete")
        db.run("DELETE FROM ledger_entry WHERE id > 1")
        db.run(guard)
    for line in ("LEDGER_CUT", "WRONG_BALANCE", "ACT_WITHOUT_ENTRY"):
        expect_log(line)
    window.housekeeping.check_ledger()
    qtbot.waitUntil(lambda: not window.bridge.busy, timeout=10_000)
    assert window.notices.text() == (
        "The last 2 entries in the shop's books are missing: what is here ends today at 8:30. Go on serving, "
        "and tell the owner today: under Settings, Data and backups, the backup of today at 8:30 can be "
        "brought back."
    )


def test_a_check_that_could_not_be_made_does_not_speak_of_an_act(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: ExpectLog,
) -> None:
    def held(*_: object) -> None:
        raise HeldByAnother

    expect_log("the ledger was not checked: HeldByAnother")
    monkeypatch.setattr(type(desk.verifier), "at_start", held)
    with qtbot.assertNotEmitted(window.bridge.refused):
        window.housekeeping.check_ledger()
        qtbot.waitUntil(lambda: not window.bridge.busy)


def test_stamps_are_looked_over_after_the_start_and_on_each_new_day(
    qtbot: QtBot, desk: FrontDesk, clock: FakeClock, window: CounterWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept = list[int]()
    monkeypatch.setattr(type(desk.expiring), "sweep", lambda self, now, cancelled: swept.append(now))
    clock.forward(days=1)
    window.housekeeping.tick()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert swept == []  # not before the first frame has come
    window.housekeeping.sweep_daily()
    for minutes in (1, 24 * 60, 1):
        clock.forward(minutes=minutes)
        window.housekeeping.tick()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert [(at - swept[0]) // 60_000 for at in swept] == [0, 24 * 60 + 1]


def test_a_sweep_that_broke_off_is_not_spoken_of(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: ExpectLog,
) -> None:
    def full(*_: object) -> None:
        raise NoRoom

    expect_log("daily sweep broke off: NoRoom")
    monkeypatch.setattr(type(desk.expiring), "sweep", lambda self, now, cancelled: full())
    before = window.notices.text()
    window.housekeeping.sweep_daily()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.notices.text() == before


def test_a_search_index_that_cannot_be_renewed_is_only_logged(
    qtbot: QtBot,
    desk: FrontDesk,
    window: CounterWindow,
    monkeypatch: pytest.MonkeyPatch,
    expect_log: ExpectLog,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NoRoom

    expect_log("the search index was not renewed: NoRoom")
    monkeypatch.setattr(type(desk.search_upkeep), "renew", full)
    with qtbot.assertNotEmitted(window.bridge.refused):
        window.housekeeping.renew_search()
        qtbot.waitUntil(lambda: not window.bridge.busy)


def test_a_minute_that_begins_while_the_window_goes_learns_nothing(
    window: CounterWindow, clock: FakeClock
) -> None:
    window.bridge.close()
    for _ in range(6):
        clock.forward(minutes=1)
        window.housekeeping.tick()
    window.housekeeping.sweep_daily()
    assert not window.bridge.busy
