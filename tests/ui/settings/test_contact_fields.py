"""Contacts, logo and receipt printer in the settings: saved at once, undone, and refused in a sentence."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.logo_field import LogoField
from frontdesk.ui.settings.settings_sheet import SettingsSheet


@pytest.fixture
def sheet(window: CounterWindow) -> SettingsSheet:
    opened = window.open_sheet(SheetName.SETTINGS, part="prints")
    assert isinstance(opened, SettingsSheet)
    return opened


@pytest.fixture
def logo(sheet: SettingsSheet) -> LogoField:
    return sheet.findChild(LogoField)


def retype(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.setModified(True)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def picture(folder: Path) -> Path:
    file = folder / "logo.png"
    Image.new("RGB", (60, 40), (180, 80, 40)).save(file)
    return file


def test_contacts_are_saved_and_undone(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    retype(qtbot, sheet.parts.shop.contacts.phone, " 020 5512 3456")
    qtbot.waitUntil(lambda: desk.shop.settings().phone == "020 5512 3456")
    retype(qtbot, sheet.parts.shop.contacts.address, "ບ້ານ ຫາຍໂສກ")
    qtbot.waitUntil(lambda: desk.shop.settings().contacts == ("020 5512 3456", "ບ້ານ ຫາຍໂສກ"))
    qtbot.waitUntil(lambda: not window.bridge.busy)
    window.notices.undo()
    qtbot.waitUntil(lambda: desk.shop.settings().contacts == ("020 5512 3456",))
    qtbot.waitUntil(lambda: sheet.parts.shop.contacts.address.text() == "")


def test_what_cannot_be_is_said_at_its_field_and_keeps_the_page(
    qtbot: QtBot, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    before = desk.shop.settings()
    retype(qtbot, sheet.parts.shop.contacts.email, "cafe at home")
    retype(qtbot, sheet.parts.prints.receipts.printer, "ftp://printer")
    assert "e-mail" in sheet.parts.shop.contacts.email_field.fault
    assert "192.168.1.50" in sheet.parts.prints.receipts.field.fault
    assert not sheet.may_close()
    for line in (sheet.parts.shop.contacts.email, sheet.parts.prints.receipts.printer):
        qtbot.keyClicks(line, "x", delay=50)  # whoever types on sees the fault go
    assert not sheet.parts.shop.contacts.email_field.fault
    assert desk.shop.settings() == before


def test_a_receipt_printer_and_its_paper_are_kept(
    qtbot: QtBot, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    assert not sheet.parts.prints.receipts.test_button.isEnabled()
    retype(qtbot, sheet.parts.prints.receipts.printer, "cups:TM-T20")
    sheet.parts.prints.receipts.width_chips.chip("58").click()
    qtbot.waitUntil(lambda: desk.shop.settings().receipt_width == 58)
    assert desk.shop.settings().receipt_printer == "cups:TM-T20"
    qtbot.waitUntil(sheet.parts.prints.receipts.test_button.isEnabled)


def test_a_logo_is_chosen_taken_away_and_each_undone(
    qtbot: QtBot, window: CounterWindow, logo: LogoField, desk: FrontDesk, tmp_path: Path
) -> None:
    assert logo.place.image.isNull()
    assert logo.remove_button.isHidden()
    logo.take_file(picture(tmp_path))
    qtbot.waitUntil(lambda: not logo.place.image.isNull())
    chosen = desk.logo.image()
    qtbot.waitUntil(window.notices.can_undo)
    logo.remove_button.click()
    qtbot.waitUntil(lambda: desk.logo.image() is None)
    qtbot.waitUntil(logo.place.image.isNull)
    for stood in (chosen, None):
        qtbot.waitUntil(lambda: not window.bridge.busy)
        window.notices.undo()
        qtbot.waitUntil(lambda stood=stood: desk.logo.image() == stood)


def test_a_logo_is_dropped_and_what_is_no_picture_is_refused(
    qtbot: QtBot, logo: LogoField, desk: FrontDesk, tmp_path: Path
) -> None:
    drawing = tmp_path / "logo.svg"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    for file, taken in ((drawing, False), (picture(tmp_path), True)):
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(file))])
        with qtbot.waitSignal(logo.failed) as said:
            logo.dropEvent(
                QDropEvent(
                    QPoint(5, 5),
                    Qt.DropAction.CopyAction,
                    dropped,
                    Qt.MouseButton.LeftButton,
                    Qt.KeyboardModifier.NoModifier,
                )
            )
        assert bool(said.args[0]) is not taken
    qtbot.waitUntil(lambda: desk.logo.image() is not None)
