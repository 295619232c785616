"""Stamp now, name later at the counter: made in two seconds, and given to a face with two taps."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.programmes import Accrual, Basis
from frontdesk.domain.loyalty.tickets import FADES_AFTER, DropReason, Ticket, TicketDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.ui.counter.ticket_queue import TicketChip, TicketQueue
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.tickets.queue_sheet import QueueSheet
from frontdesk.ui.tickets.ticket_sheet import TicketSheet
from frontdesk.ui.widgets.labels import PlainLabel
from tests.conftest import FakeClock
from tests.services.counter_acts import promise

LEFT = Qt.MouseButton.LeftButton
Make = Callable[..., Ticket]


@pytest.fixture
def make(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> Make:
    """Put a ticket into the queue, and wait until the window shows it."""

    def made(label: str = "blue helmet", stamps: int = 1) -> Ticket:
        ticket: Ticket = (
            desk.submit(desk.tickets.open, desk.act(), TicketDraft(label, stamps)).result().ticket
        )
        window.attending.tickets.refresh()
        return ticket

    return made


@pytest.fixture
def latte(desk: FrontDesk) -> int:
    """Something to tap, there before the window asks what is sold."""
    saved = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 300)).result()
    assert saved.product is not None
    return saved.product.id


def sheet(window: CounterWindow) -> TicketSheet:
    opened = window.sheets.sheet
    assert isinstance(opened, TicketSheet)
    return opened


def queue(window: CounterWindow) -> TicketQueue:
    assert window.welcome.queue is not None
    return window.welcome.queue


def chips(window: CounterWindow) -> list[TicketChip]:
    shown = queue(window)
    assert shown.isVisible()
    return [chip for chip in shown.chips.chips() if isinstance(chip, TicketChip)]


def balance(desk: FrontDesk, customer: int) -> int:
    return desk.loyalty.cards(customer, desk.now())[0].balance


def said(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def test_f11_how_they_look_and_enter_is_a_ticket(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    looks = sheet(window).looks
    assert looks.hasFocus()
    qtbot.keyClicks(looks, "blue helmet", delay=60)
    qtbot.keyClick(looks, Qt.Key.Key_Return)
    said(qtbot, window, "blue helmet: 1 stamp waits for a name.")
    assert window.sheets.sheet is None
    assert [chip.text() for chip in chips(window)] == ["blue helmet: 1 stamp · just now"]
    assert window.header.tickets.isVisible()
    assert window.header.tickets.accessibleName() == "1 waits for a name"

    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    said(qtbot, window, "Taken back: blue helmet: 1 stamp")
    assert not queue(window).isVisible()
    assert not window.header.tickets.isVisible()
    assert desk.tickets.waiting(desk.now()) == ()


def test_what_they_had_is_counted_by_taps(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, latte: int
) -> None:
    window.attending.tickets.refresh()
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    opened = sheet(window)
    wide = opened.products[latte].sizeHint()
    assert not opened.stamp.isChecked()
    assert opened.words.full_text() == "Nothing is counted yet: Enter saves 1 stamp."
    places = [chip.mapTo(window, chip.rect().topLeft()) for chip in opened.products.values()]
    for _ in range(2):
        qtbot.mouseClick(opened.products[latte], LEFT)
        assert opened.start_over.isVisible()
        assert places == [chip.mapTo(window, chip.rect().topLeft()) for chip in opened.products.values()]
    assert opened.words.full_text() == "Enter saves: 2 × Latte"
    assert (opened.products[latte].text(), opened.stamp.isChecked()) == ("2 × Latte", False)
    assert opened.products[latte].sizeHint() == wide, "no chip moves under a finger"
    qtbot.mouseClick(opened.stamp, LEFT)
    assert opened.draft() == TicketDraft("", 1, ((latte, 2),))
    assert (opened.stamp.text(), opened.stamp.isChecked()) == ("1 stamp", True), "the first tap counts one"
    qtbot.mouseClick(opened.start_over, LEFT)
    assert opened.draft() == TicketDraft("", 1)
    qtbot.mouseClick(opened.products[latte], LEFT)
    qtbot.mouseClick(opened.save, LEFT)
    said(qtbot, window, "1 × Latte waits for a name.")


def test_what_is_typed_with_a_number_is_counted_and_seen_before_enter(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, latte: int
) -> None:
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    opened = sheet(window)
    qtbot.keyClicks(opened.looks, "blue helmet, 2 lattes", delay=60)
    assert opened.words.full_text() == "Enter saves: 2 × Latte"
    assert opened.products[latte].text() == "2 × Latte"
    qtbot.mouseClick(opened.start_over, LEFT)
    assert opened.draft() == TicketDraft("blue helmet, 2 lattes", 1), "a wrong reading is put right"
    qtbot.keyClick(opened.looks, Qt.Key.Key_Backspace)
    qtbot.keyClick(opened.looks, Qt.Key.Key_Return)
    said(qtbot, window, "blue helmet: 2 × Latte waits for a name.")


def test_a_number_of_what_is_not_sold_is_so_many_stamps(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, latte: int
) -> None:
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    opened = sheet(window)
    qtbot.keyClicks(opened.looks, "2 coffees", delay=60)
    assert opened.words.full_text() == "Enter saves: 2 stamps"
    assert opened.draft() == TicketDraft("2 coffees", 2)


def test_where_money_earns_stamps_a_ticket_says_what_was_paid(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    opened = sheet(window)
    assert not opened.stamp.isVisible()
    qtbot.keyClick(opened.looks, Qt.Key.Key_Return)
    assert opened.words.full_text() == "Write first what was paid."
    assert opened.paid.hasFocus()
    opened.paid.setText("25k")
    qtbot.keyClick(opened.paid, Qt.Key.Key_Return)
    assert opened.words.full_text() == "Write the amount in digits."
    opened.paid.setText("25,000")
    qtbot.keyClick(opened.paid, Qt.Key.Key_Return)
    said(qtbot, window, "25,000 LAK waits for a name.")
    qtbot.mouseClick(chips(window)[0], LEFT)
    window.attending.choose(people[0])
    said(qtbot, window, "2 stamps for Somsak: 2 of 5.")


def test_a_ticket_is_made_while_somebody_else_is_greeted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    qtbot.keyClick(sheet(window).looks, Qt.Key.Key_Return)
    said(qtbot, window, "1 stamp waits for a name.")
    assert window.attending.customer_id == people[0]
    assert window.header.tickets.text() == "1"
    assert balance(desk, people[0]) == 0


def test_a_ticket_and_a_face_are_two_taps_and_undo_puts_it_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    make(stamps=2)
    qtbot.mouseClick(chips(window)[0], LEFT)
    assert window.welcome.heading.text() == "Whose is it?"
    assert queue(window).banner.isVisible()
    window.wall.picked.emit(people[0])
    said(qtbot, window, "blue helmet: it is Somsak. 2 stamps for Somsak: 2 of 5.")
    assert window.attending.customer_id == people[0]
    assert window.greeting.cards.shown is not None
    assert window.greeting.cards.shown.balance == 2
    assert not window.header.tickets.isVisible()

    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    said(qtbot, window, "Taken back.")
    qtbot.waitUntil(lambda: window.header.tickets.isVisible())
    assert balance(desk, people[0]) == 0
    assert window.attending.tickets.in_hand is None


def test_a_name_that_is_typed_gets_the_ticket(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    make()
    qtbot.mouseClick(chips(window)[0], LEFT)
    qtbot.keyClicks(window.header.search, "maria", delay=60)
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    said(qtbot, window, "it is Maria Oliveira.")
    assert balance(desk, people[1]) == 1


def test_whoever_is_enrolled_for_it_gets_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, make: Make
) -> None:
    make()
    qtbot.mouseClick(chips(window)[0], LEFT)
    new = desk.submit(desk.customers.enrol, desk.act(), _draft("Bounmy")).result().customer.id
    window.lent.choose(new)  # as the enrol sheet does
    said(qtbot, window, "it is Bounmy.")
    assert balance(desk, new) == 1


def test_with_one_in_hand_the_others_stay_and_a_new_customer_is_for_it(
    qtbot: QtBot, window: CounterWindow, make: Make
) -> None:
    for label in ("man with a very long red beard", "woman with a very large hat", "blue helmet"):
        make(label)
    qtbot.mouseClick(chips(window)[0], LEFT)
    qtbot.waitUntil(lambda: queue(window).banner.isVisible())
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in chips(window)))
    qtbot.keyClick(window.header.search, Qt.Key.Key_F2)
    assert window.sheets.sheet is not None
    assert window.sheets.sheet.title() == "New customer: blue helmet: 1 stamp"


def _draft(name: str):  # type: ignore[no-untyped-def]
    from frontdesk.domain.people.customers import CustomerDraft

    return CustomerDraft(name)


def test_esc_a_second_tap_and_a_minute_let_it_go(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    make()
    tickets = window.attending.tickets
    qtbot.mouseClick(chips(window)[0], LEFT)
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert tickets.in_hand is None
    for _ in range(2):
        qtbot.mouseClick(chips(window)[0], LEFT)
    assert tickets.in_hand is None
    qtbot.mouseClick(chips(window)[0], LEFT)
    assert tickets._forget.isActive()
    tickets._forget.timeout.emit()
    window.attending.choose(people[0])
    QTest.qWait(0)
    assert not window.bridge.writing
    assert balance(desk, people[0]) == 0


def test_with_a_greeting_up_a_waiting_ticket_is_theirs_with_two_taps(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    make("green bag")
    make("blue helmet")
    window.attending.choose(people[0])
    qtbot.mouseClick(window.header.tickets, LEFT)
    listed = window.sheets.sheet
    assert isinstance(listed, QueueSheet)
    assert [row.what for row in listed.rows] == ["green bag: 1 stamp", "blue helmet: 1 stamp"]
    button = listed.rows[1].button
    assert button is not None
    assert button.text() == "It is Somsak"
    qtbot.mouseClick(button, LEFT)
    said(qtbot, window, "blue helmet: it is Somsak.")
    assert window.sheets.sheet is None
    assert balance(desk, people[0]) == 1


def test_a_face_that_is_tapped_beside_the_sheet_is_seen(
    qtbot: QtBot, window: CounterWindow, people: list[int], make: Make
) -> None:
    make()
    for open_sheet in (window.header.tickets.click, lambda: window.pages.ticket(window.attending.tickets)):
        open_sheet()
        assert window.sheets.isVisible()
        window.wall.picked.emit(people[0])
        assert not window.sheets.isVisible()
        assert window.greeting.isVisible()


def test_a_ticket_in_hand_is_theirs_also_when_a_sheet_was_opened_meanwhile(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    make()
    qtbot.mouseClick(chips(window)[0], LEFT)
    qtbot.keyClick(window.header.search, Qt.Key.Key_F11)
    window.wall.picked.emit(people[0])
    said(qtbot, window, "blue helmet: it is Somsak.")
    assert window.attending.customer_id == people[0]
    assert balance(desk, people[0]) == 1


def test_more_leads_to_the_waiting_tickets(
    qtbot: QtBot, window: CounterWindow, people: list[int], make: Make
) -> None:
    make()
    window.attending.choose(people[0])
    window.greeting.acts.ticket_wanted.emit()
    assert isinstance(window.sheets.sheet, QueueSheet)


def test_one_that_nobody_came_back_for_is_put_away_and_brought_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, make: Make
) -> None:
    make()
    qtbot.mouseClick(chips(window)[0], LEFT)
    qtbot.mouseClick(queue(window).banner.drops[DropReason.NOBODY], LEFT)
    said(qtbot, window, "Put away: blue helmet: 1 stamp")
    assert not queue(window).isVisible()
    assert window.welcome.heading.text() == "Good morning"
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    said(qtbot, window, "blue helmet: 1 stamp waits again.")
    assert len(chips(window)) == 1


def test_how_they_look_is_said_better_and_it_stays_in_hand(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    make("blue")
    qtbot.mouseClick(chips(window)[0], LEFT)
    banner = queue(window).banner
    qtbot.mouseClick(banner.pencil, LEFT)
    assert banner.looks.hasFocus()
    qtbot.keyClicks(banner.looks, "red cap", delay=60)
    qtbot.keyClick(banner.looks, Qt.Key.Key_Return)
    said(qtbot, window, "red cap: 1 stamp waits for a name.")
    qtbot.waitUntil(lambda: banner.ticket.full_text() == "red cap: 1 stamp")
    window.attending.choose(people[0])
    said(qtbot, window, "red cap: it is Somsak.")
    assert balance(desk, people[0]) == 1


def test_somebody_was_quicker_at_another_desk(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], make: Make
) -> None:
    ticket = make()
    qtbot.mouseClick(chips(window)[0], LEFT)
    desk.submit(desk.tickets.claim, desk.act(), ticket.id, people[1]).result()
    window.attending.choose(people[0])
    said(qtbot, window, "Somebody was quicker")
    assert (balance(desk, people[0]), balance(desk, people[1])) == (0, 1)


def test_one_that_left_the_queue_is_listed_and_needs_the_manager(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, clock: FakeClock, people: list[int], make: Make
) -> None:
    make()
    clock.at += FADES_AFTER + 1
    window.attending.tickets.refresh()
    assert not queue(window).isVisible()
    member = desk.submit(desk.staffing.add_staff, desk.act(), "Dao", Role.CASHIER).result()
    desk.take_over(member.id).result()
    window.attending.choose(people[0])
    window.greeting.acts.ticket_wanted.emit()
    listed = window.sheets.sheet
    assert isinstance(listed, QueueSheet)
    button = listed.rows[0].button
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    said(qtbot, window, "Only the manager can do this.")
    assert balance(desk, people[0]) == 0


@pytest.mark.parametrize("language", ["en", "lo"])
def test_everything_of_a_ticket_in_hand_fits_the_smallest_window(
    qtbot: QtBot, window: CounterWindow, make: Make, language: str
) -> None:
    LANGUAGE.speak(language)
    window.resize(1180, 660)
    for label in ("a very long blue helmet with a dog and a green bag", "b", "c", "d", "e", "f", "g"):
        make(label, 2)
    chips(window)[0].click()
    qtbot.waitUntil(lambda: queue(window).banner.isVisible())
    banner, panel = queue(window).banner, window.welcome
    qtbot.waitUntil(lambda: all(each.isVisible() for each in banner.drops.values()))
    for button in (*banner.drops.values(), banner.leave, chips(window)[0]):
        assert button.height() >= TARGET
        corner = button.mapTo(panel, button.rect().bottomRight())
        assert panel.rect().contains(corner)
    assert panel.layout().minimumSize().height() <= panel.height()


def test_however_many_wait_the_counter_does_not(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    opened = [desk.submit(desk.tickets.open, desk.act(), TicketDraft(f"hat {n}", 1)) for n in range(1, 63)]
    for each in opened:
        each.result()
    window.attending.tickets.refresh()
    assert len(chips(window)) == 40
    assert chips(window)[0].text().startswith("hat 62:")
    window.tickets.list_all()
    listed = window.sheets.sheet
    assert isinstance(listed, QueueSheet)
    assert len(listed.rows) == 60
    said_below = [label.text() for label in listed.findChildren(PlainLabel)]
    assert "And 2 more after these." in said_below


def test_a_tap_that_bounces_puts_one_away_and_not_the_next(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, make: Make
) -> None:
    make("red cap")
    make("blue cap")
    window.tickets.list_all()
    listed = window.sheets.sheet
    assert isinstance(listed, QueueSheet)
    window.attending.gestures.taps.pressed_at = lambda: ("pressed", 1.0)
    qtbot.mouseClick(listed.rows[0].buttons[-1], LEFT)
    qtbot.waitUntil(lambda: len(listed.rows) == 1)
    qtbot.mouseClick(listed.rows[0].buttons[-1], LEFT)
    qtbot.waitUntil(lambda: not window.bridge.writing)
    assert len(desk.tickets.waiting(desk.now())) == 1
    window.attending.gestures.taps.pressed_at = lambda: ("pressed", 2.0)
    qtbot.mouseClick(listed.rows[0].buttons[-1], LEFT)
    qtbot.waitUntil(lambda: not listed.rows)
