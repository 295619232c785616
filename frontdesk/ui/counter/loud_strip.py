"""The one strip of the greeting that speaks up: what to know or say first, and in small words why."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK, set_role
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.shapes import paint_strip

_ICON: Final = 24
_LEFT, _SIDE, _EDGE, _BETWEEN = RHYTHM * 6, RHYTHM * 2, 7, RHYTHM * 2
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class LoudStrip(QWidget):
    """A tinted strip with an icon. Its words wrap and are never cut: an allergy must be read to its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone, self.icon = "calm", ""
        self._text, self._why = PlainLabel(), PlainLabel(role="small")
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(_LEFT, _EDGE, _SIDE, _EDGE)
        for label in (self._text, self._why):
            label.setWordWrap(True)
            self._row.addWidget(label)
        LOOK.changed.connect(self.update)

    def say(self, tone: str, icon: str, text: str, why: str = "") -> None:
        """Say something else; `tone` is warn, good or calm."""
        self.tone, self.icon = tone, icon
        set_role(self._text, f"strip-{tone}")
        self._text.setText(text)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.setAccessibleName(". ".join(part for part in (text, why) if part))
        self.update()

    def text(self) -> str:
        return self._text.text()

    def why(self) -> str:
        """Why it is said; empty where the text tells it."""
        return self._why.text()

    def show_why(self, shown: bool) -> None:
        """Where text is very large the reason is left to the screen reader."""
        self._why.setVisible(shown and bool(self._why.text()))

    def fit(self, width: int) -> None:
        """Take the height that all the words need at this width: one line where both parts fit in it."""
        room = max(width - _LEFT - _SIDE, 1)
        shown = [label for label in (self._text, self._why) if not label.isHidden()]
        for label in shown:
            label.ensurePolished()
        whole = sum(label.fontMetrics().horizontalAdvance(label.text()) + _BETWEEN for label in shown)
        beside = whole <= room
        self._row.setDirection(_BESIDE if beside else _BELOW)
        self._row.setSpacing(_BETWEEN if beside else 0)
        self._row.setStretchFactor(self._why, int(beside))
        self._text.setMinimumWidth(
            self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2 if beside else 0
        )
        heights = [label.heightForWidth(room) for label in shown]
        self.setFixedHeight((max(heights) if beside else sum(heights)) + 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = paint_strip(painter, QRectF(self.rect()), 14, LOOK.palette, self.tone)
        top = (self.height() - _ICON) // 2
        painter.drawPixmap(RHYTHM * 2, top, icon_pixmap(self.icon, ink, _ICON, self.devicePixelRatioF()))
