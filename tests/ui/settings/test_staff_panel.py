"""People are taken on, renamed, given a role; they leave and come back, and each of it can be undone."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.settings.staff_panel import StaffPanel


@pytest.fixture
def panel(window: CounterWindow) -> StaffPanel:
    """A shop in which its owner, Noy, works alone."""
    sheet = window.open_sheet(SheetName.SETTINGS, part="staff")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.staff


@pytest.fixture
def with_maly(qtbot: QtBot, window: CounterWindow, panel: StaffPanel) -> StaffPanel:
    panel.name.setText("Maly")
    panel.add_button.click()
    wait_for_notice(qtbot, window, "Maly works here now.")
    return panel


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text() and not window.bridge.busy)


def staff(desk: FrontDesk) -> list[tuple[str, Role]]:
    return [(member.name, member.role) for member in desk.staffing.staff()]


def shown(panel: StaffPanel) -> list[str]:
    return [row.name.text() for row in panel.rows()]


def test_somebody_is_taken_on_and_it_is_undone(
    qtbot: QtBot, window: CounterWindow, panel: StaffPanel, desk: FrontDesk
) -> None:
    panel.role.chip(Role.MANAGER).click()
    assert "change the settings" in panel.role_field.control.accessibleDescription()
    panel.name.setText("  Keo <i>B</i> ")
    panel.add_button.click()
    wait_for_notice(qtbot, window, "Keo <i>B</i> works here now.")
    assert staff(desk)[1:] == [("Keo <i>B</i>", Role.MANAGER)]
    assert (shown(panel)[1], panel.name.text()) == ("Keo <i>B</i>", "")
    window.notices.undo()
    wait_for_notice(qtbot, window, "no longer works here")
    assert len(staff(desk)) == 1
    assert [row.member.name for row in panel.gone_rows()] == ["Keo <i>B</i>"]


def test_nobody_is_taken_on_without_a_name(panel: StaffPanel, desk: FrontDesk) -> None:
    panel.name.setText(" ")
    panel.add_button.click()
    assert panel.name_field.fault
    assert len(staff(desk)) == 1


def test_somebody_is_renamed_and_renamed_back(
    qtbot: QtBot, window: CounterWindow, with_maly: StaffPanel, desk: FrontDesk
) -> None:
    line = with_maly.rows()[1].name
    line.setText("Malee")
    line.setModified(True)
    line.finish()
    wait_for_notice(qtbot, window, "Saved.")
    assert staff(desk)[1][0] == "Malee"
    window.notices.undo()
    wait_for_notice(qtbot, window, "As it was before.")
    assert (staff(desk)[1][0], shown(with_maly)[1]) == ("Maly", "Maly")


def test_an_empty_name_is_the_old_one(with_maly: StaffPanel, desk: FrontDesk) -> None:
    line = with_maly.rows()[1].name
    line.setText("")
    line.setModified(True)
    line.finish()
    assert line.text() == "Maly"


def test_a_role_is_changed_and_changed_back(
    qtbot: QtBot, window: CounterWindow, with_maly: StaffPanel, desk: FrontDesk
) -> None:
    role = with_maly.rows()[1].role
    role.choose(Role.MANAGER)
    role.chosen.emit(Role.MANAGER)
    wait_for_notice(qtbot, window, "Saved.")
    assert staff(desk)[1] == ("Maly", Role.MANAGER)
    window.notices.undo()
    wait_for_notice(qtbot, window, "As it was before.")
    assert staff(desk)[1] == ("Maly", Role.CASHIER)
    assert with_maly.rows()[1].role.value() == Role.CASHIER


def test_the_last_owner_stays_an_owner_and_is_shown_as_one(
    qtbot: QtBot, window: CounterWindow, panel: StaffPanel, desk: FrontDesk
) -> None:
    role = panel.rows()[0].role
    role.choose(Role.CASHIER)
    role.chosen.emit(Role.CASHIER)
    qtbot.waitUntil(lambda: role.value() == Role.OWNER)
    assert staff(desk)[0][1] is Role.OWNER
    assert window.notices.text()


def test_somebody_leaves_and_comes_back(
    qtbot: QtBot, window: CounterWindow, with_maly: StaffPanel, desk: FrontDesk
) -> None:
    with_maly.rows()[1].leave_button.click()
    wait_for_notice(qtbot, window, "Maly no longer works here.")
    assert shown(with_maly) == ["Noy"]
    with_maly.gone_rows()[0].back_button.click()
    wait_for_notice(qtbot, window, "Maly works here again.")
    assert shown(with_maly) == ["Noy", "Maly"]
    window.notices.undo()
    wait_for_notice(qtbot, window, "Maly no longer works here.")
    assert len(staff(desk)) == 1


def test_whoever_is_at_the_till_cannot_leave_from_here(with_maly: StaffPanel) -> None:
    assert [row.leave_button.isVisible() for row in with_maly.rows()] == [False, True]
