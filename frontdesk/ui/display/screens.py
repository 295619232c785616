"""Which screen is the customer's: the one that the counter does not stand on. They come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Screens(QObject):
    """Says when another screen is the customer's, or none."""

    changed = Signal()

    def __init__(self, counter: QWidget) -> None:
        super().__init__(counter)
        self._counter, self._listens = counter, False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._on_changed)
        app.screenRemoved.connect(self._on_changed)
        app.primaryScreenChanged.connect(self._on_changed)
        self._listen()

    def second(self) -> QScreen | None:
        """The first screen that the counter is not on."""
        counters = self._counter.screen()
        shown = counters.geometry()
        others = (screen for screen in QGuiApplication.screens() if screen is not counters)
        # A beamer that shows the same picture is no second display.
        return next((screen for screen in others if screen.geometry() != shown), None)

    def _listen(self) -> None:
        """A counter that is dragged to the other screen leaves its own to the customer."""
        handle = self._counter.windowHandle()
        if not self._listens and handle is not None:
            handle.screenChanged.connect(self._on_changed)
            self._listens = True

    def _on_changed(self, screen: QScreen | None = None) -> None:
        self._listen()
        self.changed.emit()
