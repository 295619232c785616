"""Several cards of one customer, rewards to choose from, and stamps by the amount, on a real desk."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    PassTerms,
    Programme,
    ProgrammeKind,
    Reward,
    RewardKind,
    Span,
    Terms,
)
from frontdesk.domain.paper.codes import CodeKind, new_code
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from frontdesk.ui.counter.actions import FirstAct
from frontdesk.ui.counter.strips import ChoiceStrip
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.buttons import Weight
from frontdesk.ui.widgets.card_face import Tier
from tests.conftest import FakeClock
from tests.ui.counter.conftest import AddProgramme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory

Opened = Callable[[], ChoiceStrip]


def balances(desk: FrontDesk, customer_id: int) -> dict[str, int]:
    return {card.programme.name: card.balance for card in desk.loyalty.cards(customer_id, desk.now())}


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def give(desk: FrontDesk, customer_id: int, count: int, programme: Programme) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), customer_id, count, programme_id=programme.id).result()


def press(window: CounterWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget() or window, key)


# --- several cards ---


def test_one_card_has_no_chips_and_keeps_its_plain_heading(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[0])
    assert window.greeting.cards.chips.isHidden()
    assert window.greeting.cards.heading.full_text() == "Stamp card"


def test_a_tap_on_a_chip_shows_its_card_and_the_stamp_goes_there(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme
) -> None:
    window.attending.choose(people[0])
    coffee_chip, lunch_chip = window.greeting.cards.chip_buttons()
    assert (coffee_chip.text(), lunch_chip.text()) == ("Coffee card: 0/5", "Lunch card: 0/10")
    qtbot.mouseClick(lunch_chip, Qt.MouseButton.LeftButton)
    assert window.greeting.cards.heading.full_text() == "Lunch card"
    qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    wait_for_notice(qtbot, window, "1 of 10")
    assert balances(desk, people[0]) == {"Coffee card": 0, "Lunch card": 1}
    assert window.greeting.cards.heading.full_text() == "Lunch card"


def test_the_next_customer_begins_with_the_first_card(
    window: CounterWindow, people: list[int], lunch: Programme
) -> None:
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    window.attending.choose(people[1])
    assert window.greeting.cards.heading.full_text() == "Coffee card"


def test_what_earns_on_another_card_brings_it_to_the_front(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], add: AddProgramme
) -> None:
    soup = Product(0, "Soup", category="lunch")
    saved = desk.submit(desk.shop.add_product, desk.act(), soup).result().product
    assert saved is not None
    add("Lunch card", (10, "lunch"), accrual=Accrual(categories=("lunch",)))
    coffee = desk.shop.programmes()[0]
    drinks = Terms(coffee.terms[0].rewards, Accrual(categories=("drinks",)))
    desk.submit(desk.programmes.change, desk.act(), coffee.id, drinks).result()
    window.attending.choose(people[0])
    window.attending.gestures.add_items(people[0], (saved.id,))
    wait_for_notice(qtbot, window, "1 of 10")
    assert window.notices.text().startswith(f"{saved.name} noted. 1 stamp for Somsak: ")
    assert window.greeting.cards.heading.full_text() == "Lunch card"


@pytest.mark.parametrize("others", [3, 5, 9])
def test_all_cards_stay_in_reach_and_keep_the_beginning_of_their_names(
    window: CounterWindow, people: list[int], add: AddProgramme, others: int
) -> None:
    for number in range(others):
        add(f"កម្មវិធីភ្ញៀវប្រចាំហាងកាហ្វេ {number}", (8, "tea"))
    window.resize(1280, 720)
    window.attending.choose(people[0])
    window.grab()
    chips = window.greeting.cards.chip_buttons()
    assert chips[0].text().startswith("Co")
    assert all(chip.text().startswith("ក") and chip.text().endswith("…: 0/8") for chip in chips[1:])
    assert all(chip.isVisible() for chip in chips)
    assert all(chip.geometry().right() <= window.greeting.cards.width() for chip in chips)
    assert chips[1].accessibleName().startswith("កម្មវិធី")


def test_taking_back_leaves_the_card_that_was_chosen(
    qtbot: QtBot, window: CounterWindow, people: list[int], lunch: Programme
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 of 5")
    window.greeting.cards.show_card(lunch.id)
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back")
    assert window.greeting.cards.heading.full_text() == "Lunch card"


def test_whoever_is_chosen_again_begins_with_the_first_card_and_the_button_names_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme
) -> None:
    window.attending.choose(people[0])
    assert window.greeting.acts.stamp.accessibleName() == "Add stamp: Coffee card (F5)"
    window.greeting.cards.show_card(lunch.id)
    assert window.greeting.acts.stamp.accessibleName() == "Add stamp: Lunch card (F5)"
    press(window, qtbot, Qt.Key.Key_Escape)
    window.attending.choose(people[0])
    window.attending.add_stamps()
    wait_for_notice(qtbot, window, "1 of 5")
    assert balances(desk, people[0]) == {"Coffee card": 1, "Lunch card": 0}


def test_in_two_rows_no_card_is_left_out_beside_a_pass(
    window: CounterWindow, desk: FrontDesk, people: list[int], add: AddProgramme, lunch: Programme
) -> None:
    gym = add("Gym pass", kind=ProgrammeKind.PASS, passes=PassTerms(10, 1, price=150_000))
    for name in ("Visit card", "Soup of the day", "Breakfast club for early birds", "Dessert card"):
        add(name, (8, "tea"))
    desk.submit(desk.passes.sell, desk.act(), people[1], gym.id).result()
    window.resize(1280, 720)
    window.attending.choose(people[1])
    QApplication.processEvents()
    window.grab()
    assert all(chip.isVisible() for chip in window.greeting.cards.chip_buttons())


def test_a_ready_card_says_so_on_its_chip(
    window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme
) -> None:
    give(desk, people[0], 6, lunch)
    window.attending.choose(people[0])
    assert window.greeting.cards.chip_buttons()[1].text() == "Lunch card: ready"
    assert window.greeting.acts.redeem.weight is Weight.READY


# --- rewards ---


def test_of_several_rewards_a_digit_chooses_one(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme, strip: Opened
) -> None:
    give(desk, people[0], 12, lunch)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    assert window.greeting.cards.stamps.face.tiers == (Tier(5, ready=True),)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F7)
    assert [button.accessibleName() for button in strip().buttons] == [
        "free drink (5 stamps)",
        "free lunch (10 stamps)",
    ]
    qtbot.keyClick(strip(), Qt.Key.Key_2)
    wait_for_notice(qtbot, window, "Somsak has the free lunch. Enjoy it!")
    assert balances(desk, people[0])["Lunch card"] == 2
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back")
    assert balances(desk, people[0])["Lunch card"] == 12


def test_redeem_offers_what_is_ready_on_another_card(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme, strip: Opened
) -> None:
    give(desk, people[0], 5, lunch)
    window.attending.choose(people[0])
    window.attending.redeem()
    assert strip().heading == "Ready: Lunch card"
    (button,) = strip().buttons
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "has the free drink")
    assert balances(desk, people[0]) == {"Coffee card": 0, "Lunch card": 0}


def test_a_reward_of_older_terms_is_seen_and_taken(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    clock: FakeClock,
    strip: Opened,
) -> None:
    coffee = desk.shop.programmes()[0]
    give(desk, people[0], 6, coffee)
    clock.forward(days=1)
    dearer = Terms((Reward(1, 6, Said("coffee")), Reward(2, 10, Said("cake"))))
    desk.submit(desk.programmes.change, desk.act(), coffee.id, dearer).result()
    window.attending.choose(people[0])
    assert Tier(5, ready=True, kept=True) in window.greeting.cards.stamps.face.tiers
    window.attending.redeem()
    assert [button.accessibleName() for button in strip().buttons] == [
        "free coffee (6 stamps)",
        "free coffee from the card before (5 stamps)",
    ]
    qtbot.keyClick(strip(), Qt.Key.Key_2)
    wait_for_notice(qtbot, window, "has the free coffee")
    assert balances(desk, people[0])["Coffee card"] == 1


@pytest.mark.parametrize(
    ("reward", "said"),
    [
        (
            Reward(1, 1, Said("drink"), categories=("hot drinks",), up_to=30000),
            "Somsak has the free drink: one of hot drinks, up to 30,000 LAK.",
        ),
        (Reward(1, 1, Said("drink"), up_to=30000), "Somsak has the free drink, up to 30,000 LAK."),
        (
            Reward(1, 1, Said("lunch"), RewardKind.PERCENT_OFF, value=10),
            "Take 10 % off lunch for Somsak.",
        ),
        (
            Reward(1, 1, Said("lunch"), RewardKind.AMOUNT_OFF, value=20000),
            "Take 20,000 LAK off lunch for Somsak.",
        ),
    ],
)
def test_the_bar_says_what_the_reward_may_be_and_what_to_take_off(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    add: AddProgramme,
    reward: Reward,
    said: str,
) -> None:
    card = add("Other card", reward)
    give(desk, people[0], 1, card)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(card.id)
    window.attending.redeem()
    wait_for_notice(qtbot, window, said)


# --- strips and scanners ---


def test_a_card_that_is_scanned_chooses_no_reward_but_its_customer(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme, strip: Opened
) -> None:
    (card,) = desk.submit(desk.member_cards.codes_for, desk.act(), (people[1],)).result()
    give(desk, people[0], 12, lunch)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    window.attending.redeem()
    popup, at = strip(), 5_000_000
    for letter in (*card.code, "\r"):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(at)
        at += 5
        QApplication.sendEvent(popup, event)
    assert window.attending.customer_id == people[1]
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert balances(desk, people[0])["Lunch card"] == 12


def test_a_tap_beside_an_open_strip_closes_it_and_does_what_it_would_have_done(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme, strip: Opened
) -> None:
    give(desk, people[0], 12, lunch)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    window.attending.redeem()
    popup, stamp = strip(), window.greeting.acts.stamp
    at, left = stamp.mapToGlobal(QPointF(stamp.rect().center())), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    tap = QMouseEvent(QEvent.Type.MouseButtonPress, popup.mapFromGlobal(at), at, left, left, none)
    QApplication.sendEvent(popup, tap)
    wait_for_notice(qtbot, window, "1 stamp for Somsak")
    assert QApplication.activePopupWidget() is None
    assert balances(desk, people[0])["Lunch card"] == 13


def test_a_function_key_works_over_an_open_strip(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], lunch: Programme, strip: Opened
) -> None:
    give(desk, people[0], 12, lunch)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    window.attending.redeem()
    qtbot.keyClick(strip(), Qt.Key.Key_F5)
    wait_for_notice(qtbot, window, "1 stamp for Somsak")
    assert QApplication.activePopupWidget() is None
    assert balances(desk, people[0])["Lunch card"] == 13


def test_digits_in_a_burst_choose_nothing(
    qtbot: QtBot, window: CounterWindow, people: list[int], strip: Opened, desk: FrontDesk, lunch: Programme
) -> None:
    give(desk, people[0], 12, lunch)
    window.attending.choose(people[0])
    window.greeting.cards.show_card(lunch.id)
    window.attending.redeem()
    popup = strip()
    chosen: list[int] = []
    popup.chosen.connect(chosen.append)
    for at, digit in ((7_000_000, "1"), (7_000_005, "2")):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(digit)), Qt.KeyboardModifier.NoModifier, digit)
        event.setTimestamp(at)
        QApplication.sendEvent(popup, event)
    assert not popup._alone.isActive()
    assert chosen == []


# --- money ---


@pytest.fixture
def spending(add: AddProgramme) -> Programme:
    return add("Spend and save", (50, "cake"), accrual=Accrual(Basis.AMOUNT, step=10_000))


def test_where_money_earns_stamps_the_stamp_key_asks_how_much(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], spending: Programme
) -> None:
    window.attending.choose(people[0])
    window.greeting.cards.show_card(spending.id)
    assert window.greeting.acts.stamp.text() == "Amount"
    qtbot.keyClick(window.header.search, Qt.Key.Key_F5)
    line = window.attending.cards.amount_line
    assert line.typed.hasFocus()
    qtbot.keyClicks(line.typed, "45", delay=-1)
    qtbot.mouseClick(line.keys["000"], Qt.MouseButton.LeftButton)
    assert line.words.full_text() == "45,000 LAK"
    qtbot.keyClick(line.typed, Qt.Key.Key_Return)
    qtbot.keyClick(line.typed, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "4 stamps for Somsak: Spend and save, 4 of 50.")
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert balances(desk, people[0])["Spend and save"] == 4
    assert line.isHidden()
    assert window.header.search.hasFocus()


def test_an_amount_too_small_for_a_stamp_is_noted_and_counts_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], spending: Programme
) -> None:
    window.attending.choose(people[0])
    window.attending.gestures.add_amount(people[0], 6_000)
    wait_for_notice(qtbot, window, "6,000 LAK noted for Somsak, and no stamp yet: Spend and save, 0 of 50.")
    window.attending.gestures.add_amount(people[0], 5_000)
    wait_for_notice(qtbot, window, "1 stamp for Somsak: Spend and save, 1 of 50.")


def test_escape_leaves_the_amount_and_nothing_is_noted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], spending: Programme
) -> None:
    window.attending.choose(people[0])
    window.greeting.cards.show_card(spending.id)
    window.attending.add_stamps()
    line = window.attending.cards.amount_line
    line.typed.setText("45000")
    qtbot.keyClick(line.typed, Qt.Key.Key_Escape)
    assert line.isHidden()
    assert window.attending.customer_id == people[0]
    window.attending.add_stamps()
    assert line.typed.text() == ""
    assert balances(desk, people[0])["Spend and save"] == 0


def test_an_amount_says_what_is_wrong_with_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], spending: Programme
) -> None:
    window.attending.choose(people[0])
    window.greeting.cards.show_card(spending.id)
    window.attending.add_stamps()
    line = window.attending.cards.amount_line
    line.typed.setText("0")
    qtbot.keyClick(line.typed, Qt.Key.Key_Return)
    assert line.words.full_text() == "Write first what was paid."
    line.typed.setText("9" * 15)
    assert line.words.full_text() == "That is more than one visit can be. Check the amount."
    line.typed.setText("900000000")
    line.send()
    wait_for_notice(qtbot, window, "That is more than one visit can be. Check the amount.")
    assert not window.bridge.busy
    assert balances(desk, people[0])["Spend and save"] == 0


def test_an_amount_that_was_refused_may_be_sent_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], spending: Programme
) -> None:
    window.attending.choose(people[0])
    window.greeting.cards.show_card(spending.id)
    window.attending.add_stamps()
    line = window.attending.cards.amount_line
    line.typed.setText("20000")
    desk.submit(desk.programmes.retire, desk.act(), spending.id).result()
    line.send()
    wait_for_notice(qtbot, window, "No stamp card counts this")
    assert line.isVisible()
    desk.submit(desk.programmes.set_span, desk.act(), spending.id, Span()).result()
    line.send()
    wait_for_notice(qtbot, window, "2 stamps")


def test_the_large_button_follows_the_card_that_is_shown(
    window: CounterWindow, people: list[int], spending: Programme
) -> None:
    acts = window.greeting.acts
    window.attending.choose(people[0])
    assert acts.stamp.text() == "Add stamp"
    assert acts.several.isVisible()
    window.greeting.cards.show_card(spending.id)
    assert acts.stamp.text() == "Amount"
    assert acts.several.isHidden()
    LANGUAGE.speak("lo")
    assert acts.stamp.text() != "Amount"
    LANGUAGE.speak("en")
    acts.set_first(FirstAct.CHECK_IN)
    assert acts.stamp.accessibleName() == "Check in: Spend and save (F5)"


def test_a_made_up_code_is_no_customer(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[0])
    window.attending.scan(Scan(new_code(CodeKind.MEMBER, b"another shop's key", b"12345")))
    assert window.attending.customer_id == people[0]
    assert window.notices.remedy_button.text() == "Search by name"
