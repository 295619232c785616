"""Words to be read from two steps away: as large as they fit, over as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height

SMALLEST = 18
"""Logical pixels: what is smaller nobody reads from where a customer stands."""
_STEP = 0.93


class Words(QWidget):
    """One text in its rectangle, in the middle of its height. It never takes a tap."""

    def __init__(
        self, ink: str = "ink", *, strong: bool = False, centred: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._ink, self._largest = "", ink, SMALLEST
        self._weight = QFont.Weight.Bold if strong else QFont.Weight.Normal
        self._centred = centred
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        LOOK.changed.connect(self.update)

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        return self._text

    def place(self, frame: QRectF, largest: float) -> None:
        """Where to stand, and how large at most."""
        self.setGeometry(frame.toRect())
        self._largest = max(SMALLEST, round(largest))
        self.update()

    def size_taken(self) -> int:
        """The size of the letters that fits now."""
        size = self._largest
        while size > SMALLEST and not self._fits(size):
            size = max(SMALLEST, int(size * _STEP))
        return size

    def height_taken(self) -> float:
        """How high the text stands at that size."""
        return paragraph_height(self._text, fonts.font(self.size_taken(), self._weight), self.width())

    def least_height(self, width: float) -> float:
        """The height without which it is not whole, in the smallest letters."""
        return paragraph_height(self._text, fonts.font(SMALLEST, self._weight), width)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), self.size_taken()
        painter.setPen(LOOK.palette.colour(self._ink))
        font = fonts.font(size, self._weight)
        top = max(0.0, (self.height() - paragraph_height(self._text, font, self.width())) / 2)
        draw_paragraph(painter, QPointF(0, top), self._text, font, self.width(), centred=self._centred)

    def _fits(self, size: int) -> bool:
        font = fonts.font(size, self._weight)
        measures = fonts.measures(size, self._weight is QFont.Weight.Bold)
        longest = max((measures.horizontalAdvance(word) for word in self._text.split()), default=0.0)
        return longest <= self.width() and paragraph_height(self._text, font, self.width()) <= self.height()
