"""A follow-up in two taps from the greeting, by keys alone, and back with Undo."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.follow_ups import FollowUp, FollowUpKind, FollowUpState
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.greeting import LineKind
from frontdesk.ui.counter import taps
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.today.due_field import Due
from frontdesk.ui.today.follow_up_sheet import FollowUpSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory


@pytest.fixture
def sheet(window: CounterWindow, people: list[int]) -> FollowUpSheet:
    window.attending.choose(people[1])
    opened = window.open_sheet(SheetName.FOLLOW_UP, customer_id=people[1])
    assert isinstance(opened, FollowUpSheet)
    return opened


def open_of(desk: FrontDesk, customer_id: int) -> list[FollowUp]:
    return [each for each in desk.follow_ups.of(customer_id) if each.state is FollowUpState.OPEN]


def press(qtbot: QtBot, window: CounterWindow, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key)


def test_it_is_two_taps_from_the_greeting(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[1])
    window.greeting.acts.care.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().endswith("Follow-up")).trigger()
    assert isinstance(window.sheets.sheet, FollowUpSheet)
    menu.close()


def test_a_call_for_tomorrow_is_noted_by_enter_alone(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FollowUpSheet
) -> None:
    sheet.text.setText("ask how the cake was")
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "tomorrow" in window.notices.text())
    assert window.sheets.sheet is None
    (noted,) = open_of(desk, people[1])
    assert (noted.kind, noted.text) == (FollowUpKind.CALL, "ask how the cake was")
    assert noted.due == desk.today() + timedelta(days=1)
    assert noted.owner_id is None
    window.notices.undo()
    qtbot.waitUntil(lambda: open_of(desk, people[1]) == [])


def test_every_choice_is_kept(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    kham = desk.submit(desk.staffing.add_staff, desk.act(), "Kham", Role.CASHIER).result()
    sheet = window.open_sheet(SheetName.FOLLOW_UP, customer_id=people[1])
    assert isinstance(sheet, FollowUpSheet)
    sheet.kinds.chip(FollowUpKind.NOTE).click()
    sheet.due.chips.chip(Due.IN_A_WEEK).click()
    sheet.who.choose(str(kham.id))
    sheet.every.choose("28")
    press(qtbot, window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(open_of(desk, people[1])))
    (noted,) = open_of(desk, people[1])
    assert noted.due == desk.today() + timedelta(days=7)
    assert (noted.kind, noted.owner_name, noted.every_days) == (FollowUpKind.NOTE, "Kham", 28)


def test_f5_notes_and_stamps_nobody(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FollowUpSheet
) -> None:
    press(qtbot, window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(open_of(desk, people[1])))
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert desk.loyalty.cards(people[1], desk.now())[0].balance == 0


def test_another_day_is_typed_and_must_be_still_to_come(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FollowUpSheet
) -> None:
    sheet.due.chips.chip(Due.ON_A_DAY).click()
    assert sheet.due.day.isVisible()
    sheet.save()
    assert sheet.due.day.fault
    sheet.due.day.put(desk.today() - timedelta(days=1))
    sheet.save()
    assert sheet.due.day.fault
    assert open_of(desk, people[1]) == []
    sheet.due.day.put(desk.today() + timedelta(days=40))
    sheet.save()
    qtbot.waitUntil(lambda: bool(open_of(desk, people[1])))
    assert open_of(desk, people[1])[0].due == desk.today() + timedelta(days=40)


def test_what_is_open_is_done_or_not_needed_and_a_cadence_goes_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FollowUpSheet
) -> None:
    add = desk.follow_ups.add
    for text, every in (("once", 0), ("again", 7)):
        window.bridge.submit(add, desk.act(), people[1], FollowUpKind.CALL, desk.today(), text, None, every)
    qtbot.waitUntil(lambda: len(sheet.rows) == 2)
    row = next(each for each in sheet.rows if "again" in each.what)
    assert "Every week" in row.when
    row.buttons[0].click()
    qtbot.waitUntil(lambda: "The next one" in window.notices.text())
    assert {each.text for each in open_of(desk, people[1])} == {"once", "again"}
    qtbot.waitUntil(lambda: len(sheet.rows) == 2)
    next(each for each in sheet.rows if "once" in each.what).buttons[1].click()
    qtbot.waitUntil(lambda: len(sheet.rows) == 1)


def test_the_greeting_says_it_when_they_stand_there(
    window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    add = desk.follow_ups.add
    desk.submit(add, desk.act(), people[1], FollowUpKind.CALL, desk.today()).result()
    desk.submit(add, desk.act(), people[1], FollowUpKind.NOTE, desk.today() + timedelta(days=1)).result()
    lines = desk.greetings.open(people[1], desk.now()).lines
    (line,) = [each for each in lines if each.kind is LineKind.FOLLOW_UP]
    assert line.about == FollowUpKind.CALL
    window.attending.choose(people[1])


def test_a_refusal_leaves_what_was_typed(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    sheet: FollowUpSheet,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*given: object) -> None:
        raise Refused(RefusalCode.UNKNOWN_STAFF)

    monkeypatch.setattr(taps, "BOUNCE_SECONDS", 0.0)
    sheet.text.setText("Ask about the wedding cake")
    with monkeypatch.context() as patched:
        patched.setattr(type(desk.follow_ups), "add", refuse)
        sheet.save()
        qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.sheets.sheet is sheet
    assert sheet.text.text() == "Ask about the wedding cake"
    sheet.save()
    sheet.save()  # on its way, it is not noted twice
    qtbot.waitUntil(lambda: window.sheets.sheet is None)
    assert len(desk.follow_ups.of(sheet._customer.id)) == 1
