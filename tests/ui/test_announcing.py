"""A screen reader is told who is greeted, what was done, and what was found; once each."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from frontdesk.ui.counter.window import CounterWindow


@pytest.fixture
def told(window: CounterWindow) -> list[str]:
    said: list[str] = []
    window.announcer.told.connect(said.append)
    return said


def test_who_is_greeted_is_told_with_the_line_that_shouts(
    qtbot: QtBot, window: CounterWindow, people: list[int], told: list[str]
) -> None:
    window.attending.choose(people[1])
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "Maria" in told[0]
    assert "eanut" in told[0]


def test_a_stamp_and_its_undo_are_told(
    qtbot: QtBot, window: CounterWindow, people: list[int], told: list[str]
) -> None:
    window.attending.choose(people[0])
    window.attending.add_stamps()
    qtbot.waitUntil(lambda: any("1 of 5" in each for each in told))
    qtbot.keyClick(window.header.search, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "Taken back" in told[-1])


def test_a_refusal_is_told(qtbot: QtBot, window: CounterWindow, people: list[int], told: list[str]) -> None:
    window.attending.choose(people[0])
    window.attending.redeem()
    qtbot.waitUntil(lambda: any("stamp" in each for each in told))


def test_while_somebody_types_only_the_last_results_are_told(
    qtbot: QtBot, window: CounterWindow, people: list[int], told: list[str]
) -> None:
    window.header.search.setFocus()
    for letter in "maria":
        window.header.search.insert(letter)
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert told[0].startswith("1 found. Maria Oliveira")
