"""The quiz on screen: asked by tap or key, told at once, noted, and ended kindly."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.team.quiz import Way
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.quiz.quiz_sheet import QuizSheet
from tests.conftest import FakeClock

NAMES = ("Maly", "Noy", "Keo", "Vilay", "ສົມສັກ")


@pytest.fixture
def faces(desk: FrontDesk) -> dict[str, int]:
    def enrol(name: str) -> int:
        draft = CustomerDraft(name, consents=frozenset({Purpose.PHOTO}))
        saved = desk.submit(desk.customers.enrol, desk.act(), draft, Photo(b"thumb", b"full")).result()
        return saved.customer.id

    return {name: enrol(name) for name in NAMES}


@pytest.fixture
def sheet(qtbot: QtBot, faces: dict[str, int], window: CounterWindow) -> QuizSheet:
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: CounterWindow) -> QuizSheet:
    sheet = window.open_sheet(SheetName.QUIZ)
    assert isinstance(sheet, QuizSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def answers(desk: FrontDesk) -> list[bool]:
    return [bool(known) for (known,) in desk.store.read().run("SELECT known FROM quiz_review ORDER BY id")]


def play(qtbot: QtBot, window: CounterWindow, sheet: QuizSheet, wrong: set[str] = frozenset()) -> None:
    """Answer all that is asked; these names wrongly."""
    while (question := sheet.question) is not None:
        right = question.right
        sheet.choose((right + 1) % 4 if question.answer.name in wrong else right)
        sheet.go_on()
    qtbot.waitUntil(lambda: not window.bridge.busy)


def test_a_face_is_shown_with_four_names_and_the_page_does_not_tell_which(sheet: QuizSheet) -> None:
    question = sheet.question
    assert question is not None
    assert question.way is Way.FACE
    assert len({button.text() for button in sheet.page.names}) == 4
    assert sheet.page.face.accessibleName() == "A face"
    assert not sheet.page.go_on.isVisible()


def test_the_right_answer_is_told_and_noted(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, sheet: QuizSheet
) -> None:
    sheet.page.names[sheet.question.right].click()
    assert sheet.page.said.text() == f"Yes, this is {sheet.question.answer.name}."
    assert sheet.page.names[sheet.question.right].property("verdict") == "right"
    assert sheet.page.go_on.hasFocus()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert answers(desk) == [True]


def test_a_wrong_answer_shows_which_one_is_right(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, sheet: QuizSheet
) -> None:
    right = sheet.question.right
    wrong = (right + 1) % 4
    qtbot.keyClick(sheet.page.names[0], Qt.Key(Qt.Key.Key_1 + wrong))
    window.resize(1366, 745)
    qtbot.waitUntil(lambda: window.height() == 745)
    qtbot.waitUntil(lambda: sheet.page._column.verticalScrollBar().maximum() == 0)
    assert sheet.page.said.text().startswith(f"This is {sheet.question.answer.name}.")
    assert sheet.page.names[wrong].property("verdict") == "wrong"
    assert sheet.page.names[right].property("verdict") == "right"
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert answers(desk) == [False]


def test_a_second_tap_on_the_same_question_changes_nothing(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, sheet: QuizSheet
) -> None:
    for place in range(4):
        sheet.page.names[place].click()
        sheet.choose(place)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert len(answers(desk)) == 1


def test_by_keys_alone_to_the_end(qtbot: QtBot, window: CounterWindow, sheet: QuizSheet) -> None:
    for _ in NAMES:
        qtbot.keyClick(sheet.page.first(), Qt.Key(Qt.Key.Key_1 + sheet.question.right))
        qtbot.keyClick(sheet.page.go_on, Qt.Key.Key_Return)
    assert sheet.ended()
    assert sheet.said.text() == "All 5 known. They will feel it."
    assert sheet.another.hasFocus()


def test_the_end_says_who_comes_again_tomorrow(qtbot: QtBot, window: CounterWindow, sheet: QuizSheet) -> None:
    play(qtbot, window, sheet, wrong={"Maly", "Noy"})
    assert sheet.said.text() == "3 of 5 known."
    assert sheet.below.text() == "Maly and Noy come again tomorrow."


def test_another_round_asks_those_first_when_their_day_has_come(
    qtbot: QtBot, window: CounterWindow, sheet: QuizSheet, clock: FakeClock
) -> None:
    play(qtbot, window, sheet, wrong={"Keo"})
    clock.forward(days=1)
    sheet.another.click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert sheet.question.answer.name == "Keo"


def test_known_faces_are_also_asked_by_their_names(
    qtbot: QtBot, window: CounterWindow, sheet: QuizSheet, clock: FakeClock
) -> None:
    play(qtbot, window, sheet)
    clock.forward(days=40)
    sheet.begin()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    while sheet.question.way is Way.FACE:
        sheet.choose(0)
        sheet.go_on()
    assert sheet.page.name.text().startswith(sheet.question.answer.name)
    assert [face.accessibleName() for face in sheet.page.faces] == ["Face 1", "Face 2", "Face 3", "Face 4"]
    sheet.page.faces[sheet.question.right].click()
    assert sheet.page.said.text().startswith("Yes")


def test_a_name_in_other_letters_has_its_sound_beside_it(sheet: QuizSheet) -> None:
    said = " ".join(button.text() for button in sheet.page.names)
    while "ສົມສັກ" not in said:
        sheet.choose(0)
        sheet.go_on()
        said = " ".join(button.text() for button in sheet.page.names)
    assert "somsak" in said.casefold()


def test_without_enough_photos_it_says_kindly_what_is_missing(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = opened(qtbot, window)
    assert sheet.ended()
    assert "4 more customers with a photo" in sheet.below.text()
    assert not sheet.another.isVisible()


def test_it_speaks_the_counters_language_in_the_middle_of_a_question(sheet: QuizSheet) -> None:
    sheet.choose(sheet.question.right)
    english = sheet.page.said.text()
    LANGUAGE.speak("lo")
    assert sheet.page.said.text() != english
    assert sheet.title() != "Names and faces"
