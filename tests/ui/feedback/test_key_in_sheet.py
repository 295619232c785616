"""A stack of answers on paper is keyed in by keys alone; a message is pasted; nothing half is kept."""

import itertools
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.domain.feedback.questions import BOXES, Mood, Topic
from frontdesk.domain.feedback.responses import MOST_WORDS, Response, ResponseDraft, WayBack
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.text import clean_note
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.key_in_sheet import KeyInSheet
from frontdesk.ui.people.record_rows import RecordRow
from tests.conftest import FakeClock
from tests.naughty import NAUGHTY

BETWEEN_KEYS = 40
"""Milliseconds of a quick typist; a scanner is faster than that."""


def cards(desk: FrontDesk, count: int, **facts: object) -> tuple[FeedbackCard, ...]:
    return desk.submit(desk.feedback.issue, desk.act(), count, "en", **facts).result().cards


def every(desk: FrontDesk) -> tuple[Response, ...]:
    return desk.responses.between(0, desk.now() + 1)


@pytest.fixture
def page(window: CounterWindow) -> KeyInSheet:
    sheet = window.open_sheet(SheetName.KEY_IN)
    assert isinstance(sheet, KeyInSheet)
    return sheet


Press = Callable[..., None]


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    """Keys as a person presses them, one after the other, wherever the keyboard stands."""
    pressed = itertools.count(1_000_000, BETWEEN_KEYS)
    monkeypatch.setattr("frontdesk.ui.counter.keys._moment", lambda event: next(pressed))

    def press(*keys: str | Qt.Key) -> None:
        for key in keys:
            for each in key if isinstance(key, str) else (key,):
                stop = QApplication.focusWidget()
                assert stop is not None
                QTest.keyClick(stop, each)

    return press


ENTER = Qt.Key.Key_Return


def test_five_cards_are_keyed_in_by_keys_alone(
    qtbot: QtBot, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    one, two, three, four, five = cards(desk, 5)
    for card, keys in (
        (one, ("5120", ENTER, ENTER, ENTER)),
        (two, ("1", "cold 2 of 10", ENTER, "3", ENTER, "more chairs", ENTER, ENTER, ENTER)),
        (three, ("30000", ENTER, ENTER)),
        (four, ("012", ENTER, ENTER, "Noi", ENTER, "020 5555", ENTER)),
        (five, (ENTER, ENTER, ENTER, ENTER, "2 or 3 more", ENTER, ENTER, ENTER)),
    ):
        assert QApplication.focusWidget() is page.code.line
        press(card.short.lower(), ENTER)
        assert str(card.number) in page.whose.full_text()
        press(*keys)
        qtbot.waitUntil(lambda: page.card is None)

    def said(response: Response) -> list[tuple[str, ContactPoint | None, str]]:
        return [(each.topic.value, each.point, each.words) for each in response.answers]

    first, second, third, fourth, fifth = every(desk)
    assert [each.way for each in every(desk)] == [WayBack.PAPER] * 5
    assert (first.mood, said(first)) == (
        Mood.VERY_GOOD,
        [("LIKED", ContactPoint.PRODUCT, ""), ("DISLIKED", ContactPoint.SERVICE, "")],
    )
    assert (second.mood, said(second)) == (
        Mood.BAD,
        [
            ("LIKED", None, "cold 2 of 10"),
            ("DISLIKED", ContactPoint.QUEUE, ""),
            ("BETTER", None, "more chairs"),
        ],
    )
    assert (third.mood, said(third)) == (Mood.FAIR, [])
    assert (fourth.mood, fourth.name, fourth.contact) == (None, "Noi", "020 5555")
    assert said(fifth) == [("BETTER", None, "2 or 3 more")]


def test_the_last_card_is_taken_back_beside_and_may_come_again(
    qtbot: QtBot, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    press(card.short, ENTER, "50000", ENTER, ENTER)
    qtbot.waitUntil(lambda: len(page.keyed.findChildren(RecordRow)) == 1)
    (row,) = page.keyed.findChildren(RecordRow)
    row.button.click()
    qtbot.waitUntil(lambda: not page.keyed.findChildren(RecordRow))
    assert every(desk) == ()

    press(card.short, ENTER, "10000", ENTER, ENTER)
    qtbot.waitUntil(lambda: [each.mood for each in every(desk)] == [Mood.BAD])


def test_a_complaint_that_comes_of_it_is_said_with_whose_it_is(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, people: list[int], page: KeyInSheet, press: Press
) -> None:
    for whose, told in (
        (people[0], "Card 1 is in. They were not happy: there is a complaint now, and Noy is to see to it."),
        (None, "Card 2 is in. They were not happy: it is first among the answers."),
    ):
        (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, "en", whose).result().cards
        press(card.short, ENTER, "10000", ENTER, ENTER)
        qtbot.waitUntil(lambda: page.card is None)
        assert window.notices.text() == told


def test_a_wrong_code_is_said_at_once_and_keeps_nothing(
    page: KeyInSheet, desk: FrontDesk, press: Press
) -> None:
    press("231-K7Q", ENTER)

    assert "letter by letter" in page.fault.text()
    assert QApplication.focusWidget() is page.code.line
    assert page.code.line.selectedText() == "231-K7Q"
    assert not page.form.isVisible()
    assert every(desk) == ()


def test_a_pasted_message_is_only_looked_over(
    qtbot: QtBot, desk: FrontDesk, people: list[int], page: KeyInSheet, press: Press
) -> None:
    (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, "lo", people[0]).result().cards
    QGuiApplication.clipboard().setText(f"Noi:\n{card.code}\n໑. ໕\n໒. coffee\n໓. 3\n໔.\n໕. more\nseats")
    QTest.keyClick(page.code.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "Somsak" in page.whose.full_text()
    press(Qt.Key.Key_Up, ENTER)
    page.form.save.click()
    qtbot.waitUntil(lambda: len(every(desk)) == 1)

    (response,) = every(desk)
    assert (response.way, response.mood, response.customer_id) == (WayBack.MESSAGE, Mood.VERY_GOOD, people[0])
    words = {each.topic: (each.point, each.words) for each in response.answers}
    assert words[Topic.LIKED] == (None, "coffee")
    assert words[Topic.DISLIKED] == (ContactPoint.QUEUE, "")
    assert words[Topic.VISIT] == (None, "Noi:")
    assert words[Topic.BETTER] == (None, "more\nseats")


def test_a_second_answer_of_today_is_told_and_leads_to_the_first(
    desk: FrontDesk, clock: FakeClock, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    said = ResponseDraft(Mood.GOOD)
    desk.submit(desk.responses.take, desk.act(), card.id, said, WayBack.PAPER).result()
    press(card.short, ENTER)
    assert "takes its place" in page.standing.text()
    assert page.form.isVisible()

    clock.forward(hours=2)
    page.code.line.setFocus()
    page.code.line.selectAll()
    press(card.short, ENTER)
    assert "One a day" in page.standing.text()
    assert not page.form.isVisible()
    assert QApplication.focusWidget() is page.look


def test_what_took_the_place_of_an_answer_offers_no_way_back(
    qtbot: QtBot, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    for keys in ("50000", "10000"):
        press(card.short, ENTER, keys, ENTER, ENTER)
        qtbot.waitUntil(lambda: page.card is None)
    (row,) = page.keyed.findChildren(RecordRow)
    assert [each.mood for each in every(desk)] == [Mood.BAD]
    assert row.button is None


def test_a_scanned_card_opens_the_page_and_the_next_one_goes_on_there(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, press: Press
) -> None:
    one, two = cards(desk, 2)
    window.on_scan(Scan(one.url))
    page = window.sheets.sheet
    assert isinstance(page, KeyInSheet)
    assert page.card is not None
    assert page.card.id == one.id
    press("5")
    window.on_scan(Scan(two.code))
    window.on_scan(Scan("M0123456789ABCDEF"))
    assert page.card.id == one.id
    assert "First save" in page.fault.text()
    press(ENTER)
    qtbot.waitUntil(lambda: page.card is None)
    window.on_scan(Scan(two.code))
    assert window.sheets.sheet is page
    assert page.card is not None
    assert page.card.id == two.id


def test_half_an_answer_is_not_lost_by_one_slip(
    window: CounterWindow, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    press(card.short, ENTER, "5", Qt.Key.Key_Escape)
    assert window.sheets.sheet is page
    assert "not saved yet" in page.fault.text()
    assert window.notices.at_rest
    press(Qt.Key.Key_Escape)
    assert window.sheets.sheet is None
    assert every(desk) == ()


def test_enter_behind_one_slip_saves_as_is_said(
    qtbot: QtBot, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    press(card.short, ENTER, "5", Qt.Key.Key_Escape, ENTER)
    qtbot.waitUntil(lambda: [each.mood for each in every(desk)] == [Mood.VERY_GOOD])


def test_a_second_key_to_one_question_takes_the_place_of_the_first(
    desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    press(card.short, ENTER, "40", "2 5", " too slow", ENTER)
    said = {each.topic: (each.point, each.words) for each in page.form.draft().answers}
    assert said[Topic.DISLIKED] == (BOXES[4], "too slow")
    assert [words for topic, (_, words) in said.items() if topic is not Topic.DISLIKED] == [""] * 4


def test_what_is_taken_back_by_key_while_the_next_is_keyed_in_is_named(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, page: KeyInSheet, press: Press
) -> None:
    one, two = cards(desk, 2)
    press(one.short, ENTER, "50000", ENTER, ENTER)
    qtbot.waitUntil(lambda: page.card is None)
    press(two.short, ENTER, "4", Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: every(desk) == ())
    qtbot.waitUntil(lambda: window.notices.text() == f"Card {one.number} is as it was before.")
    assert page.form.draft().mood is Mood.GOOD


def test_by_message_that_was_chosen_before_the_code_stays(
    qtbot: QtBot, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    page.way.choose(WayBack.MESSAGE)
    press(card.short, ENTER, "50000", ENTER, ENTER)
    qtbot.waitUntil(lambda: page.card is None)
    assert [each.way for each in every(desk)] == [WayBack.MESSAGE]
    assert page.way.value() == WayBack.PAPER


def test_words_that_are_too_long_are_refused_whole(
    qtbot: QtBot, desk: FrontDesk, page: KeyInSheet, press: Press
) -> None:
    (card,) = cards(desk, 1)
    page.take(f"{card.code} 5) {'x' * (MOST_WORDS + 1)}")
    page.form.save.click()
    qtbot.waitUntil(lambda: bool(page.fault.text()))

    assert len(page.form.rows[-1].line.text()) == MOST_WORDS + 1
    assert page.form.isEnabled()
    assert every(desk) == ()


def test_naughty_words_are_keyed_in_as_they_are(desk: FrontDesk, page: KeyInSheet) -> None:
    page.take(cards(desk, 1)[0].code)
    for text in NAUGHTY:
        page.form.rows[-1].line.setText(text)
        assert clean_note(page.form.draft().answers[-1].words) == clean_note(text)


def test_enter_that_bounces_saves_one_answer_of_a_poster(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, page: KeyInSheet
) -> None:
    (poster,) = cards(desk, 1, format=CardFormat.POSTER)
    page.take(poster.short)
    page.form.rows[0].line.ticked.emit(5)
    for _ in range(2):
        page.form.save.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)

    assert [(each.shared, each.mood) for each in every(desk)] == [(True, Mood.VERY_GOOD)]


def test_a_card_is_one_act_and_nothing_is_keyed_in_behind_it_while_the_writer_is_slow(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, page: KeyInSheet, press: Press
) -> None:
    (poster,) = cards(desk, 1, format=CardFormat.POSTER)
    page.take(poster.short)
    press("5")
    free = threading.Event()

    def slow(act: Act) -> None:
        free.wait(5)

    desk.submit(slow, desk.act())
    for _ in range(2):
        page.form.wanted.emit()
        window.lent.taps.forget()  # as if long after
        press("Noi")
    free.set()
    qtbot.waitUntil(lambda: not window.bridge.busy)

    assert [each.name for each in every(desk)] == [""]
    assert page.form.isEnabled()
    assert QApplication.focusWidget() is page.code.line


def test_a_code_that_is_typed_into_the_search_opens_its_card(
    desk: FrontDesk, window: CounterWindow, press: Press
) -> None:
    (card,) = cards(desk, 1)
    window.header.search.setFocus()
    press(card.short, ENTER)

    page = window.sheets.sheet
    assert isinstance(page, KeyInSheet)
    assert page.card is not None
    assert page.card.id == card.id


def test_a_code_mistyped_into_the_search_greets_nobody(
    desk: FrontDesk, people: list[int], window: CounterWindow, press: Press
) -> None:
    (card,) = cards(desk, 1)
    wrong = card.short[:-1] + ("A" if card.short[-1] != "A" else "B")
    desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name=f"Bob {wrong}")).result()
    window.header.search.setFocus()
    press(wrong)
    assert window.results.hits()
    assert window.results.current() is None
    press(ENTER)

    assert window.attending.customer_id == 0
    assert window.sheets.sheet is None
    assert "letter by letter" in window.notices.text()
    press(Qt.Key.Key_Down, ENTER)
    assert window.attending.customer_id


def test_a_code_in_the_search_is_said_to_be_a_card(
    desk: FrontDesk, window: CounterWindow, press: Press
) -> None:
    (card,) = cards(desk, 1)
    window.header.search.setFocus()
    press(card.short.lower())
    assert window.results.spoken() == f"Feedback card {card.number}. Enter keys it in."


@pytest.mark.parametrize("code", ["code", "short"])
def test_a_message_pasted_into_the_search_is_keyed_in(
    desk: FrontDesk, window: CounterWindow, code: str
) -> None:
    (card,) = cards(desk, 1)
    QGuiApplication.clipboard().setText(f"Hi!\n{getattr(card, code)}\n1. 5\n2. coffee\nwith milk")
    window.header.search.setFocus()
    QTest.keyClick(window.header.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    page = window.sheets.sheet
    assert isinstance(page, KeyInSheet)
    assert page.form.draft().answers[1].words == "coffee\nwith milk"
    assert window.header.search.text() == ""
