"""What is asked for again is a quiet line for the manager, with two answers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.requests.requests_sheet import RequestsSheet

HINT = "Asked for 3 times by 2 people: oat milk. Offer it?"


@pytest.fixture
def wishes(desk: FrontDesk, people: list[int]) -> None:
    for customer_id, what in ((people[0], "oat milk"), (people[0], "oat milk"), (people[1], "Oat milk")):
        desk.submit(desk.requests.ask, desk.act(), customer_id, what).result()


def opened(qtbot: QtBot, window: CounterWindow) -> RequestsSheet:
    sheet = window.open_sheet(SheetName.REQUESTS)
    assert isinstance(sheet, RequestsSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def test_the_manager_sees_the_hint_answers_and_takes_it_back(
    qtbot: QtBot, window: CounterWindow, wishes: None
) -> None:
    sheet = opened(qtbot, window)
    assert sheet.offers.isVisible()
    assert sheet.offers.sentences() == [HINT]
    assert [button.text() for button in sheet.offers.buttons] == ["We offer it now", "Not for us"]
    qtbot.mouseClick(sheet.offers.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sheet.offers.isVisible())
    qtbot.waitUntil(lambda: "not for this shop" in window.notices.text())
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: "The hint is back." in window.notices.text() and not window.bridge.busy)
    assert opened(qtbot, window).offers.sentences() == [HINT]


def test_a_cashier_is_not_asked(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, wishes: None) -> None:
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    sheet = opened(qtbot, window)
    assert not sheet.offers.isVisible()
    assert sheet.offers.sentences() == []


def test_the_third_request_brings_the_hint_while_the_list_is_open(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], wishes: None
) -> None:
    desk.submit(desk.requests.ask, desk.act(), people[2], "Window table").result()
    desk.submit(desk.requests.ask, desk.act(), people[2], "window table").result()
    sheet = opened(qtbot, window)
    window.bridge.submit(desk.requests.ask, desk.act(), people[3], "A window table")
    qtbot.waitUntil(lambda: len(sheet.offers.sentences()) == 2)
