"""The record of a customer: why each stamp is there, whose it should be, what they have had so far."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.requests import DeclineReason
from frontdesk.domain.loyalty.programmes import Gifts, Look, ProgrammeDraft, Reward, Terms, stamp_card
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.loyalty.tickets import TicketDraft
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people.record_page import RecordPage
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.requests.request_sheet import RequestSheet
from frontdesk.ui.widgets.prose import Prose

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def record(window: CounterWindow) -> Callable[[int], RecordPage]:
    def opened(customer_id: int) -> RecordPage:
        sheet: Any = window.open_sheet(SheetName.EDIT, customer_id=customer_id)
        sheet.show_record()
        page: RecordPage = sheet.record
        return page

    return opened


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def balance(desk: FrontDesk, customer_id: int) -> int:
    return desk.loyalty.cards(customer_id, desk.now())[0].balance


def words(row: RecordRow) -> list[str]:
    return [button.text() for button in row.buttons]


def test_a_stamp_for_the_wrong_person_is_given_to_the_right_one_and_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 3).result()
    page = record(people[0])
    (row,) = page.rows()
    assert words(row) == ["Undo", "Give to another"]
    qtbot.mouseClick(row.buttons[1], LEFT)
    assert page.giving.isVisible()
    assert page.giving.picker.search.hasFocus()
    page.giving.picker.search.setText("maria")
    qtbot.keyClick(page.giving.picker.search, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "Maria Oliveira has it now: 3 of 5")
    assert (balance(desk, people[0]), balance(desk, people[1])) == (0, 3)
    assert page.giving.isHidden()
    assert [each.what for each in page.rows()] == ["3 stamps given to somebody else", "3 stamps (taken back)"]
    window.notices.undo()
    wait_for_notice(qtbot, window, "Taken back. Somsak has it again.")
    assert (balance(desk, people[0]), balance(desk, people[1])) == (3, 0)


def test_one_tap_gives_and_nobody_is_offered_to_themselves(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 1).result()
    page = record(people[0])
    page.rows()[0].buttons[1].click()
    offered = [row.customer_id for row in page.giving.picker.rows if not row.isHidden()]
    assert offered
    assert people[0] not in offered
    to = page.giving.picker.rows[0]
    qtbot.mouseClick(to, LEFT)
    wait_for_notice(qtbot, window, "has it now")
    assert balance(desk, to.customer_id) == 1


def test_enter_without_a_name_gives_nothing(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 1).result()
    page = record(people[0])
    page.rows()[0].buttons[1].click()
    said = window.notices.text()
    qtbot.keyClick(page.giving.picker.search, Qt.Key.Key_Return)
    assert page.giving.isVisible()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.notices.text() == said
    qtbot.mouseClick(page.giving.leave, LEFT)
    assert page.giving.isHidden()
    assert balance(desk, people[0]) == 1


def test_enter_means_who_is_found_by_what_is_typed_now(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[1], 1).result()
    page = record(people[1])
    page.rows()[0].buttons[1].click()
    page.giving.picker.search.setText("4867")  # the list still shows who is likely
    qtbot.keyClick(page.giving.picker.search, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "Somsak has it now")


def test_what_was_given_already_cannot_be_given_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    outcome = desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 1).result()
    page = record(people[0])
    page.rows()[0].buttons[1].click()
    desk.submit(desk.loyalty.undo, desk.act(), outcome.gesture).result()
    page.giving.picker.search.setText("maria")
    qtbot.keyClick(page.giving.picker.search, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "undone already")
    assert balance(desk, people[1]) == 0


def test_each_line_says_why_by_whom_and_on_which_card(
    window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    terms = Terms((Reward(1, 8, Said("tea")),), gifts=Gifts(welcome=2))
    tea = desk.submit(desk.programmes.add, desk.act(), ProgrammeDraft(Look(Said("Tea card")), terms)).result()
    keo = desk.submit(desk.staffing.add_staff, desk.act(), "Keo", Role.CASHIER).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 1, programme_id=tea.programme.id).result()
    desk.staff_id = keo.id
    desk.submit(desk.goodwill.give, desk.act(), people[0], GoodwillReason.WAITED).result()
    rows = record(people[0]).rows()
    assert [row.what for row in rows] == [
        "1 stamp to make good: Waited long",
        "2 stamps as a welcome",
        "1 stamp",
    ]
    assert [row.when for row in rows] == [
        "just now, 8:30 · Keo · Coffee card",
        "just now, 8:30 · Noy · Tea card",
        "just now, 8:30 · Noy · Tea card",
    ]
    assert [words(row) for row in rows] == [
        ["Undo", "Give to another"],
        ["Undo"],
        ["Undo", "Give to another"],
    ]


def test_one_card_is_not_named_and_a_reward_is_not_given_away(
    window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 5).result()
    desk.submit(desk.loyalty.redeem, desk.act(), people[0]).result()
    rows = record(people[0]).rows()
    assert rows[0].when == "just now, 8:30 · Noy"
    assert words(rows[0]) == ["Undo"]


def test_what_they_have_had_stands_over_the_record(
    window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    assert record(people[0]).value.isHidden()
    product = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 25_000)).result().product
    assert product is not None
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 10).result()
    desk.submit(desk.loyalty.redeem, desk.act(), people[0], product_id=product.id).result()
    assert record(people[0]).value.text() == "Since 19 November 2026: 1 reward taken, worth 25,000 LAK."
    desk.submit(desk.loyalty.redeem, desk.act(), people[0]).result()
    said = record(people[0]).value.text()
    assert said == "Since 19 November 2026: 2 rewards taken, worth 25,000 LAK at least."


def test_who_brought_whom_is_noted_with_one_tap_and_taken_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.greeting.acts.page_wanted.emit(SheetName.BROUGHT)
    sheet: Any = window.sheets.sheet
    assert sheet.title() == "Who brought Somsak?"
    assert not window.sheets.covers_greeting()
    sheet.picker.search.setText("maria")
    qtbot.keyClick(sheet.picker.search, Qt.Key.Key_Return)
    wait_for_notice(qtbot, window, "Noted: Maria Oliveira brought Somsak along.")
    assert window.sheets.sheet is None
    by = desk.referrals.of(people[0]).by
    assert by is not None
    assert by.customer_id == people[1]
    window.notices.undo()
    wait_for_notice(qtbot, window, "nobody is noted as having brought Somsak")
    assert desk.referrals.of(people[0]).by is None


def test_two_programmes_of_one_name_are_still_two(
    window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    other = desk.submit(desk.programmes.add, desk.act(), stamp_card("Coffee card", 3, "tea")).result()
    for programme in (desk.shop.programmes()[0], other.programme):
        desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 1, programme_id=programme.id).result()
    assert all(row.when.endswith("Coffee card") for row in record(people[0]).rows())


def test_a_paper_card_that_was_taken_over_is_taken_back_later(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    desk.submit(desk.adopting.adopt, desk.act(), people[0], 4).result()
    (row,) = record(people[0]).rows()
    assert (row.what, words(row)) == ("4 stamps brought along", ["Undo"])
    qtbot.mouseClick(row.buttons[0], LEFT)
    wait_for_notice(qtbot, window, "Taken back.")
    assert balance(desk, people[0]) == 0


def test_a_stamp_from_a_ticket_says_who_made_it_and_who_gave_it(
    window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    ticket = desk.submit(desk.tickets.open, desk.act(), TicketDraft("blue helmet", 2)).result().ticket
    desk.submit(desk.tickets.claim, desk.act(), ticket.id, people[0]).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0]).result()
    plain, claimed = record(people[0]).rows()
    assert plain.origin == ""
    assert claimed.origin.startswith("from a ticket made by ")
    assert claimed.origin in claimed.accessibleName()
    assert claimed.height() > plain.height()
    (told,) = claimed.findChildren(Prose)
    assert told.text() == claimed.origin


def test_complaints_are_listed_quietly_and_lead_to_their_page(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    assert record(people[1]).complaints.isHidden()
    told = desk.submit(desk.recoveries.record, desk.act(), Situation.PRICE, people[0]).result().recovery
    page = record(people[0])
    (row,) = page.complaints.rows
    assert (row.what, row.when.split(" · ")[1]) == ("The price", "Open")
    qtbot.mouseClick(row.buttons[0], LEFT)
    sheet: Any = window.sheets.sheet
    assert sheet.page.heading.full_text() == "The price: Somsak"
    desk.submit(desk.recoveries.move, desk.act(), told.id, RecoveryState.RESOLVED).result()
    assert record(people[0]).complaints.rows[0].when.endswith("Put right: do they say so too?")


def test_requests_are_listed_with_what_was_offered_instead_and_lead_to_their_page(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], record: Any
) -> None:
    assert record(people[1]).requests.isHidden()
    asked = desk.submit(desk.requests.ask, desk.act(), people[0], "Home delivery").result().request
    why = DeclineReason.NO_TIME
    desk.submit(desk.requests.decline, desk.act(), asked.id, why, "", "to carry it to the car").result()
    (row,) = record(people[0]).requests.rows
    assert row.what == "Home delivery"
    assert row.when.endswith("Declined")
    assert row.origin == "Declined: No time for it. Offered instead: to carry it to the car"
    assert row.button is not None
    qtbot.mouseClick(row.button, LEFT)
    assert isinstance(window.sheets.sheet, RequestSheet)
