"""A few dots, joined where one follows the other."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from frontdesk.domain.office.charts import ChartData
from frontdesk.ui.office.charts.dress import Dress
from frontdesk.ui.office.charts.labels import paint_labels, paint_values

_DOT: Final = 0.3
"""Half a dot, in heights of the type."""


def paint_line(painter: QPainter, place: QRectF, data: ChartData, dress: Dress) -> None:
    """Where nothing was measured there is no dot, and no line goes over it."""
    most = data.highest if data.most is None else data.most
    plot = place.adjusted(dress.gap, dress.line_height + dress.gap, -dress.gap, 0)
    plot.setBottom(plot.bottom() - dress.line_height - dress.gap)
    step = plot.width() / len(data.points)
    spread = max(most - data.least, 1e-9)
    middles = [plot.left() + (number + 0.5) * step for number in range(len(data.points))]
    heights = [
        None if point.value is None else plot.bottom() - plot.height() * (point.value - data.least) / spread
        for point in data.points
    ]
    painter.setPen(QPen(dress.line, 1))
    for y in (plot.top(), plot.bottom()):
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
    _paint_dots(painter, middles, heights, dress)
    tops = [
        (x, plot.bottom() if y is None else y - _DOT * dress.font.pixelSize())
        for x, y in zip(middles, heights, strict=True)
    ]
    said = [point.said if point.value is not None else "" for point in data.points]
    paint_values(painter, plot, said, tops, dress)
    below = QRectF(place.left(), plot.bottom() + dress.gap, place.width(), dress.line_height)
    paint_labels(painter, below, [point.label for point in data.points], middles, dress)


def _paint_dots(painter: QPainter, xs: list[float], ys: list[float | None], dress: Dress) -> None:
    dots = [None if y is None else QPointF(x, y) for x, y in zip(xs, ys, strict=True)]
    painter.setPen(QPen(dress.ink, 2))
    for one, following in pairwise(dots):
        if one is not None and following is not None:
            painter.drawLine(one, following)
    painter.setBrush(dress.fill)
    painter.setPen(QPen(dress.ink, 1))
    size = _DOT * dress.font.pixelSize()
    for dot in dots:
        if dot is not None:
            painter.drawEllipse(dot, size, size)
