"""The banner over a practice. It cannot be missed, and it has the way back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size, is_large, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose

_SIGN: Final = 36
_STRIPE: Final = 10
"""How high the stripes at the lower edge are: they say it to whoever tells no colours apart."""


class PracticeBanner(QWidget):
    """Says what this is, in words. A tap on `back` leaves the practice."""

    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._called = False
        self.title = Prose(size=Size.TITLE, ink="on_practice", strong=True)
        self.below = Prose(size=Size.SMALL, ink="on_practice")
        self.back = TextButton("arrow-left", "practice")
        self.back.setMinimumHeight(TARGET + RHYTHM)
        speak(self.back.say, lambda: tr("Back to the real counter"))
        self.back.clicked.connect(self.back_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.below)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIGN + RHYTHM * 5, RHYTHM, RHYTHM * 2, RHYTHM + _STRIPE)
        row.setSpacing(RHYTHM * 2)
        row.addLayout(words, 1)
        row.addWidget(self.back)
        self.setFixedHeight(taller(TARGET + RHYTHM * 3 + _STRIPE))
        LANGUAGE.changed.connect(self._say)
        LOOK.changed.connect(self.update)
        self._say()

    def say_call(self, called: bool) -> None:
        """Whether a customer asks for the manager at the real counter."""
        self._called = called
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.fillRect(self.rect(), palette.colour("practice"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.colour("practice"))
        painter.setBrush(palette.colour("on_practice"))
        for left in range(-_STRIPE, self.width(), _STRIPE * 4):
            painter.drawPolygon(_stripe(left, self.height()))
        sign = icon_pixmap("graduation-cap", "on_practice", _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 3, (self.height() - _STRIPE - _SIGN) // 2, sign)

    def _say(self) -> None:
        title = tr("Practice: nothing here counts")
        below = tr("What you do here is forgotten when you go back.")
        if self._called:
            below = tr("At the real counter, a customer would like to speak to the manager.")
        self.title.setText(title)
        self.below.setText(below)
        self.below.setVisible(self._called or not is_large())
        self.setAccessibleName(f"{title}. {below}")


def _stripe(left: int, bottom: int) -> QPolygonF:
    """One slanting stripe, twice as wide as it is high."""
    top, wide, slant = bottom - _STRIPE, _STRIPE * 2, _STRIPE
    return QPolygonF(
        [
            QPointF(left + slant, top),
            QPointF(left + slant + wide, top),
            QPointF(left + wide, bottom),
            QPointF(left, bottom),
        ]
    )
