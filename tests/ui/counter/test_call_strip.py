"""A customer's call for the manager stands at the counter until somebody answers; it covers nothing."""

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from tests.conftest import FakeClock


@pytest.fixture
def called(desk: FrontDesk, window: CounterWindow) -> CounterWindow:
    """A call that came before the window asked for it, as after a restart."""
    desk.submit(desk.manager_calls.call, desk.act()).result()
    window.calls.refresh()
    return window


def test_nobody_calls_nothing_is_there(window: CounterWindow) -> None:
    window.calls.refresh()
    assert not window.calls.isVisible()


def test_a_call_from_before_is_there_and_covers_no_card(called: CounterWindow, qtbot: QtBot) -> None:
    strip = called.calls
    assert strip.isVisible()
    qtbot.waitUntil(lambda: strip.y() > 0)
    ground = called.centralWidget()
    assert ground is not None
    for other in (called.ground.left_card, called.ground.right_card, called.header, called.notices):
        assert not other.geometry().intersects(strip.geometry()), other
        assert ground.rect().contains(other.geometry())
    assert called.focusWidget() is called.header.search


def test_it_stays_while_other_things_are_said(called: CounterWindow, people: list[int], qtbot: QtBot) -> None:
    called.attending.choose(people[1])
    called.attending.add_stamps(1)
    qtbot.waitUntil(lambda: "1 stamp" in called.notices.text())
    assert called.calls.isVisible()


def test_on_my_way_is_one_tap_and_says_who(called: CounterWindow, desk: FrontDesk, qtbot: QtBot) -> None:
    called.calls.coming_button.click()
    qtbot.waitUntil(lambda: not called.calls.isVisible())
    latest = desk.manager_calls.latest(desk.till_id, desk.now())
    assert latest is not None
    assert (latest.answered_by, latest.answered_at) == (desk.staff_id, desk.now())


def test_it_speaks_the_counters_language(called: CounterWindow) -> None:
    english = called.calls.words.full_text()
    LANGUAGE.speak("lo")
    assert called.calls.words.full_text() != english


def test_yesterdays_call_is_gone(called: CounterWindow, clock: FakeClock) -> None:
    clock.forward(days=1)
    called.calls.refresh()
    assert not called.calls.isVisible()


def test_of_a_complaint_it_says_what_happened_and_no_name(
    window: CounterWindow, desk: FrontDesk, people: list[int], qtbot: QtBot
) -> None:
    act = desk.act()
    window.bridge.submit(desk.recoveries.record, act, Situation.UNWELL, people[0])
    qtbot.waitUntil(window.calls.isVisible)
    assert window.calls.words.full_text() == "The manager is needed: Unwell after eating (8:30)"
    assert "Somsak" not in window.calls.accessibleName()
    with qtbot.waitSignal(window.calls.recovery_wanted) as wanted:
        window.calls.look_button.click()
    assert wanted.args == [desk.recoveries.of(people[0])[0].id]
    window.bridge.submit(desk.recoveries.undo, desk.act(), act.gesture)
    qtbot.waitUntil(lambda: not window.calls.isVisible())  # it was a slip: nobody need come


def test_a_customers_own_call_has_nothing_to_look_at(called: CounterWindow) -> None:
    assert called.calls.look_button.isHidden()
