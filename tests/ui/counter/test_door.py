"""The door at the counter: one key, one chip, one tap; and no scanner ever opens it."""

from itertools import count

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.finding.keyboard_layouts import LAYOUTS, Layout
from frontdesk.domain.text import ZERO_WIDTH_SPACE
from frontdesk.ui.counter.strips import ChoiceStrip
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from tests.conftest import FakeClock
from tests.services.counter_acts import hire
from tests.ui.counter.test_scanning import Scanner

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory


@pytest.fixture
def door(window: CounterWindow) -> CounterWindow:
    window.activateWindow()
    window.header.search.setFocus()
    seconds = count()
    window.attending.gestures.taps.pressed_at = lambda: ("pressed", float(next(seconds)))
    return window


def waiting(desk: FrontDesk) -> int:
    return len(desk.arrivals.waiting(desk.now()))


def comes_in(window: CounterWindow, qtbot: QtBot) -> None:
    """Somebody comes in, by the key."""
    before = waiting(window.desk)
    QTest.keyClick(window.header.search, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: waiting(window.desk) == before + 1)
    qtbot.waitUntil(lambda: f"{before + 1} " in window.door.chip.greet_button.text())


def heard_out(window: CounterWindow, qtbot: QtBot) -> None:
    """Wait until it is decided whether a blank stood alone, and what came of it is written."""
    qtbot.waitUntil(lambda: not window.door.space._alone.isActive())
    qtbot.waitUntil(lambda: not window.bridge.busy)


def type_blank(window: CounterWindow, text: str, *, again: bool = False) -> None:
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, text, autorep=again
    )
    QApplication.sendEvent(window.header.search, event)


def test_space_in_the_empty_search_is_somebody_who_came_in(door: CounterWindow, qtbot: QtBot) -> None:
    assert not door.door.chip.isVisible()
    assert not door.door.ticking.isActive()
    comes_in(door, qtbot)
    assert door.door.chip.isVisible()
    assert door.door.ticking.isActive()
    assert door.door.chip.greet_button.text() == "1 waiting · 0:00"
    assert door.header.search.text() == ""
    assert door.focusWidget() is door.header.search
    comes_in(door, qtbot)


def test_on_a_khmer_keyboard_the_space_bar_has_no_width(door: CounterWindow, qtbot: QtBot) -> None:
    type_blank(door, ZERO_WIDTH_SPACE)
    qtbot.waitUntil(lambda: waiting(door.desk) == 1)
    qtbot.waitUntil(lambda: door.header.search.text() == "")
    composed = QInputMethodEvent("", [])
    composed.setCommitString(ZERO_WIDTH_SPACE)
    QApplication.sendEvent(door.header.search, composed)
    qtbot.waitUntil(lambda: waiting(door.desk) == 2)


def test_while_a_name_is_typed_space_is_text(door: CounterWindow, qtbot: QtBot) -> None:
    door.header.search.setText("som")
    QTest.keyClick(door.header.search, Qt.Key.Key_Space)
    heard_out(door, qtbot)
    assert (door.header.search.text(), waiting(door.desk)) == ("som ", 0)


def test_a_name_that_begins_with_a_blank_is_a_name(door: CounterWindow, qtbot: QtBot) -> None:
    QTest.keyClick(door.header.search, Qt.Key.Key_Space)
    QTest.keyClick(door.header.search, Qt.Key.Key_S)
    heard_out(door, qtbot)
    assert (door.header.search.text(), waiting(door.desk)) == (" s", 0)


def test_a_switch_that_bounces_is_one_press(door: CounterWindow, qtbot: QtBot) -> None:
    type_blank(door, " ")
    type_blank(door, " ")
    heard_out(door, qtbot)
    assert (waiting(door.desk), door.header.search.text()) == (1, "")
    comes_in(door, qtbot)
    door.attending.gestures.taps.pressed_at = lambda: ("pressed", 9.0)
    for _ in range(2):
        door.header.door_wanted.emit()
    heard_out(door, qtbot)
    assert waiting(door.desk) == 3
    for _ in range(2):
        door.door.greet()
    heard_out(door, qtbot)
    assert waiting(door.desk) == 2


def test_a_held_key_and_a_chord_are_nobody(door: CounterWindow, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    for _ in range(3):
        type_blank(door, " ", again=True)
    QTest.keyClick(door.header.search, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    heard_out(door, qtbot)
    assert (waiting(door.desk), door.header.search.text()) == (1, "")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.language)
def test_no_burst_of_a_scanner_opens_the_door(
    door: CounterWindow, people: list[int], desk: FrontDesk, layout: Layout, qtbot: QtBot
) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), (people[0],)).result()
    typed = typed_under(layout, str(card.code))
    for burst in (f" {typed}", f"{typed} ", typed, f"{ZERO_WIDTH_SPACE}{typed}", f"{typed[:4]} {typed[4:]}"):
        door.attending.nobody()
        Scanner().types(burst, gap=5)
        heard_out(door, qtbot)
        assert (waiting(desk), door.header.search.text().strip()) == (0, ""), burst


def test_between_the_keys_of_a_burst_the_door_waits(door: CounterWindow, qtbot: QtBot) -> None:
    """With the time that really goes by between them."""
    scanner = Scanner()
    for letter in " M0123456789ABCDEF":
        scanner._key(Qt.Key.Key_unknown, letter, 5)
        qtbot.wait(5)
    scanner._key(Qt.Key.Key_Return, "\r", 5)
    heard_out(door, qtbot)
    assert (waiting(door.desk), door.header.search.text()) == (0, "")


def typed_under(layout: Layout, code: str) -> str:
    """What a scanner's keys write under this layout."""
    place = LAYOUTS[0].plain.index
    return "".join((layout.shifted if each.isalpha() else layout.plain)[place(each.lower())] for each in code)


def test_the_button_does_it_too_and_leaves_the_keyboard_where_it_was(
    door: CounterWindow, qtbot: QtBot
) -> None:
    button = next(
        each
        for each in door.header.findChildren(QPushButton)
        if each.accessibleName() == "Somebody came in (Space)"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: waiting(door.desk) == 1)
    assert door.focusWidget() is door.header.search


def test_at_thirty_seconds_the_chip_turns_in_colour_sign_and_word(
    door: CounterWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    comes_in(door, qtbot)
    chip = door.door.chip
    clock.forward(seconds=29.9)
    door.door.tick()
    assert (chip.greet_button.text(), chip.long) == ("1 waiting · 0:29", False)
    quiet = chip.greet_button.grab().toImage()
    clock.forward(seconds=0.1)
    door.door.tick()
    assert (chip.greet_button.text(), chip.long) == ("1 still waiting · 0:30", True)
    assert chip.greet_button.property("long") is True
    at = chip.greet_button.rect().center().y()
    warned = chip.greet_button.grab().toImage()
    assert warned.pixelColor(6, at) != quiet.pixelColor(6, at)


def test_one_tap_greets_whoever_waits_longest(door: CounterWindow, clock: FakeClock, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    clock.forward(seconds=12)
    comes_in(door, qtbot)
    clock.forward(seconds=10)
    qtbot.mouseClick(door.door.chip.greet_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: door.notices.text() == "Noy greeted them after 0:22.")
    assert door.door.chip.greet_button.text() == "1 waiting · 0:10"
    door.door.greet()
    qtbot.waitUntil(lambda: not door.door.chip.isVisible())
    assert not door.door.ticking.isActive()


def test_the_last_act_for_a_customer_stays_what_the_key_takes_back(
    door: CounterWindow, people: list[int], qtbot: QtBot
) -> None:
    door.attending.choose(people[0])
    door.attending.add_stamps()
    qtbot.waitUntil(lambda: "1 stamp" in door.notices.text())
    comes_in(door, qtbot)
    assert "1 stamp" in door.notices.text()
    door.door.greet()
    qtbot.waitUntil(lambda: "greeted them" in door.notices.text())
    assert door.notices.undo_button.text() == "Undo"
    door.notices.undo()
    qtbot.waitUntil(lambda: "Before that" in door.notices.text())


def test_undo_lets_them_wait_again(door: CounterWindow, clock: FakeClock, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    clock.forward(seconds=5)
    door.door.greet()
    qtbot.waitUntil(lambda: waiting(door.desk) == 0)
    qtbot.waitUntil(lambda: door.notices.undo_button.isVisible())
    qtbot.mouseClick(door.notices.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: door.door.chip.isVisible())
    assert door.door.chip.greet_button.text() == "1 waiting · 0:05"


def test_gone_again_is_one_tap(door: CounterWindow, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    qtbot.mouseClick(door.door.chip.gone_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not door.door.chip.isVisible())
    qtbot.waitUntil(lambda: "not counted" in door.notices.text())
    assert door.desk.arrivals.week(door.desk.now() + 1).measured == 0


def test_where_several_work_another_one_is_chosen(door: CounterWindow, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    assert not door.door.chip.other_button.isVisible()
    la = hire(door.desk)
    door.door.refresh()
    assert door.door.chip.other_button.isVisible()
    door.door.choose_who()
    strip = QApplication.activePopupWidget()
    assert isinstance(strip, ChoiceStrip)
    assert [each.accessibleName() for each in strip.buttons] == ["Noy", "La"]
    strip.choose(2)
    qtbot.waitUntil(lambda: "La greeted them" in door.notices.text())
    (found,) = door.desk.arrivals.figures(0, door.desk.now() + 1)[1].people
    assert (found.name, la) == ("La", la)


def test_choosing_a_customer_answers_nobody(door: CounterWindow, people: list[int], qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    door.attending.choose(people[0])
    door.attending.add_stamps()
    qtbot.waitUntil(lambda: "1 stamp" in door.notices.text())
    assert door.door.chip.isVisible()
    assert waiting(door.desk) == 1


def test_after_ten_minutes_the_chip_goes_by_itself(
    door: CounterWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    comes_in(door, qtbot)
    clock.forward(minutes=10, seconds=1)
    door.door.tick()
    assert not door.door.chip.isVisible()
    assert not door.door.ticking.isActive()


def test_a_clock_put_back_shows_no_negative_time(door: CounterWindow, clock: FakeClock, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    clock.forward(seconds=-20)
    door.door.tick()
    assert door.door.chip.greet_button.text() == "1 waiting · 0:00"
    clock.forward(hours=-1)
    door.door.tick()
    assert not door.door.chip.isVisible()


def test_by_keys_alone(door: CounterWindow, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    door.key_caps.show_keys()
    taps = {widget: key for key, widget in door.key_caps.taps().items()}
    key = taps[door.door.chip.greet_button]
    QTest.keyClicks(door.header.search, key)
    qtbot.waitUntil(lambda: "greeted them" in door.notices.text())


def test_it_speaks_the_counters_language(door: CounterWindow, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    english = door.door.chip.greet_button.text()
    LANGUAGE.speak("lo")
    assert door.door.chip.greet_button.text() != english


def test_who_waited_before_a_start_still_waits(desk: FrontDesk, window: CounterWindow) -> None:
    desk.submit(desk.arrivals.came, desk.act()).result()
    window.door.refresh()
    assert window.door.chip.isVisible()


def test_the_week_is_in_the_buttons_tip(door: CounterWindow, clock: FakeClock, qtbot: QtBot) -> None:
    comes_in(door, qtbot)
    clock.forward(seconds=12)
    door.door.greet()
    door_button = door.header.findChild(QPushButton, "door")
    assert door_button is not None
    qtbot.waitUntil(lambda: waiting(door.desk) == 0)
    clock.forward(seconds=1)
    door.door.reckon_week()
    qtbot.waitUntil(lambda: "half were greeted within 12 seconds" in door_button.toolTip())
