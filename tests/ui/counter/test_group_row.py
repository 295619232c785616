"""A shared card in the greeting: whose it is, one tap for the stamp, and one Undo."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.group_row import GroupRow
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.strips import SeveralStrip
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.people.group_sheet import GroupSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a pop-up, drawn into memory


@pytest.fixture
def office(desk: FrontDesk, people: list[int]) -> int:
    """Somsak and Maria share the card of Anna & Co."""
    for member in people[:2]:
        desk.submit(desk.groups.join, desk.act(), member, people[2]).result()
    return people[2]


def row_of(window: CounterWindow) -> GroupRow:
    return window.greeting.group


def balance(desk: FrontDesk, customer: int) -> int:
    return desk.loyalty.cards(customer, desk.now())[0].balance


def test_whoever_shares_no_card_sees_nothing_of_it(window: CounterWindow, people: list[int]) -> None:
    window.attending.choose(people[3])
    assert row_of(window).isHidden()


def test_a_member_is_greeted_with_the_card_they_share(
    window: CounterWindow, desk: FrontDesk, people: list[int], office: int
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), office, 4).result()
    window.attending.choose(people[0])
    row = row_of(window)
    assert row.words.text() == "Shares the card of <b>Anna</b> & Co (4 of 5)"
    assert not row.stamp.isHidden()
    assert row.redeem.isHidden()


def test_the_holder_sees_who_shares(window: CounterWindow, people: list[int], office: int) -> None:
    window.attending.choose(office)
    assert row_of(window).words.text() == "Shared by Somsak, Maria Oliveira"
    assert row_of(window).stamp.isHidden()


def test_one_tap_stamps_the_shared_card_and_one_undo_takes_it_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], office: int
) -> None:
    window.attending.choose(people[0])
    qtbot.mouseClick(row_of(window).stamp, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: balance(desk, office) == 1, timeout=3000)
    qtbot.waitUntil(lambda: "(1 of 5)" in row_of(window).words.text(), timeout=3000)
    assert window.notices.text() == "Somsak: 1 stamp for <b>Anna</b> & Co (1 of 5)."
    assert balance(desk, people[0]) == 0
    assert desk.greetings.open(people[0], desk.now()).summary.visits == 1
    window.notices.undo()
    qtbot.waitUntil(lambda: balance(desk, office) == 0, timeout=3000)
    qtbot.waitUntil(lambda: "(0 of 5)" in row_of(window).words.text(), timeout=3000)


def test_several_at_once_are_one_act(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], office: int
) -> None:
    window.attending.choose(people[0])
    qtbot.mouseClick(row_of(window).several, Qt.MouseButton.LeftButton)
    strip = QApplication.activePopupWidget()
    assert isinstance(strip, SeveralStrip)
    strip.choose(3)
    qtbot.waitUntil(lambda: balance(desk, office) == 3, timeout=3000)
    assert len(desk.loyalty.history(office)) == 1


def test_a_reward_of_the_shared_card_is_taken_by_a_member(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], office: int
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), office, 5).result()
    window.attending.choose(people[1])
    row = row_of(window)
    assert row.words.text().endswith("a reward is ready")
    qtbot.mouseClick(row.redeem, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: balance(desk, office) == 0, timeout=3000)
    qtbot.waitUntil(lambda: "took a reward" in window.notices.text(), timeout=3000)


def test_a_card_is_shared_by_one_search_and_one_tap(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    window.attending.choose(people[0])
    window.greeting.acts.page_wanted.emit(SheetName.GROUP)
    sheet = window.sheets.sheet
    assert isinstance(sheet, GroupSheet)
    sheet.picker.search.setText("Anna")
    sheet.picker.find()
    qtbot.mouseClick(sheet.picker.rows[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not row_of(window).isHidden(), timeout=3000)
    assert window.notices.text() == "Somsak shares the card of <b>Anna</b> & Co now."
    window.notices.undo()
    qtbot.waitUntil(lambda: row_of(window).isHidden(), timeout=3000)


def test_others_are_added_to_a_card_one_after_the_other_and_removed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    sheet: Any = window.open_sheet(SheetName.GROUP, customer_id=people[2])
    qtbot.mouseClick(sheet.way.chip("adds"), Qt.MouseButton.LeftButton)
    for count, name in ((1, "Somsak"), (2, "Maria")):
        sheet.picker.search.setText(name)
        sheet.picker.find()
        qtbot.mouseClick(sheet.picker.rows[0], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda count=count: len(sheet.rows) == count, timeout=3000)
    qtbot.mouseClick(sheet.rows[0].buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(sheet.rows) == 1, timeout=3000)
    assert [member.address for member in desk.groups.of(people[2], desk.now()).members] == ["Maria Oliveira"]


def test_a_group_cannot_join_a_group_and_that_is_said(
    qtbot: QtBot, window: CounterWindow, people: list[int], office: int
) -> None:
    window.lent.bridge.submit(window.desk.groups.join, window.desk.act(), office, people[3])
    qtbot.waitUntil(lambda: "another group" in window.notices.text(), timeout=3000)


def test_it_speaks_the_language_of_the_counter(window: CounterWindow, people: list[int], office: int) -> None:
    window.attending.choose(people[0])
    english = row_of(window).stamp.text()
    LANGUAGE.speak("lo")
    assert row_of(window).stamp.text() != english
