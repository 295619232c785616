"""The limits are numbers with a sentence each; a change is saved at once and can be taken back."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.services.errors import DiskFull
from frontdesk.storage.loyalty import limits
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.limits_panel import LimitsPanel
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from frontdesk.ui.widgets.prose import Prose


@pytest.fixture
def panel(window: CounterWindow) -> LimitsPanel:
    sheet = window.open_sheet(SheetName.SETTINGS, part="limits")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.limits


def sentences(panel: LimitsPanel) -> list[str]:
    return [words.text() for words in panel.findChildren(Prose) if words.isVisible()]


def goodwill_hint(said: str) -> str:
    return f"For “I forgot my card” and the like, a cashier gives {said}. Stamps for complaints count in it."


def test_a_limit_is_saved_said_and_undone_after_the_page_is_gone(
    qtbot: QtBot, window: CounterWindow, panel: LimitsPanel, desk: FrontDesk
) -> None:
    assert goodwill_hint("at most 3 stamps a day") in sentences(panel)
    panel.goodwill.step_down()
    assert goodwill_hint("at most 2 stamps a day") in sentences(panel)
    qtbot.waitUntil(lambda: "limits are saved" in window.notices.text() and not window.bridge.busy)
    assert desk.limits.get() == Limits(goodwill=2)
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: "as they were before" in window.notices.text())
    assert desk.limits.get() == Limits()


def test_two_quick_taps_do_not_lose_one_another(
    qtbot: QtBot, window: CounterWindow, panel: LimitsPanel, desk: FrontDesk
) -> None:
    panel.card.setValue(6)
    panel.hours.setValue(48)
    panel.staff.setValue(200)
    panel.surprises.setValue(9)
    panel.paper.setValue(12)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.limits.get() == Limits(6, 48, 200, 3, 9, 12)
    assert panel.chosen() == Limits(6, 48, 200, 3, 9, 12)


def test_a_typed_limit_is_said_at_each_digit_and_saved_once_also_by_closing_the_page(
    qtbot: QtBot, window: CounterWindow, panel: LimitsPanel, desk: FrontDesk
) -> None:
    line = panel.goodwill.focusProxy()
    line.selectAll()
    qtbot.keyClicks(line, "1")
    assert goodwill_hint("at most 1 stamp a day") in sentences(panel)
    qtbot.keyClicks(line, "2")
    assert goodwill_hint("at most 12 stamps a day") in sentences(panel)
    desk.submit(desk.limits.save, desk.act(), Limits(surprises=1)).result()
    assert desk.limits.get().goodwill == 3
    window.sheets.ask_to_close()
    qtbot.waitUntil(lambda: "limits are saved" in window.notices.text() and not window.bridge.busy)
    assert desk.limits.get().goodwill == 12


def test_hours_are_asked_for_only_where_a_customer_has_a_limit(panel: LimitsPanel) -> None:
    panel.card.setValue(0)
    assert not panel.hours.isVisible()
    panel.card.setValue(6)
    assert panel.hours.isVisible()


def test_a_change_made_elsewhere_is_shown(
    qtbot: QtBot, window: CounterWindow, panel: LimitsPanel, desk: FrontDesk
) -> None:
    window.bridge.submit(desk.limits.save, desk.act(), Limits(surprises=1))
    qtbot.waitUntil(lambda: panel.surprises.value() == 1)


def test_a_limit_that_cannot_be_saved_is_shown_as_it_is_kept(
    qtbot: QtBot, window: CounterWindow, panel: LimitsPanel, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(limits, "save", full)
    panel.goodwill.setValue(9)
    qtbot.waitUntil(lambda: "disk is full" in window.notices.text())
    assert panel.goodwill.value() == 3


def test_the_page_says_that_the_limits_hold_for_every_way_in(panel: LimitsPanel) -> None:
    alike = "hold for stamps, tickets, keyed-in sheets and paper cards alike."
    assert any(words.endswith(alike) for words in sentences(panel))
    assert (
        "A cashier takes over at most 10 stamps a day from paper cards, of all customers together."
        in sentences(panel)
    )
