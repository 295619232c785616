"""One answer on the screen: what it says, who sees to it, what they are told, whose it is; each with Undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import Answer, Response, ResponseDraft, ResponseState, WayBack
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.feedback.response_page import ResponsePage
from frontdesk.ui.feedback.response_sheet import ResponseSheet
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.recoveries.complaint_sheet import ComplaintSheet
from frontdesk.wording.questions import question_text
from tests.services.counter_acts import hire
from tests.services.feedback.feedback_acts import issue, take

UNHAPPY = ResponseDraft(
    Mood.BAD,
    (
        Answer(Topic.DISLIKED, ContactPoint.QUEUE, "We waited 25 minutes"),
        Answer(Topic.CHANGE, words="A second machine?"),
    ),
    language="en",
)


@pytest.fixture
def answer(desk: FrontDesk, people: list[int]) -> Response:
    """Maria's, who was not happy."""
    return take(desk, issue(desk, people[1]), UNHAPPY).response


@pytest.fixture(autouse=True)
def _closed(window: CounterWindow) -> Iterator[None]:
    """The sheet goes before the shop does."""
    yield
    window.sheets.close_now()


def opened(window: CounterWindow, answer: Response) -> ResponseSheet:
    sheet = window.open_sheet(SheetName.RESPONSE, response_id=answer.id)
    assert isinstance(sheet, ResponseSheet)
    return sheet


def now(desk: FrontDesk, answer: Response) -> Response:
    return desk.responses.one(answer.id)


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def undo(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)
    window.notices.undo()
    qtbot.waitUntil(lambda: window.notices.text().startswith("As it was before."))


def history(page: ResponsePage) -> str:
    return " ".join(page.steps.lines())


def test_it_says_all_that_was_answered_under_the_questions_as_they_were_asked(
    window: CounterWindow, answer: Response
) -> None:
    said = opened(window, answer).page.said
    assert said.mood.full_text() == "Bad"
    assert said.words() == [
        *("How was this visit?", "Bad"),
        *("What did you not like?", "Waiting", "We waited 25 minutes"),
        *("What would you change?", "A second machine?"),
    ]
    assert said.below.text() == "Card 1 · just now, 8:30 · Through our page"
    assert said.who.text() == "Maria Oliveira"
    assert said.face_button.isHidden()


def test_somebody_takes_it_on_and_the_undo_gives_it_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page = opened(window, answer).page
    shown = {state for state, button in page.moves.items() if button.isVisible()}
    assert shown == {ResponseState.DONE, ResponseState.SET_ASIDE}
    places = [page.reply_button.pos(), page.moves[ResponseState.DONE].pos()]
    tap(page.take_button)
    qtbot.waitUntil(lambda: page.state.text() == "Noy sees to it.")
    assert not page.take_button.isEnabled()
    assert [page.reply_button.pos(), page.moves[ResponseState.DONE].pos()] == places
    assert now(desk, answer).state is ResponseState.IN_HAND
    assert "Noy took it on." in history(page)
    undo(qtbot, window)
    assert now(desk, answer).state is ResponseState.NEW
    assert page.take_button.isEnabled()
    assert "took it on" not in history(page)


def test_it_goes_to_another_by_a_tap_on_the_face(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    keo = hire(desk, "Keo", Role.MANAGER)
    page = opened(window, answer).page
    tap(page.owners.faces[keo])
    assert not page.owners.faces[keo].isChecked()  # not before it is saved
    qtbot.waitUntil(lambda: page.owners.faces[keo].isChecked())
    assert now(desk, answer).owner_id == keo
    assert window.notices.text() == "Card 1: Keo sees to it."
    tap(page.owners.faces[keo])  # they have it: nothing to do
    assert not window.bridge.writing


def test_what_was_done_is_what_the_cashier_says_next_time(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    told = opened(window, answer).page.told
    first = told.suggestions[0]
    assert first.text() == "You need not wait so long now."
    tap(first)
    assert told.words.toPlainText() == first.text()
    told.words.setPlainText("Tell them we have a second machine.")
    assert now(desk, answer).told == ""  # it is kept as it is left
    told.finish()
    qtbot.waitUntil(lambda: now(desk, answer).told == "Tell them we have a second machine.")
    qtbot.waitUntil(lambda: window.notices.text() == "Card 1: Done. It is said at the next greeting.")
    assert told.heard.text() == "It comes up at their next greeting."
    tap(told.said_button)
    qtbot.waitUntil(lambda: told.heard.text() == "They heard it: just now, 8:30.")
    undo(qtbot, window)
    qtbot.waitUntil(told.said_button.isVisible)
    undo(qtbot, window)
    qtbot.waitUntil(lambda: now(desk, answer).told == told.words.toPlainText() == "")


def test_what_is_typed_is_kept_when_the_page_is_left(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    sheet = opened(window, answer)
    sheet.page.told.words.setPlainText("Tell them it is fixed.")
    tap(window.sheets.back)
    assert window.sheets.sheet is None
    qtbot.waitUntil(lambda: now(desk, answer).told == "Tell them it is fixed.")


def test_too_many_words_stay_where_they_were_typed_and_it_says_why(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    told = opened(window, answer).page.told
    told.words.setPlainText("long " * 200)
    told.finish()
    qtbot.waitUntil(lambda: bool(told.field.fault))
    assert told.words.toPlainText() == "long " * 200
    assert now(desk, answer).told == ""


def test_words_that_are_being_typed_stay_while_others_go_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page = opened(window, answer).page
    page.told.words.setFocus()
    page.told.words.setPlainText("Tell th")
    window.bridge.submit(desk.responses.take_on, desk.act(), answer.id, desk.staff_id)
    qtbot.waitUntil(lambda: page.state.text() == "Noy sees to it.")
    assert page.told.words.toPlainText() == "Tell th"
    assert window.focusWidget() is page.told.words


def test_done_and_back(qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response) -> None:
    page = opened(window, answer).page
    tap(page.moves[ResponseState.DONE])
    qtbot.waitUntil(lambda: window.notices.text() == "Card 1: Done")
    assert page.moves[ResponseState.IN_HAND].isVisible()
    undo(qtbot, window)
    assert now(desk, answer).state is ResponseState.NEW


def test_only_a_manager_sets_it_aside(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    owner, desk.staff_id = desk.staff_id, hire(desk, "La")
    page = opened(window, answer).page
    aside = page.moves[ResponseState.SET_ASIDE]
    tap(aside)
    qtbot.waitUntil(lambda: "manager" in window.notices.text())
    assert now(desk, answer).state is ResponseState.NEW
    desk.staff_id = owner
    tap(aside)
    qtbot.waitUntil(lambda: now(desk, answer).state is ResponseState.SET_ASIDE)
    qtbot.waitUntil(page.reply_button.isHidden)  # nothing is done about what is no answer
    assert page.told.isHidden()
    tap(page.moves[ResponseState.NEW])
    qtbot.waitUntil(page.reply_button.isVisible)


def test_somebody_knows_whose_it_is(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    strange = take(desk, issue(desk, format=CardFormat.POSTER), UNHAPPY).response
    sheet = opened(window, strange)
    assert sheet.page.said.unknown.text() == "Nobody knows who it is."
    tap(sheet.page.said.face_button)
    QTest.keyClicks(sheet.picker.search, "Maria")
    QTest.keyClick(sheet.picker.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.page.said.who.isVisible())
    assert now(desk, strange).customer_id == people[1]
    assert sheet.page.said.who.text() == "Maria Oliveira"
    undo(qtbot, window)
    assert now(desk, strange).customer_id is None
    assert sheet.page.said.face_button.isVisible()


def test_esc_leads_from_a_question_back_to_the_answer(window: CounterWindow, answer: Response) -> None:
    sheet = opened(window, answer)
    sheet.ask_whose()
    QTest.keyClick(sheet.picker.search, Qt.Key.Key_Escape)
    assert sheet.page.isVisible()
    assert window.sheets.sheet is sheet


def test_the_complaint_that_came_of_it_is_a_tap_away_and_so_is_their_greeting(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], answer: Response
) -> None:
    page = opened(window, answer).page
    assert "It is a complaint now." in history(page)
    tap(page.complaint_button)
    assert isinstance(window.sheets.sheet, ComplaintSheet)
    page = opened(window, answer).page
    tap(page.said.who)
    assert window.attending.customer_id == people[1]


def test_an_answer_on_paper_says_who_keyed_it_in(window: CounterWindow, desk: FrontDesk) -> None:
    keyed = take(desk, issue(desk), UNHAPPY, WayBack.PAPER).response
    page = opened(window, keyed).page
    assert "It came on paper; Noy keyed it in." in history(page)
    assert "On paper" in page.said.below.text()


def test_another_language_says_all_but_their_words(
    qtbot: QtBot, window: CounterWindow, answer: Response
) -> None:
    said = opened(window, answer).page.said
    LANGUAGE.speak("lo")
    assert "We waited 25 minutes" in said.words()
    assert "Waiting" not in said.words()
    assert "ອັງກິດ" in said.below.text().replace("\u200b", "")


def test_whoever_has_the_card_says_it_in_other_words_while_it_is_read(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page = opened(window, answer).page
    other = ResponseDraft(Mood.GOOD, (Answer(Topic.LIKED, words="It was right after all"),))
    window.bridge.submit(desk.responses.take, desk.act(), answer.card_id, other, WayBack.PAGE)
    qtbot.waitUntil(lambda: "It was right after all" in page.said.words())
    assert "They changed what they had said." in history(page)


def test_one_tap_on_done_keeps_the_words_and_says_that_it_is_done(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    said: list[str] = []
    window.bridge.refused.connect(lambda sentence, error: said.append(sentence))
    page = opened(window, answer).page
    page.told.words.setFocus()
    page.told.words.setPlainText("We open two tills now.")
    tap(page.moves[ResponseState.DONE])
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (now(desk, answer).state, now(desk, answer).told) == (ResponseState.DONE, "We open two tills now.")
    assert (window.notices.text(), said) == ("Card 1: Done. It is said at the next greeting.", [])


def test_nobody_has_a_new_answer_before_they_take_it_on(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, answer: Response
) -> None:
    page = opened(window, answer).page
    face = page.owners.faces[desk.staff_id]
    assert not face.isChecked()
    tap(face)
    qtbot.waitUntil(face.isChecked)
    assert now(desk, answer).state is ResponseState.IN_HAND


def test_a_question_of_the_program_is_read_in_the_readers_language(
    window: CounterWindow, answer: Response
) -> None:
    said = opened(window, answer).page.said
    LANGUAGE.speak("lo")
    assert said.words()[0] == question_text(LANGUAGE.texts, Topic.VISIT) != "How was this visit?"
