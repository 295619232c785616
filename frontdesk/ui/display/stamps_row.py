"""A stamp card as the counter shows it, large and in the middle of its room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.palette import dyed
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.stamp_bar import paint_bar
from frontdesk.ui.widgets.stamps import StampCardView

_FEW = 8
_MOST_ROWS = 4
_LANDING = 0.2
"""Of a stamp's side: so far it reaches beyond its place while it lands."""
_BAR_HEIGHT, _BAR_LARGEST = 62.0, 2.2
"""A bar as the counter paints it, and how much larger it is here at most."""


class StampsRow(StampCardView):
    """Its stamps stand in one row, or in as many as make them largest; a long card is a large bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._largest = 0.0

    def place(self, room: QRectF, largest: float) -> None:
        """Where to stand, and how large a stamp may be."""
        self._largest = largest
        self.setGeometry(room.toRect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_bar():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.height() / _BAR_HEIGHT, _BAR_LARGEST)
        painter.translate(0, (self.height() - _BAR_HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        frame = QRectF(0, 0, self.width() / scale, _BAR_HEIGHT)
        paint_bar(painter, frame, self.face, dyed(LOOK.palette, self.face.colour), self._landed)

    def _layout(self) -> list[tuple[QPointF, float]]:
        """Centre and diameter of each place; each row stands in the middle."""
        count, gap = self.places(), RHYTHM * 2 if self.places() <= _FEW else RHYTHM
        side, per_row = max(
            (self._side(-(-count // rows), rows, gap), -(-count // rows)) for rows in range(1, _MOST_ROWS + 1)
        )
        rows = -(-count // per_row)
        top = (self.height() - side * rows - gap * (rows - 1)) / 2 + side / 2
        placed = []
        for place in range(count):
            row, column = divmod(place, per_row)
            here = min(per_row, count - row * per_row)
            left = (self.width() - side * here - gap * (here - 1)) / 2 + side / 2
            placed.append((QPointF(left + column * (side + gap), top + row * (side + gap)), side))
        return placed

    def _side(self, per_row: int, rows: int, gap: int) -> float:
        """How large a stamp is in so many rows, with room to land at the edges."""
        wide = (self.width() - gap * (per_row - 1)) / (per_row + 2 * _LANDING)
        high = (self.height() - gap * (rows - 1)) / (rows + 2 * _LANDING)
        return float(max(1, int(min(wide, high, self._largest))))
