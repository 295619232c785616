"""The reply on the screen: ready in their language, sent by a person or printed, noted, and taken back."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.messages import Way
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.responses import Response, ResponseDraft, ResponseState
from frontdesk.texts import texts_for
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.reply_handing import ReplyHanding
from frontdesk.ui.feedback.reply_page import ReplyPage
from frontdesk.ui.feedback.response_acts import ResponseActs
from frontdesk.ui.feedback.response_sheet import ResponseSheet
from tests.services.feedback.feedback_acts import issue, take


@pytest.fixture
def answer(desk: FrontDesk) -> Response:
    """Of somebody who left a name and a number."""
    said = ResponseDraft(Mood.POOR, name="Bee", contact="020 7777 1234", language="th")
    return take(desk, issue(desk, format=CardFormat.POSTER), said).response


@pytest.fixture(autouse=True)
def _closed(window: CounterWindow) -> Iterator[None]:
    """The sheet goes before the shop does."""
    yield
    window.sheets.close_now()


def opened(
    qtbot: QtBot, window: CounterWindow, answer: Response, *, takes: bool = True
) -> tuple[ReplyPage, list[str]]:
    """The reply's page, and what it hands to the system."""
    sheet = window.open_sheet(SheetName.RESPONSE, response_id=answer.id)
    assert isinstance(sheet, ResponseSheet)
    QTest.mouseClick(sheet.page.reply_button, Qt.MouseButton.LeftButton)
    links: list[str] = []

    def take_it(link: QUrl) -> bool:
        links.append(bytes(link.toEncoded().data()).decode())
        return takes

    sheet.reply.handing = ReplyHanding(window.lent, ResponseActs(window.lent), take_it, lambda: True)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet.reply, links


def replied(desk: FrontDesk, answer: Response) -> bool:
    return desk.responses.one(answer.id).replied_at is not None


def test_the_words_are_theirs_and_what_was_changed_is_what_opens(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page, links = opened(qtbot, window, answer)
    assert page.to.text() == "Bee · They left: 020 7777 1234"
    assert texts_for("th").gettext("Dear {name},").format(name="Bee") in page.text.toPlainText()
    page.text.setPlainText("ขอบคุณ & <b>sorry</b>")
    QTest.mouseClick(page.ways[Way.SMS], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: replied(desk, answer))
    (link,) = links
    assert unquote(link) == "sms:+8562077771234?body=ขอบคุณ & <b>sorry</b>"
    qtbot.waitUntil(lambda: window.notices.text() == "It was handed to SMS. Look at it, then send it there.")
    step = desk.responses.story(answer.id).steps[-2]
    assert (step.now, step.note) == ("SMS", "ขอบคุณ & <b>sorry</b>")
    assert page.text.toPlainText() == "ขอบคุณ & <b>sorry</b>"


def test_it_counts_as_not_sent_after_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page, _ = opened(qtbot, window, answer)
    page.give(Way.WHATSAPP)
    qtbot.waitUntil(lambda: window.notices.text().startswith("It was handed to WhatsApp"))
    window.notices.undo()
    qtbot.waitUntil(lambda: not replied(desk, answer))


def test_what_no_program_takes_is_not_noted_and_can_be_copied(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page, _ = opened(qtbot, window, answer, takes=False)
    page.give(Way.TELEGRAM)
    assert "No program" in page.fault.text()
    assert not replied(desk, answer)
    page.give(Way.COPY)
    qtbot.waitUntil(lambda: replied(desk, answer))
    assert "Bee" in QGuiApplication.clipboard().text()


def test_it_prints_as_a_card_and_counts_as_given_on_paper(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response, tmp_path: Path
) -> None:
    page, _ = opened(qtbot, window, answer)
    path = tmp_path / "reply.pdf"
    page.panel._ask_path = lambda *asked: path
    QTest.mouseClick(page.panel.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.notices.text() == "The reply counts as given on paper.")
    assert len(pypdfium2.PdfDocument(path)) == 1
    assert desk.responses.one(answer.id).state is not ResponseState.NEW


def test_changed_words_stay_while_others_go_on_and_esc_leads_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page, _ = opened(qtbot, window, answer)
    page.text.setPlainText("My own words")
    window.bridge.submit(desk.responses.take_on, desk.act(), answer.id, desk.staff_id)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert page.text.toPlainText() == "My own words"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    sheet = window.sheets.sheet
    assert isinstance(sheet, ResponseSheet)
    assert sheet.page.isVisible()
    sheet.write_reply()
    assert page.text.toPlainText() == "My own words"


def test_nobody_to_write_to_is_said_and_paper_is_left(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    strange = take(desk, issue(desk, format=CardFormat.POSTER), ResponseDraft(Mood.GOOD)).response
    page, _ = opened(qtbot, window, strange)
    assert page.ways == {}
    assert page.hindrance.text().startswith("Nobody knows who it is")
    assert page.panel.save_button.isEnabled()
