"""One programme in the list: a tap opens it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.loyalty.programmes import Look
from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.programmes.programme_mark import ProgrammeMark
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.prose import Prose, grows_with_its_words
from frontdesk.ui.widgets.shapes import paint_focus

_HEIGHT = TARGET + RHYTHM * 4


class ProgrammeRow(QAbstractButton):
    """Picture on its colour, name, what it promises in as many lines as it takes, and whether it runs."""

    def __init__(self, look: Look, promise: str, state: str) -> None:
        super().__init__()
        name = look.names.usual or tr("Without a name yet")
        self.name, self.promise, self.state = name, promise, state
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(grows_with_its_words())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(tr("{programme}, {state}", programme=name, state=state))
        self.setAccessibleDescription(promise)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedLabel(name, "strong"))
        words.addWidget(Prose(promise))
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM * 2, RHYTHM, RHYTHM * 2, RHYTHM)
        row.setSpacing(RHYTHM * 2)
        row.addWidget(ProgrammeMark(look))
        row.addLayout(words, 1)
        row.addWidget(PlainLabel(state, "small"))
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, frame = QPainter(self), LOOK.palette, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(palette.colour("accent" if lit else "line"), 1))
        painter.setBrush(palette.colour("soft" if self.isDown() else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("ink"))
