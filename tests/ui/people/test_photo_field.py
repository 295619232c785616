"""Photos: from a file, dropped, pasted, from the camera; and everything that is none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.people.photos import PHOTO_BYTES_LIMIT, Photo
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.people.camera import CameraFault, CameraFeed, NoCamera
from frontdesk.ui.people.photo_field import OpenCamera, PhotoField
from frontdesk.ui.people.pictures import holds_picture
from tests.ui.people.conftest import png


@pytest.fixture
def field(qtbot: QtBot, desk: FrontDesk) -> PhotoField:
    return made(qtbot, desk, no_camera)


def made(qtbot: QtBot, desk: FrontDesk, camera: OpenCamera) -> PhotoField:
    bridge = Bridge(desk)
    field = PhotoField(bridge, 176, camera=camera)
    qtbot.addWidget(field, before_close_func=lambda _: bridge.close())
    return field


def no_camera(parent: QObject) -> CameraFeed:
    raise NoCamera(CameraFault.NO_CAMERA)


def image(colour: str = "#B4532A") -> QImage:
    made = QImage(90, 60, QImage.Format.Format_RGB32)
    made.fill(colour)
    return made


def photo_of(qtbot: QtBot, field: PhotoField) -> Photo:
    qtbot.waitUntil(lambda: field.photo is not None)
    assert field.photo is not None
    return field.photo


def test_a_file_becomes_a_photo(qtbot: QtBot, field: PhotoField, tmp_path: Path) -> None:
    file = tmp_path / "ສົມສັກ.png"
    file.write_bytes(png())
    field.take_file(file)
    assert field.busy
    assert photo_of(qtbot, field).full
    assert field.place.has_image()
    assert not field.busy


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"This is only a text.", "not a picture"),
        (b"", "not a picture"),
        (png()[:60], "damaged"),
        (b"\xff\xd8\xff" + bytes(PHOTO_BYTES_LIMIT), "larger than 25 MB"),
    ],
)
def test_what_is_no_photo_is_said_in_place(
    qtbot: QtBot, field: PhotoField, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(content)
    field.take_file(file)
    qtbot.waitUntil(lambda: words in field.fault())
    assert not field.busy
    assert field.photo is None


@pytest.mark.parametrize("name", ["gone.jpg", "."])
def test_a_file_that_is_not_there_is_said_in_place(
    qtbot: QtBot, field: PhotoField, tmp_path: Path, name: str
) -> None:
    field.take_file(tmp_path / name)
    qtbot.waitUntil(lambda: "could not be opened" in field.fault())


def test_a_bad_choice_keeps_the_photo_that_was_there(qtbot: QtBot, field: PhotoField, tmp_path: Path) -> None:
    field.take_image(image())
    kept = photo_of(qtbot, field)
    field.take_file(tmp_path / "gone.jpg")
    qtbot.waitUntil(lambda: field.fault() != "")
    assert field.photo is kept
    assert field.place.has_image()


def test_the_later_choice_wins(qtbot: QtBot, field: PhotoField) -> None:
    field.take_image(image("#000000"))
    field.take_image(image("#FFFFFF"))
    white = QImage.fromData(photo_of(qtbot, field).full).pixelColor(5, 5)
    assert white.lightness() > 200
    qtbot.wait(100)
    assert QImage.fromData(photo_of(qtbot, field).full).pixelColor(5, 5) == white


def test_a_pasted_picture_becomes_a_photo(qtbot: QtBot, field: PhotoField) -> None:
    QGuiApplication.clipboard().setImage(image())
    field.paste()
    assert photo_of(qtbot, field)


def test_pasting_text_says_what_to_do(field: PhotoField) -> None:
    QGuiApplication.clipboard().setText("hello")
    field.paste()
    assert "no picture to paste" in field.fault()


def test_a_dropped_file_becomes_a_photo(qtbot: QtBot, field: PhotoField, tmp_path: Path) -> None:
    file = tmp_path / "photo.png"
    file.write_bytes(png())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    assert field.take_mime(mime)
    assert photo_of(qtbot, field)


def test_what_counts_as_a_picture() -> None:
    text, both, web, pixels = QMimeData(), QMimeData(), QMimeData(), QMimeData()
    text.setText("photo.png")
    both.setImageData(image())
    both.setText("a cell of a spreadsheet")
    web.setUrls([QUrl("https://example.com/photo.png")])
    pixels.setImageData(image())
    assert [holds_picture(mime) for mime in (None, text, both, web, pixels)] == [
        False,
        False,
        False,
        False,
        True,
    ]


def test_removing_asks_for_the_present_photo_to_go(qtbot: QtBot, field: PhotoField) -> None:
    field.begin(png())
    assert field.place.has_image()
    field.remove()
    assert field.removed
    assert not field.place.has_image()
    field.take_image(image())
    assert photo_of(qtbot, field)
    assert not field.removed


def test_no_camera_is_said_kindly_and_nothing_else_happens(field: PhotoField) -> None:
    field.start_camera()
    assert field.fault() == "No camera is plugged in. A file or a pasted photo works too."
    assert not field.place.has_image()
