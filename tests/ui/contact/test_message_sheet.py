"""The sheet of a word to somebody: the words, the ways that are allowed, and what is noted of it."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.message_links import sent_text
from frontdesk.domain.care.messages import MessageKind, Way
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.ui.contact.handing_over import HandingOver
from frontdesk.ui.contact.message_sheet import MessageSheet
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people.edit_sheet import EditSheet

YES = frozenset({Purpose.MESSAGES})


@pytest.fixture
def somchai(desk: FrontDesk) -> int:
    """Somebody who agreed to messages, reads Thai, and has a number."""
    draft = CustomerDraft("สมชาย", phone="020 5551 4867", language="th", consents=YES)
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


@pytest.fixture(autouse=True)
def _closed(window: CounterWindow) -> Iterator[None]:
    """The sheet goes before the shop does."""
    yield
    window.sheets.close_now()


def opened(
    qtbot: QtBot, window: CounterWindow, customer_id: int, kind: MessageKind = MessageKind.THANKS
) -> tuple[MessageSheet, list[str]]:
    """The sheet, and what it hands to the system."""
    sheet = window.open_sheet(SheetName.MESSAGE, customer_id=customer_id, kind=kind)
    assert isinstance(sheet, MessageSheet)
    links: list[str] = []
    sheet.handing = taking(window, customer_id, links)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet, links


def chosen(sheet: MessageSheet, kind: MessageKind) -> None:
    """As a person does it in the list."""
    sheet.kinds.choose(kind.value)
    sheet.kinds.activated.emit(sheet.kinds.currentIndex())


def taking(window: CounterWindow, customer_id: int, links: list[str], *, online: bool = True) -> HandingOver:
    def take(link: QUrl) -> bool:
        links.append(bytes(link.toEncoded().data()).decode())
        return True

    return HandingOver(window.lent, customer_id, take, lambda: online)


def test_what_was_changed_is_what_opens_and_it_is_noted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somchai: int
) -> None:
    sheet, links = opened(qtbot, window, somchai)
    assert "สมชาย" in sheet.text.toPlainText()
    sheet.text.setPlainText("สวัสดี & more?")
    sheet.ways[Way.WHATSAPP].click()
    qtbot.waitUntil(lambda: bool(desk.contacting.log(somchai)))
    assert links == [
        "https://wa.me/8562055514867?text=%E0%B8%AA%E0%B8%A7%E0%B8%B1%E0%B8%AA%E0%B8%94%E0%B8%B5%20%26%20more%3F"
    ]
    (noted,) = desk.contacting.log(somchai)
    assert (noted.kind, noted.way, noted.staff) == (MessageKind.THANKS, Way.WHATSAPP, "Noy")
    qtbot.waitUntil(lambda: sheet.last.text() == "Last contact: just now, Thank-you, WhatsApp (Noy)")
    assert sheet.text.toPlainText() == "สวัสดี & more?"
    assert window.notices.text() == "It was handed to WhatsApp. Look at it, then send it there."


def test_it_counts_as_not_sent_after_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somchai: int
) -> None:
    sheet, _ = opened(qtbot, window, somchai)
    sheet.give(Way.SMS)
    qtbot.waitUntil(lambda: bool(desk.contacting.log(somchai)))
    qtbot.waitUntil(lambda: window.notices.text().startswith("It was handed to SMS"))
    window.notices.undo()
    qtbot.waitUntil(lambda: not desk.contacting.log(somchai))
    qtbot.waitUntil(lambda: window.notices.text() == "It counts as not sent.")


def test_a_card_that_was_only_saved_can_be_made_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somchai: int, tmp_path: Path
) -> None:
    sheet, _ = opened(qtbot, window, somchai, MessageKind.BIRTHDAY)
    sheet.panel._ask_path = lambda *asked: tmp_path / "card.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: window.notices.text() == "Birthday: it counts as given on paper.")
    window.notices.undo()
    qtbot.waitUntil(lambda: not desk.contacting.log(somchai))


def test_without_a_network_it_says_so(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somchai: int
) -> None:
    sheet, links = opened(qtbot, window, somchai)
    sheet.handing = taking(window, somchai, links, online=False)
    sheet.give(Way.WHATSAPP)
    qtbot.waitUntil(lambda: "no network" in window.notices.text())
    sheet.give(Way.SMS)
    qtbot.waitUntil(lambda: window.notices.text().startswith("It was handed to SMS. Look"))


def test_what_no_program_takes_is_not_noted_and_can_be_copied(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somchai: int
) -> None:
    sheet, _ = opened(qtbot, window, somchai)
    sheet.handing = HandingOver(window.lent, somchai, lambda link: False)
    sheet.give(Way.WHATSAPP)
    assert sheet.fault.text().startswith("No program on this computer")
    sheet.give(Way.COPY)
    assert QGuiApplication.clipboard().text() == sent_text(sheet.offer.text)
    qtbot.waitUntil(lambda: [each.way for each in desk.contacting.log(somchai)] == [Way.COPY])
    assert not sheet.fault.text()


def test_without_consent_there_is_only_paper_and_one_tap_asks(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], tmp_path: Path
) -> None:
    sheet, _ = opened(qtbot, window, people[1])
    assert not sheet.ways
    window.resize(1366, 745)
    qtbot.waitUntil(lambda: window.height() == 745)
    QApplication.processEvents()
    assert sheet.sizes.visibleRegion().boundingRect() == sheet.sizes.rect(), "the sizes are not cut"
    assert sheet.hindrance.text().startswith("Maria Oliveira has not agreed to messages")
    sheet.panel._ask_path = lambda *asked: tmp_path / "card.pdf"
    sheet.panel.save_button.click()
    qtbot.waitUntil(lambda: [each.way for each in desk.contacting.log(people[1])] == [Way.PAPER])
    with pypdfium2.PdfDocument(tmp_path / "card.pdf") as document:
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((595, 842), abs=1)
    sheet.ask.click()
    assert isinstance(window.sheets.sheet, EditSheet)


def test_a_birthday_needs_its_own_yes_too(qtbot: QtBot, window: CounterWindow, somchai: int) -> None:
    sheet, _ = opened(qtbot, window, somchai)
    assert sheet.ways
    chosen(sheet, MessageKind.BIRTHDAY)
    assert not sheet.ways
    assert "birthday" in sheet.hindrance.text()
    chosen(sheet, MessageKind.THANKS)
    assert sheet.ways
    assert not sheet.hindrance.text()


def test_what_was_written_waits_while_another_message_is_looked_at(
    qtbot: QtBot, window: CounterWindow, somchai: int
) -> None:
    sheet, _ = opened(qtbot, window, somchai)
    sheet.text.setPlainText("ของขวัญ")
    chosen(sheet, MessageKind.SORRY)
    assert sheet.text.toPlainText() == sheet.offer.text
    chosen(sheet, MessageKind.THANKS)
    assert sheet.text.toPlainText() == "ของขวัญ"
    assert sheet.card().text == "ของขวัญ"


def test_a_yes_that_comes_meanwhile_brings_the_ways(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet, _ = opened(qtbot, window, people[0])
    sheet.text.setPlainText("Hello")
    draft = CustomerDraft("Somsak", phone="020 5551 4867", consents=YES)
    window.bridge.submit(desk.customers.edit, desk.act(), people[0], draft)
    qtbot.waitUntil(lambda: Way.WHATSAPP in sheet.ways)
    assert sheet.text.toPlainText() == "Hello"


def test_in_a_practice_nothing_opens(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, somchai: int
) -> None:
    sheet, links = opened(qtbot, window, somchai)
    desk.paths.practice_mark.write_text("for a test")
    sheet.give(Way.WHATSAPP)
    assert not links
    assert "practice" in window.notices.text()


def test_an_open_sheet_follows_the_size_of_its_window(
    qtbot: QtBot, window: CounterWindow, somchai: int
) -> None:
    opened(qtbot, window, somchai)
    ground = window.ground
    for size in ((1600, 900), (1366, 768)):
        window.resize(*size)
        qtbot.waitUntil(lambda: window.sheets.geometry().right() < window.width())
        cards = ground.left_card.geometry().united(ground.right_card.geometry())
        assert window.sheets.geometry() == cards
