"""The pad: who it is, digits as dots, what a wrong PIN says, and the way back in by the printed code."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.finding.scans import Scan
from frontdesk.services.team.pin_tries import RECOVERY_STANDS_FOR
from frontdesk.services.team.pins import Opened
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.team.pin_pad import PinPad
from tests.services.team.pin_acts import CASHIERS, MANAGERS, OWNERS, Ticks, prove, with_pins, with_ticks

WRONG = "194860"
NO_KEYS = Qt.KeyboardModifier.NoModifier
Make = Callable[..., PinPad]


@pytest.fixture
def staff(desk: FrontDesk) -> tuple[int, int, int]:
    return with_pins(desk)


@pytest.fixture
def ticks(desk: FrontDesk, staff: tuple[int, int, int]) -> Ticks:
    return with_ticks(desk)


@pytest.fixture
def came() -> list[Opened]:
    return []


@pytest.fixture
def make(staff: tuple[int, int, int], window: CounterWindow, came: list[Opened]) -> Make:
    def make(**facts: object) -> PinPad:
        pad = PinPad(window.lent, opened=came.append, **facts)
        pad.setParent(window)
        pad.setGeometry(100, 100, 800, 520)
        pad.show()
        pad.setFocus()
        return pad

    return make


def tap(pad: PinPad, digits: str) -> None:
    for digit in digits:
        pad.entry.keys[digit].click()


def test_six_digits_open_without_enter(qtbot: QtBot, make: Make, came: list[Opened], desk: FrontDesk) -> None:
    pad = make()
    assert pad.faces.member().id == desk.staff_id  # whoever is at the till, if they may
    QTest.keyClicks(pad.entry.field, OWNERS)
    qtbot.waitUntil(lambda: len(came) == 1)
    assert came[0].member.id == desk.staff_id
    assert pad.entry.field.text() == ""


def test_only_those_are_offered_who_may(make: Make, staff: tuple[int, int, int]) -> None:
    assert list(make().faces.rows) == list(staff[:2])
    assert list(make(needs=Role.OWNER).faces.rows) == [staff[0]]


def test_taps_show_dots_and_rub_out_takes_one_back(
    qtbot: QtBot, make: Make, staff: tuple[int, int, int], came: list[Opened]
) -> None:
    pad = make()
    pad.faces.rows[staff[1]].click()
    tap(pad, MANAGERS[:5] + "4")
    qtbot.waitUntil(lambda: "not the PIN" in pad.said.text())
    qtbot.waitUntil(pad.entry.isEnabled)
    tap(pad, MANAGERS[:4] + "4")
    assert set(pad.entry.field.displayText()) <= set("●•")
    pad.entry.rub_out.click()
    tap(pad, MANAGERS[4:])
    qtbot.waitUntil(lambda: len(came) == 1)
    assert came[0].member.id == staff[1]


def test_digits_of_another_script_are_digits(qtbot: QtBot, make: Make, came: list[Opened]) -> None:
    pad = make()
    for digit in "໖໐໕໙໔໘":
        QApplication.sendEvent(pad.entry.field, QKeyEvent(QEvent.Type.KeyPress, 0, NO_KEYS, digit))
    qtbot.waitUntil(lambda: len(came) == 1)


def test_a_wrong_pin_says_so_and_counts_the_wait_down(
    qtbot: QtBot, make: Make, ticks: Ticks, came: list[Opened]
) -> None:
    pad = make()
    for _ in range(3):
        tap(pad, WRONG)
        qtbot.waitUntil(lambda: "not the PIN" in pad.said.text())
        ticks.at += 1
        pad._look_at_the_wait()
    assert "Wait 29 seconds" in pad.said.text()
    assert not pad.entry.isEnabled()
    assert pad.lost.isEnabled()
    ticks.at += 10
    qtbot.waitUntil(lambda: "Wait 19 seconds" in pad.said.text(), timeout=3000)
    ticks.at += 19
    qtbot.waitUntil(pad.entry.isEnabled, timeout=3000)
    assert pad.said.text() == "That is not the PIN. Try again."  # until the next digit
    tap(pad, OWNERS[0])
    assert pad.said.text() == ""
    tap(pad, OWNERS[1:])
    qtbot.waitUntil(lambda: len(came) == 1)


def test_the_printed_code_opens_while_a_pin_waits_and_asks_for_a_new_one(
    qtbot: QtBot, make: Make, desk: FrontDesk, ticks: Ticks, came: list[Opened]
) -> None:
    prove(desk, desk.staff_id, OWNERS)
    code = desk.pins.new_code(desk.act(), desk.staff_id)
    with pytest.raises(Exception, match="WRONG_PIN"):
        desk.pins.open(desk.act(), desk.staff_id, WRONG)
    pad = make()
    pad.lost.click()
    slip = "".join(code.lines).replace(" ", "")
    for line, typed in zip(pad.code_entry.lines, (code.lines[1], code.lines[0]), strict=True):
        line.setText(typed)
    pad.code_entry.button.click()
    qtbot.waitUntil(lambda: "Line 1" in pad.said.text())
    assert pad.take_scan(Scan(slip))
    qtbot.waitUntil(lambda: pad.choice is not None)
    choice = pad.choice
    for first, again, said in (("123456", "", "first that anybody"), ("480371", "480372", "not the same")):
        choice.clear()
        choice.first.setText(first)
        QTest.keyClick(choice.first, Qt.Key.Key_Return)
        choice.again.setText(again)
        choice.button.click()
        assert said in choice.first_field.fault + choice.again_field.fault
    choice.again.setText("480371")
    choice.button.click()
    qtbot.waitUntil(lambda: len(came) == 1)
    assert desk.pins.left(came[0].key) > 0
    ticks.at += 600
    assert desk.pins.open(desk.act(), desk.staff_id, "480371")


def test_who_took_too_long_over_a_new_pin_types_the_code_again(
    qtbot: QtBot, make: Make, desk: FrontDesk, ticks: Ticks, came: list[Opened]
) -> None:
    prove(desk, desk.staff_id, OWNERS)
    code = desk.pins.new_code(desk.act(), desk.staff_id)
    pad = make()
    for last in (False, True):
        if not last:
            pad.lost.click()
        assert pad.take_scan(Scan("".join(code.lines).replace(" ", "")))
        qtbot.waitUntil(lambda: pad.choice is not None)
        ticks.at += 0 if last else RECOVERY_STANDS_FOR
        pad.choice.first.setText("480371")
        pad.choice.again.setText("480371")
        pad.choice.button.click()
        if not last:
            qtbot.waitUntil(lambda: "type it once more" in pad.said.text())
    qtbot.waitUntil(lambda: len(came) == 1)


def test_a_cashiers_pin_has_its_own_length_and_ends_with_enter(
    qtbot: QtBot, make: Make, staff: tuple[int, int, int], desk: FrontDesk, came: list[Opened]
) -> None:
    prove(desk, staff[1], MANAGERS)
    desk.pins.set_pin(desk.act(), staff[2], CASHIERS)
    pad = make(staff_id=staff[2])
    assert list(pad.faces.rows) == [staff[2]]
    QTest.keyClicks(pad.entry.field, CASHIERS)
    assert not came
    QTest.keyClick(pad.entry.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(came) == 1)


def test_where_nobody_has_a_pin_a_tap_on_the_name_is_enough(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    came = list[Opened]()
    pad = PinPad(window.lent, opened=came.append)
    qtbot.addWidget(pad)
    pad.faces.rows[desk.staff_id].click()
    assert came[0].member.id == desk.staff_id


def test_two_quick_taps_are_one_try(qtbot: QtBot, make: Make, desk: FrontDesk) -> None:
    pad = make()
    tap(pad, WRONG)
    pad.entry.enter.click()
    qtbot.waitUntil(lambda: "not the PIN" in pad.said.text())
    assert desk.store.read().value("SELECT count(*) FROM pin_try") == 1
