"""Widgets that are garbage are taken apart in the window's own thread."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.ui.garbage import Garbage, collect


def test_another_thread_takes_no_widget_apart_and_the_window_does(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    Garbage(window)
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    gone = weakref.ref(widget)
    del widget

    def work() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            kept.append([])

    kept: list[list[int]] = []
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert not gc.isenabled()
    assert gone() is not None
    collect()
    assert gone() is None
