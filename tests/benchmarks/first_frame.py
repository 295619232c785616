"""Opens one window, prints the moment of its first paint (monotonic nanoseconds) and leaves.

Arguments: ``bare``, for the least window that Qt can show; or ``counter FOLDER``, for the shop's counter as
the program itself opens it. Run in a process of its own by bench_start.py.
"""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow

_show, _show_maximized = QMainWindow.show, QMainWindow.showMaximized


class FirstPaint(QObject):
    """Says when the window was painted for the first time, and ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            watched.repaint()  # type: ignore[attr-defined]  # what was asked for is drawn now
            sys.stdout.write(f"{time.monotonic_ns()}\n")
            sys.stdout.flush()
            os._exit(0)  # how long it takes to close is not the question
        return False


def _watched_show(window: QMainWindow) -> None:
    window.installEventFilter(FirstPaint(window))
    _show(window)


def _watched_show_maximized(window: QMainWindow) -> None:
    window.installEventFilter(FirstPaint(window))
    _show_maximized(window)


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Front Desk"))
    window.resize(1366, 768)
    window.show()
    app.exec()


def counter(folder: str) -> None:
    from frontdesk.__main__ import main

    sys.argv = ["frontdesk", "--data", folder]
    main()


if __name__ == "__main__":
    QMainWindow.show = _watched_show  # type: ignore[method-assign]
    QMainWindow.showMaximized = _watched_show_maximized  # type: ignore[method-assign]
    {"bare": bare, "counter": counter}[sys.argv[1]](*sys.argv[2:])
