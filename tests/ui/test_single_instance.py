"""A second start finds the first window."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from frontdesk.config import paths_for
from frontdesk.ui.single_instance import activate_running, answer_second_starts


def test_a_second_start_brings_the_first_to_the_front(qtbot: QtBot, tmp_path: Path) -> None:
    here, elsewhere = paths_for(tmp_path / "here"), paths_for(tmp_path / "elsewhere")
    owner, came = QObject(), []
    server = answer_second_starts(here, lambda: came.append(1), owner)
    assert not activate_running(elsewhere)
    assert activate_running(here)
    qtbot.waitUntil(lambda: came == [1])
    server.close()
    assert not activate_running(here)
