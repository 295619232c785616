"""Chips go on in the next row where there is no room, and are never wider than their place."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.wrapping import WrappedChips


def chips(*names: str) -> list[QWidget]:
    made = []
    for name in names:
        chip = Chip(checkable=True)
        chip.say_short(name)
        made.append(chip)
    return made


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    """A window for them to stand in."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    return window


def place(stage: QWidget, width: int, *names: str) -> WrappedChips:
    row = WrappedChips()
    row.setParent(stage)
    row.show_chips(chips(*names))
    row.resize(width, row.heightForWidth(width))
    row.show()
    return row


def test_chips_wrap_and_the_height_follows(stage: QWidget) -> None:
    wide = place(stage, 900, "Monday", "Tuesday", "Wednesday", "Thursday")
    narrow = place(stage, 260, "Monday", "Tuesday", "Wednesday", "Thursday")
    assert len({chip.y() for chip in wide.findChildren(Chip)}) == 1
    rows = sorted({chip.y() for chip in narrow.findChildren(Chip)})
    assert len(rows) > 1
    assert narrow.height() >= rows[-1] + narrow.findChildren(Chip)[-1].height()
    assert all(chip.geometry().right() <= narrow.width() for chip in narrow.findChildren(Chip))


def test_a_name_of_two_hundred_letters_is_cut_and_whole_for_a_reader(stage: QWidget) -> None:
    long = "ភាសាខ្មែរ" * 22
    row = place(stage, 400, long)
    (chip,) = row.findChildren(Chip)
    assert chip.width() <= 400
    assert chip.accessibleName() == long
    assert chip.text().endswith("…")


def test_other_chips_replace_the_first(qtbot: QtBot, stage: QWidget) -> None:
    row = place(stage, 400, "One", "Two")
    before = row.findChildren(Chip)
    row.show_chips(chips("Three"))
    assert not any(chip.isVisible() for chip in before)

    def visible() -> list[str]:
        return [chip.accessibleName() for chip in row.findChildren(Chip) if chip.isVisible()]

    qtbot.waitUntil(lambda: visible() == ["Three"])
    row.show_chips([])
    assert row.isHidden()
