"""What a customer wrote is text: in the inbox, on its page, in the reply and on the card that prints."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer, Response, ResponseDraft
from frontdesk.domain.text import LINE_LIMIT, clean_line, clean_note, has_something_to_see
from frontdesk.printing.page import CARDS_ON_A4
from frontdesk.printing.sheet import write_pdf
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.response_sheet import ResponseSheet
from frontdesk.ui.feedback.responses_sheet import ResponsesSheet
from tests.conftest import FakeClock
from tests.naughty import NAUGHTY
from tests.printing.test_contact_prints import set_texts
from tests.services.feedback.feedback_acts import issue, take

TOPICS = (Topic.DISLIKED, Topic.CHANGE, Topic.BETTER, Topic.LIKED)
SHORT = [text for text in NAUGHTY if clean_line(text[:LINE_LIMIT])]


@pytest.fixture
def answers(desk: FrontDesk, clock: FakeClock) -> list[Response]:
    """Every string, four to an answer, and one for the name and the contact of each."""
    card, came = issue(desk, format=CardFormat.POSTER), []
    for at in range(0, len(NAUGHTY), len(TOPICS)):
        said = zip(TOPICS, NAUGHTY[at : at + len(TOPICS)], strict=False)
        left = SHORT[at // len(TOPICS) % len(SHORT)][:LINE_LIMIT]
        words = tuple(Answer(topic, words=text) for topic, text in said)
        clock.forward(minutes=3)  # a poster takes so many an hour
        came.append(take(desk, card, ResponseDraft(Mood.BAD, words, left, left, "en")).response)
    return came


@pytest.fixture(autouse=True)
def _closed(window: CounterWindow) -> Iterator[None]:
    """The sheet goes before the shop does."""
    yield
    window.sheets.close_now()


def rich(page: QWidget) -> list[str]:
    """What would be read as markup: labels that guess, and tool tips that Qt takes for HTML."""
    labels = [
        each.text() for each in page.findChildren(QLabel) if each.textFormat() != Qt.TextFormat.PlainText
    ]
    tips = (each.toolTip() for each in page.findChildren(QWidget))
    return labels + [tip for tip in tips if "<" in tip.removeprefix("<qt>").removesuffix("</qt>")]


def test_every_string_is_shown_whole_on_its_page_and_in_its_reply(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answers: list[Response]
) -> None:
    sheet = window.open_sheet(SheetName.RESPONSE, response_id=answers[0].id)
    assert isinstance(sheet, ResponseSheet)
    shown: set[str] = set()
    for answer in answers:
        sheet.page.show_response(answer.id)
        shown.update(sheet.page.said.words())
        if answer.name:
            assert sheet.page.said.unknown.text() == f"They call themselves {answer.name}."
            assert answer.name in desk.replies.offer(answer.id).text
        if answer.contact:
            assert sheet.page.said.contact.text() == f"They would like an answer: {answer.contact}"
        assert rich(sheet.page) == []
    assert {kept for text in NAUGHTY if has_something_to_see(kept := clean_note(text))} <= shown


def test_every_string_is_one_plain_line_of_the_inbox(
    qtbot: QtBot, window: CounterWindow, answers: list[Response]
) -> None:
    sheet = window.open_sheet(SheetName.RESPONSES)
    assert isinstance(sheet, ResponsesSheet)
    qtbot.waitUntil(lambda: bool(sheet.rows))
    while not sheet.more_button.isHidden():
        before = len(sheet.rows)
        sheet.more_button.click()
        qtbot.waitUntil(lambda before=before: len(sheet.rows) > before)
    first = {
        each.id: next((said.words for topic in TOPICS if (said := each.said_of(topic)) is not None), "")
        for each in answers
    }
    assert {row.response_id for row in sheet.rows} == set(first)
    for row in sheet.rows:
        assert row.said.said in (" ".join(first[row.response_id].split()), "Bad")
        assert "\n" not in row.accessibleName()
        row.grab()
    assert rich(sheet) == []


def test_every_string_prints_on_a_reply(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answers: list[Response], tmp_path: Path
) -> None:
    sheet = window.open_sheet(SheetName.RESPONSE, response_id=answers[0].id)
    assert isinstance(sheet, ResponseSheet)
    sheet.write_reply()
    cards = []
    for answer in answers:
        offer = desk.replies.offer(answer.id)
        for each in answer.answers:
            sheet.reply.text.setPlainText(each.words)
            cards.append(sheet.reply.card(offer))
            assert cards[-1].text == each.words
    for card in cards[:: len(TOPICS)]:
        assert any(text == card.text.replace("\n", "\u2028") for text, _ in set_texts(card, CARDS_ON_A4))
    write_pdf(tmp_path / "replies.pdf", cards[:80], CARDS_ON_A4, "Replies")
    assert len(pypdfium2.PdfDocument(tmp_path / "replies.pdf")) == 20
    qtbot.waitUntil(lambda: not window.bridge.busy)
