"""The page "How we care": sentences that open into people, people who open their greeting."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.requests import RequestState
from frontdesk.ui.contact.left_sheet import LeftSheet
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.care_figures_sheet import CareFiguresSheet
from frontdesk.ui.office.figure_row import FigureRow
from tests.conftest import FakeClock

HOUR = 3_600_000


@pytest.fixture
def late(desk: FrontDesk, people: list[int], clock: FakeClock) -> None:
    """A promise to Maria that was broken, and one to Anna that was kept."""
    for place, what in ((1, "Cake for twelve"), (2, "Window table")):
        desk.submit(desk.requests.ask, desk.act(), people[place], what, "", clock() + HOUR).result()
    [table] = desk.requests.of(people[2])
    for step in (RequestState.IN_PROGRESS, RequestState.READY):
        desk.submit(desk.requests.move, desk.act(), table.id, step).result()
    clock.forward(hours=3)


@pytest.fixture
def sheet(qtbot: QtBot, window: CounterWindow, late: None) -> CareFiguresSheet:
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: CounterWindow) -> CareFiguresSheet:
    sheet = window.open_sheet(SheetName.CARE_FIGURES)
    assert isinstance(sheet, CareFiguresSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def promises(sheet: CareFiguresSheet) -> FigureRow:
    return next(row for row in sheet.rows if "promise" in row.sentence())


def test_a_figure_is_a_sentence(sheet: CareFiguresSheet) -> None:
    assert promises(sheet).sentence() == "Of 2 promises, 1 were kept (50 %)."
    assert promises(sheet).button.text() == "List of 2"
    assert not sheet.progress.isVisible()


def test_it_opens_into_its_people_those_it_was_not_true_for_first(sheet: CareFiguresSheet) -> None:
    promises(sheet).button.click()
    assert sheet.people.sentence.text() == promises(sheet).sentence()
    assert [row.what for row in sheet.people.rows] == ["Maria Oliveira", "<b>Anna</b> & Co"]
    assert "Cake for twelve" in sheet.people.rows[0].when
    assert sheet.people.rows[0].button.hasFocus()


def test_a_person_opens_their_greeting(
    window: CounterWindow, sheet: CareFiguresSheet, people: list[int]
) -> None:
    promises(sheet).button.click()
    sheet.people.rows[0].button.click()
    assert window.attending.customer_id == people[1]
    assert window.sheets.sheet is None


def test_by_keys_alone_and_back_again(qtbot: QtBot, window: CounterWindow, sheet: CareFiguresSheet) -> None:
    promises(sheet).button.setFocus()
    qtbot.keyClick(promises(sheet).button, Qt.Key.Key_Return)
    assert sheet.people.isVisible()
    window.give_up()
    assert window.sheets.sheet is sheet
    assert not sheet.people.isVisible()
    window.give_up()
    assert window.sheets.sheet is None


def test_a_chapter_with_nothing_says_what_would_fill_it(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = opened(qtbot, window)
    assert sheet.rows == []
    said = " ".join(each.text() for each in sheet.findChildren(type(sheet.people.sentence)))
    assert "Give a request a time" in said
    assert "Press Space when somebody comes in" in said


def test_another_span_asks_anew(
    qtbot: QtBot, window: CounterWindow, sheet: CareFiguresSheet, clock: FakeClock
) -> None:
    clock.forward(days=20)
    sheet.chips[CareSpan.THIS_WEEK].click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert not [row for row in sheet.rows if "promise" in row.sentence()]
    sheet.chips[CareSpan.FOUR_WEEKS].click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert promises(sheet).counted


def test_a_cashier_is_told_kindly_and_a_manager_who_takes_over_sees_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, late: None
) -> None:
    owner = desk.staff_id
    cashier = desk.submit(desk.staffing.add_staff, desk.act(), "Maly P.", Role.CASHIER).result()
    desk.take_over(cashier.id).result()
    sheet = opened(qtbot, window)
    assert sheet.rows == []
    assert sheet.sorry.isVisible()
    assert window.notices.text() == sheet.sorry.text()
    window.till.hand_over(owner)
    qtbot.waitUntil(lambda: bool(sheet.rows))
    assert not sheet.sorry.isVisible()


def test_whoever_leaves_the_page_waits_for_nothing(window: CounterWindow, late: None) -> None:
    sheet = window.open_sheet(SheetName.CARE_FIGURES)
    assert isinstance(sheet, CareFiguresSheet)
    window.give_up()
    assert window.sheets.sheet is None


def test_it_speaks_the_counters_language(sheet: CareFiguresSheet) -> None:
    english = promises(sheet).sentence()
    place = sheet.rows.index(promises(sheet))
    LANGUAGE.speak("lo")
    assert sheet.rows[place].sentence() != english


def test_whoever_left_is_found_on_the_page_of_those_who_left(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], clock: FakeClock
) -> None:
    desk.submit(desk.leaving.leave, desk.act(), people[1]).result()
    clock.forward(minutes=1)
    sheet = opened(qtbot, window)
    [left] = [row for row in sheet.rows if "left" in row.sentence()]
    left.button.click()
    sheet.people.rows[0].button.click()
    assert isinstance(window.sheets.sheet, LeftSheet)
