"""A card held before the camera is a scan like any other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.media.qr import qr_matrix
from frontdesk.ui.counter.camera_sheet import CameraSheet
from frontdesk.ui.counter.camera_watch import CameraWatch
from frontdesk.ui.counter.sheets import SheetName
from frontdesk.ui.counter.window import CounterWindow
from frontdesk.ui.people.camera import CameraFault, CameraFeed, NoCamera


class FakeCamera(QObject):
    arrived = Signal(QImage)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.on = True

    def stop(self) -> None:
        self.on = False


@pytest.fixture
def camera() -> FakeCamera:
    return FakeCamera()


@pytest.fixture
def sheet(window: CounterWindow, camera: FakeCamera) -> CameraSheet:
    opened = window.open_sheet(
        SheetName.CAMERA, scanned=window.keys.scanned.emit, camera=lambda parent: camera
    )
    assert isinstance(opened, CameraSheet)
    return opened


def view_of(text: str) -> QImage:
    """A card on a table, as a camera sees it."""
    seen = QImage(640, 480, QImage.Format.Format_RGB32)
    seen.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(seen)
    painter.fillRect(200, 120, 240, 240, Qt.GlobalColor.white)
    for y, row in enumerate(qr_matrix(text)):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(230 + 8 * x, 150 + 8 * y, 8, 8, Qt.GlobalColor.black)
    painter.end()
    return seen


@pytest.fixture
def card(desk: FrontDesk, people: list[int]) -> QImage:
    (made,) = desk.submit(desk.member_cards.codes_for, desk.act(), (people[0],)).result()
    return view_of(made.code)


def test_a_card_before_the_camera_chooses_its_customer_and_closes_the_view(
    qtbot: QtBot,
    window: CounterWindow,
    sheet: CameraSheet,
    camera: FakeCamera,
    card: QImage,
    people: list[int],
) -> None:
    camera.arrived.emit(card)
    qtbot.waitUntil(lambda: window.attending.customer_id == people[0])
    assert window.sheets.sheet is None
    assert not camera.on


def test_other_codes_and_nothing_are_looked_past(
    qtbot: QtBot, window: CounterWindow, sheet: CameraSheet, camera: FakeCamera, card: QImage
) -> None:
    for picture in (view_of("https://example.com/menu"), QImage(64, 64, QImage.Format.Format_RGB32)):
        sheet._read_at = 0.0
        camera.arrived.emit(picture)
        qtbot.waitUntil(lambda: not sheet._reading)
    assert window.sheets.sheet is sheet
    assert camera.on


def test_a_picture_is_dropped_while_one_is_read(
    qtbot: QtBot, sheet: CameraSheet, camera: FakeCamera, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Callable[..., object]] = []
    monkeypatch.setattr(sheet._bridge, "work", lambda work, *args, **kwargs: read.append(work))
    for _ in range(5):
        sheet._read_at = 0.0
        camera.arrived.emit(view_of("x"))
    assert len(read) == 1


def test_escape_closes_the_view_and_switches_the_camera_off(
    qtbot: QtBot, window: CounterWindow, sheet: CameraSheet, camera: FakeCamera
) -> None:
    window.activateWindow()
    qtbot.keyClick(window.sheets.back, Qt.Key.Key_Escape)
    assert window.sheets.sheet is None
    assert not camera.on


def test_a_camera_that_is_pulled_out_is_said_and_can_be_tried_again(
    sheet: CameraSheet, camera: FakeCamera
) -> None:
    assert not sheet.retry.isVisible()
    camera.failed.emit(CameraFault.STOPPED)
    assert "has stopped" in sheet.said.text()
    assert not camera.on
    sheet.retry.click()
    assert sheet.said.text() == "Hold the card before the camera."


@pytest.mark.parametrize("fault", [CameraFault.NOT_INSTALLED, CameraFault.NO_CAMERA])
def test_without_a_camera_the_other_ways_are_named(window: CounterWindow, fault: CameraFault) -> None:
    def none(parent: QObject) -> CameraFeed:
        raise NoCamera(fault)

    sheet = window.open_sheet(SheetName.CAMERA, scanned=print, camera=none)
    assert isinstance(sheet, CameraSheet)
    assert "search by name" in sheet.said.text()
    assert sheet.retry.isVisible()


def test_the_button_is_there_only_where_a_camera_is(window: CounterWindow) -> None:
    assert not window.header.camera.isVisible()
    watch = CameraWatch(window.bridge, window)
    watch.known.connect(window.header.camera.setVisible)
    watch.known.emit(True)
    assert window.header.camera.isVisible()
    assert window.header.camera.accessibleName() == "Scan a card with the camera"
    watch.known.emit(False)
    assert not window.header.camera.isVisible()


@pytest.mark.qt_log_level_fail("CRITICAL")  # of what it misses on a machine without a screen it warns
def test_the_look_for_cameras_ends_in_an_answer(qtbot: QtBot, window: CounterWindow) -> None:
    pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
    watch = CameraWatch(window.bridge, window)
    with qtbot.waitSignal(watch.known, timeout=10_000):
        watch.start()
