"""A programme's picture on its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.loyalty.programmes import Look
from frontdesk.domain.said import Said
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.palette import dyed
from frontdesk.ui.look.style import LOOK

_SIDE, _PICTURE = 40, 22


class ProgrammeMark(QWidget):
    """By it the programme is known in a list, before its name is read."""

    def __init__(self, look: Look | None = None) -> None:
        super().__init__()
        self.look = look or Look(Said(""))
        self.setFixedSize(_SIDE, _SIDE)
        LOOK.changed.connect(self.update)

    def show_look(self, look: Look) -> None:
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), dyed(LOOK.palette, self.look.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("accent"))
        painter.drawEllipse(QRectF(self.rect()))
        corner = (_SIDE - _PICTURE) / 2
        picture = icon_pixmap(self.look.icon, palette.on_accent, _PICTURE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(corner, corner), picture)
