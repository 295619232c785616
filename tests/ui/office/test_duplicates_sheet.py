"""Possible doubles: one tap joins two records, one says that they are two people."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.office.duplicates_sheet import DuplicatesSheet


@pytest.fixture
def twin(desk: FrontDesk, people: list[int]) -> int:
    """ສົມສັກ, enrolled once more."""
    draft = CustomerDraft("ສົມສັກ", phone="+856 20 5551 4867")
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def open_doubles(qtbot: QtBot, window: CounterWindow, pairs: int) -> DuplicatesSheet:
    sheet = window.open_sheet(SheetName.DUPLICATES)
    assert isinstance(sheet, DuplicatesSheet)
    qtbot.waitUntil(lambda: bool(sheet.words.text()))
    assert len(sheet.rows) == pairs
    return sheet


def test_a_shop_without_doubles_says_so(qtbot: QtBot, window: CounterWindow) -> None:
    sheet = open_doubles(qtbot, window, 0)
    assert sheet.words.text() == "No two records look like one person."


def test_two_become_one_with_a_tap_and_two_again_with_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], twin: int
) -> None:
    sheet = open_doubles(qtbot, window, 1)
    qtbot.mouseClick(sheet.rows[0].join, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "one record now" in window.notices.text())
    assert sheet.rows == []
    assert [merge.absorbed_id for merge in desk.merging.of(people[0])] == [twin]
    window.notices.undo()
    qtbot.waitUntil(lambda: len(sheet.rows) == 1)
    assert desk.merging.of(people[0]) == ()


def test_two_people_are_not_offered_again(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, twin: int
) -> None:
    sheet = open_doubles(qtbot, window, 1)
    qtbot.keyClick(sheet.rows[0].two, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "not offered again" in window.notices.text())
    assert sheet.rows == []
    assert desk.doubles.find(desk.act()) == ()
    window.notices.undo()
    qtbot.waitUntil(lambda: len(sheet.rows) == 1)


def test_whoever_is_joined_elsewhere_goes_from_the_list(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], twin: int
) -> None:
    sheet = open_doubles(qtbot, window, 1)
    window.bridge.submit(desk.merging.merge, desk.act(), people[0], twin)
    qtbot.waitUntil(lambda: sheet.rows == [])
