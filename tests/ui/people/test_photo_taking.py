"""Three seconds before the camera: live, counted down, taken, looked at, taken again or used."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.people.customers import Purpose
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people import photo_taking
from frontdesk.ui.people.camera import CameraFault, CameraFeed, NoCamera
from frontdesk.ui.people.enrol_sheet import EnrolSheet
from frontdesk.ui.people.photo_field import PhotoField
from frontdesk.ui.people.photo_taking import PhotoTaking


class FakeCamera(QObject):
    """Sends what a test lets it see."""

    arrived = Signal(QImage)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = True

    def stop(self) -> None:
        self.on = False


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_taking, "SECOND_MS", 5)


@pytest.fixture
def camera() -> FakeCamera:
    return FakeCamera()


@pytest.fixture
def field(qtbot: QtBot, desk: FrontDesk, camera: FakeCamera) -> Iterator[PhotoField]:
    bridge, window = Bridge(desk), QWidget()
    window.resize(900, 640)
    field = PhotoField(bridge, 176, camera=lambda parent: camera)
    field.setParent(window)
    qtbot.addWidget(window, before_close_func=lambda _: bridge.close())
    window.show()
    yield field
    assert window is field.window()


def scene() -> QImage:
    """Wider than high: red on the left of the middle square, blue on its right, green beside it."""
    seen = QImage(160, 90, QImage.Format.Format_RGB32)
    seen.fill(QColor("green"))
    painter = QPainter(seen)
    painter.fillRect(35, 0, 45, 90, QColor("red"))
    painter.fillRect(80, 0, 45, 90, QColor("blue"))
    painter.end()
    return seen


def taking_of(field: PhotoField) -> PhotoTaking:
    (taking,) = field.window().findChildren(PhotoTaking)
    return taking


def until_taken(qtbot: QtBot, taking: PhotoTaking) -> None:
    qtbot.waitUntil(lambda: taking.use.isVisible())


def test_it_counts_three_and_takes_the_picture_unmirrored(
    qtbot: QtBot, field: PhotoField, camera: FakeCamera
) -> None:
    field.start_camera()
    taking, figures = taking_of(field), []
    camera.arrived.emit(scene())
    figures.append(taking.view.figure)
    taking.view.count = lambda figure, count=taking.view.count: (figures.append(figure), count(figure))  # type: ignore[method-assign]
    until_taken(qtbot, taking)
    assert figures == ["3", "2", "1"]
    taking.use.click()
    qtbot.waitUntil(lambda: field.photo is not None)
    assert field.photo is not None
    kept = QImage.fromData(field.photo.full)
    assert kept.width() == kept.height()
    assert kept.pixelColor(5, 40).red() > 200
    assert kept.pixelColor(kept.width() - 5, 40).blue() > 200
    assert not camera.on


def test_the_live_view_is_a_mirror_and_the_still_is_not(
    qtbot: QtBot, field: PhotoField, camera: FakeCamera
) -> None:
    field.start_camera()
    taking = taking_of(field)
    camera.arrived.emit(scene())
    until_taken(qtbot, taking)
    view = taking.view
    left, right = view.width() // 2 - 60, view.width() // 2 + 60

    def seen() -> tuple[bool, bool]:
        shown = view.grab().toImage()
        return (
            shown.pixelColor(left, 30).red() > shown.pixelColor(left, 30).blue(),
            shown.pixelColor(right, 30).red() > shown.pixelColor(right, 30).blue(),
        )

    assert seen() == (True, False)
    view.show_frame(scene())
    assert seen() == (False, True)


def test_again_counts_anew_and_a_tap_takes_it_at_once(
    qtbot: QtBot, field: PhotoField, camera: FakeCamera
) -> None:
    field.start_camera()
    taking = taking_of(field)
    camera.arrived.emit(scene())
    until_taken(qtbot, taking)
    taking.again.click()
    assert not taking.use.isVisible()
    assert taking.view.figure == ""
    camera.arrived.emit(scene())
    assert taking.view.figure == "3"
    taking.view.click()
    assert taking.use.isVisible()
    assert camera.on
    assert field.photo is None


def test_no_photo_switches_the_camera_off_and_changes_nothing(
    qtbot: QtBot, field: PhotoField, camera: FakeCamera
) -> None:
    field.start_camera()
    camera.arrived.emit(scene())
    taking_of(field).cancel.click()
    assert not camera.on
    assert field.photo is None
    assert field.fault() == ""


def test_a_camera_that_is_pulled_out_is_said_and_a_file_still_works(
    qtbot: QtBot, field: PhotoField, camera: FakeCamera
) -> None:
    field.start_camera()
    camera.arrived.emit(scene())
    camera.failed.emit(CameraFault.STOPPED)
    assert field.fault() == "The camera has stopped. Try it again, or choose a file."
    field.take_image(scene())
    qtbot.waitUntil(lambda: field.photo is not None)


def test_a_picture_that_is_taken_outlives_its_camera(
    qtbot: QtBot, field: PhotoField, camera: FakeCamera
) -> None:
    field.start_camera()
    taking = taking_of(field)
    camera.arrived.emit(scene())
    until_taken(qtbot, taking)
    camera.failed.emit(CameraFault.STOPPED)
    assert not taking.again.isVisible()
    taking.use.click()
    qtbot.waitUntil(lambda: field.photo is not None)


def test_it_keeps_covering_a_window_that_grows(field: PhotoField) -> None:
    field.start_camera()
    field.window().resize(1200, 800)
    assert taking_of(field).size() == field.window().size()


# --- in the form: consent first ---


@pytest.fixture
def sheet(window: CounterWindow, camera: FakeCamera) -> EnrolSheet:
    sheet = window.open_sheet(SheetName.ENROL, typed="Anna")
    assert isinstance(sheet, EnrolSheet)
    sheet.form.photo._open_camera = lambda parent: camera
    return sheet


def test_enter_takes_it_at_once_and_enter_again_uses_it(
    qtbot: QtBot,
    window: CounterWindow,
    sheet: EnrolSheet,
    camera: FakeCamera,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photo_taking, "SECOND_MS", 60_000)
    window.activateWindow()
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.form.photo.start_camera()
    camera.arrived.emit(scene())
    (taking,) = sheet.findChildren(PhotoTaking)
    qtbot.keyClick(taking.view, Qt.Key.Key_Return)
    assert taking.use.hasFocus()
    qtbot.keyClick(taking.use, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.form.photo.photo is not None)


def test_without_consent_no_camera_opens_and_the_yes_opens_it(sheet: EnrolSheet) -> None:
    photo = sheet.form.photo
    photo.start_camera()
    assert sheet.findChildren(PhotoTaking) == []
    assert "First ask." in photo.fault()
    row = sheet.form.consents.rows[Purpose.PHOTO]
    assert row.hasFocus()
    assert not row.isChecked()
    row.click()
    assert len(sheet.findChildren(PhotoTaking)) == 1


def test_a_yes_by_itself_opens_no_camera(sheet: EnrolSheet) -> None:
    sheet.form.consents.rows[Purpose.PHOTO].click()
    assert sheet.findChildren(PhotoTaking) == []


def test_a_photo_from_a_file_lets_the_camera_rest(qtbot: QtBot, sheet: EnrolSheet) -> None:
    sheet.form.photo.start_camera()
    sheet.form.photo.take_image(scene())
    qtbot.waitUntil(lambda: sheet.form.photo.photo is not None)
    sheet.form.consents.rows[Purpose.PHOTO].click()
    assert sheet.findChildren(PhotoTaking) == []


def test_escape_switches_the_camera_off_and_then_leaves_the_sheet(
    qtbot: QtBot, window: CounterWindow, sheet: EnrolSheet, camera: FakeCamera
) -> None:
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.form.photo.start_camera()
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert not camera.on
    assert window.sheets.sheet is sheet
    qtbot.waitUntil(lambda: sheet.findChildren(PhotoTaking) == [])
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert window.sheets.sheet is None


def test_a_card_that_is_scanned_meanwhile_leaves_camera_and_sheet(
    window: CounterWindow, sheet: EnrolSheet, camera: FakeCamera
) -> None:
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.form.photo.start_camera()
    window.keys.scanned.emit(Scan("M0123456789ABCDEF"))
    assert not camera.on
    assert window.sheets.sheet is None


def test_leaving_the_sheet_switches_the_camera_off(
    window: CounterWindow, sheet: EnrolSheet, camera: FakeCamera
) -> None:
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.form.photo.start_camera()
    window.sheets.close_now()
    assert not camera.on


def test_a_camera_that_is_gone_is_said_before_anything_is_shown(sheet: EnrolSheet) -> None:
    def none(parent: QObject) -> CameraFeed:
        raise NoCamera(CameraFault.NO_CAMERA)

    sheet.form.photo._open_camera = none
    sheet.form.consents.rows[Purpose.PHOTO].click()
    sheet.form.photo.start_camera()
    assert sheet.form.photo.fault() == "No camera is plugged in. A file or a pasted photo works too."


@pytest.mark.qt_log_level_fail("CRITICAL")  # of what it misses on a machine without a screen it warns
def test_the_real_pipeline_with_a_frame_input_in_the_cameras_place(
    qtbot: QtBot, field: PhotoField, until_seen: Callable[[Callable[[], bool]], None]
) -> None:
    multimedia = pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    source = multimedia.QVideoFrameInput()
    field._open_camera = lambda parent: CameraFeed(multimedia, source, parent)
    field.start_camera()
    taking = taking_of(field)

    def taken() -> bool:
        source.sendVideoFrame(multimedia.QVideoFrame(scene()))
        return taking.use.isVisible()

    until_seen(taken)
    taking.use.click()
    qtbot.waitUntil(lambda: field.photo is not None)


@pytest.fixture
def until_seen(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda seen: qtbot.waitUntil(seen, timeout=10_000)
