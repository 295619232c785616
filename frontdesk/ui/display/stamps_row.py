"""A stamp card as the counter shows it, large and in the middle of its room."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.ui.widgets.stamps import StampCardView

_FEW = 8


class StampsRow(StampCardView):
    """Keeps its stamps in one row in the middle, or takes the whole room where they are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._largest = QRectF(), 0.0

    def place(self, room: QRectF, largest: float) -> None:
        """Where to stand, and how large a stamp may be."""
        self._room, self._largest = room, largest
        self._fit()

    def show_face(self, face: CardFace, *, landing: int = 0) -> None:
        super().show_face(face, landing=landing)
        self._fit()

    def _fit(self) -> None:
        count, room = self.places(), self._room
        gap = RHYTHM * 2 if count <= _FEW else RHYTHM
        side = min(self._largest, (room.width() - gap * (count - 1)) / count, room.height() - 4)
        self.set_diameter(max(round(side), 1))
        width = room.width() if self.is_bar() else side * count + gap * (count - 1)
        height = min(room.height(), 44.0 if self.is_bar() else side + 4)
        self.setGeometry(
            QRectF(
                room.left() + (room.width() - width) / 2,
                room.top() + (room.height() - height) / 2,
                width + 1,
                height,
            ).toRect()
        )
