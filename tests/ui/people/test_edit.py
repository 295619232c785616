"""What is known of a customer, corrected; and anything in the past, reversed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.services.errors import DiskFull
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people.edit_sheet import EditSheet
from frontdesk.ui.people.form_state import FormField

PHOTO = frozenset({Purpose.PHOTO})


@pytest.fixture
def edit(window: CounterWindow) -> Callable[[int], EditSheet]:
    def opened(customer_id: int) -> EditSheet:
        sheet = window.open_sheet(SheetName.EDIT, customer_id=customer_id)
        assert isinstance(sheet, EditSheet)
        return sheet

    return opened


@pytest.fixture
def pictured(desk: FrontDesk, people: list[int], photo: Photo) -> int:
    """A customer with a photo, agreed to."""
    draft = CustomerDraft("Keo", consents=PHOTO)
    wording = {Purpose.PHOTO: "You may."}
    saved = desk.submit(desk.customers.enrol, desk.act(), draft, photo, wording).result()
    return saved.customer.id


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def put(sheet: EditSheet, **texts: str) -> None:
    for name, text in texts.items():
        sheet.form.fields[FormField(name)].put(text)


def balance(desk: FrontDesk, customer_id: int) -> int:
    return desk.loyalty.cards(customer_id, desk.now())[0].balance


def on_the_wall(window: CounterWindow) -> set[int]:
    return {tile.hit.customer_id for tile in window.wall.tiles() if tile.hit is not None}


def test_a_correction_is_saved_shown_and_taken_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    before = desk.customers.draft(people[1])
    sheet = edit(people[1])
    put(sheet, allergy="Peanuts and sesame", note="")
    sheet.save()
    wait_for_notice(qtbot, window, "Saved what you changed for Maria Oliveira.")
    after = desk.customers.draft(people[1])
    assert (after.allergy, after.note, after.preference) == ("Peanuts and sesame", "", "Oat milk")
    assert window.sheets.sheet is None
    window.notices.undo()
    wait_for_notice(qtbot, window, "is as before")
    assert desk.customers.draft(people[1]) == before


def test_who_does_not_want_to_be_shown_is_asked_in_the_form(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    sheet = edit(people[1])
    assert sheet.form.on_screen.isChecked()
    assert sheet.form.on_screen.below == "Greeted by the first name, with the card."
    sheet.form.by_name.click()
    assert sheet.form.on_screen.below == "Greeted without a name, with the card."
    sheet.form.by_name.click()
    sheet.form.on_screen.click()
    assert sheet.form.on_screen.below == "Greeted without a name, and no card."
    sheet.save()
    wait_for_notice(qtbot, window, "Saved what you changed")
    assert not desk.customers.get(people[1]).on_screen
    assert not edit(people[1]).form.on_screen.isChecked()
    window.notices.undo()
    wait_for_notice(qtbot, window, "as before")
    assert desk.customers.get(people[1]).on_screen


def test_what_was_changed_is_kept_and_comes_back(
    qtbot: QtBot, window: CounterWindow, people: list[int], edit: Any
) -> None:
    sheet = edit(people[1])
    put(sheet, note="Moved to Pakse")
    note = sheet.form.fields[FormField.NOTE].editor
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    wait_for_notice(qtbot, window, "not saved")
    assert edit(people[0]).form.state().note == ""
    assert edit(people[1]).form.state().note == "Moved to Pakse"


def test_a_refused_save_keeps_the_form(
    qtbot: QtBot, desk: FrontDesk, people: list[int], edit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    sheet = edit(people[1])
    put(sheet, note="Moved to Pakse")
    monkeypatch.setattr(desk.customers, "edit", full)
    sheet.save()
    qtbot.waitUntil(lambda: "disk is full" in sheet.refusal())
    assert sheet.form.state().note == "Moved to Pakse"


def test_a_removed_photo_comes_back_with_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, pictured: int, edit: Any
) -> None:
    before = desk.photos.full(pictured)
    sheet = edit(pictured)
    assert sheet.form.photo.place.has_image()
    sheet.form.photo.remove()
    sheet.save()
    wait_for_notice(qtbot, window, "Saved what you changed")
    assert desk.photos.full(pictured) is None
    window.notices.undo()
    wait_for_notice(qtbot, window, "is as before")
    assert desk.photos.full(pictured) == before


def test_taking_the_consent_back_removes_the_photo_and_undo_brings_both_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, pictured: int, edit: Any
) -> None:
    before = desk.photos.full(pictured)
    sheet = edit(pictured)
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.save()
    wait_for_notice(qtbot, window, "Saved what you changed")
    assert desk.photos.full(pictured) is None
    window.notices.undo()
    wait_for_notice(qtbot, window, "is as before")
    assert desk.photos.full(pictured) == before
    assert {said.wording for said in desk.customers.consents(pictured) if said.granted} == {"You may."}


def test_a_new_photo_with_its_consent_is_two_acts_and_one_undo(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any, photo: Photo
) -> None:
    sheet = edit(people[1])
    sheet.form.photo.put(photo, False)
    sheet.form.photo.changed.emit()
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.save()
    wait_for_notice(qtbot, window, "Saved what you changed")
    assert desk.photos.full(people[1]) == photo.full
    window.notices.undo()
    wait_for_notice(qtbot, window, "is as before")
    assert desk.photos.full(people[1]) is None
    assert not desk.customers.draft(people[1]).consents


def test_every_stamp_can_be_taken_back_once(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    for count in (1, 3):
        desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], count).result()
    sheet = edit(people[0])
    sheet.show_record()
    assert [row.what for row in sheet.record.rows()] == ["3 stamps", "1 stamp"]
    first = sheet.record.rows()[1].button
    assert first is not None
    first.click()
    wait_for_notice(qtbot, window, "Taken back")
    assert balance(desk, people[0]) == 3
    qtbot.waitUntil(lambda: len(sheet.record.rows()) == 3)
    assert [(row.what, row.button is not None) for row in sheet.record.rows()] == [
        ("1 stamp taken back", False),
        ("3 stamps", True),
        ("1 stamp (taken back)", False),
    ]


def test_two_taps_on_one_undo_are_one_act(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 2).result()
    sheet = edit(people[0])
    sheet.show_record()
    button = sheet.record.rows()[0].button
    assert button is not None
    button.click()
    button.click()
    wait_for_notice(qtbot, window, "Taken back")
    qtbot.wait(50)
    assert window.notices.text().startswith("Taken back")
    assert balance(desk, people[0]) == 0


def test_a_joined_record_is_taken_apart(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    desk.submit(desk.merging.merge, desk.act(), people[0], people[1]).result()
    sheet = edit(people[0])
    sheet.show_record()
    (row,) = sheet.record.merge_rows()
    assert row.what == "Maria Oliveira"
    assert row.button is not None
    row.button.click()
    wait_for_notice(qtbot, window, "Maria Oliveira is a record of its own again.")
    assert desk.customers.get(people[1]).name == "Maria Oliveira"
    assert sheet.record.merge_rows() == []


def test_a_member_card_and_a_double_record_are_one_tap_away(
    window: CounterWindow, people: list[int], edit: Any
) -> None:
    sheet = edit(people[0])
    sheet.show_record()
    sheet.record.merge_button.click()
    assert window.sheets.sheet is not None
    assert window.sheets.sheet.title() == "Who else is Somsak?"


def test_a_customer_is_taken_off_the_list_and_brought_back(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    desk.submit(desk.requests.ask, desk.act(), people[1], "Birthday cake").result()
    window.attending.choose(people[1])
    window.attending.refresh_day()
    sheet = edit(people[1])
    sheet.show_record()
    sheet.record.off_button.click()
    sheet.record.off_button.click()
    wait_for_notice(qtbot, window, "Maria Oliveira is off the list.")
    qtbot.waitUntil(lambda: window.attending.customer_id == 0)
    assert window.sheets.sheet is None
    assert people[1] not in on_the_wall(window)
    assert desk.search.find("Maria") == ()
    assert desk.requests.due() == ()
    window.notices.undo()
    wait_for_notice(qtbot, window, "Maria Oliveira is on the list again.")
    qtbot.waitUntil(lambda: len(desk.requests.due()) == 1)
    assert people[1] in on_the_wall(window)
    assert desk.customers.draft(people[1]).allergy == "Peanuts"
    assert desk.search.find("Maria")[0].customer_id == people[1]


def test_what_was_typed_goes_with_the_customer_and_returns_with_them(
    qtbot: QtBot, window: CounterWindow, people: list[int], edit: Any
) -> None:
    sheet = edit(people[1])
    put(sheet, note="Moved to Pakse")
    sheet.show_record()
    sheet.record.off_button.click()
    wait_for_notice(qtbot, window, "is off the list")
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert window.notices.can_undo()
    window.notices.undo()
    wait_for_notice(qtbot, window, "is on the list again")
    assert edit(people[1]).form.state().note == "Moved to Pakse"


def test_a_customer_who_cannot_be_taken_off_stays_and_the_words_say_why(
    qtbot: QtBot,
    window: CounterWindow,
    desk: FrontDesk,
    people: list[int],
    edit: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    sheet = edit(people[1])
    sheet.show_record()
    monkeypatch.setattr(desk.customers, "archive", full)
    sheet.record.off_button.click()
    wait_for_notice(qtbot, window, "disk is full")
    assert window.sheets.sheet is sheet
    monkeypatch.undo()
    sheet.record.off_button.click()
    wait_for_notice(qtbot, window, "is off the list")


def test_a_record_whose_customer_is_gone_turns_back_to_the_form(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, people: list[int], edit: Any
) -> None:
    sheet = edit(people[1])
    sheet.show_record()
    window.bridge.submit(desk.customers.archive, desk.act(), people[1])
    qtbot.waitUntil(lambda: sheet.pages.currentIndex() == 0)
