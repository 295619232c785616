"""Two records that are one person, side by side."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.services.errors import DiskFull
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people.merge_sheet import MergeSheet
from frontdesk.ui.widgets.buttons import Weight


@pytest.fixture
def double(desk: FrontDesk, people: list[int]) -> int:
    """Somsak once more: the same phone written in another way, and stamps on both cards."""
    draft = CustomerDraft("Somsak Vongsa", phone="+856 20 5551 4867", email="s@example.com")
    made: int = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    for customer_id, count in ((people[0], 4), (made, 3)):
        desk.submit(desk.loyalty.add_stamps, desk.act(), customer_id, count).result()
    return made


@pytest.fixture
def merge(window: CounterWindow) -> Callable[[int], MergeSheet]:
    def opened(customer_id: int) -> MergeSheet:
        sheet = window.open_sheet(SheetName.MERGE, customer_id=customer_id)
        assert isinstance(sheet, MergeSheet)
        return sheet

    return opened


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def test_the_look_alike_is_offered_joined_and_taken_apart(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], double: int, merge: Any
) -> None:
    sheet = merge(people[0])
    assert sheet.rows[0].customer_id == double
    assert sheet.merge_button.weight is Weight.MUTED
    sheet.rows[0].click()
    assert sheet.result.words.text() == "Together: 7 stamps (4 and 3), 2 visits."
    assert sheet.kept_card.lines()[1:] == ["020 5551 4867", "1 visit, last seen just now", "4 stamps"]
    qtbot.keyClick(sheet.merge_button, Qt.Key.Key_F5)
    wait_for_notice(qtbot, window, "Somsak is one person now")
    assert desk.loyalty.cards(double, desk.now())[0].balance == 7
    assert window.attending.customer_id == people[0]
    window.notices.undo()
    wait_for_notice(qtbot, window, "Somsak Vongsa is a record of its own again.")
    assert desk.loyalty.cards(double, desk.now())[0].balance == 3


def test_the_other_name_can_be_the_one_that_stays(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], double: int, merge: Any
) -> None:
    sheet = merge(people[0])
    sheet.choose(double)
    sheet.swap_button.click()
    sheet.merge()
    wait_for_notice(qtbot, window, "is one person now")
    assert desk.customers.get(people[0]).name == "Somsak Vongsa"


def test_anybody_is_found_by_typing_but_never_oneself(
    window: CounterWindow, people: list[int], double: int, merge: Any
) -> None:
    sheet = merge(people[0])
    sheet.search.setText("somsak")
    sheet.search.chosen.emit()
    sheet.picker.find()
    assert [row.customer_id for row in sheet.rows if not row.isHidden()] == [double]
    sheet.search.setText("maria")
    sheet.picker.find()
    sheet.search.chosen.emit()
    assert sheet.other is not None
    assert sheet.other.customer.id == people[1]


def test_two_presses_are_one_merge_and_a_refusal_leaves_everything(
    qtbot: QtBot,
    desk: FrontDesk,
    people: list[int],
    double: int,
    merge: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = []

    def full(*args: object) -> None:
        calls.append(args)
        raise DiskFull

    monkeypatch.setattr(desk.merging, "merge", full)
    sheet = merge(people[0])
    sheet.merge()
    sheet.choose(double)
    sheet.merge()
    sheet.merge()
    qtbot.waitUntil(lambda: "disk is full" in sheet.words())
    assert len(calls) == 1
    assert sheet.other is not None
    assert sheet.merge_button.weight is Weight.FILLED


def test_nobody_alike_says_so_kindly(window: CounterWindow, people: list[int], merge: Any) -> None:
    sheet = merge(people[3])
    assert sheet.heading() == "Nobody looks alike. Type a name."
    assert sheet.search.hasFocus()
