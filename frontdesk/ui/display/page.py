"""What the pages of the customer's screen share: a measure that grows with the screen, and columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look.metrics import SHADOW
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.shapes import paint_card

_LONG, _SHORT = 1280.0, 760.0
_LEAST = 0.62
_ROOMIER = 1.25


def is_tall(size: QSize) -> bool:
    return size.height() > size.width()


def measure(size: QSize) -> float:
    """How much larger than the plan's this screen is: the plan is 1280 × 760, either way round."""
    wide, high = (_SHORT, _LONG) if is_tall(size) else (_LONG, _SHORT)
    return max(_LEAST, min(size.width() / wide, size.height() / high))


class Page(QWidget):
    """Places its parts itself at each size. A `framed` one lies on a white card."""

    framed = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        LOOK.changed.connect(self.update)

    @property
    def scale(self) -> float:
        return measure(self.size())

    def arrange(self) -> None:
        """Put every part in its place."""
        raise NotImplementedError

    def inside(self) -> QRectF:
        """The room within the card's edge."""
        edge = (44 if self.framed else 12) * self.scale
        return QRectF(self.rect()).adjusted(edge, edge * 0.8, -edge, -edge * 0.8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.framed:
            frame = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
            paint_card(QPainter(self), frame, 28 * self.scale, LOOK.palette)


def rows(room: QRectF, heights: Sequence[float]) -> list[QRectF]:
    """Rows one below the other in the middle of a room: smaller where they are too high, a little larger
    where there is room.
    """
    total = sum(heights)
    shrunk = min(_ROOMIER, room.height() / total) if total else 1.0
    top = room.top() + (room.height() - total * shrunk) / 2
    placed = []
    for height in heights:
        placed.append(QRectF(room.left(), top, room.width(), height * shrunk))
        top += height * shrunk
    return placed
