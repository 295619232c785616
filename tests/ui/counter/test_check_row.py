"""An old fact is asked about in the greeting: one row, one tap, and never twice in a visit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.facts import Answer
from frontdesk.ui.counter.greeting_panel import GreetingPanel
from frontdesk.ui.counter.loud_strip import LoudStrip
from frontdesk.ui.counter.window import CounterWindow
from tests.conftest import FakeClock

YEAR = 366


@pytest.fixture
def noy(desk: FrontDesk, clock: FakeClock) -> int:
    """Somebody whose oat milk was noted a year ago, and who was here yesterday."""
    customer = enrol(desk, CustomerDraft("Noy", preference="Oat milk"))
    clock.forward(days=YEAR)
    for _ in range(3):
        desk.submit(desk.loyalty.add_stamps, desk.act(), customer, 1).result()
        clock.forward(days=1)
    return customer


def enrol(desk: FrontDesk, draft: CustomerDraft) -> int:
    return int(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)


def known(desk: FrontDesk, customer: int) -> list[str]:
    return [fact.text for fact in desk.facts.of(customer)]


def tap(qtbot: QtBot, window: CounterWindow, answer: Answer) -> None:
    qtbot.mouseClick(window.greeting.check.buttons[answer], Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def settle(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.writing)


def is_asked(window: CounterWindow) -> bool:
    return window.greeting.check.isVisible()


def quiet(panel: GreetingPanel) -> str:
    return "\n".join(words for _, _, words in panel.known.lines()) + panel.who.also.full_text()


def test_it_is_asked_quietly_with_three_answers(window: CounterWindow, noy: int) -> None:
    window.attending.choose(noy)
    row = window.greeting.check
    assert row.words.full_text() == "Still Oat milk?"
    assert [button.text() for button in row.buttons.values()] == ["Still true", "Changed", "No longer"]
    assert "Noted 19 November 2026 by Noy" in row.accessibleName()
    assert not [each for each in window.greeting.findChildren(LoudStrip) if each.isVisible()]
    assert "Oat milk" not in quiet(window.greeting), "it is not said twice"
    assert "Still Oat milk?" in window.greeting.spoken()


def test_still_true_is_one_tap_and_can_be_taken_back_by_key(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noy: int
) -> None:
    window.attending.choose(noy)
    tap(qtbot, window, Answer.STANDS)
    assert not is_asked(window)
    assert "Likes: Oat milk" in quiet(window.greeting)
    assert window.notices.text() == "Still true for Noy: Oat milk"
    assert desk.facts.of(noy)[0].checked_at == desk.now()
    QTest.keyClick(window.header.search, Qt.Key.Key_F9)
    settle(qtbot, window)
    assert is_asked(window)
    assert desk.facts.of(noy)[0].checked_at is None


def test_what_changed_is_typed_over_the_old_words(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noy: int
) -> None:
    window.attending.choose(noy)
    tap(qtbot, window, Answer.CHANGED)
    line = window.greeting.line
    assert line is not None
    assert known(desk, noy) == ["Oat milk"], "nothing is saved by the tap"
    typed = line.typed
    assert (typed.text(), typed.selectedText(), typed.hasFocus()) == ("Oat milk", "Oat milk", True)
    typed.setText("Soy milk")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert known(desk, noy) == ["Soy milk"]
    assert window.greeting.line is None
    assert window.header.search.hasFocus()
    window.notices.undo()
    settle(qtbot, window)
    assert known(desk, noy) == ["Oat milk"]


def test_esc_leaves_the_line_and_changes_nothing(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noy: int
) -> None:
    window.attending.choose(noy)
    tap(qtbot, window, Answer.CHANGED)
    assert window.greeting.line is not None
    QTest.keyClick(window.greeting.line.typed, Qt.Key.Key_Escape)
    assert window.greeting.line is None
    assert (known(desk, noy), is_asked(window)) == (["Oat milk"], True)


def test_nothing_typed_is_no_change(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noy: int) -> None:
    window.attending.choose(noy)
    tap(qtbot, window, Answer.CHANGED)
    line = window.greeting.line
    assert line is not None
    line.typed.clear()
    QTest.keyClick(line.typed, Qt.Key.Key_Return)
    assert window.greeting.line is line
    assert known(desk, noy) == ["Oat milk"]


def test_what_holds_no_longer_is_gone_and_comes_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, noy: int
) -> None:
    window.attending.choose(noy)
    tap(qtbot, window, Answer.GONE)
    assert (known(desk, noy), is_asked(window)) == ([], False)
    window.notices.undo()
    settle(qtbot, window)
    assert (known(desk, noy), is_asked(window)) == (["Oat milk"], True)


def test_an_allergy_stays_loud_and_is_not_let_go_by_one_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock
) -> None:
    maria = enrol(desk, CustomerDraft("Maria", allergy="Peanuts"))
    clock.forward(days=YEAR)
    window.attending.choose(maria)
    row = window.greeting.check
    assert row.words.full_text() == "Still allergic to this? Peanuts"
    shown = [answer for answer, button in row.buttons.items() if button.isVisible()]
    assert shown == [Answer.STANDS, Answer.CHANGED]
    tap(qtbot, window, Answer.STANDS)
    shouts(window, "Allergy: Peanuts")


def test_an_allergy_whose_question_was_let_pass_is_as_loud_as_ever(
    window: CounterWindow, desk: FrontDesk, clock: FakeClock, people: list[int]
) -> None:
    maria = enrol(desk, CustomerDraft("Maria", allergy="Peanuts"))
    clock.forward(days=YEAR)
    for person in (maria, people[0], maria):
        window.attending.choose(person)
    assert not is_asked(window)
    shouts(window, "Allergy: Peanuts")


def shouts(window: CounterWindow, words: str) -> None:
    strip = window.greeting.who.strip
    assert strip is not None
    assert strip.text() == words


def go_to_another(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[0])


def go_to_nobody(window: CounterWindow, people: list[int]) -> None:
    window.attending.nobody()


@pytest.mark.parametrize("leave", [go_to_another, go_to_nobody])
def test_who_let_it_pass_is_not_asked_again_in_this_visit(
    window: CounterWindow,
    people: list[int],
    clock: FakeClock,
    noy: int,
    leave: Callable[[CounterWindow, list[int]], None],
) -> None:
    window.attending.choose(noy)
    window.attending.choose(noy)
    assert is_asked(window), "they are still there"
    leave(window, people)
    window.attending.choose(noy)
    assert not is_asked(window)
    assert "Likes: Oat milk" in quiet(window.greeting)
    clock.forward(hours=3)
    window.attending.choose(noy)
    assert is_asked(window)


def test_two_facts_are_not_asked_one_after_the_other(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock
) -> None:
    draft = CustomerDraft("Kham", preference="Oat milk", note="Plays the cello")
    kham = enrol(desk, draft)
    clock.forward(days=YEAR)
    window.attending.choose(kham)
    tap(qtbot, window, Answer.STANDS)
    assert not is_asked(window)
