"""Passes and memberships at the counter: one tap to check in, one to renew."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import PassTerms, Programme, ProgrammeKind
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.window import CounterWindow
from tests.conftest import FakeClock
from tests.ui.counter.conftest import AddProgramme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def gym(add: AddProgramme) -> Programme:
    return add("Gym pass", kind=ProgrammeKind.PASS, passes=PassTerms(10, 1))


@pytest.fixture
def reading(add: AddProgramme) -> Programme:
    return add("Reading room", kind=ProgrammeKind.MEMBERSHIP, passes=PassTerms(0, 1))


def sell(desk: FrontDesk, customer_id: int, programme: Programme) -> None:
    desk.submit(desk.passes.sell, desk.act(), customer_id, programme.id).result()


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def rows(window: CounterWindow) -> list[str]:
    return [row.words.full_text() for row in window.greeting.cards.pass_rows()]


def test_one_tap_checks_in_and_undo_gives_the_visit_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], gym: Programme
) -> None:
    sell(desk, people[0], gym)
    window.attending.choose(people[0])
    (row,) = window.greeting.cards.pass_rows()
    qtbot.mouseClick(row.use, LEFT)
    wait_for_notice(qtbot, window, "Somsak is in. Gym pass: 9 of 10 visits left, until 19 December.")
    assert rows(window) == ["Gym pass: 9 of 10 visits left, until 19 December"]
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back. Gym pass: 10 of 10")


def test_a_second_tap_in_one_visit_costs_nothing_and_leaves_the_first_to_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], gym: Programme
) -> None:
    sell(desk, people[0], gym)
    window.attending.choose(people[0])
    window.attending.cards.use_pass(gym.id)
    wait_for_notice(qtbot, window, "9 of 10")
    window.attending.gestures.taps.forget()
    window.attending.cards.use_pass(gym.id)
    wait_for_notice(qtbot, window, "is in already; nothing is taken")
    window.notices.undo()
    window.notices.undo()
    wait_for_notice(qtbot, window, "10 of 10")
    assert not window.notices.can_undo()


def test_renewing_adds_to_what_is_left(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], reading: Programme
) -> None:
    sell(desk, people[0], reading)
    window.attending.choose(people[0])
    (row,) = window.greeting.cards.pass_rows()
    assert row.sell.text() == "Renew"
    qtbot.mouseClick(row.sell, LEFT)
    wait_for_notice(qtbot, window, "Sold to Somsak. Reading room: good until 19 January")


def test_the_price_is_said_before_and_after_a_sale(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], add: AddProgramme
) -> None:
    terms = PassTerms(10, 1, price=150_000)
    gym = add("Gym pass", kind=ProgrammeKind.PASS, passes=terms)
    window.attending.choose(people[0])
    (offered,) = window.greeting.acts.passes
    assert offered.words() == "Sell or renew: Gym pass · 150,000 LAK"
    window.greeting.acts.sell_wanted.emit(gym.id)
    wait_for_notice(qtbot, window, "Sold to Somsak for 150,000 LAK. Gym pass: 10 of 10 visits left")
    (row,) = window.greeting.cards.pass_rows()
    assert row.sell.text() == "Renew · 150,000 LAK"


def test_a_pass_that_is_used_up_names_the_price_of_a_new_one(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    add: AddProgramme,
    clock: FakeClock,
) -> None:
    gym = add("Gym pass", kind=ProgrammeKind.PASS, passes=PassTerms(10, 1, price=150_000))
    sell(desk, people[0], gym)
    clock.forward(days=40)
    window.attending.choose(people[0])
    window.attending.cards.use_pass(gym.id)
    wait_for_notice(qtbot, window, "The pass has ended")
    assert window.notices.remedy_button.text() == "Renew · 150,000 LAK"


def test_in_a_small_window_with_a_pass_the_usual_stays_to_be_tapped(
    window: CounterWindow, desk: FrontDesk, people: list[int], gym: Programme, reading: Programme
) -> None:
    product = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte")).result().product
    assert product is not None
    for _ in range(4):
        desk.submit(desk.loyalty.add_item, desk.act(), people[1], product.id).result()
    for programme in (gym, reading):
        sell(desk, people[1], programme)
    window.resize(1280, 720)
    window.attending.choose(people[1])
    window.grab()
    panel = window.greeting
    (chip,) = panel.usual.flow.chips()
    assert chip.isVisible()
    assert not panel.visits.isVisible()
    assert panel.minimumSizeHint().height() <= panel.height()


def test_what_was_never_bought_is_no_row_but_can_be_sold(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], gym: Programme
) -> None:
    window.attending.choose(people[0])
    assert rows(window) == []
    assert [each.name for each in window.greeting.acts.passes] == ["Gym pass"]
    window.greeting.acts.sell_wanted.emit(gym.id)
    wait_for_notice(qtbot, window, "Sold to Somsak. Gym pass: 10 of 10")
    assert len(rows(window)) == 1


def test_a_pass_that_ended_long_ago_is_not_shown_for_ever(
    window: CounterWindow, desk: FrontDesk, people: list[int], gym: Programme, clock: FakeClock
) -> None:
    sell(desk, people[0], gym)
    clock.forward(days=60)
    window.attending.choose(people[0])
    (row,) = window.greeting.cards.pass_rows()
    assert row.use.isHidden()
    assert row.sell.isVisible()
    clock.forward(days=60)
    window.attending.choose(people[0])
    assert rows(window) == []


def test_in_a_gym_without_stamps_the_large_button_checks_in(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], gym: Programme
) -> None:
    desk.submit(desk.programmes.retire, desk.act(), desk.shop.programmes()[0].id).result()
    window.attending.choose(people[1])
    assert rows(window) == ["Gym pass: not bought yet"]
    assert window.greeting.cards.pass_rows()[0].sell.text() == "Sell"
    sell(desk, people[1], gym)
    window.attending.choose(people[1])
    assert window.greeting.acts.stamp.text() == "Check in"
    qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    wait_for_notice(qtbot, window, "Maria Oliveira is in")


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_a_pass_stays_in_sight_and_nothing_is_cut(
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    lunch: Programme,
    gym: Programme,
    reading: Programme,
    size: tuple[int, int],
) -> None:
    for programme in (gym, reading):
        sell(desk, people[1], programme)
    window.resize(*size)
    for ask in (lambda: None, window.attending.request):
        window.attending.choose(people[1])
        ask()
        window.grab()
        panel = window.greeting
        shown = [child for child in (panel.cards, panel.acts, panel._lower) if child.isVisible()]
        assert panel.minimumSizeHint().height() <= panel.height()
        assert all(child.height() >= child.minimumSizeHint().height() for child in shown)
    window.attending.give_up()
    assert window.greeting.cards.pass_rows()[0].isVisible()
