"""A double tap is one tap: its second half never hits what has just taken the place of the first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_NEAR: Final = 16.0
"""Pixels; a wet finger does not come down twice at the same point."""


class SecondTap:
    """Holds for every row that changes under the finger: a button that went, moved or says something else
    now was not what the finger meant. Two taps on a button that stays are two.
    """

    def __init__(self) -> None:
        self._under: QWidget | None = None
        self._said, self._at, self._place = "", 0, QPointF()

    def misses(self, widget: QWidget, press: QMouseEvent) -> bool:
        """Does this press hit something else than the finger came down on a moment ago, at that place?"""
        soon = press.timestamp() - self._at < QGuiApplication.styleHints().mouseDoubleClickInterval()
        way = press.globalPosition() - self._place
        near = abs(way.x()) <= _NEAR and abs(way.y()) <= _NEAR
        again = self._under is not None and press.timestamp() > self._at and soon and near
        if again and isinstance(widget, QAbstractButton) and not self._is_the_same(widget):
            self._at = press.timestamp()
            return True
        self._under, self._said = widget, _said(widget)
        self._at, self._place = press.timestamp(), press.globalPosition()
        return False

    def _is_the_same(self, button: QAbstractButton) -> bool:
        """A key of the letters to tap, which never takes the focus, stays itself when Shift goes."""
        if button is not self._under:
            return False
        return button.focusPolicy() == Qt.FocusPolicy.NoFocus or _said(button) == self._said


def _said(widget: QWidget) -> str:
    """What can be read on it; a name for readers alone may count on."""
    return (widget.text() or widget.accessibleName()) if isinstance(widget, QAbstractButton) else ""
