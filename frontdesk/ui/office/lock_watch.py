"""When the office is to be locked: nobody has touched it for two minutes, or something else has the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.desk.office_desk import OfficeDesk
from frontdesk.domain.team.proofs import STANDS_FOR, Proofs

_EVERY_MS: Final = 1000
_SETTLES_MS: Final = 100
_SLEPT: Final = 30.0
"""Seconds by which the clock on the wall may run ahead of the ticks: a computer that sleeps does not tick."""
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_LEAVES: Final = frozenset({QEvent.Type.WindowDeactivate, QEvent.Type.Hide, QEvent.Type.WindowStateChange})
_WATCHED: Final = _INPUT | _LEAVES
_GONE: Final = (Qt.ApplicationState.ApplicationHidden, Qt.ApplicationState.ApplicationSuspended)


class LockWatch(QObject):
    """Watches one window while it is open, with its menus and dialogs.

    A proof is renewed by what is done in the window only. That a page reads anew because somebody is stamped
    at the till does not hold the door open.
    """

    wanted = Signal()

    def __init__(self, window: QWidget, proofs: Proofs, now: Callable[[], int]) -> None:
        super().__init__(window)
        self._window, self._proofs, self._now = window, proofs, now
        self._desk: OfficeDesk | None = None
        self._touched = self._behind = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.check)

    def begin(self, desk: OfficeDesk) -> None:
        """Somebody has opened it, with the proof that their desk has: in a shop without PINs, with none."""
        self._desk = desk
        self._touched, self._behind = self._proofs.ticks(), self._wall_ahead()
        app = _app()
        app.installEventFilter(self)
        app.applicationStateChanged.connect(self._on_state)
        self._clock.start()

    def stop(self) -> None:
        """It is locked: there is nothing to watch."""
        if self._clock.isActive():
            self._clock.stop()
            _app().removeEventFilter(self)
            _app().applicationStateChanged.disconnect(self._on_state)

    def check(self) -> None:
        """Has it been long enough, or did the computer sleep?"""
        idle = self._proofs.ticks() - self._touched >= STANDS_FOR
        key = self._desk.key if self._desk is not None else b""
        over = bool(key) and not self._proofs.left(key)
        if idle or over or self._wall_ahead() - self._behind > _SLEPT:
            self.wanted.emit()

    def check_focus(self) -> None:
        """Whoever is no longer at this window, or at what it opened, has left it."""
        if self._clock.isActive() and not self._has_focus():
            self.wanted.emit()

    def is_own(self, widget: QWidget | None) -> bool:
        """Whether it is the window, or was opened from it."""
        while widget is not None:
            window = widget.window()
            if window is self._window:
                return True
            widget = window.parentWidget()
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _WATCHED or not isinstance(watched, QWidget) or not self.is_own(watched):
            return False
        if kind in _INPUT:
            self._touch()
        elif kind == QEvent.Type.WindowDeactivate:
            QTimer.singleShot(_SETTLES_MS, self, self.check_focus)  # by then what has the focus is known
        elif watched is self._window and (kind == QEvent.Type.Hide or self._window.isMinimized()):
            self.wanted.emit()
        return False

    def _touch(self) -> None:
        self._touched = self._proofs.ticks()
        if self._desk is not None:
            self._proofs.stands(self._desk.key, self._desk.staff_id)

    def _has_focus(self) -> bool:
        active = QApplication.activeWindow()
        if active is not None:
            return self.is_own(active)
        if self.is_own(QApplication.activePopupWidget()):
            return True
        modal = QApplication.activeModalWidget()
        drawn_by_system = modal is not None and modal.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        return drawn_by_system and self.is_own(modal)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state in _GONE:
            self.wanted.emit()
        elif state == Qt.ApplicationState.ApplicationInactive:
            QTimer.singleShot(_SETTLES_MS, self, self.check_focus)

    def _wall_ahead(self) -> float:
        return self._now() / 1000 - self._proofs.ticks()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
