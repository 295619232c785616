"""A white card on the warm ground, with a painted shadow."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from frontdesk.ui.look.metrics import CARD_RADIUS, SHADOW
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.shapes import paint_card


class Card(QFrame):
    """A frame whose content keeps clear of its shadow: lay cards out with no space between them."""

    def __init__(self, parent: QWidget | None = None, *, radius: int = CARD_RADIUS) -> None:
        super().__init__(parent)
        self._radius = radius
        self.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        LOOK.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.contentsRect()), self._radius, LOOK.palette)
