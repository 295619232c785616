"""Where the hand is: whether it is on its way to a place, and how long nobody has touched anything."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from math import hypot
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QTouchEvent, QWindow

REMEMBERED_S: Final = 2.0
"""A hand that did nothing for so long is not on its way any more."""
_NEARER_BY: Final = 12.0
"""Pixels; a hand that rests on a mouse moves it a little."""

_DOWN: Final = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate})
_UP: Final = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel})
_MOVED: Final = frozenset({QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress})
_LOOKED: Final = _DOWN | _UP | _MOVED | {QEvent.Type.KeyPress, QEvent.Type.Wheel}


class PointerWatch(QObject):
    """Watches one native window: its few events pass here once each, and not once for every widget."""

    touched_at = Signal(QPointF)
    """A finger was lifted, at this place of the window."""

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._way: deque[tuple[float, QPointF]] = deque(maxlen=64)
        self._down = False
        self._looked = clock()

    def watch(self, window: QWindow) -> None:
        window.installEventFilter(self)

    def idle_for(self) -> float:
        """Seconds since anything was touched or moved."""
        return self._clock() - self._looked

    def heads_for(self, place: QRectF) -> bool:
        """Is a finger down, or has the pointer moved in `place` or towards it a moment ago?"""
        if self._down:
            return True
        since = self._clock() - REMEMBERED_S
        way = [_distance(place, at) for when, at in self._way if when >= since]
        return bool(way) and (way[-1] == 0 or way[0] - way[-1] >= _NEARER_BY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _LOOKED:
            self._looked = self._clock()
            if kind in _DOWN:
                self._down = True
            elif kind in _UP:
                self._down = False
                self._tell_touch(event)
            if kind in _MOVED and isinstance(event, QMouseEvent):
                self._way.append((self._looked, event.position()))
        return False

    def _tell_touch(self, event: QEvent) -> None:
        if isinstance(event, QMouseEvent) and _by_finger(event):
            self.touched_at.emit(event.position())
        elif isinstance(event, QTouchEvent) and event.points():
            self.touched_at.emit(event.points()[0].position())


def _by_finger(event: QMouseEvent | QTouchEvent) -> bool:
    return event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen


def _distance(place: QRectF, at: QPointF) -> float:
    """How far it is to the nearest edge; nothing inside."""
    aside = max(place.left() - at.x(), 0.0, at.x() - place.right())
    above = max(place.top() - at.y(), 0.0, at.y() - place.bottom())
    return hypot(aside, above)
