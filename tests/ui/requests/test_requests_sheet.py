"""The list of what was promised: what presses first, first; moved on in one tap; taken back in one more."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.requests import RequestState
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.requests.groups import Urgency, grouped
from frontdesk.ui.requests.request_sheet import RequestSheet
from frontdesk.ui.requests.requests_sheet import RequestsSheet
from tests.conftest import FakeClock

HOUR = 3_600_000


@pytest.fixture
def asked(desk: FrontDesk, people: list[int], clock: FakeClock) -> dict[str, int]:
    """Five requests, of each urgency; the reading clock stands at 8:30 in the shop."""
    promises = {
        "Umbrella": None,
        "Cake": clock() + 2 * HOUR,
        "Beans": clock() + 30 * HOUR,
        "Latte": clock() + HOUR,
        "<i>Tea</i>": clock() - HOUR,
    }
    made = {}
    for place, (what, at) in enumerate(promises.items()):
        act, customer_id = desk.act(), people[place % len(people)]
        outcome = desk.submit(desk.requests.ask, act, customer_id, what, "A note", at).result()
        made[what] = outcome.request.id
    return made


@pytest.fixture
def listed(window: CounterWindow) -> Callable[[], RequestsSheet]:
    def opened() -> RequestsSheet:
        sheet = window.open_sheet(SheetName.REQUESTS)
        assert isinstance(sheet, RequestsSheet)
        return sheet

    return opened


def whats(sheet: RequestsSheet) -> list[str]:
    return [card.request.what for card in sheet.cards]


def state_of(desk: FrontDesk, customer_id: int, what: str) -> RequestState:
    return next(each.state for each in desk.requests.of(customer_id) if each.what == what)


def test_requests_stand_by_urgency(asked: dict[str, int], listed: Any) -> None:
    sheet = listed()
    assert whats(sheet) == ["<i>Tea</i>", "Latte", "Cake", "Beans", "Umbrella"]
    assert sheet.headings() == ["Overdue (1)", "Today (2)", "Later (1)", "No time promised (1)"]


def test_what_was_aimed_for_by_now_stands_before_the_rest_of_the_day(
    asked: dict[str, int], listed: Any, clock: FakeClock
) -> None:
    sheet = listed()
    clock.forward(minutes=46)
    sheet.refresh()
    assert whats(sheet)[:3] == ["<i>Tea</i>", "Latte", "Cake"]
    assert sheet.headings()[:3] == ["Overdue (1)", "To do now, to beat the promise (1)", "Today (1)"]
    assert sheet.cards[1].below == "aim for 9:15, Noy"


def test_more_about_a_request_is_one_tap_from_its_row_and_leads_back(
    qtbot: QtBot, window: CounterWindow, asked: dict[str, int], listed: Any
) -> None:
    card = next(card for card in listed().cards if card.request.what == "Cake")
    qtbot.mouseClick(card.buttons[-1], Qt.MouseButton.LeftButton)
    sheet = window.sheets.sheet
    assert isinstance(sheet, RequestSheet)
    assert sheet.request.what == "Cake"
    window.sheets.ask_to_close()
    assert isinstance(window.sheets.sheet, RequestsSheet)


def test_overdue_is_said_in_words(asked: dict[str, int], listed: Any) -> None:
    first, second = listed().cards[:2]
    assert first.when == "1 hour late"
    assert first.below == "today at 7:30, Noy"
    assert second.when == "today at 9:30"
    assert "1 hour late" in first.accessibleName()


def test_midnight_divides_today_from_later(desk: FrontDesk, asked: dict[str, int], clock: FakeClock) -> None:
    groups = grouped(desk.requests.due(), clock() + 16 * HOUR, desk.zone)
    assert {urgency: len(members) for urgency, members in groups.items()} == {
        Urgency.OVERDUE: 3,
        Urgency.TODAY: 1,
        Urgency.NO_TIME: 1,
    }


def test_a_request_moves_in_one_tap_and_back_in_another(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    asked: dict[str, int],
    listed: Any,
) -> None:
    sheet = listed()
    card = next(card for card in sheet.cards if card.request.what == "Cake")
    qtbot.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Cake" in window.notices.text())
    assert state_of(desk, people[1], "Cake") is RequestState.IN_PROGRESS
    window.notices.undo()
    qtbot.waitUntil(lambda: state_of(desk, people[1], "Cake") is RequestState.OPEN)


def test_what_is_handed_over_leaves_the_list_and_the_keyboard_stays(
    qtbot: QtBot, window: CounterWindow, asked: dict[str, int], listed: Any
) -> None:
    sheet = listed()
    card = sheet.cards[1]
    card.buttons[0].setFocus()
    card.move_wanted.emit(card.request, RequestState.FULFILLED)
    qtbot.waitUntil(lambda: whats(sheet) == ["<i>Tea</i>", "Cake", "Beans", "Umbrella"])
    assert sheet.cards[1].buttons[0].hasFocus()


@pytest.fixture
def many(desk: FrontDesk, people: list[int], clock: FakeClock) -> None:
    """More overdue requests than the window has room for."""
    for number in range(30):
        at = clock() - (40 - number) * HOUR
        desk.submit(desk.requests.ask, desk.act(), people[0], f"Cake {number}", "", at).result()


@pytest.mark.parametrize("place", [0, 12, 29])
def test_the_list_and_the_keyboard_stay_where_they_were(
    qtbot: QtBot, window: CounterWindow, many: None, listed: Any, place: int
) -> None:
    sheet = listed()
    bar, what = sheet._area.verticalScrollBar(), sheet.cards[place].request.what
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    sheet._area.ensureWidgetVisible(sheet.cards[place])
    scrolled = bar.value()

    sheet.cards[place].buttons[0].setFocus()
    qtbot.keyClick(sheet.cards[place].buttons[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: sheet.cards[place].request.state is RequestState.IN_PROGRESS)
    qtbot.wait(0)
    assert (bar.value(), sheet.cards[place].request.what) == (scrolled, what)
    assert sheet.cards[place].buttons[0].hasFocus()

    window.notices.undo()
    qtbot.waitUntil(lambda: sheet.cards[place].request.state is RequestState.OPEN)
    qtbot.wait(0)
    assert (bar.value(), sheet.cards[place].request.what) == (scrolled, what)
    assert sheet.cards[place].buttons[0].hasFocus()


def test_the_keyboard_goes_with_a_request_that_moves_up(
    asked: dict[str, int], listed: Any, desk: FrontDesk, people: list[int], clock: FakeClock
) -> None:
    sheet = listed()
    sheet.cards[0].controls()[-1].setFocus()
    desk.submit(desk.requests.ask, desk.act(), people[0], "Older", "", clock() - 9 * HOUR).result()
    sheet.refresh()
    assert whats(sheet)[:2] == ["Older", "<i>Tea</i>"]
    assert sheet.cards[1].controls()[-1].hasFocus()


def test_a_tap_on_the_person_greets_them(
    qtbot: QtBot, window: CounterWindow, people: list[int], asked: dict[str, int], listed: Any
) -> None:
    card = next(card for card in listed().cards if card.request.what == "Cake")
    qtbot.mouseClick(card.who, Qt.MouseButton.LeftButton)
    assert window.attending.customer_id == people[1]
    assert window.sheets.sheet is None


def test_time_alone_makes_a_request_overdue(asked: dict[str, int], listed: Any, clock: FakeClock) -> None:
    sheet = listed()
    clock.forward(minutes=90)
    sheet.refresh()
    assert sheet.headings()[0] == "Overdue (2)"


def test_nothing_open_is_good_news(listed: Any) -> None:
    sheet = listed()
    assert sheet.is_empty()
    assert sheet.headings() == []


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_every_control_is_named_and_large_enough(
    window: CounterWindow, asked: dict[str, int], listed: Any, language: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    LANGUAGE.speak(language)
    sheet = listed()
    sheet.grab()
    for card in sheet.cards:
        for control in (card.who, *card.buttons):
            assert control.accessibleName()
            assert min(control.width(), control.height()) >= TARGET
            assert card.rect().contains(control.mapTo(card, control.rect().bottomRight()))
