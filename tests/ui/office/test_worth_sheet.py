"""The page of what customers are worth: sentences that are explained, and open into their people."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.office.worth import Returned
from frontdesk.texts import texts_for
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.worth.explained_row import ExplainedRow
from frontdesk.ui.office.worth_sheet import WorthSheet
from frontdesk.wording.worth import not_again_sentence, returned_sentence
from tests.conftest import FakeClock

DAY = 86_400_000


@pytest.fixture
def year(desk: FrontDesk, people: list[int], clock: FakeClock) -> None:
    """Somsak came each third day of a year, and a friend whom he brought came once."""
    for ago in range(100, 1, -3):
        desk.submit(desk.loyalty.add_stamps, desk.act(clock() - ago * DAY), people[0]).result()
    desk.submit(desk.loyalty.add_stamps, desk.act(clock() - 80 * DAY), people[1]).result()
    desk.submit(desk.referrals.brought, desk.act(), people[1], people[0]).result()


@pytest.fixture
def sheet(qtbot: QtBot, window: CounterWindow, year: None) -> WorthSheet:
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: CounterWindow) -> WorthSheet:
    sheet = window.open_sheet(SheetName.WORTH)
    assert isinstance(sheet, WorthSheet)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    return sheet


def row(sheet: WorthSheet, words: str) -> ExplainedRow:
    return next(each for each in sheet.rows if words in each.sentence())


@pytest.fixture
def listed(sheet: WorthSheet) -> list[tuple[Any, ...]]:
    """What was asked to be shown as a table of customers."""
    asked = list[tuple[Any, ...]]()

    def note(name: SheetName, **facts: Any) -> None:
        asked.append((name, *facts.values()))

    sheet._counter = sheet.people._counter = replace(sheet._counter, open=note)
    return asked


def test_each_figure_is_a_sentence(window: CounterWindow, sheet: WorthSheet) -> None:
    said = [each.sentence() for each in sheet.rows]
    assert said[0] == "Of 2 new customers, 1 came again within 60 days (50 %)."
    assert said[1] == "Your 1 regular comes every 3 days."
    assert "You owe 6 rewards now. What they are worth is not known." in said
    assert not sheet.progress.isVisible()
    assert window.focusWidget() is sheet.rows[0].why


def test_how_it_is_reckoned_opens_below_it(qtbot: QtBot, sheet: WorthSheet) -> None:
    rhythm = row(sheet, "every 3 days")
    assert not rhythm.explanation.isVisible()
    qtbot.keyClick(rhythm.why, Qt.Key.Key_Space)
    assert "five times or more" in rhythm.explanation.text()
    assert rhythm.explanation.isVisible()
    rhythm.why.click()
    assert not rhythm.explanation.isVisible()


def test_a_figure_opens_as_a_table_of_its_people(
    sheet: WorthSheet, listed: list[tuple[Any, ...]], people: list[int]
) -> None:
    row(sheet, "came again").figure.button.click()
    assert listed == [
        (SheetName.CUSTOMERS, (people[1],), "1 new customer did not come again within 60 days.")
    ]


def test_a_list_that_is_shorter_than_its_count_says_why() -> None:
    said = not_again_sentence(texts_for("en"), Returned(1274, 1240, tuple(range(32))))
    assert said.startswith("32 new customers did not come again within 60 days. 2 more did not, either")
    assert returned_sentence(texts_for("en"), Returned(1274, 1240)).startswith(
        "Of 1,274 new customers, 1,240 "
    )


def test_what_is_owed_to_whom_is_said_line_by_line(
    window: CounterWindow, sheet: WorthSheet, listed: list[tuple[Any, ...]], people: list[int]
) -> None:
    row(sheet, "You owe").figure.button.click()
    assert [(each.what, each.when) for each in sheet.people.rows] == [("Somsak", "6 rewards ready")]
    sheet.people.table.click()
    assert listed == [(SheetName.CUSTOMERS, (people[0],), row(sheet, "You owe").sentence())]
    window.give_up()
    assert window.sheets.sheet is sheet
    assert not sheet.people.isVisible()


def test_who_brought_whom_and_a_person_opens_their_greeting(
    window: CounterWindow, sheet: WorthSheet, people: list[int]
) -> None:
    row(sheet, "brought along").figure.button.click()
    [line] = sheet.people.rows
    assert (line.what, line.when) == ("Maria Oliveira", "Brought by Somsak. Came 1 time.")
    LANGUAGE.speak("lo")
    assert sheet.people.rows[0].when != line.when
    sheet.people.rows[0].button.click()
    assert window.attending.customer_id == people[1]


def test_an_empty_shop_is_told_what_will_be_here(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = opened(qtbot, window)
    said = " ".join(each.sentence() for each in sheet.rows)
    assert "Nobody new has had 60 days yet" in said
    assert "Too early to say" in said
    assert sheet.chart is None
    assert all(each.figure.button.isHidden() for each in sheet.rows)


def test_a_cashier_is_told_who_may_see_it(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    cashier = desk.submit(desk.staffing.add_staff, desk.act(), "Maly P.", Role.CASHIER).result()
    desk.take_over(cashier.id).result()
    sheet = opened(qtbot, window)
    assert sheet.rows == []
    assert sheet.sorry.isVisible()
