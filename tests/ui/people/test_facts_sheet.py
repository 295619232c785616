"""What is known of somebody: each thing with its age, to answer, change, let go and add."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.facts import FactKind, Reason
from frontdesk.ui.counter.care_menu import CARE_LINES
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.people.edit_sheet import EditSheet
from frontdesk.ui.people.facts_sheet import FactsSheet
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.buttons import TextButton
from tests.conftest import FakeClock

LEFT = Qt.MouseButton.LeftButton
STILL, CHANGED, NO_LONGER = range(3)


@pytest.fixture
def sheet(window: CounterWindow, people: list[int]) -> FactsSheet:
    """Of Maria, who has an allergy, likes something, and plays the cello."""
    opened = window.open_sheet(SheetName.FACTS, customer_id=people[1])
    assert isinstance(opened, FactsSheet)
    return opened


@pytest.fixture
def maly(desk: FrontDesk) -> int:
    return int(desk.submit(desk.staffing.add_staff, desk.act(), "Maly", Role.CASHIER).result().id)


def known(desk: FrontDesk, customer: int, kind: FactKind | None = None) -> list[str]:
    return [fact.text for fact in desk.facts.of(customer) if kind in (None, fact.kind)]


def row(sheet: FactsSheet, what: str) -> RecordRow:
    return next(each for each in sheet.rows if each.what == what)


def settle(qtbot: QtBot, window: CounterWindow, said: str) -> None:
    qtbot.waitUntil(lambda: said in window.notices.text())


def test_each_thing_says_its_age_and_who_noted_it(sheet: FactsSheet) -> None:
    assert [(each.what, each.when) for each in sheet.rows] == [
        ("Peanuts", "Noted just now by Noy"),
        ("Plays the cello", "Noted just now by Noy"),
        ("Oat milk", "Noted just now by Noy"),
    ]


def test_it_is_a_line_of_care_and_a_button_of_the_edit_sheet(
    qtbot: QtBot, window: CounterWindow, people: list[int]
) -> None:
    assert SheetName.FACTS in {line.sheet for line in CARE_LINES}
    edit = window.open_sheet(SheetName.EDIT, customer_id=people[1])
    assert isinstance(edit, EditSheet)
    edit.show_record()
    assert "Peanuts: Noted just now by Noy" in edit.record.known.text()
    edit.show_form()
    qtbot.mouseClick(edit.facts_button, LEFT)
    assert isinstance(window.sheets.sheet, FactsSheet)


def test_an_allergy_can_be_let_go_here_and_comes_back_by_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FactsSheet
) -> None:
    qtbot.mouseClick(row(sheet, "Peanuts").buttons[NO_LONGER], LEFT)
    settle(qtbot, window, "No longer so for Maria Oliveira: Peanuts")
    assert known(desk, people[1], FactKind.ALLERGY) == []
    assert [each.what for each in sheet.rows] == ["Plays the cello", "Oat milk"]
    window.notices.undo()
    settle(qtbot, window, "as before")
    assert known(desk, people[1], FactKind.ALLERGY) == ["Peanuts"]
    assert len(sheet.rows) == 3


def test_by_keys_one_goes_on_where_one_was(
    qtbot: QtBot, window: CounterWindow, people: list[int], sheet: FactsSheet
) -> None:
    button = row(sheet, "Plays the cello").buttons[NO_LONGER]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(sheet.rows) == 2)
    assert row(sheet, "Oat milk").buttons[STILL].hasFocus()


def test_still_true_is_said_of_one_thing(
    qtbot: QtBot, window: CounterWindow, clock: FakeClock, sheet: FactsSheet
) -> None:
    clock.forward(days=200)
    qtbot.mouseClick(row(sheet, "Oat milk").buttons[STILL], LEFT)
    settle(qtbot, window, "Still true")
    assert row(sheet, "Oat milk").when.endswith("by Noy, still true just now (Noy)")
    assert "still true" not in row(sheet, "Peanuts").when


def test_what_changed_is_typed_below_its_row_and_esc_leaves_it_first(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FactsSheet
) -> None:
    oat = row(sheet, "Oat milk")
    qtbot.mouseClick(oat.buttons[CHANGED], LEFT)
    assert sheet.change.typed.hasFocus()
    assert sheet.change.y() > oat.y()
    window.give_up()
    assert (window.sheets.sheet, sheet.change.isVisible()) == (sheet, False)
    qtbot.mouseClick(oat.buttons[CHANGED], LEFT)
    sheet.change.typed.setText("Soy milk")
    qtbot.keyClick(sheet.change.typed, Qt.Key.Key_Return)
    settle(qtbot, window, "Changed for Maria Oliveira: Soy milk")
    assert known(desk, people[1], FactKind.PREFERENCE) == ["Soy milk"]
    assert not sheet.change.isVisible()


def test_one_more_thing_is_noted_by_enter(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], sheet: FactsSheet
) -> None:
    for kind, text in ((FactKind.PREFERENCE, "By the window"), (FactKind.ALLERGY, "Shrimps")):
        qtbot.mouseClick(sheet.note.kinds.chip(kind), LEFT)
        sheet.note.typed.setText(text)
        qtbot.keyClick(sheet.note.typed, Qt.Key.Key_Return)
        settle(qtbot, window, f"Noted for Maria Oliveira: {text}")
    assert set(known(desk, people[1], FactKind.PREFERENCE)) == {"Oat milk", "By the window"}
    assert set(known(desk, people[1], FactKind.ALLERGY)) == {"Peanuts", "Shrimps"}
    assert sheet.note.typed.text() == ""
    qtbot.keyClick(sheet.note.typed, Qt.Key.Key_Return)
    assert len(known(desk, people[1])) == 5, "nothing typed is nothing noted"


def test_why_they_come_is_asked_in_their_language_and_tapped(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], maly: int
) -> None:
    somsak = people[0]
    sheet = window.open_sheet(SheetName.FACTS, customer_id=somsak)
    assert isinstance(sheet, FactsSheet)
    why = sheet.why
    assert why.words.text()
    assert not why.people[maly].isVisible()
    for reason in (Reason.TASTE, Reason.PEOPLE):
        qtbot.mouseClick(why.reasons[reason], LEFT)
        qtbot.waitUntil(why.reasons[reason].isChecked)
    qtbot.mouseClick(why.people[maly], LEFT)
    qtbot.waitUntil(why.people[maly].isChecked)
    assert {(fact.reason, fact.whom) for fact in desk.facts.of(somsak)} == {
        (Reason.TASTE, ""),
        (Reason.PEOPLE, "Maly"),
    }
    assert "Comes for Maly" in [each.what for each in sheet.rows]
    qtbot.mouseClick(why.reasons[Reason.TASTE], LEFT)
    qtbot.waitUntil(lambda: not why.reasons[Reason.TASTE].isChecked())
    assert [fact.reason for fact in desk.facts.of(somsak)] == [Reason.PEOPLE]


def test_the_cashier_reads_how_the_question_sounds(window: CounterWindow, desk: FrontDesk) -> None:
    thai = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Somchai", language="th")).result()
    sheet = window.open_sheet(SheetName.FACTS, customer_id=thai.customer.id)
    assert isinstance(sheet, FactsSheet)
    assert sheet.why.sound.text().startswith("kho tham")
    LANGUAGE.speak("lo")
    assert sheet.why.sound.text().startswith("ຂໍຖາມ")


def test_every_answer_has_a_name_of_its_own_for_who_hears_it(sheet: FactsSheet) -> None:
    names = [button.accessibleName() for button in sheet.findChildren(TextButton)]
    assert len(set(names)) == len(names)
    assert all(names)
