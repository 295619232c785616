"""One point of contact or none, by tap and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.ui.widgets.contact_point_chips import ContactPointChips


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    """A window for them to stand in."""
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(600, 300)
    stage.show()
    return stage


@pytest.fixture
def chips(stage: QWidget) -> ContactPointChips:
    made = ContactPointChips(stage)
    made.resize(600, 300)
    made.show()
    return made


def test_at_most_one_is_chosen_and_a_second_tap_takes_it_back(qtbot: QtBot, chips: ContactPointChips) -> None:
    told: list[ContactPoint | None] = []
    chips.changed.connect(lambda: told.append(chips.chosen()))
    for point in (ContactPoint.QUEUE, ContactPoint.PRODUCT, ContactPoint.PRODUCT):
        qtbot.mouseClick(chips.chip(point), Qt.MouseButton.LeftButton)
    assert told == [ContactPoint.QUEUE, ContactPoint.PRODUCT, None]
    assert not any(chips.chip(point).isChecked() for point in ContactPoint)


def test_showing_a_choice_is_no_tap(chips: ContactPointChips) -> None:
    told: list[object] = []
    chips.changed.connect(lambda: told.append(chips.chosen()))
    chips.choose(ContactPoint.DOOR)
    assert chips.chosen() is ContactPoint.DOOR
    chips.choose(None)
    assert chips.chosen() is None
    assert told == []
