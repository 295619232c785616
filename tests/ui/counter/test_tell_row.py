"""What came of somebody's answer is told at their next visit; that they heard it is one tap."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import Response
from frontdesk.ui.counter.tell_row import TellRow
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from tests.services.feedback.feedback_acts import draft, issue, take


def tell(desk: FrontDesk, customer: int) -> Response:
    """Whoever it is was unhappy, and hears that something was done."""
    saved = take(desk, issue(desk, customer), draft(Mood.BAD, disliked="The machine was broken"))
    told = desk.submit(desk.responses.tell, desk.act(), saved.response.id, "the machine is fixed").result()
    return told.response


@pytest.fixture
def told(desk: FrontDesk, people: list[int]) -> Response:
    return tell(desk, people[0])


def greeted(window: CounterWindow, customer_id: int) -> TellRow:
    window.attending.choose(customer_id)
    return window.greeting.tell


def said_at(desk: FrontDesk, told: Response) -> int | None:
    return desk.responses.one(told.id).said_at


def test_one_tap_notes_that_they_heard_it_and_then_it_is_asked_whether_it_is_right(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], told: Response
) -> None:
    row, recovery = greeted(window, people[0]), window.greeting.recovery
    assert (row.isVisible(), recovery.isVisible()) == (True, False)
    assert "tell them: the machine is fixed" in window.greeting.who.spoken()
    assert "They said, just now: The machine was broken" in window.greeting.who.spoken()
    assert row.spoken() == "Did they hear it?"
    qtbot.mouseClick(row.said_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not row.isVisible() and recovery.isVisible())
    assert said_at(desk, told) is not None
    qtbot.waitUntil(lambda: "heard what came of their answer" in window.notices.text())
    window.notices.undo()
    qtbot.waitUntil(lambda: row.isVisible() and not recovery.isVisible())
    assert said_at(desk, told) is None


def test_where_something_else_is_louder_the_row_says_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    tell(desk, people[1])
    row = greeted(window, people[1])
    assert "Peanuts" in window.greeting.who.spoken()
    assert "tell them: the machine is fixed" in row.spoken()
    assert not any("the machine is fixed" in each for each in window.greeting._quiet)


def test_who_has_nothing_to_hear_is_told_nothing(
    window: CounterWindow, people: list[int], told: Response
) -> None:
    assert greeted(window, people[0]).isVisible()
    assert not greeted(window, people[2]).isVisible()


def test_it_speaks_the_counters_language(window: CounterWindow, people: list[int], told: Response) -> None:
    row = greeted(window, people[0])
    LANGUAGE.speak("lo")
    assert row.spoken() != "Did they hear it?"


def test_whom_to_ask_is_said_quietly_and_on_the_button_that_hands_the_card_over(
    window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    for days_ago in (2, 1):
        desk.submit(desk.loyalty.add_stamps, desk.act(desk.now() - days_ago * DAY), people[2]).result()
    greeted(window, people[2])
    panel = window.greeting
    assert "Never asked how we do: hand them a card" in panel._quiet
    assert ": due (F10)" in panel.acts.feedback.accessibleName()
    issue(desk, people[2])
    window.bridge.changed.emit(Changes.of(people[2]))
    assert ": due (F10)" not in panel.acts.feedback.accessibleName()
