"""Settings, data and backups: each backup in a row, and a second tap before the shop is brought back."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.trust.backups import BackupMade, backup_name
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.settings.backups_list import BackupRow, BackupsList
from frontdesk.ui.settings.settings_sheet import SettingsSheet

HOUR = 60 * 60 * 1000


@pytest.fixture
def no_double_clicks() -> Iterator[None]:
    """Each tap is one of its own, however quick the test is."""
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    yield
    QApplication.setDoubleClickInterval(before)


@pytest.fixture
def made(desk: FrontDesk) -> BackupMade:
    return desk.backups.make()


@pytest.fixture
def kept(qtbot: QtBot, window: CounterWindow, made: BackupMade) -> BackupsList:
    sheet = window.open_sheet(SheetName.SETTINGS, part="data")
    assert isinstance(sheet, SettingsSheet)
    wait_for(qtbot, sheet.parts.data.kept, 1)
    return sheet.parts.data.kept


def wait_for(qtbot: QtBot, kept: BackupsList, count: int) -> list[BackupRow]:
    """So many rows, once they are in sight."""
    qtbot.waitUntil(lambda: len(rows(kept)) == count)
    return rows(kept)


def rows(kept: BackupsList) -> list[BackupRow]:
    return [row for row in kept.findChildren(BackupRow) if row.isVisible()]


def test_a_row_says_when_why_and_how_much(qtbot: QtBot, kept: BackupsList) -> None:
    (row,) = rows(kept)
    said = "today at 8:30. Made while the shop was open. 0 entries in the books, "
    assert row.accessibleName().startswith(said)
    assert row.button is not None
    assert row.button.height() >= TARGET
    LANGUAGE.speak("lo")
    assert not wait_for(qtbot, kept, 1)[0].accessibleName().startswith("today")


def test_the_first_tap_asks_and_the_second_leaves_for_the_backup(
    qtbot: QtBot, window: CounterWindow, kept: BackupsList, made: BackupMade, no_double_clicks: None
) -> None:
    button = rows(kept)[0].button
    assert button is not None
    button.click()
    assert window.isVisible()
    assert button.text() == "Yes, bring back the shop of today at 8:30"
    button.click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.to_bring_back == (made,)


def test_the_question_has_room_in_the_narrowest_window(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, made: BackupMade
) -> None:
    last_year = desk.paths.backups / backup_name(made.at - 400 * 24 * HOUR)
    made.path.rename(last_year)
    window.resize(window.minimumSize())
    sheet = window.open_sheet(SheetName.SETTINGS, part="data")
    assert isinstance(sheet, SettingsSheet)
    (row,) = wait_for(qtbot, sheet.parts.data.kept, 1)
    assert row.button is not None
    row.button.click()
    qtbot.waitUntil(lambda: row.button.width() >= row.button.sizeHint().width())
    assert row.button.geometry().right() <= row.width()
    assert row.mapTo(sheet.parts.data, row.rect().topRight()).x() < sheet.parts.data.width()


def test_a_double_click_only_asks(window: CounterWindow, kept: BackupsList) -> None:
    button = rows(kept)[0].button
    assert button is not None
    button.click()
    button.click()
    assert button.asks
    assert window.isVisible()


def test_a_question_that_nobody_answers_is_forgotten(
    window: CounterWindow, kept: BackupsList, no_double_clicks: None
) -> None:
    button = rows(kept)[0].button
    assert button is not None
    button.click()
    button.calm_down()
    assert button.text() == "Bring back"
    button.click()
    assert window.isVisible()


def test_one_that_cannot_be_read_is_shown_without_a_way_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, made: BackupMade
) -> None:
    (desk.paths.backups / backup_name(made.at - HOUR)).write_text("no shop at all")
    sheet = window.open_sheet(SheetName.SETTINGS, part="data")
    assert isinstance(sheet, SettingsSheet)
    good, bad = wait_for(qtbot, sheet.parts.data.kept, 2)
    assert good.button is not None
    assert bad.button is None
    assert "cannot be read" in bad.accessibleName()


def test_a_backup_made_now_joins_the_list(qtbot: QtBot, window: CounterWindow, kept: BackupsList) -> None:
    sheet = window.sheets.sheet
    assert isinstance(sheet, SettingsSheet)
    sheet.parts.data.back_up_button.click()
    wait_for(qtbot, kept, 2)


def test_many_are_shown_when_asked_for(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, made: BackupMade
) -> None:
    for hours in range(1, 9):
        (desk.paths.backups / backup_name(made.at - hours * HOUR)).write_bytes(made.path.read_bytes())
    sheet = window.open_sheet(SheetName.SETTINGS, part="data")
    assert isinstance(sheet, SettingsSheet)
    kept = sheet.parts.data.kept
    wait_for(qtbot, kept, 6)
    assert kept.all_button.text() == "Show all 9 backups"
    kept.all_button.click()
    wait_for(qtbot, kept, 9)
    assert not kept.all_button.isVisible()
