"""A picture of figures, painted: on the screen, or on white for a file and the clipboard."""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.office.charts import ChartData, Shape
from frontdesk.ui.look.metrics import Size, grown
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.charts.bars import paint_bars
from frontdesk.ui.office.charts.dress import Dress, on_paper, on_screen
from frontdesk.ui.office.charts.line import paint_line
from frontdesk.ui.office.charts.shares import height_of_shares, paint_shares

_LEAST_WIDTH: Final = 160
_LINES: Final = 6
"""A picture of bars is so many lines of type high, at least."""
_PAPER: Final = QSize(1000, 620)
_SHARP: Final = 2.0
_MARGIN, _TYPE, _HEADING = 36, 18, 26


class ChartPicture(QWidget):
    """Draws what it is given in type of `size`; a screen reader hears the sentence instead."""

    def __init__(self, size: int = Size.TINY) -> None:
        super().__init__()
        self.data: ChartData | None = None
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        LOOK.changed.connect(self.update)

    def show_chart(self, data: ChartData, sentence: str) -> None:
        self.data = data
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(360), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        dress = on_screen(self._size)
        high = _LINES * dress.line_height
        if self.data is not None and self.data.shape is Shape.SHARES:
            high = height_of_shares(self.data, dress)
        return QSize(_LEAST_WIDTH, ceil(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.data is None or not self.data.tells:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chart(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.data, on_screen(self._size))


def paint_chart(painter: QPainter, place: QRectF, data: ChartData, dress: Dress) -> None:
    """THE way in which figures are painted; `data` has something to tell."""
    match data.shape:
        case Shape.BARS:
            paint_bars(painter, place, data, dress)
        case Shape.LINE:
            paint_line(painter, place, data, dress)
        case Shape.SHARES:
            paint_shares(painter, place, data, dress)


def drawn_on_white(data: ChartData, sentence: str, shop: str) -> QImage:
    """The picture as it leaves the program: title, sentence, figures, and whose and of when they are."""
    image = QImage(_PAPER * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QRectF(0, 0, _PAPER.width(), _PAPER.height()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    heading, text = on_paper(_HEADING), on_paper(_TYPE)
    left = Qt.AlignmentFlag.AlignLeft
    line = QRectF(place.left(), place.top(), place.width(), heading.line_height)
    heading.write(painter, line, data.title, left, strong=True)
    wraps = left | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
    painter.setFont(text.font)
    painter.setPen(text.ink)
    room = QRectF(place.left(), line.bottom() + text.gap, place.width(), 4 * text.line_height)
    used = painter.boundingRect(room, wraps, sentence)
    painter.drawText(used, wraps, sentence)
    foot = QRectF(place.left(), place.bottom() - text.line_height, place.width(), text.line_height)
    text.write(painter, foot, "  ·  ".join(filter(None, (shop, data.period))), left)
    if data.tells:
        top = used.bottom() + text.line_height
        plot = QRectF(place.left(), top, place.width(), foot.top() - text.line_height - top)
        paint_chart(painter, plot, data, text)
    painter.end()
    return image
