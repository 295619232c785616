"""One tap hands a card out where the shop said on which printer; without one the tap opens the page."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.printing.session import ensure_gui
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.prints import feedback_at_once
from frontdesk.ui.prints.feedback_at_once import at_once_of
from frontdesk.ui.prints.feedback_cards_sheet import FeedbackCardsSheet
from frontdesk.ui.prints.printer import Fate
from tests.conftest import FakeClock
from tests.services.counter_acts import tap

Printed = list[tuple[FeedbackCard, str]]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    ensure_gui()


@pytest.fixture
def somchai(desk: FrontDesk) -> int:
    draft = CustomerDraft("สมชาย ใจดี", called="ชาย", language="th")
    return int(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)


def change(desk: FrontDesk, **settings: Any) -> None:
    desk.submit(desk.shop.change_settings, desk.act(), settings).result()


@pytest.fixture
def press(qtbot: QtBot, window: CounterWindow, somchai: int) -> Callable[[], None]:
    def press_f10() -> None:
        window.attending.choose(somchai)
        qtbot.keyClick(window.header.search, Qt.Key.Key_F10)
        qtbot.waitUntil(lambda: not window.bridge.busy)

    return press_f10


@pytest.fixture
def printed(window: CounterWindow, desk: FrontDesk) -> Printed:
    """What reaches the shop's printer: the cards, and whom they thank."""
    found: Printed = []
    change(desk, printer="till")

    def print_to(name: str, job: Any, **control: Any) -> Fate:
        assert name == "till"
        found.extend((each.card, each.customer_name) for each in job.prints)
        return Fate.DONE

    at_once_of(window.lent).print_to = print_to
    return found


def test_one_key_prints_a_card_in_their_language_with_the_face_of_who_hands_it_out(
    window: CounterWindow, desk: FrontDesk, somchai: int, printed: Printed, press: Callable[[], None]
) -> None:
    press()
    ((card, name),) = printed
    assert (card.customer_id, card.language, card.format) == (somchai, "th", CardFormat.CARD)
    assert card.host_id == desk.staff_id
    assert name == desk.customers.get(somchai).told_name
    assert "Sent to the printer: a feedback card in ไทย." in window.notices.text()
    assert window.sheets.sheet is None
    window.lent.taps.forget()  # a second tap, a while later
    press()
    assert len({each.code for each, _ in printed}) == 2


def test_whoever_was_handed_a_card_is_not_due_for_one_any_more(
    window: CounterWindow,
    clock: FakeClock,
    desk: FrontDesk,
    somchai: int,
    printed: Printed,
    press: Callable[[], None],
) -> None:
    for _ in range(3):
        tap(desk, somchai)
        clock.forward(days=30)
    window.attending.choose(somchai)
    assert window.greeting.greeting.asks_how
    press()
    assert printed
    assert not window.greeting.greeting.asks_how


def test_a_receipt_printer_goes_first(
    window: CounterWindow, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch, press: Callable[[], None]
) -> None:
    printed: list[Any] = []

    def print_receipt(counter: Any, drawn: Any, page: Any, *, done: Callable[[], None]) -> None:
        printed.append((drawn.card.format, page.page_width))
        done()

    monkeypatch.setattr(feedback_at_once, "print_receipt", print_receipt)
    change(desk, printer="till", receipt_printer="192.168.1.50", receipt_width=58)
    press()
    assert printed == [(CardFormat.RECEIPT, 48.0)]
    assert "Sent to the printer: a feedback card" in window.notices.text()


def test_without_a_printer_the_page_opens(window: CounterWindow, press: Callable[[], None]) -> None:
    press()
    assert isinstance(window.sheets.sheet, FeedbackCardsSheet)


def test_a_bounce_is_one_card(window: CounterWindow, somchai: int, printed: Printed, qtbot: QtBot) -> None:
    at_once = at_once_of(window.lent)
    for _ in range(2):
        assert at_once.hand_out(somchai)
    qtbot.waitUntil(lambda: bool(printed) and not window.bridge.busy)
    assert len(printed) == 1


def test_a_card_that_did_not_come_out_is_the_next_ones(
    window: CounterWindow, desk: FrontDesk, printed: Printed, press: Callable[[], None]
) -> None:
    at_once = at_once_of(window.lent)
    prints, at_once.print_to = at_once.print_to, lambda name, job, **_: Fate.NO_PRINTER
    press()
    assert "The printer is not there" in window.notices.text()
    at_once.print_to = prints
    press()
    assert len(printed) == 1
    assert desk.store.read().value("SELECT count(*) FROM feedback_card") == 1


def test_without_a_second_way_back_the_remedy_is_the_settings(
    window: CounterWindow, desk: FrontDesk, printed: Printed, press: Callable[[], None]
) -> None:
    change(desk, feedback_link="")
    press()
    assert "phone number is enough" in window.notices.text()
    assert printed == []
    window.notices.remedy_button.click()
    assert type(window.sheets.sheet).__name__ == "SettingsSheet"


def test_held_or_from_the_notice_the_page_has_all_the_choices(
    window: CounterWindow, somchai: int, printed: Printed, press: Callable[[], None]
) -> None:
    press()
    window.notices.remedy_button.click()
    assert isinstance(window.sheets.sheet, FeedbackCardsSheet)
    assert window.sheets.sheet.choices.recipient().id == somchai
    window.sheets.close_now()
    button = window.greeting.acts.feedback
    middle = button.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, button.mapToGlobal(middle))
    QApplication.sendEvent(button, event)
    assert isinstance(window.sheets.sheet, FeedbackCardsSheet)
    assert len(printed) == 1
