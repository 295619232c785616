"""The team's page: who is here, the plan, requests and thanks, each with its Undo."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.team.shifts import ALL_DAY, EARLY
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.team.team_sheet import TeamSheet
from frontdesk.ui.team.thanks_sheet import ThanksSheet
from frontdesk.ui.today.today_sheet import TodaySheet
from frontdesk.ui.widgets.buttons import TextButton
from tests.services.counter_acts import hire

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def la(desk: FrontDesk, people: list[int]) -> int:
    return hire(desk)


@pytest.fixture
def sheet(la: int, window: CounterWindow) -> TeamSheet:
    sheet = window.open_sheet(SheetName.TEAM)
    assert isinstance(sheet, TeamSheet)
    return sheet


def undo(window: CounterWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.notices.undo_button.isHidden())
    window.notices.undo_button.click()


def test_a_tap_on_a_face_says_that_they_came(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    noy_row, la_row = sheet.here.rows
    assert (noy_row.isChecked(), la_row.isChecked()) == (True, False)
    assert la_row.accessibleName() == "La, Not here"
    qtbot.mouseClick(la_row, LEFT)
    qtbot.waitUntil(lambda: window.notices.text() == "La is here.")
    assert sheet.here.rows[1].isChecked()
    assert sheet.here.rows[1] is la_row
    undo(window, qtbot)
    qtbot.waitUntil(lambda: not la_row.isChecked())
    assert not desk.shifts.today(desk.staff_id, desk.now())[1].here


def test_taps_on_the_plan_go_round_and_undo_goes_back(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    day = desk.today() + timedelta(days=2)
    field = sheet.plan.fields[la, day]
    assert (field.text(), field.accessibleName()) == ("", "La, Saturday: not planned")
    for shown, hours in (("✓", ALL_DAY), ("–13", EARLY)):
        qtbot.mouseClick(field, LEFT)
        qtbot.waitUntil(lambda shown=shown: sheet.plan.fields[la, day].text() == shown)
        assert desk.shifts.plan(day, 1)[0].hours == hours
    assert window.notices.text() == "La: till 13:00."
    undo(window, qtbot)
    qtbot.waitUntil(lambda: field.text() == "✓")
    assert field.isChecked()


def test_the_next_week_has_a_plan_of_its_own(
    sheet: TeamSheet, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    desk.submit(desk.shifts.set_hours, desk.act(), la, desk.today() + timedelta(days=7), ALL_DAY).result()
    assert not any(field.text() for field in sheet.plan.fields.values())
    qtbot.mouseClick(sheet.plan.weeks.chip("7"), LEFT)
    assert sheet.plan.fields[la, desk.today() + timedelta(days=7)].text() == "✓"


def test_a_cashier_does_not_plan_and_sees_the_plan_as_it_is(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    desk.take_over(la).result()
    field = sheet.plan.fields[la, desk.today()]
    qtbot.mouseClick(field, LEFT)
    qtbot.waitUntil(lambda: "manager" in window.notices.text())
    assert (field.text(), field.isChecked()) == ("", False)


def test_asked_by_one_and_answered_by_the_other(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    owner = desk.staff_id
    desk.take_over(la).result()
    sheet.requests.refresh()
    QTest.keyClicks(sheet.requests.line, "Sunday off?")
    QTest.keyClick(sheet.requests.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(sheet.requests.own) == 1)
    assert sheet.requests.line.text() == ""
    assert "Sunday" not in window.notices.text()
    assert sheet.requests.to_answer == []
    desk.take_over(owner).result()
    sheet.requests.refresh()
    assert sheet.requests.own == []
    (row,) = sheet.requests.to_answer
    row.words.setText("Enjoy it")
    qtbot.mouseClick(row.buttons[StaffRequestState.YES], LEFT)
    qtbot.waitUntil(lambda: window.notices.text() == "La will see your answer.")
    assert sheet.requests.to_answer == []
    desk.take_over(la).result()
    sheet.requests.refresh()
    assert sheet.requests.own[0].answer.text() == "Yes, says Noy: “Enjoy it”"


def test_who_asks_is_named_and_an_empty_line_is_said(sheet: TeamSheet, desk: FrontDesk, qtbot: QtBot) -> None:
    sheet.requests.ask()
    qtbot.waitUntil(lambda: bool(sheet.requests.field.fault))
    sheet.requests.line.setText("A jug")
    sheet.requests.ask()
    qtbot.waitUntil(lambda: len(sheet.requests.own) == 1)
    assert desk.staff_requests.of(desk.staff_id)[0].text == "A jug"


def test_a_withdrawn_request_comes_back(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, qtbot: QtBot
) -> None:
    desk.submit(desk.staff_requests.ask, desk.act(), "A jug").result()
    sheet.requests.refresh()
    sheet.requests.own[0].withdrawn.emit(sheet.requests.own[0].request.id)
    qtbot.waitUntil(lambda: sheet.requests.own == [])
    undo(window, qtbot)
    qtbot.waitUntil(lambda: len(sheet.requests.own) == 1)


def test_typed_words_stay_while_others_do_things(
    sheet: TeamSheet, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    owner = desk.staff_id
    desk.take_over(la).result()
    desk.submit(desk.staff_requests.ask, desk.act(), "Sunday off?").result()
    desk.take_over(owner).result()
    sheet.refresh()
    sheet.requests.to_answer[0].words.setText("Let me")
    qtbot.mouseClick(sheet.here.rows[1], LEFT)
    qtbot.waitUntil(lambda: not sheet._counter.bridge.busy)
    assert sheet.requests.to_answer[0].words.text() == "Let me"


def test_thanks_are_passed_on_with_one_tap(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, la: int, people: list[int], qtbot: QtBot
) -> None:
    desk.submit(desk.staff_thanks.thank, desk.act(), la, "So kind", people[0]).result()
    sheet.refresh()
    (row,) = sheet.thanks.rows
    assert (row.who.text(), row.words.text()) == ("For La, from Somsak", "“So kind”")
    assert sheet.here.rows[1].below().endswith("thanked once")
    row.passed_on.emit(row.thanks.id)
    qtbot.waitUntil(lambda: window.notices.text() == "La knows it now.")
    assert desk.staff_thanks.waiting() == ()
    undo(window, qtbot)
    qtbot.waitUntil(lambda: len(desk.staff_thanks.waiting()) == 1)


def test_a_customer_thanks_with_a_tap_on_the_face(
    window: CounterWindow, desk: FrontDesk, la: int, people: list[int], qtbot: QtBot
) -> None:
    window.activateWindow()
    window.attending.choose(people[0])
    sheet = window.open_sheet(SheetName.THANKS, customer_id=people[0])
    assert isinstance(sheet, ThanksSheet)
    assert window.focusWidget() is sheet.words
    sheet.words.setText("So patient")  # typed as fast as a test types, it would be a scan
    QTest.keyClick(sheet.words, Qt.Key.Key_Down)
    face = next(each for each in sheet.faces if each.text() == "La")
    while window.focusWidget() is not face:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(face, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "For La, from Somsak" in window.notices.text())
    assert window.sheets.sheet is None
    (thanks,) = desk.staff_thanks.waiting()
    assert (thanks.words, thanks.customer_id) == ("So patient", people[0])
    undo(window, qtbot)
    qtbot.waitUntil(lambda: desk.staff_thanks.waiting() == ())


def test_thanks_of_somebody_we_do_not_know(
    sheet: TeamSheet, window: CounterWindow, desk: FrontDesk, qtbot: QtBot
) -> None:
    qtbot.mouseClick(sheet.thanks.note_button, LEFT)
    noting = window.sheets.sheet
    assert isinstance(noting, ThanksSheet)
    noting.thank(desk.staff_id)
    qtbot.waitUntil(lambda: len(desk.staff_thanks.waiting()) == 1)
    assert desk.staff_thanks.waiting()[0].customer_id is None


def test_it_speaks_the_counters_language(sheet: TeamSheet) -> None:
    before = sheet.title(), sheet.here.rows[0].below(), sheet.door.text()
    LANGUAGE.speak("lo")
    after = sheet.title(), sheet.here.rows[0].below(), sheet.door.text()
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_whoever_takes_over_is_greeted_once_a_day(
    window: CounterWindow, desk: FrontDesk, la: int, people: list[int], qtbot: QtBot
) -> None:
    hire(desk, "Ta", Role.MANAGER)
    desk.submit(desk.staff_thanks.thank, desk.act(), la, "", people[0]).result()
    owner = desk.staff_id
    window.till.hand_over(la)
    qtbot.waitUntil(lambda: "Good morning!" in window.notices.text())
    said = window.notices.text()
    assert said.startswith("La is at the till now. Good morning!")
    assert said.endswith("A customer thanked you.")
    window.till.hand_over(owner)
    qtbot.waitUntil(lambda: window.notices.text().startswith("Noy"))
    window.till.hand_over(la)
    qtbot.waitUntil(lambda: window.notices.text() == "La is at the till now.")


def test_today_says_whose_request_waits_and_leads_to_it(
    window: CounterWindow, desk: FrontDesk, la: int, qtbot: QtBot
) -> None:
    owner = desk.staff_id
    desk.take_over(la).result()
    desk.submit(desk.staff_requests.ask, desk.act(), "A raise").result()
    desk.take_over(owner).result()
    today = window.open_sheet(SheetName.TODAY)
    assert isinstance(today, TodaySheet)
    qtbot.waitUntil(lambda: today.reading.settled)
    said = " ".join(each.accessibleName() for each in today.findChildren(QWidget))
    assert "La" in said
    assert "raise" not in said
    qtbot.mouseClick(next(each for each in today.findChildren(TextButton) if each.text() == "Open"), LEFT)
    assert isinstance(window.sheets.sheet, TeamSheet)
    assert [row.text.text() for row in window.sheets.sheet.requests.to_answer] == ["A raise"]
