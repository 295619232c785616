"""Whoever complained is asked at their next visit whether it is right; one tap answers."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import Recovery, RecoveryState
from frontdesk.ui.counter.recovery_row import RecoveryRow
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet


@pytest.fixture
def told(desk: FrontDesk, people: list[int]) -> Recovery:
    """A complaint of Somsak's that the shop has put right."""
    recovery = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, people[0]).result().recovery
    return (
        desk.submit(desk.recoveries.move, desk.act(), recovery.id, RecoveryState.RESOLVED).result().recovery
    )


def state(desk: FrontDesk, told: Recovery) -> RecoveryState:
    return desk.recoveries.story(told.id).recovery.state


def greeted(window: CounterWindow, customer_id: int) -> RecoveryRow:
    window.attending.choose(customer_id)
    return window.greeting.recovery


def test_the_customers_word_is_one_tap_and_can_be_taken_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], told: Recovery
) -> None:
    row = greeted(window, people[0])
    assert row.isVisible()
    assert "Waited too long" in window.greeting.who.spoken()
    assert row.spoken() == "Is it right now?"
    qtbot.mouseClick(row.right_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not row.isVisible())
    assert state(desk, told) is RecoveryState.CONFIRMED
    qtbot.waitUntil(lambda: "Right again, as they say" in window.notices.text())
    window.notices.undo()
    qtbot.waitUntil(row.isVisible)
    assert state(desk, told) is RecoveryState.RESOLVED


def test_not_right_after_all_opens_it_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], told: Recovery
) -> None:
    row = greeted(window, people[0])
    qtbot.mouseClick(row.wrong_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: state(desk, told) is RecoveryState.OPEN)
    qtbot.waitUntil(lambda: row.right_button.isHidden())
    qtbot.mouseClick(row.look_button, Qt.MouseButton.LeftButton)
    sheet = window.sheets.sheet
    assert isinstance(sheet, ComplaintSheet)
    assert sheet.page.isVisible()


def test_who_is_content_is_asked_nothing(window: CounterWindow, people: list[int], told: Recovery) -> None:
    assert greeted(window, people[0]).isVisible()
    assert not greeted(window, people[2]).isVisible()


def test_it_speaks_the_counters_language(window: CounterWindow, people: list[int], told: Recovery) -> None:
    row = greeted(window, people[0])
    english = row.spoken()
    LANGUAGE.speak("lo")
    assert row.isVisible()
    assert row.spoken() != english
