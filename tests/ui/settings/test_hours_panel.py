"""When the shop is open: a row for each day, saved at once and taken back; what is no time waits."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.shop_hours import UNSAID, OpenHours
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.hours_panel import HoursPanel
from frontdesk.ui.settings.settings_sheet import SettingsSheet

FROM_EIGHT = OpenHours(8 * 60, 18 * 60)


@pytest.fixture
def panel(window: CounterWindow) -> HoursPanel:
    sheet = window.open_sheet(SheetName.SETTINGS, part="hours")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.hours


def settled(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)


def set_times(panel: HoursPanel, day: int, opens: str, closes: str) -> None:
    row = panel.days[day]
    row.opens.line.setText(opens)
    row.closes.line.setText(closes)
    row.closes.line.editingFinished.emit()


def test_one_day_is_enough_for_all_that_are_like_it(
    qtbot: QtBot, window: CounterWindow, panel: HoursPanel, desk: FrontDesk
) -> None:
    qtbot.mouseClick(panel.days[6].day, Qt.MouseButton.LeftButton)
    set_times(panel, 0, "8", "18:00")
    panel.alike.click()
    set_times(panel, 5, "9:00", "0:00")
    settled(qtbot, window)
    kept = desk.care_rules.get()
    assert kept.closed_weekdays == {6}
    assert kept.hours == (FROM_EIGHT,) * 5 + (OpenHours(9 * 60, 0), None)
    assert "Mon–Fri 8:00–18:00, Sat 9:00–24:00" in panel.line.text()
    assert panel.days[6].closed.isVisible()
    assert not panel.days[6].opens.isVisible()


def test_hours_are_taken_back_after_the_page_is_gone(
    qtbot: QtBot, window: CounterWindow, panel: HoursPanel, desk: FrontDesk
) -> None:
    set_times(panel, 2, "8:00", "18:00")
    settled(qtbot, window)
    assert desk.care_rules.get().hours[2] == FROM_EIGHT
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.care_rules.get().hours == UNSAID)


def test_what_is_no_time_is_said_and_half_of_one_changes_nothing(
    qtbot: QtBot, window: CounterWindow, panel: HoursPanel, desk: FrontDesk
) -> None:
    set_times(panel, 0, "8:00", "")
    assert desk.care_rules.get().hours == UNSAID
    set_times(panel, 0, "8:00", "soon")
    settled(qtbot, window)
    assert panel.line.text() == "Write a time, such as 14:30."
    assert desk.care_rules.get().hours == UNSAID


def test_the_country_s_holidays_can_be_left_out(
    qtbot: QtBot, window: CounterWindow, panel: HoursPanel, desk: FrontDesk
) -> None:
    qtbot.mouseClick(panel.holidays, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert not desk.care_rules.get().holidays


def test_a_closed_day_is_typed_and_taken_off_with_a_tap(
    qtbot: QtBot, window: CounterWindow, panel: HoursPanel, desk: FrontDesk
) -> None:
    panel.closed.field.put(date(2026, 12, 24))
    panel.closed.field.year.returnPressed.emit()  # keys as quick as a test's would be a scan
    settled(qtbot, window)
    assert desk.care_rules.get().closed_days == {date(2026, 12, 24)}
    (chip,) = panel.closed.chips
    assert chip.text() == "24 December 2026"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert desk.care_rules.get().closed_days == frozenset()
    assert panel.closed.chips == []


def test_what_is_no_day_is_said_and_not_saved(
    qtbot: QtBot, window: CounterWindow, panel: HoursPanel, desk: FrontDesk
) -> None:
    panel.closed.field.day.setText("31")
    panel.closed.field.month.setText("2")
    panel.closed.add_button.click()
    settled(qtbot, window)
    assert panel.closed.field.fault
    assert desk.care_rules.get().closed_days == frozenset()
