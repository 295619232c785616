"""The settings: each change is saved at once, and can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.shop import Theme
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.settings.limits_panel import LimitsPanel
from frontdesk.ui.settings.lists_panel import BatchRow
from frontdesk.ui.settings.saving import saver_of
from frontdesk.ui.settings.settings_sheet import SettingsSheet

PARTS = (
    "shop",
    "programmes",
    "products",
    "limits",
    "staff",
    "feedback",
    "unusual",
    "prints",
    "data",
    "lists",
)


@pytest.fixture
def sheet(window: CounterWindow) -> SettingsSheet:
    opened = window.open_sheet(SheetName.SETTINGS)
    assert isinstance(opened, SettingsSheet)
    return opened


def retype(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Type as a person does: keys without a gap between them would be taken for a scanner's."""
    line.setText(text)
    line.setModified(True)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_new_name_is_saved_and_undone(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    retype(qtbot, sheet.parts.fields.name, "Morning Cup")
    qtbot.waitUntil(lambda: desk.shop.settings().name == "Morning Cup")
    qtbot.waitUntil(window.notices.can_undo)
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.shop.settings().name == "Café Mekong")
    qtbot.waitUntil(lambda: sheet.parts.fields.name.text() == "Café Mekong")


def test_undo_works_when_the_sheet_is_gone(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    retype(qtbot, sheet.parts.fields.name, "Morning Cup")
    qtbot.waitUntil(window.notices.can_undo)
    window.sheets.close_now()
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.shop.settings().name == "Café Mekong")


def test_two_quick_changes_do_not_lose_one_another(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.parts.fields.edited.emit({"name": "Morning Cup"})
    sheet.parts.fields.edited.emit({"printer": "till"})
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (desk.shop.settings().name, desk.shop.settings().printer) == ("Morning Cup", "till")


def test_a_language_and_a_theme_are_seen_at_once(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.parts.fields.languages.chip("lo").click()
    assert LANGUAGE.code == "lo"
    sheet.parts.shop.themes.chip("dark").click()
    assert LOOK.theme is Theme.DARK
    qtbot.waitUntil(lambda: desk.shop.settings().theme is Theme.DARK)
    qtbot.waitUntil(lambda: not window.bridge.busy)
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.shop.settings().theme is Theme.LIGHT)
    assert LOOK.theme is Theme.LIGHT
    assert desk.shop.settings().language == "lo"


def test_the_language_of_cards_is_not_the_counters(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    assert sheet.parts.fields.cards_languages.value() == "en"
    sheet.parts.fields.cards_languages.chip("km").click()
    qtbot.waitUntil(lambda: desk.shop.settings().customer_language == "km")
    assert (LANGUAGE.code, desk.shop.settings().language) == ("en", "en")
    sheet.parts.fields.languages.chip("lo").click()
    qtbot.waitUntil(lambda: not window.bridge.busy)
    assert (desk.shop.settings().language, desk.shop.settings().cards_language) == ("lo", "km")
    assert sheet.parts.fields.cards_languages.value() == "km"


def test_another_place_brings_its_language_to_cards_and_undo_takes_it_away(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.parts.fields.country.choose("TH")
    sheet.parts.fields.country.activated.emit(0)
    qtbot.waitUntil(lambda: desk.shop.settings().cards_language == "th")
    qtbot.waitUntil(window.notices.can_undo)
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.shop.settings().cards_language == "en")
    qtbot.waitUntil(lambda: sheet.parts.fields.cards_languages.value() == "en")


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("https://forms.gle/abc", "https://forms.gle/abc"),
        ("020 5551 2345", "sms:+8562055512345?body="),
        ("hello@shop.example", "mailto:hello@shop.example?subject="),
    ],
)
def test_what_an_owner_has_at_hand_is_a_link(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk, typed: str, leads_to: str
) -> None:
    sheet.show_part("feedback")
    retype(qtbot, sheet.parts.fields.link, typed)
    qtbot.waitUntil(lambda: desk.shop.settings().feedback_link == typed)
    assert not sheet.parts.fields.link_field.fault
    (card,) = desk.submit(desk.feedback.issue, desk.act(), 1, "lo").result().cards
    assert card.url.startswith(leads_to)


def test_a_faulty_link_keeps_the_page_open_and_the_kept_link(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.parts.fields.link.setText("nonsense")
    sheet.parts.fields.link.setModified(True)
    window.sheets.ask_to_close()
    assert window.sheets.sheet is sheet
    assert sheet.parts.fields.link_field.fault
    assert sheet.parts.fields.link.isVisible()
    assert desk.shop.settings().feedback_link.startswith("https://")


def test_the_last_text_is_saved_by_leaving(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.parts.fields.name.setText("Late")
    sheet.parts.fields.name.setModified(True)
    window.sheets.ask_to_close()
    assert window.sheets.sheet is None
    qtbot.waitUntil(lambda: desk.shop.settings().name == "Late")


def test_a_backup_is_made_and_its_age_said(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.show_part("data")
    qtbot.waitUntil(lambda: "no good backup" in sheet.parts.data._age.text())
    sheet.parts.data.back_up_button.click()
    qtbot.waitUntil(lambda: "Last good backup" in sheet.parts.data._age.text())
    assert len(desk.backups.list()) == 1
    assert not sheet.parts.data.progress.isVisible()


def test_the_books_are_checked_in_words(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk, people: list[int]
) -> None:
    desk.submit(desk.loyalty.add_stamps, desk.act(), people[0], 3).result()
    sheet.show_part("data")
    sheet.parts.data.check_button.click()
    qtbot.waitUntil(lambda: "The books are in order: 1 entry" in sheet.parts.data._books.text())


def test_all_customers_are_written_to_a_table(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, tmp_path: Path
) -> None:
    file = tmp_path / "out.csv"
    sheet.parts.lists._ask_path = lambda *asked: file
    sheet.parts.lists.export_button.click()
    qtbot.waitUntil(lambda: "4 customers are in out.csv" in window.notices.text())
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_table_that_cannot_be_written_is_said(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, tmp_path: Path
) -> None:
    sheet.parts.lists._ask_path = lambda *asked: tmp_path / "missing" / "out.csv"
    sheet.parts.lists.export_button.click()
    qtbot.waitUntil(lambda: "could not be written" in window.notices.text())
    assert sheet.parts.lists.export_button.isEnabled()


def test_an_import_is_undone_from_the_history(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,Phone\nNew One,020 7771234\n", encoding="utf-8")
    desk.imports.run(desk.imports.preview(file))
    sheet = window.open_sheet(SheetName.SETTINGS, part="lists")
    assert isinstance(sheet, SettingsSheet)
    (row,) = sheet.parts.lists.findChildren(BatchRow)
    row.findChild(QAbstractButton).click()
    qtbot.waitUntil(lambda: desk.imports.batches()[0].undone)
    qtbot.waitUntil(lambda: "taken back" in window.notices.text())
    assert desk.search.find("New One") == ()


def test_a_part_is_made_when_it_is_turned_to_and_shows_what_was_changed_before(
    qtbot: QtBot, window: CounterWindow, desk: FrontDesk
) -> None:
    sheet = window.open_sheet(SheetName.SETTINGS, part="limits")
    assert isinstance(sheet, SettingsSheet)
    assert [type(sheet.parts.widget(at)) for at in range(sheet.parts.count())] == [LimitsPanel]
    saver_of(window.lent).save({"name": "Morning Cup"})
    sheet.show_part("shop")
    assert sheet.parts.count() == 2
    assert sheet.parts.fields.name.text() == "Morning Cup"
    for following in (sheet.parts.fields.name, sheet.parts.shop.contacts.phone):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


@pytest.mark.parametrize("language", ["en", "lo"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_every_control_has_a_name_is_large_enough_and_not_cut(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, language: str, size: tuple[int, int]
) -> None:
    LANGUAGE.speak(language)
    window.resize(*size)
    window.grab()  # lays out anew what has other words now
    for part in PARTS:
        sheet.show_part(part)
        qtbot.waitUntil(lambda: not window.bridge.busy)
        for kind in (QAbstractButton, QLineEdit, QComboBox):
            for control in sheet.findChildren(kind):
                if control.isVisible():
                    assert control.accessibleName() or control.text(), (part, control)
                    assert control.height() >= TARGET, (part, control)
                    least = control.minimumSizeHint().width() if kind is QAbstractButton else 0
                    assert control.width() >= least, (part, control.text())


def test_the_owners_name_is_changed_and_changed_back(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    was = desk.staffing.staff()[0].name
    retype(qtbot, sheet.parts.shop.owner.name, "Maly")
    qtbot.waitUntil(lambda: desk.staffing.staff()[0].name == "Maly")
    qtbot.waitUntil(window.notices.can_undo)
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.staffing.staff()[0].name == was)


def test_one_entry_of_the_index_looks_chosen(qtbot: QtBot, sheet: SettingsSheet) -> None:
    entries = [each for each in sheet.findChildren(QAbstractButton) if each.property("role") == "index"]
    for entry in [*entries[1:], entries[0]]:
        qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
        assert [each for each in entries if each.hasFocus()] == [entry]
        assert [each for each in entries if each.isChecked()] == [entry]
