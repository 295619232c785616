"""Bars by hour, day or month, each beside what it is compared with."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from frontdesk.domain.office.charts import ChartData, ChartPoint
from frontdesk.ui.office.charts.dress import Dress
from frontdesk.ui.office.charts.labels import paint_labels, paint_values

_WIDEST: Final = 6.0
"""In heights of the type: a few bars do not stretch over the page."""
_ALONE, _BEHIND, _BEFORE = 0.7, 0.86, 0.46
"""Parts of its place that a bar takes: alone, hatched behind another, and before that one."""

_FOR_THE_NUMBERS, _FOR_THE_KEY = 3.0, 5.5
"""In lines of type: a lower picture leaves these out, they are in its sentence and in the large one."""


def paint_bars(painter: QPainter, place: QRectF, data: ChartData, dress: Dress) -> None:
    """The hatched bar stands behind the filled one: which of them is higher is seen at once."""
    plot, lines = QRectF(place), place.height() / dress.line_height
    if data.before and lines >= _FOR_THE_KEY:
        _paint_key(painter, QRectF(plot.left(), plot.top(), plot.width(), dress.line_height), data, dress)
        plot.setTop(plot.top() + dress.line_height)
    if lines >= _FOR_THE_NUMBERS:
        plot.setTop(plot.top() + dress.line_height)
    plot.setBottom(plot.bottom() - dress.line_height - dress.gap / 2)
    step = min(plot.width() / len(data.points), _WIDEST * dress.font.pixelSize())
    plot.setWidth(step * len(data.points))
    scale = max(plot.height(), 1.0) / data.highest if data.highest else 0.0
    middles = [plot.left() + (number + 0.5) * step for number in range(len(data.points))]
    for point, middle in zip(data.points, middles, strict=True):
        _paint_bar(painter, point, middle, step, plot.bottom(), scale, dress, bool(data.before))
    painter.setPen(QPen(dress.quiet, 1))
    painter.drawLine(QLineF(plot.left(), plot.bottom(), plot.right(), plot.bottom()))
    tops = [
        (middle, plot.bottom() - scale * max(point.value or 0.0, point.before or 0.0))
        for point, middle in zip(data.points, middles, strict=True)
    ]
    if lines >= _FOR_THE_NUMBERS:
        said = [point.said if point.value else "" for point in data.points]
        paint_values(painter, plot, said, tops, dress)
    below = QRectF(place.left(), plot.bottom() + dress.gap / 2, place.width(), dress.line_height)
    paint_labels(painter, below, [point.label for point in data.points], middles, dress)


def _paint_bar(
    painter: QPainter,
    point: ChartPoint,
    middle: float,
    step: float,
    bottom: float,
    scale: float,
    dress: Dress,
    compared: bool,
) -> None:
    if point.before:
        wide, high = max(step * _BEHIND, 2.0), point.before * scale
        dress.bar(painter, QRectF(middle - wide / 2, bottom - high, wide, high), hatched=True)
    if point.value:
        wide, high = max(step * (_BEFORE if compared else _ALONE), 1.5), max(point.value * scale, 1.0)
        dress.bar(painter, QRectF(middle - wide / 2, bottom - high, wide, high))


def _paint_key(painter: QPainter, place: QRectF, data: ChartData, dress: Dress) -> None:
    """Which bar is which, in one line above them: a piece of each beside its name."""
    piece, left = dress.font.pixelSize(), place.left()
    for words, hatched in ((data.now, False), (data.before, True)):
        top = place.top() + (place.height() - piece) / 2
        dress.bar(painter, QRectF(left + 0.5, top, piece, piece), hatched=hatched)
        left += piece + dress.gap / 2
        wide = max(min(dress.measures.horizontalAdvance(words) + 1, place.right() - left), 0.0)
        at = QRectF(left, place.top(), wide, place.height())
        dress.write(painter, at, words, Qt.AlignmentFlag.AlignLeft)
        left += wide + dress.gap
