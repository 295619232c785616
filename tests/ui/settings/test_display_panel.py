"""The customer's screen is off until it is switched on, and the staff's faces are put up beside."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.settings.settings_sheet import SettingsSheet


@pytest.fixture
def sheet(window: CounterWindow) -> SettingsSheet:
    sheet = window.open_sheet(SheetName.SETTINGS, part="display")
    assert isinstance(sheet, SettingsSheet)
    return sheet


def test_it_is_off_and_is_switched_on_and_off(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    where = sheet.parts.display.where
    assert where.value() == "off"
    for value in ("on", "off"):
        where.chip(value).click()
        qtbot.waitUntil(lambda: not window.bridge.busy)
        assert desk.shop.settings().customer_screen is (value == "on")
    assert "No second display" in sheet.parts.display.field.control.accessibleDescription()


def picture() -> QImage:
    saved = BytesIO()
    Image.new("RGB", (300, 300), "#B4532A").save(saved, "PNG")
    return QImage.fromData(saved.getvalue())


def test_a_face_is_put_up_taken_away_and_brought_back(
    qtbot: QtBot, window: CounterWindow, sheet: SettingsSheet, desk: FrontDesk
) -> None:
    sheet.show_part("staff")
    noy = desk.staff_id

    def has_photo() -> bool:
        return not window.bridge.busy and desk.staffing.staff()[0].has_photo

    row = sheet.parts.staff.rows()[0]
    row.face.click()
    assert row.photo is not None
    assert row.agreed is not None
    assert not row.agreed.isChecked()
    assert not row.photo.isEnabled()
    row.agreed.click()
    assert row.photo.isEnabled()
    row.photo.take_image(picture())
    qtbot.waitUntil(has_photo)
    qtbot.waitUntil(lambda: sheet.parts.staff.rows()[0].member.has_photo)
    kept = desk.staffing.photo(noy)
    row = sheet.parts.staff.rows()[0]
    row.face.click()
    assert row.photo is not None
    assert row.agreed is not None
    assert row.agreed.isChecked()
    row.agreed.click()  # no consent, no photo
    qtbot.waitUntil(lambda: not window.bridge.busy and not desk.staffing.staff()[0].has_photo)
    window.notices.undo()
    qtbot.waitUntil(has_photo)
    assert desk.staffing.photo(noy) == kept


def test_a_tap_on_the_face_again_closes_the_place(sheet: SettingsSheet) -> None:
    row = sheet.parts.staff.rows()[0]
    row.turn_photo()
    row.turn_photo()
    assert row.photo is None
