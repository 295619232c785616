"""How the shop is doing is asked as the owner sets it: the page, the link, the questions, and how often."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import MOST_LETTERS, Topic
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.page_state import PAGE_STATE, Standing
from frontdesk.ui.settings.feedback_panel import FeedbackPanel
from frontdesk.ui.settings.own_addresses import OwnAddress, Reach
from frontdesk.ui.settings.page_part import PagePart
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.services.counter_acts import hire

WIFI, CABLE = OwnAddress("192.168.1.10", "wlan0", Reach.WIFI), OwnAddress("10.0.0.7", "eth0", Reach.CABLE)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> list[OwnAddress]:
    """The addresses that this computer has, to be changed by a test."""
    own = [WIFI, CABLE]
    monkeypatch.setattr(PagePart.__init__, "__defaults__", (lambda: tuple(own),))
    return own


@pytest.fixture
def panel(own: list[OwnAddress], window: CounterWindow) -> FeedbackPanel:
    return opened(window)


def opened(window: CounterWindow) -> FeedbackPanel:
    sheet = window.open_sheet(SheetName.SETTINGS, part="feedback")
    assert isinstance(sheet, SettingsSheet)
    return sheet.parts.feedback


def tap(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def settled(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)


def set_page(desk: FrontDesk, address: str) -> None:
    rules = FeedbackRules(page_on=True, page_address=address)
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()


def test_one_tap_opens_the_page_where_a_phone_finds_it_and_undo_closes_it(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    assert not panel.page.address.isVisible()
    before = panel.page.before.text()
    assert "this page alone" in before
    assert "password" in before
    assert panel.page.before.isVisible()
    tap(qtbot, panel.page.on)
    settled(qtbot, window)
    assert desk.feedback_rules.rules() == FeedbackRules(page_on=True, page_address=WIFI.address)
    assert panel.page.address.currentText() == "192.168.1.10 (Wi-Fi, wlan0)"
    assert panel.page.code.url == "http://192.168.1.10:8320/"
    assert not panel.page.fault.text()
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: "As it was before." in window.notices.text())
    assert desk.feedback_rules.rules() == FeedbackRules()


def test_an_address_that_this_computer_has_lost_is_kept_and_said(
    qtbot: QtBot, own: list[OwnAddress], window: CounterWindow, desk: FrontDesk
) -> None:
    set_page(desk, "192.168.1.77")
    panel = opened(window)
    assert "not 192.168.1.77 any more" in panel.page.fault.text()
    assert panel.page.address.value() == "192.168.1.77"
    panel.page.address.choose(CABLE.address)
    panel.page.address.chosen.emit(CABLE.address)
    settled(qtbot, window)
    assert desk.feedback_rules.rules().page_address == CABLE.address
    assert not panel.page.fault.text()


def test_what_the_page_met_is_told_beside_its_switch(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel
) -> None:
    tap(qtbot, panel.page.on)
    settled(qtbot, window)
    PAGE_STATE.set(Standing.TAKEN, WIFI.address, 8320)
    assert "port 8320" in panel.page.fault.text()
    assert not panel.page.code.isVisible()
    PAGE_STATE.set(Standing.RUNS, WIFI.address, 8320)
    assert panel.page.runs.isVisible()
    assert panel.page.code.isVisible()
    assert not panel.page.fault.isVisible()
    PAGE_STATE.set(Standing.OFF)


def test_an_address_that_came_back_is_no_fault_any_more(
    own: list[OwnAddress], window: CounterWindow, desk: FrontDesk
) -> None:
    set_page(desk, "192.168.1.77")
    panel = opened(window)
    assert panel.page.fault.isVisible()
    own.append(OwnAddress("192.168.1.77", "wlan0", Reach.WIFI))
    PAGE_STATE.set(Standing.RUNS, "192.168.1.77", 8320)
    assert not panel.page.fault.isVisible()
    assert panel.page.runs.isVisible()
    PAGE_STATE.set(Standing.OFF)


def test_a_name_of_the_network_is_the_routers_to_know(
    own: list[OwnAddress], window: CounterWindow, desk: FrontDesk
) -> None:
    set_page(desk, "till.local")
    assert not opened(window).page.fault.text()


def test_without_a_network_it_is_said_that_no_phone_gets_there(
    own: list[OwnAddress], window: CounterWindow, desk: FrontDesk
) -> None:
    own[:] = [OwnAddress("127.0.0.1", "lo", Reach.NOBODY)]
    set_page(desk, "127.0.0.1")
    assert "in no network" in opened(window).page.fault.text()


def test_a_question_is_reworded_language_by_language_and_taken_back_after_the_page_is_gone(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    questions, line = panel.questions, panel.questions.rows[Topic.LIKED].text
    assert line.placeholderText() == "What did you like?"
    line.setText("What was best?")  # keys as quick as a test's would be a scan
    line.setModified(True)
    tap(qtbot, questions.languages.chip("th"))
    settled(qtbot, window)
    assert desk.questions.wordings() == {(Topic.LIKED, "en"): "What was best?"}
    assert line.text() == ""  # Thai has the program's words, in grey
    assert line.placeholderText() == desk.questions.asked("th")[1].text
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: "asked as before" in window.notices.text())
    assert desk.questions.wordings() == {}


def test_a_cashiers_words_and_switches_go_back_to_what_the_manager_set(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    desk.staff_id = hire(desk)
    line = panel.questions.rows[Topic.LIKED].text
    line.setText("Mine")
    line.setModified(True)
    line.finish()
    tap(qtbot, panel.face)
    settled(qtbot, window)
    assert "Only the manager" in window.notices.text()
    assert line.text() == ""
    assert panel.face.isChecked()
    assert (desk.questions.wordings(), desk.feedback_rules.rules()) == ({}, FeedbackRules())


def test_the_order_and_the_choice_are_set_with_keys(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    rows = panel.questions.rows
    assert not rows[Topic.VISIT].asked.isEnabled()
    assert not rows[Topic.VISIT].up.isEnabled()
    for button in (rows[Topic.BETTER].up, rows[Topic.BETTER].up, rows[Topic.LIKED].asked):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    settled(qtbot, window)
    asked = (Topic.VISIT, Topic.BETTER, Topic.DISLIKED, Topic.CHANGE)
    assert desk.feedback_rules.rules().topics == panel.questions.topics() == asked
    assert rows[Topic.LIKED].y() < rows[Topic.BETTER].y()  # what was put away stays where it was


def test_a_question_that_is_too_long_keeps_the_page_and_its_language(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    line = panel.questions.rows[Topic.CHANGE].text
    line.setText("a" * (MOST_LETTERS + 1))
    line.setModified(True)
    tap(qtbot, panel.questions.languages.chip("ka"))
    assert panel.questions.languages.value() == "en"
    sheet = window.sheets.sheet
    window.sheets.ask_to_close()
    assert window.sheets.sheet is sheet
    assert "120" in panel.questions.rows[Topic.CHANGE].field.fault
    assert desk.questions.wordings() == {}


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("", "A phone number for SMS"),
        ("020 5551 2345", "An SMS to +8562055512345"),
        ("hello@shop.example", "An e-mail to hello@shop.example"),
        ("https://line.me/R/ti/p/@cafe", "A message to @cafe on LINE"),
        ("https://forms.example.com/r?c={code}", "Each answer knows its card."),
        ("https://forms.example.com/r", "Put {code} where"),
    ],
)
def test_the_second_way_says_what_it_does(panel: FeedbackPanel, link: str, said: str) -> None:
    panel.link._fields.link.setText(link)
    assert said in panel.link._fields.link.accessibleDescription()


def test_an_empty_link_says_that_the_shops_phone_stands_in(
    window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    for changed in ({"feedback_link": ""}, {"phone": "020 5551 2345"}):
        saved = desk.submit(desk.shop.change_settings, desk.act(), changed).result()
        window.bridge.changed.emit(saved.changes)
    assert "SMS to the shop’s phone, +8562055512345" in panel.link._fields.link.accessibleDescription()


def test_what_is_set_elsewhere_is_shown(
    qtbot: QtBot, window: CounterWindow, panel: FeedbackPanel, desk: FrontDesk
) -> None:
    rules = replace(FeedbackRules(), ask_every_weeks=0, with_face=False)
    window.bridge.submit(desk.feedback_rules.change, desk.act(), rules)
    qtbot.waitUntil(lambda: panel.weeks.value() == 0)
    assert not panel.face.isChecked()
    assert panel.weeks.accessibleDescription().startswith("0: nobody is proposed")
