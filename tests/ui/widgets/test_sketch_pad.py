"""Lines that are drawn are kept as they were seen, at any size of the pad."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.widgets.sketch_pad import SHEET, SketchPad


@pytest.fixture
def pad(qtbot: QtBot) -> SketchPad:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(400, 300)
    made = SketchPad(stage)
    made.setMinimumWidth(0)
    made.setGeometry(0, 0, 300, 200)
    stage.show()
    made.stage = stage  # type: ignore[attr-defined]
    return made


def draw(qtbot: QtBot, pad: SketchPad, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pad, end)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)


def is_ink(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < 180


def test_a_line_is_where_it_was_drawn(qtbot: QtBot, pad: SketchPad) -> None:
    draw(qtbot, pad, QPoint(50, 100), QPoint(250, 100))
    image = pad.image()
    assert image.size() == SHEET
    assert is_ink(image, 300, 200)
    assert not is_ink(image, 300, 300)


def test_a_smaller_pad_shows_the_whole_sketch(qtbot: QtBot, pad: SketchPad) -> None:
    draw(qtbot, pad, QPoint(50, 100), QPoint(250, 100))
    assert is_ink(pad.grab().toImage(), 150, 100)
    pad.resize(150, 100)
    assert is_ink(pad.grab().toImage(), 75, 50)


def test_a_dot_is_a_dot(qtbot: QtBot, pad: SketchPad) -> None:
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(150, 100))
    assert is_ink(pad.image(), 300, 200)


def test_lines_are_taken_back_one_by_one(qtbot: QtBot, pad: SketchPad) -> None:
    told: list[bool] = []
    pad.changed.connect(lambda: told.append(pad.has_lines()))
    draw(qtbot, pad, QPoint(50, 50), QPoint(250, 50))
    draw(qtbot, pad, QPoint(50, 100), QPoint(250, 100))
    pad.take_back_line()
    assert is_ink(pad.image(), 300, 100)
    assert not is_ink(pad.image(), 300, 200)
    pad.take_back_line()
    pad.take_back_line()
    assert told == [True, True, True, False]


def test_what_was_drawn_before_is_gone_on_with(qtbot: QtBot, pad: SketchPad) -> None:
    draw(qtbot, pad, QPoint(50, 50), QPoint(250, 50))
    pad.begin(pad.image())
    assert not pad.has_lines()
    draw(qtbot, pad, QPoint(50, 100), QPoint(250, 100))
    image = pad.image()
    assert is_ink(image, 300, 100)
    assert is_ink(image, 300, 200)
    pad.begin(None)
    assert not is_ink(pad.image(), 300, 100)


def test_another_button_draws_nothing(qtbot: QtBot, pad: SketchPad) -> None:
    qtbot.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(150, 100))
    assert not pad.has_lines()
