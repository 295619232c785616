"""How we are doing: drawn, in words, and each figure open to its answers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.care_figures_sheet import CareFiguresSheet
from frontdesk.ui.office.feedback_summary_sheet import FeedbackSummarySheet
from tests.conftest import FakeClock
from tests.services.counter_acts import hire
from tests.services.feedback.feedback_acts import draft, issue, take


@pytest.fixture
def answered(desk: FrontDesk, people: list[int], clock: FakeClock) -> None:
    """Two answers three weeks ago, and six now on a poster."""
    for customer in people[:2]:
        take(desk, issue(desk, customer), draft(Mood.BAD, point=ContactPoint.QUEUE))
    clock.forward(weeks=3)
    poster = issue(desk, format=CardFormat.POSTER)
    for number in range(6):
        mood = Mood.POOR if number == 0 else Mood.GOOD
        take(desk, poster, draft(mood, liked=f"The tea, cup {number}"))


@pytest.fixture
def sheet(qtbot: QtBot, window: CounterWindow, answered: None) -> FeedbackSummarySheet:
    opened = window.open_sheet(SheetName.FEEDBACK_SUMMARY)
    assert isinstance(opened, FeedbackSummarySheet)
    settle(qtbot, window)
    return opened


def settle(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)


def sentences(sheet: FeedbackSummarySheet) -> list[str]:
    return [row.sentence() for row in sheet.rows]


def test_each_figure_says_on_how_many_answers_it_rests(sheet: FeedbackSummarySheet) -> None:
    assert sheet.in_all.text() == ("8 answers came back. Of 8 faces the mean is 3.0 of 5; 3 were not happy.")
    said = sentences(sheet)
    assert said[0].endswith(": 6 answers. Of 6 faces the mean is 3.7 of 5; 17 % were not happy.")
    assert said[1].endswith(": 2 answers, too few to say.")
    assert "Waiting: ticked 2 times." in said
    assert "“The tea”: in 6 answers." in said
    assert "Handed over one by one: of 2 cards, 2 came back; too few to say." in said
    assert any(each.endswith(": 6 answers. Nobody knows how many saw it.") for each in said)


def test_a_figure_opens_into_its_answers_and_the_way_back_leads_to_the_figures(
    qtbot: QtBot, window: CounterWindow, sheet: FeedbackSummarySheet, people: list[int]
) -> None:
    waiting = next(row for row in sheet.rows if row.sentence().startswith("Waiting"))
    waiting.button.click()
    settle(qtbot, window)
    assert sheet.answers.sentence.text() == "Waiting: ticked 2 times."
    assert [row.what for row in sheet.answers.rows] == ["Maria Oliveira", "Somsak"]
    assert sheet.answers.rows[0].when == "3 weeks ago · Bad: Waiting"
    first = sheet.answers.rows[0].button
    assert first is not None
    assert first.hasFocus()
    window.sheets.ask_to_close()
    assert window.sheets.sheet is sheet
    assert not sheet.answers.isVisible()
    waiting.button.click()
    settle(qtbot, window)
    again = sheet.answers.rows[0].button
    assert again is not None
    again.click()
    assert window.sheets.sheet is not sheet, "the answer itself"


def test_the_picture_draws_few_otherwise_than_many_without_any_colour(
    qtbot: QtBot, window: CounterWindow, sheet: FeedbackSummarySheet
) -> None:
    chart = sheet.chart
    assert chart is not None
    assert chart.accessibleName()
    grey = chart.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert (
        len({grey.pixelColor(x, y).value() for x in range(grey.width()) for y in range(0, grey.height(), 3)})
        > 3
    )
    middle = QPoint(round(chart._middle(len(chart.weeks) - 1)), chart.height() // 2)
    with qtbot.waitSignal(chart.week_chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    settle(qtbot, window)
    assert len(sheet.answers.rows) == 6


def test_a_new_shop_is_told_how_to_begin(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = window.open_sheet(SheetName.FEEDBACK_SUMMARY)
    assert isinstance(sheet, FeedbackSummarySheet)
    settle(qtbot, window)
    assert sheet.in_all.text().startswith("No answer came back")
    assert (sheet.rows, sheet.chart) == ([], None)


def test_how_we_care_leads_here_and_a_cashier_is_told_who_may_see_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    care = window.open_sheet(SheetName.CARE_FIGURES)
    assert isinstance(care, CareFiguresSheet)
    desk.take_over(hire(desk, role=Role.CASHIER)).result()
    care.answers.click()
    sheet = window.sheets.sheet
    assert isinstance(sheet, FeedbackSummarySheet)
    settle(qtbot, window)
    assert sheet.sorry.isVisible()
    assert sheet.rows == []


def test_it_speaks_the_counters_language(sheet: FeedbackSummarySheet) -> None:
    english = sentences(sheet)
    LANGUAGE.speak("lo")
    assert not set(english) & set(sentences(sheet))
