"""Each rule of caring is one choice, told in its sentence, saved at once and taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_rules import Axis, CareRules
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.care_panel import CarePanel
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.widgets.prose import Prose


@pytest.fixture
def panel(window: CounterWindow) -> CarePanel:
    sheet = window.open_sheet(SheetName.SETTINGS, part="caring")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.caring


def sentences(panel: CarePanel) -> list[str]:
    return [words.text() for words in panel.findChildren(Prose) if words.isVisible()]


def settled(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)


def test_the_margin_is_told_saved_and_undone_after_the_page_is_gone(
    qtbot: QtBot, window: CounterWindow, panel: CarePanel, desk: FrontDesk
) -> None:
    assert "Promise 60 minutes, aim for 45." in sentences(panel)
    panel.margin.step_down()
    assert "Promise 60 minutes, aim for 48." in sentences(panel)
    settled(qtbot, window)
    assert desk.care_rules.get() == CareRules(margin_percent=20)
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: "As it was before." in window.notices.text())
    assert desk.care_rules.get() == CareRules()


def test_quick_changes_do_not_lose_one_another(
    qtbot: QtBot, window: CounterWindow, panel: CarePanel, desk: FrontDesk
) -> None:
    for chip in (panel.axis.chip(Axis.COST), panel.alarms.chip("5")):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    panel.age.setValue(180)
    panel.seconds.setValue(60)
    settled(qtbot, window)
    assert desk.care_rules.get() == CareRules(Axis.COST, 25, 180, 60, 5)
    assert panel.chosen() == desk.care_rules.get()


def test_a_typed_number_is_saved_by_closing_the_page(
    qtbot: QtBot, window: CounterWindow, panel: CarePanel, desk: FrontDesk
) -> None:
    line = panel.seconds.focusProxy()
    assert line is not None
    line.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "55")
    assert desk.care_rules.get().greet_within_s == 40
    window.sheets.ask_to_close()
    settled(qtbot, window)
    assert desk.care_rules.get().greet_within_s == 55


def test_a_change_made_elsewhere_is_shown(
    qtbot: QtBot, window: CounterWindow, panel: CarePanel, desk: FrontDesk
) -> None:
    window.bridge.submit(desk.care_rules.save, desk.act(), CareRules(axis=Axis.SERVICE))
    qtbot.waitUntil(lambda: panel.axis.value() == Axis.SERVICE)
