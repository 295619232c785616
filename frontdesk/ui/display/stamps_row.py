"""A stamp card as the counter shows it, large and in the middle of its room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.ui.widgets.stamps import StampCardView

_FEW = 8
_LANDING = 0.2
"""Of a stamp's side: so far it reaches beyond its place while it lands."""


class StampsRow(StampCardView):
    """Keeps its stamps in one row in the middle, or takes the whole room where they are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._largest, self._around = QRectF(), 0.0, 0.0

    def place(self, room: QRectF, largest: float) -> None:
        """Where to stand, and how large a stamp may be."""
        self._room, self._largest = room, largest
        self._fit()

    def show_face(self, face: CardFace, *, landing: int = 0) -> None:
        super().show_face(face, landing=landing)
        self._fit()

    def _layout(self) -> list[tuple[QPointF, float]]:
        around = QPointF(self._around, self._around)
        return [(centre + around, diameter) for centre, diameter in super()._layout()]

    def _fit(self) -> None:
        count, room = self.places(), self._room
        gap = RHYTHM * 2 if count <= _FEW else RHYTHM
        side = min(self._largest, (room.width() - gap * (count - 1)) / count, room.height() - 4)
        self.set_diameter(max(round(side), 1))
        self._around = 0.0 if self.is_bar() else side * _LANDING
        width = room.width() if self.is_bar() else side * count + gap * (count - 1) + 2 * self._around
        height = min(room.height(), 44.0) if self.is_bar() else side + 4 + 2 * self._around
        self.setGeometry(
            QRectF(
                room.left() + (room.width() - width) / 2,
                room.top() + (room.height() - height) / 2,
                width + 1,
                height,
            ).toRect()
        )
