"""At the counter: a quiet line that somebody was not happy, never over anything, never with their words."""

from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import ResponseState, WayBack
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.response_sheet import ResponseSheet
from tests.services.feedback.feedback_acts import draft, issue

SIGN = "An answer came: somebody was not happy."


def comes(
    qtbot: QtBot, window: CounterWindow, mood: Mood, way: WayBack = WayBack.PAGE, words: str = "cold soup"
) -> None:
    """An answer, as the page's server brings it to the window."""
    desk = window.desk
    card = issue(desk, format=CardFormat.POSTER)
    window.bridge.submit(desk.responses.take, desk.act(), card.id, draft(mood, "", words), way)
    qtbot.waitUntil(lambda: not window.bridge.busy)


def test_a_tap_on_the_line_opens_the_answer(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    comes(qtbot, window, Mood.BAD)
    assert window.notices.text() == SIGN
    assert "soup" not in window.notices.accessibleName()
    window.notices.remedy_button.click()
    assert isinstance(window.sheets.sheet, ResponseSheet)
    assert "cold soup" in window.sheets.sheet.page.said.words()


def test_it_takes_the_place_of_nothing(qtbot: QtBot, window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    qtbot.waitUntil(lambda: "stamp" in window.notices.text())
    before = window.notices.text()
    comes(qtbot, window, Mood.BAD)
    assert window.notices.text() == before


def test_it_is_said_once_and_only_of_what_came_by_itself_and_unhappy(
    qtbot: QtBot, window: CounterWindow
) -> None:
    comes(qtbot, window, Mood.GOOD)
    comes(qtbot, window, Mood.BAD, WayBack.PAPER)  # whoever keyed it in has read it
    assert window.notices.at_rest
    comes(qtbot, window, Mood.BAD)
    assert window.notices.text() == SIGN
    window.notices.rest()
    comes(qtbot, window, Mood.GOOD)
    assert window.notices.at_rest


def test_one_that_was_set_aside_and_came_back_is_no_news(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    comes(qtbot, window, Mood.BAD)
    comes(qtbot, window, Mood.BAD)
    window.notices.rest()
    last = desk.responses.between(0, desk.now() + 1)[-1]
    for state in (ResponseState.SET_ASIDE, ResponseState.NEW):
        window.bridge.submit(desk.responses.move, desk.act(), last.id, state)
        qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.notices.at_rest
