"""A manager's rights at the counter: given by a PIN, seen in the header, and gone again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.ui.counter.strips import ChoiceStrip
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.pin_sheet import PinSheet
from frontdesk.ui.settings.settings_sheet import SettingsSheet
from tests.services.team.pin_acts import CASHIERS, MANAGERS, OWNERS, Ticks, prove, with_pins, with_ticks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory

Opened = Callable[[], ChoiceStrip]


@pytest.fixture
def staff(desk: FrontDesk, window: CounterWindow) -> tuple[int, int, int]:
    """An owner, a manager with PINs and a cashier without, who is at the till; two stamps are the limit."""
    desk.submit(desk.limits.save, desk.act(), Limits(card_stamps=2)).result()
    staff = with_pins(desk)
    desk.take_over(staff[2]).result()
    window.housekeeping.tick()
    return staff


@pytest.fixture
def ticks(desk: FrontDesk, staff: tuple[int, int, int]) -> Ticks:
    return with_ticks(desk)


def stand_unproved(window: CounterWindow, who: int) -> None:
    """At the till with a PIN that was not given: as after a proof that is over."""
    window.desk.staff_id = who
    window.housekeeping.tick()


def ask_for_more(qtbot: QtBot, window: CounterWindow, customer: int) -> None:
    """Come to a limit, and tap what helps."""
    window.attending.choose(customer)
    window.attending.add_stamps(3)
    qtbot.waitUntil(lambda: "The manager can give more" in window.notices.text())
    qtbot.mouseClick(window.notices.remedy_button, Qt.MouseButton.LeftButton)


def give_pin(qtbot: QtBot, window: CounterWindow, who: int, pin: str) -> None:
    sheet = window.sheets.sheet
    assert isinstance(sheet, PinSheet)
    if list(sheet.pad.faces.rows) != [who]:
        sheet.pad.faces.rows[who].click()
    for digit in pin:
        sheet.pad.entry.keys[digit].click()
    sheet.pad.entry.enter.click()
    qtbot.waitUntil(lambda: window.sheets.sheet is not sheet)


def test_at_a_cashiers_limit_the_manager_gives_their_pin_and_the_till_goes_back_by_a_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], staff: tuple[int, int, int]
) -> None:
    _, manager, cashier = staff
    ask_for_more(qtbot, window, people[0])
    assert window.header.manager.isHidden()
    give_pin(qtbot, window, manager, MANAGERS)
    qtbot.waitUntil(lambda: desk.staff_id == manager)
    qtbot.waitUntil(window.header.manager.isVisible)
    assert window.attending.customer_id == people[0]  # where the cashier was
    window.attending.add_stamps(3)
    qtbot.waitUntil(lambda: desk.loyalty.cards(people[0], desk.now())[0].balance == 3)
    key = desk.key
    qtbot.mouseClick(window.header.manager, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.staff_id == cashier)
    assert (desk.key, desk.pins.left(key), window.header.manager.isHidden()) == (b"", 0, True)


def test_a_manager_who_has_the_till_only_gives_their_pin(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], staff: tuple[int, int, int]
) -> None:
    owner = staff[0]
    stand_unproved(window, owner)
    ask_for_more(qtbot, window, people[0])
    assert window.notices.remedy_button.text() == "Enter the PIN"
    sheet = window.sheets.sheet
    assert isinstance(sheet, PinSheet)
    assert sheet.pad.faces.member().id == owner
    give_pin(qtbot, window, owner, OWNERS)
    qtbot.waitUntil(window.header.manager.isVisible)
    qtbot.mouseClick(window.header.manager, Qt.MouseButton.LeftButton)
    assert window.header.manager.isHidden()
    assert (desk.staff_id, desk.key) == (owner, b"")


@pytest.mark.parametrize("by", ["the chip", "time"])
def test_the_till_goes_back_to_a_cashier_who_has_a_pin_and_asks_nothing(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    staff: tuple[int, int, int],
    ticks: Ticks,
    by: str,
) -> None:
    owner, manager, cashier = staff
    prove(desk, manager, MANAGERS)
    desk.pins.set_pin(desk.act(), cashier, CASHIERS)
    stand_unproved(window, cashier)
    desk.key = b""
    for who, pin in ((owner, OWNERS), (owner, OWNERS), (manager, MANAGERS)):  # the PIN again, and another's
        window.till.call_manager()
        give_pin(qtbot, window, who, pin)
        qtbot.waitUntil(lambda who=who: (desk.staff_id, bool(desk.key)) == (who, True))
        qtbot.waitUntil(window.header.manager.isVisible)
    assert "tap the shield" in window.notices.text()  # at every size it is there
    if by == "time":
        ticks.at += 121
        window.till.standing.look()
    else:
        qtbot.mouseClick(window.header.manager, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.staff_id == cashier)
    assert (window.sheets.sheet, desk.key, window.header.manager.isHidden()) == (None, b"", True)


def test_two_minutes_without_a_touch_end_it_and_a_touch_begins_them_anew(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    staff: tuple[int, int, int],
    ticks: Ticks,
) -> None:
    ask_for_more(qtbot, window, people[0])
    give_pin(qtbot, window, staff[1], MANAGERS)
    qtbot.waitUntil(window.header.manager.isVisible)
    ticks.at += 100
    QTest.mouseClick(window.welcome, Qt.MouseButton.LeftButton)
    ticks.at += 100
    window.till.standing.look()
    assert window.header.manager.isVisible()
    desk.goodwill.left(desk.act())  # what is read by itself holds no door open
    ticks.at += 21
    window.till.standing.look()
    assert window.header.manager.isHidden()
    qtbot.waitUntil(lambda: desk.staff_id == staff[2])


def test_it_ends_when_somebody_else_takes_the_till_over(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], staff: tuple[int, int, int]
) -> None:
    ask_for_more(qtbot, window, people[0])
    give_pin(qtbot, window, staff[1], MANAGERS)
    qtbot.waitUntil(window.header.manager.isVisible)
    window.till.hand_over(staff[2])
    qtbot.waitUntil(lambda: desk.staff_id == staff[2])
    qtbot.waitUntil(window.header.manager.isHidden)
    assert desk.key == b""


def test_who_has_a_pin_is_asked_for_it_when_their_name_is_tapped(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, staff: tuple[int, int, int], strip: Opened
) -> None:
    owner, manager, cashier = staff
    prove(desk, manager, MANAGERS)
    desk.pins.set_pin(desk.act(), cashier, CASHIERS)
    stand_unproved(window, owner)
    desk.key = b""
    qtbot.mouseClick(window.header.who, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(strip().buttons[2], Qt.MouseButton.LeftButton)
    give_pin(qtbot, window, cashier, CASHIERS)
    qtbot.waitUntil(lambda: desk.staff_id == cashier)
    assert window.header.manager.isHidden()
    window.till.hand_over(owner)
    give_pin(qtbot, window, owner, OWNERS)
    qtbot.waitUntil(lambda: desk.staff_id == owner)
    qtbot.waitUntil(window.header.manager.isVisible)  # a manager's PIN gives their rights at once
    qtbot.mouseClick(window.header.manager, Qt.MouseButton.LeftButton)
    assert (desk.staff_id, desk.key) == (owner, b"")  # who took over for the shift stays


@pytest.mark.parametrize("who", [0, 2])
def test_the_offer_of_a_pin_waits_for_whoever_has_one(
    qtbot: QtBot, window: CounterWindow, people: list[int], staff: tuple[int, int, int], who: int
) -> None:
    stand_unproved(window, staff[who])
    window.attending.choose(people[0])
    window.attending.add_stamps(3)
    qtbot.waitUntil(window.notices.remedy_button.isVisible)
    assert not window.notices._timer.isActive()
    window.give_up()
    assert window.notices.at_rest


def test_settings_that_were_refused_have_the_way_on_and_come_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, staff: tuple[int, int, int]
) -> None:
    stand_unproved(window, staff[0])
    sheet = window.open_sheet("settings", part="staff")
    assert isinstance(sheet, SettingsSheet)
    sheet.parts.staff.rows()[1].leave_button.click()
    qtbot.waitUntil(lambda: "manager's PIN" in window.notices.text())
    qtbot.mouseClick(window.notices.remedy_button, Qt.MouseButton.LeftButton)
    give_pin(qtbot, window, staff[0], OWNERS)
    qtbot.waitUntil(lambda: isinstance(window.sheets.sheet, SettingsSheet))
    again = window.sheets.sheet
    assert isinstance(again, SettingsSheet)
    again.parts.staff.rows()[1].leave_button.click()
    qtbot.waitUntil(lambda: len(desk.staffing.staff()) == 2)


def test_that_a_manager_is_here_takes_no_word_from_new_customer(qtbot: QtBot, window: CounterWindow) -> None:
    header = window.header
    header.show_manager(True)
    header.offer_keys(True)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: header.manager.text() == "Lock")
    assert header._enrol.text() == "New customer"
    assert header._language.iconSize().width() == header._language.iconSize().height()  # in the middle
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: header.manager.text() == "Manager here – lock")
    assert header._language.iconSize().width() > header._language.iconSize().height()
