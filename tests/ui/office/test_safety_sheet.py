"""Backups and safety: the second place, its age, and a backup tried out from the page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.storage.trust.second_place import FOLDER
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.safety.safety_strip import SafetyStrip
from frontdesk.ui.office.safety_sheet import SafetySheet
from tests.conftest import FakeClock
from tests.services.counter_acts import hire


@pytest.fixture
def sheet(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> SafetySheet:
    desk.backups.make()
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: CounterWindow) -> SafetySheet:
    sheet = window.open_sheet(SheetName.SAFETY)
    assert isinstance(sheet, SafetySheet)
    qtbot.waitUntil(lambda: sheet._kept is not None or bool(sheet.sorry.text()))
    return sheet


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def choose(qtbot: QtBot, sheet: SafetySheet, stick: Path) -> None:
    sheet.second._ask_folder = lambda parent, title: stick
    sheet.second.choose_button.click()
    qtbot.waitUntil(lambda: "just now" in sheet.second.age.text() or "today" in sheet.second.age.text())


def test_a_stick_is_chosen_copied_to_and_given_up_again(
    qtbot: QtBot, window: CounterWindow, sheet: SafetySheet, stick: Path
) -> None:
    assert "no second place" in sheet.second.age.text()
    choose(qtbot, sheet, stick)
    assert len(list((stick / FOLDER).glob("*.sqlite3"))) == 1
    qtbot.waitUntil(lambda: len(sheet.there.rows) == 1)
    sheet.second.forget_button.click()
    qtbot.waitUntil(lambda: "no second place" in sheet.second.age.text())
    window.notices.undo()
    qtbot.waitUntil(lambda: str(stick) in sheet.second.folder.text())


def test_a_folder_of_the_shop_itself_is_refused_in_words(
    qtbot: QtBot, sheet: SafetySheet, desk: FrontDesk
) -> None:
    sheet.second._ask_folder = lambda parent, title: desk.paths.data
    sheet.second.choose_button.click()
    qtbot.waitUntil(lambda: "belongs to the shop" in sheet.second.fault.text())


def test_the_latest_backup_is_tried_out_and_told(qtbot: QtBot, sheet: SafetySheet) -> None:
    assert "No backup has been tried out" in sheet.drill.said.text()
    sheet.drill.button.click()
    sheet.drill.button.click()  # a second tap while it is under way is none
    qtbot.waitUntil(lambda: bool(sheet.drill.good.text()))
    assert "holds 4 customers and 0 entries" in sheet.drill.good.text()
    qtbot.waitUntil(lambda: "was good" in sheet.drill.said.text())
    assert len(sheet._counter.desk.drill.latest(sheet._counter.desk.act())) == 1


def test_whoever_leaves_the_page_in_the_middle_can_try_again_at_once(
    qtbot: QtBot, window: CounterWindow, sheet: SafetySheet
) -> None:
    sheet.drill.button.click()
    job = sheet.drill._job
    assert job is not None
    again = opened(qtbot, window)
    qtbot.waitUntil(job.cancelled)
    again.drill.button.click()
    qtbot.waitUntil(lambda: bool(again.drill.good.text()))


def test_another_folder_that_is_chosen_while_one_is_copied_to_is_copied_to_next(
    qtbot: QtBot, sheet: SafetySheet, stick: Path, tmp_path: Path
) -> None:
    choose(qtbot, sheet, stick)
    other = tmp_path / "other"
    other.mkdir()
    sheet.second._ask_folder = lambda parent, title: other
    sheet.second.copy()
    sheet.second.choose()
    qtbot.waitUntil(lambda: len(list((other / FOLDER).glob("*.sqlite3"))) == 1)
    qtbot.waitUntil(lambda: sheet.second._job is None)
    place = sheet._counter.desk.safety.place()
    assert place.folder == other
    assert place.copied_at is not None


def test_a_damaged_one_is_told_too(qtbot: QtBot, sheet: SafetySheet) -> None:
    (row,) = sheet.here.rows
    sheet._kept.here[0].path.write_bytes(b"nothing")  # type: ignore[union-attr]
    row.button.click()
    qtbot.waitUntil(lambda: "cannot be read whole" in sheet.drill.bad.text())


def test_an_old_copy_is_said_in_today(
    qtbot: QtBot, window: CounterWindow, sheet: SafetySheet, stick: Path, clock: FakeClock
) -> None:
    choose(qtbot, sheet, stick)
    clock.forward(days=5)
    today = window.open_sheet(SheetName.TODAY)
    assert today is not None
    qtbot.waitUntil(lambda: "5 days old" in today.safety.text())  # type: ignore[attr-defined]


def test_a_cashier_reads_who_can_help(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    desk.staff_id = hire(desk, role=Role.CASHIER)
    sheet = opened(qtbot, window)
    assert sheet.sorry.text()
    assert not sheet.second.isVisible()
    assert not sheet.back_up_button.isVisible()


def test_the_overview_says_how_old_the_copy_is(
    qtbot: QtBot, window: CounterWindow, sheet: SafetySheet
) -> None:
    strip = SafetyStrip(sheet._counter)
    strip.setParent(window)
    qtbot.waitUntil(lambda: "no second place" in strip.said.text())
    strip.button.click()
    assert isinstance(window.sheets.sheet, SafetySheet)
