"""The page of all customers: by finger, mouse and keys; it follows the shop, and a manager only sees it."""

from array import array
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customer_filters import Asks, Column, Condition, CustomerFilter, SortBy
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.office.customers import bulk_bar
from frontdesk.ui.office.customers.column_layout import USUAL, ColumnLayout, layout_from
from frontdesk.ui.office.customers.name_order import order_for
from frontdesk.ui.office.customers.table_model import CHECK, COLUMNS, CustomerTableModel
from frontdesk.ui.office.customers_sheet import CustomersSheet
from tests.conftest import FakeClock
from tests.naughty import HALVES, NAUGHTY
from tests.services.counter_acts import hire

SECTION = {column: place for place, column in enumerate(COLUMNS, 1)}


@pytest.fixture
def more(desk: FrontDesk, people: list[int], clock: FakeClock) -> list[int]:
    """Ten people: the four of the counter, and six more who came once to six times."""
    ids = list(people)
    for number in range(1, 7):
        draft = CustomerDraft(f"Guest {number}", phone=f"020 5551 500{number}", language="lo")
        ids.append(desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id)
        for _ in range(number):
            clock.forward(hours=1)
            desk.submit(desk.loyalty.add_stamps, desk.act(), ids[-1]).result()
    return ids


@pytest.fixture
def sheet(qtbot: QtBot, window: CounterWindow, more: list[int]) -> CustomersSheet:
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: CounterWindow, **facts: object) -> CustomersSheet:
    sheet = window.open_sheet(SheetName.CUSTOMERS, **facts)
    assert isinstance(sheet, CustomersSheet)
    settle(qtbot, window)
    return sheet


def settle(qtbot: QtBot, window: CounterWindow) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy)


def names(sheet: CustomersSheet) -> list[str]:
    return [sheet.model.words(row, Column.NAME) for row in range(sheet.model.rowCount())]


def cell(sheet: CustomersSheet, row: int, column: Column | None) -> QPoint:
    section = CHECK if column is None else SECTION[column]
    return sheet.table.visualRect(sheet.model.index(row, section)).center()


def tap(qtbot: QtBot, sheet: CustomersSheet, row: int, column: Column | None, keys: object = None) -> None:
    modifier = keys or Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, modifier, cell(sheet, row, column))


def tap_head(qtbot: QtBot, sheet: CustomersSheet, column: Column, *, funnel: bool = False) -> None:
    head, section = sheet.table.head, SECTION[column]
    left = head.sectionViewportPosition(section)
    place = QPoint(left + (head.sectionSize(section) - 12 if funnel else 20), head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


# --- sorting and asking ---


def test_a_tap_on_a_head_sorts_and_another_turns_it_round(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    assert names(sheet)[:2] == ["Guest 6", "Guest 5"]  # who came last
    tap_head(qtbot, sheet, Column.VISITS)
    settle(qtbot, window)
    assert sheet.model.order == (SortBy(Column.VISITS, True), SortBy(Column.LAST_VISIT, True))
    assert names(sheet)[0] == "Guest 6"
    tap_head(qtbot, sheet, Column.VISITS)
    settle(qtbot, window)
    assert names(sheet)[-1] == "Guest 6"


def test_a_question_narrows_it_down_until_its_chip_is_tapped(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    tap_head(qtbot, sheet, Column.VISITS, funnel=True)
    assert sheet.panel.isVisible()
    sheet.panel.least.setText("5")
    qtbot.keyClick(sheet.panel.least, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert names(sheet) == ["Guest 6", "Guest 5"]
    assert not sheet.panel.isVisible()
    assert sheet.page.count.text() == "2 of 10 customers · 11 visits so far · 11 stamps on cards"
    [chip] = sheet.chips.chips
    assert chip.text() == "Visits: 5 or more"
    chip.click()
    settle(qtbot, window)
    assert len(names(sheet)) == 10


def test_questions_come_back_into_their_fields(sheet: CustomersSheet) -> None:
    days = Condition(Column.LAST_VISIT, Asks.DAYS, least=float(date(2026, 11, 1).toordinal()))
    states = Condition(Column.STATE, Asks.ONE_OF, values=frozenset({"NEW", "LOST"}))
    phone = Condition(Column.PHONE, Asks.CONTAINS, "5551")
    sheet.ask(CustomerFilter((days, states, phone)))
    for condition in (days, states, phone):
        sheet.open_filter(condition.column)
        assert sheet.panel._condition() == condition


def test_what_is_typed_in_the_table_goes_to_the_line_that_finds(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    assert sheet.first_focus() is sheet.table
    sheet.table.setFocus()
    qtbot.keyClicks(sheet.table, "g")
    assert sheet.search.text() == "g"
    sheet.search.setText("guest 3")
    settle(qtbot, window)
    assert names(sheet) == ["Guest 3"]
    assert not sheet.may_close()
    settle(qtbot, window)
    assert len(names(sheet)) == 10
    assert sheet.may_close()


def test_names_stand_in_the_order_of_the_language_that_is_spoken(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    sheet.sort_by(Column.NAME)
    settle(qtbot, window)
    assert names(sheet)[0] == "<b>Anna</b> & Co"
    assert names(sheet)[-1] == "ສົມສັກ ວົງສາ"
    LANGUAGE.speak("lo")
    settle(qtbot, window)
    assert names(sheet)[0] != "Guest 1"
    assert names(sheet).index("ສົມສັກ ວົງສາ") < names(sheet).index("Maria Oliveira")


@pytest.mark.parametrize(
    ("language", "shuffled", "in_order"),
    [
        ("lo", "ແມວ ກາ ໄກ່ ເກົ່າ ກິນ", "ກາ ກິນ ເກົ່າ ໄກ່ ແມວ"),
        ("th", "เอก อารี แก้ว กานดา ขวัญ", "กานดา แก้ว ขวัญ อารี เอก"),
        ("km", "សុខ ចាន់ ខៀវ កែវ", "កែវ ខៀវ ចាន់ សុខ"),
        ("ka", "ვასო ანა გიორგი ბექა", "ანა ბექა გიორგი ვასო"),
        ("en", "Zoe élodie Émile adam Bea", "adam Bea élodie Émile Zoe"),
    ],
)
def test_each_script_has_its_own_order(language: str, shuffled: str, in_order: str) -> None:
    told = shuffled.split()
    assert [told[place] for place in order_for(language)(told)] == in_order.split()


# --- choosing ---


def test_who_is_chosen_by_taps_is_done_something_for(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    assert not sheet.bulk.isVisible()
    tap(qtbot, sheet, 0, None)
    tap(qtbot, sheet, 2, None)
    assert sheet.bulk.count.text() == "2 chosen"
    tap(qtbot, sheet, 2, None)
    tap(qtbot, sheet, 3, Column.NAME, Qt.KeyboardModifier.ShiftModifier)
    assert {sheet.model.words(row, Column.NAME) for row in (2, 3)} == chosen_names(sheet)
    tap(qtbot, sheet, 5, Column.PHONE, Qt.KeyboardModifier.ControlModifier)
    assert len(sheet.model.chosen) == 3
    tap(qtbot, sheet, 1, Column.NAME)
    assert chosen_names(sheet) == {names(sheet)[1]}


def chosen_names(sheet: CustomersSheet) -> set[str]:
    return {sheet.model.words(row, Column.NAME) for row in rows_chosen(sheet)}


def rows_chosen(sheet: CustomersSheet) -> list[int]:
    return [row for row, id_ in enumerate(sheet.model.ids) if id_ in sheet.model.chosen]


def test_it_is_worked_by_keys_alone(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet, more: list[int]
) -> None:
    table, ctrl, shift = sheet.table, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(table, key)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    first = table.currentIndex().row()
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    assert rows_chosen(sheet) == [first, first + 1]
    qtbot.keyClick(table, Qt.Key.Key_A, ctrl)
    assert len(sheet.model.chosen) == len(sheet.model.ids)
    alt = Qt.KeyboardModifier.AltModifier
    before = sheet.columns.layout
    qtbot.keyClick(table, Qt.Key.Key_Right, alt)
    assert sheet.columns.layout.shown[1] is Column.NAME
    qtbot.keyClick(table, Qt.Key.Key_Left, alt)
    assert sheet.columns.layout.shown == before.shown
    qtbot.keyClick(table, Qt.Key.Key_Right, alt | shift)
    assert sheet.columns.layout.width(Column.NAME) > before.width(Column.NAME)
    qtbot.keyClick(table, Qt.Key.Key_Up, alt)
    settle(qtbot, window)
    assert sheet.model.order[0] == SortBy(Column.NAME)
    qtbot.keyClick(table, Qt.Key.Key_Down, alt)
    assert sheet.panel.isVisible()
    assert sheet.panel.text.hasFocus()
    assert not sheet.may_close()
    assert table.hasFocus()
    assert sheet.may_close()
    here = sheet.model.ids[table.currentIndex().row()]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.attending.customer_id == here


def test_a_double_tap_opens_the_person(qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet) -> None:
    who = sheet.model.ids[1]
    place = cell(sheet, 1, Column.NAME)
    qtbot.mouseClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(sheet.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.attending.customer_id == who


def test_whoever_is_filtered_out_is_not_chosen_any_more(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    sheet.model.choose_all()
    sheet.search.setText("Guest 6")
    settle(qtbot, window)
    assert sheet.bulk.count.text() == "1 chosen"
    sheet.search.clear()
    settle(qtbot, window)
    assert chosen_names(sheet) == {"Guest 6"}


# --- what is done for those who are chosen ---


def test_what_is_saved_is_who_was_chosen(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet, tmp_path: Path
) -> None:
    path = tmp_path / "chosen.csv"
    sheet.bulk._ask_path = lambda *asked: path
    sheet.model.choose_range(0, 2)
    sheet.bulk.take_out.click()
    settle(qtbot, window)
    rows = path.read_text(encoding="utf-8-sig").splitlines()[1:]
    assert {row.split(",")[0] for row in rows} == chosen_names(sheet)
    assert "3 customers are in chosen.csv" in window.notices.text()


def test_a_folder_that_takes_nothing_is_said(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet, tmp_path: Path
) -> None:
    sheet.bulk._ask_path = lambda *asked: tmp_path / "nowhere" / "chosen.csv"
    sheet.model.choose_all()
    sheet.bulk.take_out.click()
    settle(qtbot, window)
    assert "could not be written" in window.notices.text()
    assert sheet.bulk.take_out.isEnabled()


def test_what_is_copied_can_be_pasted_as_a_table(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    sheet.columns.take(ColumnLayout((Column.NAME, Column.VISITS)).as_document())
    sheet.model.choose_range(0, 1)
    qtbot.keyClick(sheet.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert QGuiApplication.clipboard().text() == "Name\tVisits\nGuest 6\t6\nGuest 5\t5"


def test_too_many_are_not_copied(
    window: CounterWindow, sheet: CustomersSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_bar, "MOST_COPIED", 3)
    sheet.model.choose_all()
    sheet.bulk.copy.click()
    assert "too many to copy" in window.notices.text()


def test_their_member_cards_are_one_tap_away(window: CounterWindow, sheet: CustomersSheet) -> None:
    sheet.model.choose_range(0, 2)
    wanted = sheet.model.chosen_in_order()
    sheet.bulk.cards.click()
    people = window.sheets.sheet.people.customers  # type: ignore[union-attr]
    assert [each.id for each in people] == wanted


# --- it follows the shop ---


def test_a_visit_moves_the_line_and_nobody_loses_their_place(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    sheet: CustomersSheet,
    more: list[int],
    clock: FakeClock,
) -> None:
    sheet.model.toggle(4)
    sheet.table.setCurrentIndex(sheet.model.index(4, SECTION[Column.NAME]))
    chosen, here = set(sheet.model.chosen), sheet.model.ids[4]
    clock.forward(hours=1)
    window.bridge.submit(desk.loyalty.add_stamps, desk.act(), more[4])
    settle(qtbot, window)
    assert names(sheet)[0] == "Guest 1"
    assert sheet.model.words(0, Column.VISITS) == "2"
    assert sheet.model.chosen == chosen
    assert sheet.model.ids[sheet.table.currentIndex().row()] == here


def test_whoever_leaves_and_whoever_is_merged_goes(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, sheet: CustomersSheet, more: list[int]
) -> None:
    window.bridge.submit(desk.leaving.leave, desk.act(), more[4])
    window.bridge.submit(desk.merging.merge, desk.act(), more[5], more[6])
    settle(qtbot, window)
    assert {"Guest 1", "Guest 3"}.isdisjoint(names(sheet))
    assert len(names(sheet)) == 8


def test_what_happens_while_nobody_sees_it_is_read_when_somebody_does(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    sheet: CustomersSheet,
    more: list[int],
    clock: FakeClock,
) -> None:
    sheet.hide()
    clock.forward(hours=1)
    window.bridge.submit(desk.loyalty.add_stamps, desk.act(), more[4])
    settle(qtbot, window)
    assert names(sheet)[0] == "Guest 6"
    sheet.show()
    settle(qtbot, window)
    assert names(sheet)[0] == "Guest 1"


def test_numbers_are_veiled_at_once_where_others_see_the_screen(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, sheet: CustomersSheet
) -> None:
    from dataclasses import replace

    assert sheet.model.words(0, Column.PHONE) == "020 5551 5006"
    shared = replace(desk.shop.settings(), shared_screen=True)
    window.bridge.submit(desk.shop.save_settings, desk.act(), shared)
    settle(qtbot, window)
    assert sheet.model.words(0, Column.PHONE) == "•••• 5006"
    assert not sheet.table.painter_of_rows.faces


def test_the_people_of_a_figure_stand_under_its_sentence(
    qtbot: QtBot, window: CounterWindow, more: list[int]
) -> None:
    sheet = opened(qtbot, window, customer_ids=more[:3], said="Three came more often.")
    assert len(names(sheet)) == 3
    assert sheet.page.sentence.isVisible()
    sheet.page.everybody.click()
    settle(qtbot, window)
    assert len(names(sheet)) == 10
    assert not sheet.page.sentence.isVisible()


def test_an_empty_shop_says_what_will_be_there(qtbot: QtBot, window: CounterWindow, desk: FrontDesk) -> None:
    for customer_id in range(1, 5):
        desk.submit(desk.customers.archive, desk.act(), customer_id).result()
    sheet = opened(qtbot, window)
    assert "There are no customers yet" in sheet.page.empty.text()


def test_only_a_manager_sees_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, more: list[int]
) -> None:
    desk.staff_id = hire(desk, "La", Role.CASHIER)
    sheet = opened(qtbot, window)
    assert names(sheet) == []
    assert sheet.page.sorry.isVisible()


# --- columns and filters are kept ---


def test_columns_stand_as_they_were_left(qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet) -> None:
    sheet.columns.show_column(Column.BIRTHDAY, True)
    sheet.columns.show_column(Column.PHONE, False)
    sheet.columns.move(Column.BIRTHDAY, -10)
    sheet.columns.widen(Column.VISITS, 40)
    kept = sheet.columns.layout
    window.sheets.close_now()
    again = opened(qtbot, window)
    assert again.columns.layout == kept
    head = again.table.head
    assert head.visualIndex(SECTION[Column.BIRTHDAY]) == 1
    assert head.isSectionHidden(SECTION[Column.PHONE])


def test_menus_do_what_a_hand_does(sheet: CustomersSheet) -> None:
    shown = next(each for each in sheet.columns.list_of_all().actions() if each.text() == "Birthday")
    shown.trigger()
    assert sheet.columns.layout.shown[-1] is Column.BIRTHDAY
    acts = {each.text(): each for each in sheet.columns.menu_of(Column.BIRTHDAY).actions()}
    acts["Move to the left"].trigger()
    acts["Wider"].trigger()
    assert sheet.columns.layout.shown[-2] is Column.BIRTHDAY
    acts["Hide this column"].trigger()
    assert Column.BIRTHDAY not in sheet.columns.layout.shown


def test_an_edge_that_is_drawn_is_a_width(qtbot: QtBot, sheet: CustomersSheet) -> None:
    head, section = sheet.table.head, SECTION[Column.STATE]
    edge = QPoint(head.sectionViewportPosition(section) + head.sectionSize(section) - 1, head.height() // 2)
    before = head.sectionSize(section)
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(head.viewport(), edge + QPoint(40, 0))
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))
    assert sheet.columns.layout.width(Column.STATE) == before + 40
    assert sheet.columns.layout.shown == USUAL


@pytest.mark.parametrize(
    "document", ["", "[]", '{"shown": ["SHOE"], "widths": {}}', '{"shown": 3, "widths": 4}']
)
def test_a_layout_that_cannot_be_read_is_the_usual_one(document: str) -> None:
    assert layout_from(document).shown == USUAL


def test_a_filter_gets_a_name_another_and_goes_with_undo(
    qtbot: QtBot, window: CounterWindow, sheet: CustomersSheet
) -> None:
    sheet.ask(CustomerFilter((Condition(Column.VISITS, Asks.BETWEEN, least=4),)))
    settle(qtbot, window)
    sheet.chips.save.click()  # type: ignore[union-attr]
    sheet.naming.name.setText("Often & here")
    qtbot.keyClick(sheet.naming.name, Qt.Key.Key_Return)
    settle(qtbot, window)
    [mine] = sheet.saved.filters
    sheet.saved.rename_wanted.emit(mine)
    sheet.naming.name.setText("Often")
    sheet.naming.save_button.click()
    settle(qtbot, window)
    assert [each.name for each in sheet.saved.filters] == ["Often"]
    sheet.saved.remove(sheet.saved.filters[0])
    settle(qtbot, window)
    assert not sheet.saved.filters
    window.notices.undo()
    settle(qtbot, window)
    assert [each.name for each in sheet.saved.filters] == ["Often"]
    sheet.page.chips.clear.click()  # type: ignore[union-attr]
    settle(qtbot, window)
    menu = sheet.saved.menu()
    next(each for each in menu.actions() if each.text() == "Often").trigger()
    settle(qtbot, window)
    assert names(sheet) == ["Guest 6", "Guest 5", "Guest 4"]


# --- odd names ---


def test_names_of_every_sort_are_painted_as_they_are(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int]
) -> None:
    long = "ស្រីមុំ" * 28
    odd = [name.strip()[:200] for name in NAUGHTY[::12] if name not in HALVES and name.strip()]
    kept = []
    for name in (long, "محمد عبد الله", *odd):
        try:
            saved = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result()
        except ValueError:
            continue  # no name at all
        kept.append(saved.customer.name)
    sheet = opened(qtbot, window)
    sheet.sort_by(Column.NAME)
    settle(qtbot, window)
    for row in range(0, sheet.model.rowCount(), 5):
        sheet.table.scrollTo(sheet.model.index(row, SECTION[Column.NAME]))
        sheet.table.viewport().repaint()
    assert set(kept) <= set(names(sheet))


# --- the model by itself ---


def test_only_lines_in_sight_are_read(sheet: CustomersSheet) -> None:
    asked: list[int] = []

    def fetch(ids: object) -> dict[int, object]:
        asked.extend(ids)  # type: ignore[call-overload]
        return {}

    model = CustomerTableModel(fetch, lambda line, column: "")  # type: ignore[arg-type]
    model.show_ids(array("q", range(100_000)))
    assert model.rowCount() == 100_000
    assert not asked
    assert model.words(50_000, Column.NAME) == ""
    assert 50_000 in asked
    assert len(asked) < 100
    model.choose_all()
    model.toggle(7)
    assert len(model.chosen) == 99_999
