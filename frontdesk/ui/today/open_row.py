"""A follow-up that is open, in a narrow place: what it is, and below it the two ways it ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose


class OpenRow(QWidget):
    """Its words go on in as many lines as they need: nothing of what was noted is cut."""

    def __init__(self, what: str, when: str) -> None:
        super().__init__()
        self.what, self.when = what, when
        self.buttons: list[TextButton] = []
        self._acts = QHBoxLayout()
        self._acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM, RHYTHM, RHYTHM)
        column.setSpacing(2)
        column.addWidget(Prose(what, size=Size.BODY, ink="ink", strong=True))
        column.addWidget(Prose(when))
        column.addLayout(self._acts)
        self.setAccessibleName(f"{what}, {when}")

    def offer(self, words: str, act: Callable[[], None]) -> None:
        """Put a button at its end."""
        button = TextButton(role="quiet")
        button.setProperty("narrow", True)
        button.say(words)
        button.setAccessibleName(f"{words}: {self.what}, {self.when}")
        button.clicked.connect(act)
        self.buttons.append(button)
        self._acts.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
