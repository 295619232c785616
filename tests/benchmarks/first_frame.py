"""Opens one window, prints the moment of its first paint (monotonic nanoseconds) and leaves.

Arguments: ``bare``, for the least window that Qt can show; or ``counter FOLDER``, for the shop's counter as
the program itself opens it. Run in a process of its own by bench_start.py.
"""

import os
import sys
import time


def watch_windows() -> None:
    """Let the first window that is shown tell of its first paint, and end the program."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QMainWindow

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                watched.repaint()  # type: ignore[attr-defined]  # what was asked for is drawn now
                sys.stdout.write(f"{time.monotonic_ns()}\n")
                sys.stdout.flush()
                os._exit(0)  # how long it takes to close is not the question
            return False

    for name in ("show", "showMaximized"):
        shown = getattr(QMainWindow, name)

        def watched_show(window: QMainWindow, shown=shown) -> None:  # type: ignore[no-untyped-def]
            window.installEventFilter(FirstPaint(window))
            shown(window)

        setattr(QMainWindow, name, watched_show)


def bare() -> None:
    watch_windows()
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Front Desk"))
    window.resize(1366, 768)
    window.show()
    app.exec()


def counter(folder: str) -> None:
    from frontdesk import __main__, bootstrap

    assert bootstrap  # the program, too, imports it before Qt
    watch_windows()
    sys.argv = ["frontdesk", "--data", folder]
    __main__.main()


if __name__ == "__main__":
    {"bare": bare, "counter": counter}[sys.argv[1]](*sys.argv[2:])
