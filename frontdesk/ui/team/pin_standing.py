"""For how long a manager's rights stand at the counter, and how they end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from frontdesk.domain.team.proofs import STANDS_FOR
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.header import Header

_EVERY_MS: Final = 1000
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class PinStanding(QObject):
    """Shows in the header that whoever is at the till has proved to be a manager, and ends it: by a tap
    there, after two minutes in which nobody touched the counter, and when somebody else takes the till over.

    `hand_back` gives the till, with the key that it was lent for, back to whoever lent it.
    """

    def __init__(
        self,
        window: QWidget,
        desk: Any,
        bridge: Bridge,
        header: Header,
        hand_back: Callable[[int, bytes], None],
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._header, self._hand_back = window, desk, header, hand_back
        self._key, self._touched = b"", 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.look)
        header.lock_wanted.connect(self.end)
        bridge.changed.connect(lambda changes: self.look())

    def begin(self) -> None:
        """The desk has a manager's proof now."""
        self._key = self._desk.key
        self._touch()
        if not self._clock.isActive():
            QApplication.instance().installEventFilter(self)
            self._clock.start()
        self._header.show_manager(True)

    def look(self) -> None:
        """Does it stand still, or has one begun elsewhere, as by a PIN that was just set?"""
        if self._desk.key != self._key:
            self._leave() if not self._desk.key else self.begin()
        elif self._key and (self._idle() >= STANDS_FOR or not self._desk.pins.left(self._key)):
            self.end()

    def end(self) -> None:
        """A till that was lent goes back to whoever had it; else it stays, without the right."""
        key, lent_by = self._desk.key, self._desk.proofs.lent_by(self._desk.key)
        self._desk.pins.close(key)
        self._desk.key = b""
        self._leave()
        if any(each.id == lent_by for each in self._desk.staffing.staff()):
            self._hand_back(lent_by, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and isinstance(watched, QWidget) and watched.window() is self._window:
            self._touch()
        return False

    def _touch(self) -> None:
        proofs = self._desk.store.proofs
        self._touched = proofs.ticks()
        proofs.stands(self._key, self._desk.staff_id)

    def _idle(self) -> float:
        return float(self._desk.store.proofs.ticks() - self._touched)

    def _leave(self) -> None:
        self._key = b""
        if self._clock.isActive():
            self._clock.stop()
            QApplication.instance().removeEventFilter(self)
        self._header.show_manager(False)
