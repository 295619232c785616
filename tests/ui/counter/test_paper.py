"""Paper stamp cards at the counter: "she had four" is one tap, once."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.look.metrics import TARGET
from tests.conftest import FakeClock

LEFT = Qt.MouseButton.LeftButton


def offered(window: CounterWindow) -> list[str]:
    row = window.greeting.cards.paper
    return [chip.text() for chip in row.numbers()] if row.isVisible() else []


def said(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def test_she_had_four(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]) -> None:
    window.attending.choose(people[0])
    assert offered(window) == ["1", "2", "3", "4", "Full"]
    four = window.greeting.cards.paper.numbers()[3]
    assert four.accessibleName() == "They had 4 stamps on a paper card"
    assert four.width() >= TARGET
    qtbot.mouseClick(four, LEFT)
    said(qtbot, window, "4 stamps taken over from Somsak's paper card: 4 of 5.")
    assert desk.loyalty.cards(people[0], desk.now())[0].balance == 4
    assert offered(window) == []

    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    said(qtbot, window, "Taken back.")
    qtbot.waitUntil(lambda: offered(window) == ["1", "2", "3", "4", "Full"])


def test_a_cashier_is_not_offered_a_full_card(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    member = desk.submit(desk.staffing.add_staff, desk.act(), "Dao", Role.CASHIER).result()
    desk.take_over(member.id).result()
    window.attending.choose(people[0])
    assert offered(window) == ["1", "2", "3", "4"]


def test_it_is_offered_on_the_first_day_only(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock, people: list[int]
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0]).result()
    window.attending.choose(people[0])
    assert offered(window)
    clock.forward(days=1)
    window.attending.choose(people[0])
    assert offered(window) == []


def test_it_goes_to_the_card_that_is_shown(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme
) -> None:
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    assert offered(window)[-2:] == ["9", "Full"]
    qtbot.mouseClick(window.greeting.cards.paper.numbers()[6], LEFT)
    said(qtbot, window, "7 stamps taken over")
    held = {card.programme.id: card.balance for card in desk.loyalty.cards(people[0], desk.now())}
    assert held[lunch.id] == 7
    assert sum(held.values()) == 7
