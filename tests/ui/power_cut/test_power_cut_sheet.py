"""The page for power cuts: a line is keyed in with the keyboard alone, or by touch; each stands at once."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.paper.power_sheets import Free, PowerSheet, Written
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.power_cut.new_sheet import NewSheet
from frontdesk.ui.power_cut.power_cut_sheet import PowerCutSheet
from frontdesk.ui.prints.printer import Printers
from tests.conftest import FakeClock


@pytest.fixture
def sheet(desk: FrontDesk, people: list[int], clock: FakeClock) -> PowerSheet:
    """Printed at 8:30; it is half past four now. Three of the four people are on it."""
    made: PowerSheet = desk.submit(desk.power_sheets.make, desk.act(), people[:3]).result()
    clock.forward(hours=8)
    return made


@pytest.fixture
def page(window: CounterWindow, sheet: PowerSheet) -> PowerCutSheet:
    return opened(window)


def opened(window: CounterWindow) -> PowerCutSheet:
    shown = window.open_sheet(SheetName.POWER_CUT)
    assert isinstance(shown, PowerCutSheet)
    return shown


def press(qtbot: QtBot, *keys: str) -> None:
    """Type on whatever has the focus; "\\n" is Enter."""
    for each in keys:
        at = QApplication.focusWidget()
        assert isinstance(at, QWidget)
        if each == "\n":
            qtbot.keyClick(at, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(at, each)


def keyed(qtbot: QtBot, page: PowerCutSheet, count: int) -> None:
    qtbot.waitUntil(lambda: len(page.keyed.rows) == count, timeout=3000)


def row_texts(page: PowerCutSheet) -> list[tuple[str, str]]:
    return [(row.what, row.when) for row in page.keyed.rows]


def test_a_line_is_keyed_in_by_keyboard_alone(
    qtbot: QtBot, desk: FrontDesk, people: list[int], page: PowerCutSheet
) -> None:
    assert QApplication.focusWidget() is page.keying.number
    press(qtbot, "2", "\n", "915", "\n", "3", "\n")
    keyed(qtbot, page, 1)
    assert row_texts(page) == [("2 · Maria Oliveira", "3 stamps · earlier today, 9:15")]
    assert desk.loyalty.cards(people[1], desk.now())[0].balance == 3
    then = datetime.fromtimestamp(
        desk.greetings.open(people[1], desk.now()).recent[0].started_at / 1000, desk.zone
    )
    assert (then.hour, then.minute) == (9, 15)
    assert QApplication.focusWidget() is page.keying.number, "ready for the next line"
    press(qtbot, "3", "\n", "\n", "\n")
    keyed(qtbot, page, 2)
    assert page.keyed.rows[0].when.endswith("9:15"), "the time stays: the next one came soon after"
    assert page.keyed.sum.text() == "Stamps: 4. People: 2. Given free: 0."


def test_keyed_in_twice_is_said_and_gives_nothing(
    qtbot: QtBot, desk: FrontDesk, people: list[int], window: CounterWindow, page: PowerCutSheet
) -> None:
    for _ in range(2):
        press(qtbot, "1", "\n", "915", "\n", "2", "\n")
        qtbot.waitUntil(lambda: page.keying.number.text() == "", timeout=3000)
    keyed(qtbot, page, 1)
    assert window.notices.text().startswith("Line 1 at 9:15 is keyed in already.")
    assert desk.loyalty.cards(people[0], desk.now())[0].balance == 2


def test_a_line_is_chosen_by_touch_and_a_free_one_waits_for_the_manager(
    qtbot: QtBot, desk: FrontDesk, people: list[int], page: PowerCutSheet
) -> None:
    qtbot.mouseClick(page.printed.rows[0], Qt.MouseButton.LeftButton)
    assert page.keying.who.text() == "Somsak"
    page.keying.time.put(datetime(2026, 11, 19, 10, 40).time())
    qtbot.mouseClick(page.keying.free, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.keying.enter, Qt.MouseButton.LeftButton)
    keyed(qtbot, page, 1)
    (row,) = page.keyed.rows
    assert row.when.startswith("free one still open")
    assert [button.text() for button in row.buttons] == ["Take it now", "On the house", "Undo"]
    assert page.printed.rows[0].below() == "keyed in: 10:40"
    qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.keyed.rows[0].buttons) == 1, timeout=3000)
    assert desk.keying_in.keyed(page.sheet().id)[0].free is Free.LET_BE


def test_undo_beside_a_line_takes_it_back(
    qtbot: QtBot, desk: FrontDesk, people: list[int], page: PowerCutSheet
) -> None:
    press(qtbot, "1", "\n", "915", "\n", "2", "\n")
    keyed(qtbot, page, 1)
    qtbot.mouseClick(page.keyed.rows[0].buttons[-1], Qt.MouseButton.LeftButton)
    keyed(qtbot, page, 0)
    assert desk.loyalty.cards(people[0], desk.now())[0].balance == 0


def test_a_tap_that_bounces_takes_one_step_back(
    qtbot: QtBot, desk: FrontDesk, people: list[int], page: PowerCutSheet
) -> None:
    for number in (1, 2):
        written = Written(page.sheet().id, number, people[number - 1], desk.now() - 60_000, 2, number == 2)
        act = desk.keying_in.act_for(desk.act(), written)
        outcome = desk.submit(desk.keying_in.key_in, act, written).result()
    desk.submit(desk.keying_in.let_be, desk.act(), outcome.gesture).result()
    page.refresh()
    undo = page.keyed.rows[0].buttons[-1]
    for _ in range(2):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.keyed.rows[0].buttons) == 3, timeout=3000)
    qtbot.mouseClick(page.keyed.rows[0].buttons[-1], Qt.MouseButton.LeftButton)
    assert not page._counter.bridge.busy, "it comes too soon to be meant"
    assert [each.free for each in desk.keying_in.keyed(page.sheet().id)] == [Free.OPEN, Free.NONE]


def test_an_empty_line_asks_who_was_written_there_and_knows_it_from_then_on(
    qtbot: QtBot, desk: FrontDesk, people: list[int], page: PowerCutSheet
) -> None:
    press(qtbot, "9", "\n")
    assert QApplication.focusWidget() is page.picker.search
    assert page.picker.heading() == "Who is written on line 9?"
    page.picker.search.setText("გიორგი")
    page.picker.find()
    qtbot.mouseClick(page.picker.rows[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.keying.time.line
    press(qtbot, "1000", "\n", "\n", "\n")
    keyed(qtbot, page, 1)
    assert desk.loyalty.cards(people[3], desk.now())[0].balance == 1
    press(qtbot, "9", "\n")
    assert QApplication.focusWidget() is page.keying.time.line
    assert page.keying.who.text() == "გიორგი ბერიძე"


def test_what_is_missing_is_asked_for_and_nothing_is_written(
    qtbot: QtBot, desk: FrontDesk, page: PowerCutSheet
) -> None:
    press(qtbot, "99", "\n")
    assert QApplication.focusWidget() is page.keying.number
    assert page.keying.who.text() == "There is no such line on this sheet."
    page.keying.number.clear()
    press(qtbot, "1", "\n", "x", "\n")
    assert QApplication.focusWidget() is page.keying.time.line
    page.keying.submit()
    assert QApplication.focusWidget() is page.keying.time.line
    assert desk.keying_in.keyed(page.sheet().id) == ()


def test_a_refused_line_keeps_what_was_typed(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, page: PowerCutSheet
) -> None:
    press(qtbot, "1", "\n", "2350", "\n", "\n")
    qtbot.waitUntil(lambda: "has not come yet" in window.notices.text(), timeout=3000)
    assert (page.keying.number.text(), page.keying.time.line.text()) == ("1", "2350")
    assert page.keying.isAncestorOf(QApplication.focusWidget()), "it is typed over at once"
    assert page.keyed.rows == []


def test_days_reach_back_to_the_sheet(
    qtbot: QtBot,
    desk: FrontDesk,
    people: list[int],
    window: CounterWindow,
    sheet: PowerSheet,
    clock: FakeClock,
) -> None:
    clock.forward(days=2)
    page = opened(window)
    assert [page.day.itemText(place) for place in range(page.day.count())] == [
        "Today",
        "Yesterday",
        "Thursday",
    ]
    page.day.choose("2")
    press(qtbot, "1", "\n", "915", "\n", "\n")
    keyed(qtbot, page, 1)
    assert desk.keying_in.keyed(sheet.id)[0].came_at < desk.now() - 2 * 24 * 3_600_000


def test_it_goes_on_where_it_was_left(
    qtbot: QtBot, window: CounterWindow, page: PowerCutSheet, people: list[int]
) -> None:
    press(qtbot, "1", "\n", "915", "\n", "2", "\n")
    keyed(qtbot, page, 1)
    window.sheets.ask_to_close()
    again = opened(window)
    assert row_texts(again) == [("1 · Somsak", "2 stamps · earlier today, 9:15")]
    LANGUAGE.speak("lo")
    assert again.keyed.rows[0].what == "1 · Somsak"


def test_a_sheet_that_is_old_says_so(window: CounterWindow, sheet: PowerSheet, clock: FakeClock) -> None:
    assert opened(window).age.isHidden()
    clock.forward(days=15)
    assert not opened(window).age.isHidden()


def test_without_a_sheet_it_says_what_one_is_for(window: CounterWindow) -> None:
    page = opened(window)
    assert page._body.isHidden()
    assert QApplication.focusWidget() is page.new.save_button, "without a printer a PDF is the way out"


def test_a_new_sheet_is_recorded_and_saved(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, tmp_path: Path
) -> None:
    target = tmp_path / "sheet.pdf"
    new = NewSheet(window.lent, ask_path=lambda *_: target)
    qtbot.addWidget(new)
    with qtbot.waitSignal(new.made, timeout=3000):
        new.save()
    qtbot.waitUntil(target.exists, timeout=10_000)
    qtbot.waitUntil(lambda: "Saved: sheet.pdf" in window.notices.text(), timeout=3000)
    (sheet,) = desk.power_sheets.sheets()
    assert [row.name for row in sheet.rows] == ["<b>Anna</b> & C.", "Maria O.", "Somsak", "გიორგი ბ."]


def test_whoever_changes_their_mind_has_made_none(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow
) -> None:
    new = NewSheet(window.lent, ask_path=lambda *_: None)
    qtbot.addWidget(new)
    new.save()
    assert desk.power_sheets.sheets() == ()


def test_with_a_printer_one_tap_prints(qtbot: QtBot, desk: FrontDesk, window: CounterWindow) -> None:
    printed: list[Any] = []

    def take(name: str, job: Any, **_: Any) -> Any:
        printed.append((name, len(job.prints)))
        return "done"

    new = NewSheet(window.lent, print_to=take)
    qtbot.addWidget(new)
    new.press._on_printers(Printers(("Canon",), "Canon"))
    with qtbot.waitSignal(new.made, timeout=3000):
        new.print_button.click()
    qtbot.waitUntil(lambda: bool(printed), timeout=3000)
    assert printed == [("Canon", 1)]


def test_a_cashier_is_told_who_settles(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, page: PowerCutSheet
) -> None:
    desk.staff_id = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    press(qtbot, "1", "\n", "915", "\n", "0", "\n")
    page.keying.free.setChecked(True)
    press(qtbot, "\n")
    keyed(qtbot, page, 1)
    qtbot.mouseClick(page.keyed.rows[0].buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "manager" in window.notices.text(), timeout=3000)
    assert desk.keying_in.keyed(page.sheet().id)[0].free is Free.OPEN


def test_a_digit_typed_anywhere_begins_a_line(qtbot: QtBot, page: PowerCutSheet) -> None:
    page.new.save_button.setFocus()
    press(qtbot, "2")
    assert QApplication.focusWidget() is page.keying.number
    assert (page.keying.number.text(), page.keying.who.text()) == ("2", "Maria O.")
    press(qtbot, "8")
    assert page.keying.number.text() == "28"


def test_a_new_sheet_leaves_the_paper_that_is_keyed_in_and_enter_makes_no_other(
    qtbot: QtBot, desk: FrontDesk, window: CounterWindow, page: PowerCutSheet, tmp_path: Path
) -> None:
    page.new._ask_path = lambda *_: tmp_path / "sheet.pdf"
    assert page.which_paper.text() == "Paper: sheet 1"
    page.new.save_button.setFocus()
    with qtbot.waitSignal(page.new.made, timeout=3000):
        page.new.save_button.click()
    assert page.which_paper.text() == "Paper: sheet 1"
    assert QApplication.focusWidget() is page.keying.number
    press(qtbot, "\n", "\n")
    assert len(desk.power_sheets.sheets()) == 2
    qtbot.waitUntil(lambda: "Saved: sheet.pdf" in window.notices.text(), timeout=10_000)
    window.sheets.ask_to_close()
    assert opened(window).which_paper.text() == "Paper: sheet 1", (
        "the one that was just made has nothing on it"
    )
