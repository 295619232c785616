"""A new customer: four taps and a name, and nothing that was typed is ever lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.customers import CustomerDraft, Purpose
from frontdesk.domain.people.photos import Photo
from frontdesk.services.errors import DiskFull, NotSure
from frontdesk.texts import texts_for
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.people.enrol_sheet import EnrolSheet
from frontdesk.ui.people.form_state import FormField
from frontdesk.wording.consents import consent_wording

KEY = Qt.Key
BY_HAND_MS = 60
KHMER_NAME = "ស៊ីណា " * 40


@pytest.fixture
def enrol(window: CounterWindow) -> Callable[[str], EnrolSheet]:
    """Open the sheet as the window does."""

    def opened(typed: str = "") -> EnrolSheet:
        sheet = window.open_sheet(SheetName.ENROL, typed=typed)
        assert isinstance(sheet, EnrolSheet)
        return sheet

    return opened


def field(sheet: EnrolSheet, name: FormField) -> QWidget:
    return sheet.form.fields[name].editor


def put(sheet: EnrolSheet, **texts: str) -> None:
    for name, text in texts.items():
        sheet.form.fields[FormField(name)].put(text)


def agree(sheet: EnrolSheet, purpose: Purpose) -> None:
    sheet.form.consents.rows[purpose].click()


def wait_for_notice(qtbot: QtBot, window: CounterWindow, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.notices.text())


def found(desk: FrontDesk, text: str) -> list[str]:
    return [hit.name for hit in desk.search.find(text)]


def test_a_name_and_f5_is_a_customer_who_is_greeted(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    assert sheet.form.fields[FormField.PHONE].editor.hasFocus()
    put(sheet, phone="020 2222 3333")
    qtbot.keyClick(field(sheet, FormField.PHONE), KEY.Key_F5)
    wait_for_notice(qtbot, window, "Bounmy is a customer now.")
    assert desk.customers.get(window.attending.customer_id).phone == "020 2222 3333"
    assert window.sheets.sheet is None


def test_the_key_that_saved_pressed_twice_stamps_nobody(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    qtbot.keyClick(field(sheet, FormField.PHONE), KEY.Key_F5)
    qtbot.waitUntil(lambda: window.sheets.sheet is None)
    qtbot.keyClick(window.header.search, KEY.Key_F5)
    assert not window.bridge.writing
    window.shortcuts.clock = lambda: monotonic() + 0.5
    qtbot.keyClick(window.header.search, KEY.Key_F5)
    wait_for_notice(qtbot, window, "1 stamp for Bounmy")


def test_enter_goes_from_field_to_field_and_saves_from_the_last(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol()
    qtbot.keyClicks(field(sheet, FormField.NAME), "Keo")
    qtbot.keyClick(field(sheet, FormField.NAME), KEY.Key_Return)
    assert field(sheet, FormField.PHONE).hasFocus()
    note = field(sheet, FormField.NOTE)
    qtbot.keyClicks(note, "Sits")
    qtbot.keyClick(note, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(note, "outside")
    qtbot.keyClick(note, KEY.Key_Return)
    wait_for_notice(qtbot, window, "Keo is a customer now.")
    assert desk.customers.draft(window.attending.customer_id).note == "Sits\noutside"


def test_undo_takes_the_customer_out_and_keeps_what_was_typed(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    put(sheet, note="Plays chess")
    sheet.save()
    wait_for_notice(qtbot, window, "is a customer now")
    window.notices.undo()
    wait_for_notice(qtbot, window, "is taken out again")
    assert found(desk, "Bounmy") == []
    assert window.attending.customer_id == 0
    assert enrol("").form.state().note == "Plays chess"


def undone(qtbot: QtBot, window: CounterWindow, enrol: Any, photo: Photo) -> EnrolSheet:
    """F2 after an enrolment that was taken back."""
    sheet = enrol("Bounmy")
    put(sheet, phone="020 2222 3333", note="Plays chess")
    sheet.form.photo.put(photo, False)
    agree(sheet, Purpose.PHOTO)
    agree(sheet, Purpose.MESSAGES)
    sheet.save()
    wait_for_notice(qtbot, window, "is a customer now")
    window.notices.undo()
    wait_for_notice(qtbot, window, "is taken out again")
    again = enrol("")
    assert isinstance(again, EnrolSheet)
    return again


def test_after_an_undo_the_next_name_is_typed_over_and_takes_nothing_along(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any, photo: Photo
) -> None:
    sheet = undone(qtbot, window, enrol, photo)
    left = sheet.form.state()
    name = field(sheet, FormField.NAME)
    assert name.hasFocus()
    assert name.selectedText() == "Bounmy"

    qtbot.keyClicks(name, "Bounthavy", delay=BY_HAND_MS)
    state = sheet.form.state()
    assert (state.name, state.phone, state.note, state.photo) == ("Bounthavy", "", "", None)
    assert state.consents == frozenset()
    assert sheet.unfinished_button.text() == "Go on with Bounmy"
    sheet.save()
    wait_for_notice(qtbot, window, "Bounthavy is a customer now")
    assert desk.customers.get(window.attending.customer_id).phone == ""
    assert not desk.customers.get(window.attending.customer_id).has_photo

    assert enrol("").form.state() == left


def test_both_can_be_gone_on_with_after_another_name_was_typed(
    qtbot: QtBot, window: CounterWindow, enrol: Any, photo: Photo
) -> None:
    sheet = undone(qtbot, window, enrol, photo)
    left = sheet.form.state()
    field(sheet, FormField.NAME).clear()
    assert sheet.form.state().phone == ""
    put(sheet, name="Keo", phone="020 4444")
    sheet.unfinished_button.click()
    assert sheet.form.state() == left
    window.sheets.ask_to_close()
    sheet = enrol("Somebody")
    assert sheet.unfinished_button.text() == "Go on with Bounmy"
    sheet.unfinished_button.click()
    sheet.empty_button.click()
    assert sheet.unfinished_button.text() == "Go on with Keo"
    sheet.unfinished_button.click()
    assert (sheet.form.state().name, sheet.form.state().phone) == ("Keo", "020 4444")


def test_a_name_that_is_mended_after_an_undo_stays_the_same_person(
    qtbot: QtBot, window: CounterWindow, enrol: Any, photo: Photo
) -> None:
    sheet = undone(qtbot, window, enrol, photo)
    name = field(sheet, FormField.NAME)
    name.deselect()
    name.end(False)
    qtbot.keyClick(name, KEY.Key_Backspace)
    qtbot.keyClicks(name, "i Sisavath", delay=BY_HAND_MS)
    assert (sheet.form.state().name, sheet.form.state().phone) == ("Bounmi Sisavath", "020 2222 3333")


def test_a_scan_over_the_chosen_name_leaves_the_form_as_it_was(
    qtbot: QtBot, window: CounterWindow, enrol: Any, photo: Photo
) -> None:
    sheet = undone(qtbot, window, enrol, photo)
    left = sheet.form.state()
    qtbot.keyClicks(field(sheet, FormField.NAME), "MXXXXXXXXXXXXXXXX")
    assert sheet.form.state() == left
    sheet.empty_button.click()
    assert not sheet.unfinished_button.isVisible()


def test_two_presses_make_one_customer(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    sheet.save()
    sheet.save()
    qtbot.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "is a customer now")
    qtbot.wait(50)
    assert found(desk, "Bounmy") == ["Bounmy"]


def test_a_fault_is_said_at_its_field_and_nothing_is_cleared(enrol: Any, desk: FrontDesk) -> None:
    sheet = enrol("Bounmy")
    put(sheet, phone="12ab", note="Plays chess")
    sheet.form.birthday.put("31", "2", "")
    sheet.save()
    assert field(sheet, FormField.PHONE).hasFocus()
    assert "phone number" in sheet.form.fields[FormField.PHONE].fault()
    assert "no such day" in sheet.form.birthday.fault()
    assert field(sheet, FormField.PHONE).accessibleDescription()
    assert sheet.form.state().note == "Plays chess"
    assert found(desk, "Bounmy") == []
    put(sheet, phone="020 22 33 44 55")
    assert sheet.form.fields[FormField.PHONE].fault() == ""
    assert sheet.form.birthday.fault() != ""


def test_a_full_disk_keeps_the_form_and_the_next_try_saves_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise DiskFull

    sheet = enrol("Bounmy")
    with monkeypatch.context() as patched:
        patched.setattr(desk.customers, "enrol", full)
        sheet.save()
        qtbot.waitUntil(lambda: "disk is full" in sheet.refusal())
    assert sheet.form.state().name == "Bounmy"
    sheet.save()
    wait_for_notice(qtbot, window, "Bounmy is a customer now.")


def test_saving_again_after_an_uncertain_save_makes_nobody_twice(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = desk.customers.enrol

    def unsure_once(act: Any, *args: Any) -> Any:
        acts.append(act)
        if len(acts) == 1:
            raise NotSure
        return real(act, *args)

    acts: list[Any] = []
    monkeypatch.setattr(desk.customers, "enrol", unsure_once)
    sheet = enrol("Bounmy")
    sheet.save()
    qtbot.waitUntil(lambda: "not certain" in sheet.refusal())
    sheet.save()
    wait_for_notice(qtbot, window, "Bounmy is a customer now.")
    assert acts[0] == acts[1]


def test_escape_keeps_what_was_typed_and_f2_brings_it_back(
    qtbot: QtBot, window: CounterWindow, enrol: Any
) -> None:
    sheet = enrol("Noy")
    put(sheet, phone="020 111")
    qtbot.keyClick(field(sheet, FormField.PHONE), KEY.Key_Escape)
    assert window.sheets.sheet is None
    assert window.notices.text() == "What you typed for Noy is kept. F2 brings it back."
    assert enrol("").form.state().phone == "020 111"


def test_nothing_typed_says_nothing(qtbot: QtBot, window: CounterWindow, enrol: Any) -> None:
    sheet = enrol("Noy")
    qtbot.keyClick(field(sheet, FormField.PHONE), KEY.Key_Escape)
    assert not window.notices.can_undo()
    assert "kept" not in window.notices.text()


def test_another_page_in_between_loses_nothing(window: CounterWindow, enrol: Any) -> None:
    put(enrol("Noy"), note="Left handed")
    window.open_sheet(SheetName.REQUESTS)
    assert enrol("Noy").form.state().note == "Left handed"


def test_a_new_name_begins_a_new_form_and_the_unfinished_one_is_offered(enrol: Any) -> None:
    put(enrol("Noy"), note="Left handed")
    sheet = enrol("Keo")
    assert (sheet.form.state().name, sheet.form.state().note) == ("Keo", "")
    assert sheet.unfinished_button.text() == "Go on with Noy"
    sheet.unfinished_button.click()
    assert (sheet.form.state().name, sheet.form.state().note) == ("Noy", "Left handed")


def test_the_form_can_be_emptied_and_that_can_be_taken_back(window: CounterWindow, enrol: Any) -> None:
    put(enrol("Noy"), note="Left handed")
    sheet = enrol("Noy")
    sheet.empty_button.click()
    assert (sheet.form.state().name, sheet.form.state().note) == ("", "")
    assert not sheet.unsaved
    window.notices.undo()
    assert sheet.form.state().note == "Left handed"


def test_consents_are_asked_in_the_customers_language_and_never_ticked(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    rows = sheet.form.consents.rows
    assert not any(row.isChecked() for row in rows.values())
    sheet.form.languages.chip("th").click()
    asked = {row.purpose: row.wording for row in rows.values()}
    expected = {purpose: consent_wording(texts_for("th"), purpose, "Café Mekong") for purpose in Purpose}
    assert asked == expected
    agree(sheet, Purpose.MESSAGES)
    sheet.save()
    wait_for_notice(qtbot, window, "is a customer now")
    (said,) = desk.customers.consents(window.attending.customer_id)
    assert (said.purpose, said.language) == (Purpose.MESSAGES, "th")
    assert said.wording == expected[Purpose.MESSAGES]


def test_a_customer_of_unknown_language_is_asked_in_the_one_set_for_customers(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    lao = replace(desk.shop.settings(), language="en", customer_language="lo")
    desk.submit(desk.shop.save_settings, desk.act(), lao).result()
    sheet = enrol("Bounmy")
    assert sheet.form.languages.language() == "lo"
    asked = consent_wording(texts_for("lo"), Purpose.MESSAGES, "Café Mekong")
    assert sheet.form.consents.rows[Purpose.MESSAGES].wording == asked
    agree(sheet, Purpose.MESSAGES)
    sheet.save()
    wait_for_notice(qtbot, window, "is a customer now")
    (said,) = desk.customers.consents(window.attending.customer_id)
    assert (said.language, said.wording) == ("lo", asked)


def test_the_wording_kept_is_the_one_that_was_agreed_to(enrol: Any) -> None:
    sheet = enrol("Bounmy")
    sheet.form.languages.chip("th").click()
    agree(sheet, Purpose.MESSAGES)
    sheet.form.languages.chip("ka").click()
    thai = consent_wording(texts_for("th"), Purpose.MESSAGES, "Café Mekong")
    assert sheet.form.consents.wording()[Purpose.MESSAGES] == thai


def test_a_photo_asks_for_its_consent_in_place(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any, photo: Photo
) -> None:
    sheet = enrol("Bounmy")
    sheet.form.photo.put(photo, False)
    sheet.form.photo.changed.emit()
    row = sheet.form.consents.rows[Purpose.PHOTO]
    assert row.pressing()
    sheet.save()
    assert row.hasFocus()
    assert "needs the customer's yes" in sheet.form.photo.fault()
    row.click()
    assert sheet.form.photo.fault() == ""
    sheet.save()
    wait_for_notice(qtbot, window, "is a customer now")
    assert desk.photos.full(window.attending.customer_id) == photo.full


def test_ctrl_v_in_a_text_field_pastes_a_picture_as_the_photo_and_text_as_text(
    qtbot: QtBot, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    phone = field(sheet, FormField.PHONE)
    QGuiApplication.clipboard().setText("020 77")
    qtbot.keyClick(phone, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sheet.form.state().phone == "020 77"
    assert not sheet.form.photo.busy
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill("#B4532A")
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(phone, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sheet.form.photo.photo is not None)
    assert sheet.form.state().phone == "020 77"


def test_a_photo_dropped_anywhere_on_the_form_is_taken(
    qtbot: QtBot, enrol: Any, tmp_path: Path, picture: bytes
) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(picture)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    sheet = enrol("Bounmy")
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(300, 40), action, mime, button, Qt.KeyboardModifier.NoModifier)
    sheet.form.dropEvent(drop)
    qtbot.waitUntil(lambda: sheet.form.photo.photo is not None)
    assert drop.isAccepted()


def test_saving_waits_for_a_photo_that_is_being_made_ready(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any, tmp_path: Path, picture: bytes
) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(picture)
    sheet = enrol("Bounmy")
    agree(sheet, Purpose.PHOTO)
    sheet.form.photo.take_file(file)
    sheet.save()
    wait_for_notice(qtbot, window, "is a customer now")
    assert desk.customers.get(window.attending.customer_id).has_photo


def test_closing_while_it_is_saved_still_tells_of_it(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    sheet = enrol("Bounmy")
    put(sheet, note="Plays chess")
    sheet.save()
    window.sheets.ask_to_close()
    wait_for_notice(qtbot, window, "Bounmy is a customer now.")
    assert window.attending.customer_id == 0
    assert enrol("").form.state().note == ""


def test_the_script_of_a_name_suggests_the_language_until_somebody_chooses(enrol: Any) -> None:
    sheet = enrol()
    put(sheet, name="სოფიო")
    assert sheet.form.languages.language() == "ka"
    sheet.form.languages.chip("en").click()
    put(sheet, name="ສົມພອນ")
    assert sheet.form.languages.language() == "en"


def test_a_second_tap_on_a_language_leaves_it_chosen(enrol: Any) -> None:
    sheet = enrol("Bounmy")
    for _ in range(2):
        sheet.form.languages.chip("th").click()
        assert sheet.form.state().language == "th"
    assert [code for code in ("en", "lo", "th") if sheet.form.languages.chip(code).isChecked()] == ["th"]


def test_a_phone_that_was_searched_for_is_a_phone(enrol: Any) -> None:
    assert enrol("020 5551").form.state().phone == "020 5551"


@pytest.mark.parametrize("known", ["020 5551 4867", "+856 20 5551 4867"])
def test_the_same_phone_shows_who_is_here_already(
    window: CounterWindow, people: list[int], enrol: Any, known: str
) -> None:
    sheet = enrol("Somebody")
    put(sheet, phone=known)
    sheet.already.look()
    assert [hit.customer_id for hit in sheet.already.hits] == [people[0]]
    sheet.already.rows[0].click()
    assert window.attending.customer_id == people[0]
    assert enrol("Somebody").form.state().phone == known


def test_the_same_name_is_shown_and_a_similar_one_is_not(enrol: Any, people: list[int]) -> None:
    sheet = enrol("Maria")
    sheet.already.look()
    assert [hit.customer_id for hit in sheet.already.hits] == [people[1]]
    put(sheet, name="Mari")
    sheet.already.look()
    assert sheet.already.hits == ()
    assert sheet.already.isHidden()


@pytest.mark.parametrize(
    "name", [KHMER_NAME[:200].strip(), "<img src=x onerror=alert(1)>", "'; DROP TABLE customer; --"]
)
def test_any_name_is_kept_as_it_is(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any, name: str
) -> None:
    sheet = enrol()
    put(sheet, name=name)
    sheet.save()
    qtbot.waitUntil(lambda: window.attending.customer_id != 0)
    assert desk.customers.get(window.attending.customer_id).name == name


def test_a_name_over_the_limit_is_told_and_not_cut(enrol: Any) -> None:
    sheet = enrol()
    put(sheet, name="x" * 250)
    sheet.save()
    assert "200" in sheet.form.fields[FormField.NAME].fault()
    assert len(sheet.form.state().name) == 250


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "lo"])
def test_everything_fits_without_a_scroll_bar(
    qtbot: QtBot, window: CounterWindow, enrol: Any, size: tuple[int, int], language: str
) -> None:
    window.resize(*size)
    LANGUAGE.speak(language)
    sheet = enrol("Maria")
    sheet.already.look()
    qtbot.wait(20)
    for button in sheet.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName(), button
            assert min(button.width(), button.height()) >= TARGET, button.accessibleName()
            assert sheet.rect().contains(button.mapTo(sheet, button.rect().bottomRight())), button.text()
    for editor in (*sheet.findChildren(QLineEdit), *sheet.findChildren(QPlainTextEdit)):
        if editor.isVisible():
            assert editor.accessibleName()
            assert editor.height() >= TARGET
            assert sheet.rect().contains(editor.mapTo(sheet, editor.rect().bottomRight()))


def test_the_sheet_speaks_the_new_language_at_once(enrol: Any) -> None:
    sheet = enrol()
    sheet.save()
    english = sheet.form.fields[FormField.NAME].fault()
    LANGUAGE.speak("lo")
    assert sheet.form.fields[FormField.NAME].editor.accessibleName() == "ຊື່"
    assert sheet.form.fields[FormField.NAME].fault() not in ("", english)


def test_the_phone_of_somebody_who_left_leads_back_to_them(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, enrol: Any
) -> None:
    """A second record would know nothing of what they had."""
    draft = CustomerDraft("Kham Vong", phone="020 5551 4867")
    kham = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    desk.submit(desk.leaving.leave, desk.act(), kham).result()
    sheet = enrol("Somebody")
    sheet.already.look()
    assert sheet.already.isHidden()
    put(sheet, phone="+856 20 5551 4867")
    sheet.already.look()
    assert sheet.already.gone.text() == "Kham Vong has this number: left just now"
    qtbot.mouseClick(sheet.already.back_button, Qt.MouseButton.LeftButton)
    wait_for_notice(qtbot, window, "Kham Vong is back")
    assert window.attending.customer_id == kham
    assert window.sheets.sheet is None
