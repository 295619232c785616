"""Who is at the till: one tap, one key, and the next act is theirs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.ui.counter.strips import ChoiceStrip
from frontdesk.ui.counter.window import CounterWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory

Opened = Callable[[], ChoiceStrip]


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


@pytest.fixture
def keo(desk: FrontDesk, window: CounterWindow) -> int:
    found = desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result().id
    window.housekeeping.tick()
    return found


def test_alone_there_is_nobody_to_choose(qtbot: QtBot, window: CounterWindow) -> None:
    window.housekeeping.tick()
    assert window.header.who.isHidden()
    qtbot.keyClick(window.header.search, Qt.Key.Key_F12)
    assert "Only one person works here" in window.notices.text()
    assert QApplication.activePopupWidget() is None


def test_somebody_takes_over_with_a_key_and_a_digit_and_the_next_stamp_is_theirs(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], keo: int, strip: Opened
) -> None:
    assert window.header.who.text() == "Noy"
    qtbot.keyClick(window.header.search, Qt.Key.Key_F12)
    qtbot.keyClick(strip(), Qt.Key.Key_2)
    wait_for_notice(qtbot, window, "Keo is at the till now.")
    qtbot.waitUntil(lambda: window.header.who.text() == "Keo")
    window.attending.choose(people[0])
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 of 5")
    assert desk.loyalty.history(people[0])[0].staff_id == keo


def test_a_tap_on_the_name_opens_the_choice_and_undo_hands_it_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, keo: int, strip: Opened
) -> None:
    owner = desk.staff_id
    qtbot.mouseClick(window.header.who, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(strip().buttons[1], Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "Keo is at the till now.")
    assert window.notices.undo_button.text() == "Undo"
    window.notices.undo_button.click()
    wait_for_notice(qtbot, window, "Noy is at the till now.")
    assert desk.staff_id == owner


def test_the_undo_key_goes_on_with_what_was_done_for_customers(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], keo: int
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 of 5")
    window.till.hand_over(keo)
    wait_for_notice(qtbot, window, "Keo is at the till now.")
    presses = iter((("pressed", 1.0), ("pressed", 2.0)))
    window.attending.gestures.taps.pressed_at = lambda: next(presses)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    assert window.notices.text() == "Before that: 1 stamp for Somsak: 1 of 5."
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    wait_for_notice(qtbot, window, "Taken back")
    assert desk.staff_id == keo


def test_whoever_is_there_already_takes_nothing_over(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, keo: int
) -> None:
    window.till.hand_over(desk.staff_id)
    assert not window.bridge.busy
    assert not window.notices.can_undo()


def test_somebody_who_left_meanwhile_cannot_take_over(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, keo: int, strip: Opened
) -> None:
    window.till.choose()
    popup = strip()
    desk.submit(desk.staffing.leave, desk.act(), keo).result()
    qtbot.mouseClick(popup.buttons[1], Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "does not work here any more")
    assert window.notices.remedy_button.text() == "Choose another"
    assert desk.staff_id != keo
