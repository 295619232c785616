"""The square that a phone's camera reads, dark on white in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.printing.canvas import BLACK, CodeSquare

_ANY_ROOM = 1000.0
_CORNER = 0.06


class CodeView(QWidget):
    """A QR with its quiet zone, as large as it has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = ""
        self._path, self._across = QPainterPath(), 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_url(self, url: str) -> None:
        """Show another address; nothing is drawn for an empty one."""
        if url and url != self.url:
            square = CodeSquare(url, _ANY_ROOM, wished=_ANY_ROOM)
            self._path, self._across = square.path, square.side / square.module
        self.url = url
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.url:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        frame = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(frame, side * _CORNER, side * _CORNER)
        painter.translate(frame.topLeft())
        painter.scale(side / self._across, side / self._across)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillPath(self._path, BLACK)
