"""Parts of a whole, one below the other: its name, a filled part of a frame, and the number."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from frontdesk.domain.office.charts import ChartData
from frontdesk.ui.office.charts.dress import Dress

_NAMES_AT_MOST: Final = 0.5
"""Of the width; a longer name ends in …, and is whole in the table."""
_HIGHEST: Final = 2.4
"""A row, in heights of a line: few parts do not stretch down the page."""


def height_of_shares(data: ChartData, dress: Dress) -> float:
    """The least in which every part can be read."""
    return dress.line_height * len(data.points)


def paint_shares(painter: QPainter, place: QRectF, data: ChartData, dress: Dress) -> None:
    """The frame is the whole: the parts are compared without a scale."""
    high = min(place.height() / len(data.points), dress.line_height * _HIGHEST)
    names = max(dress.measures.horizontalAdvance(point.label) for point in data.points) + 1
    names = min(names, place.width() * _NAMES_AT_MOST)
    numbers = max(dress.strong_measures.horizontalAdvance(point.said) for point in data.points) + 1
    left = place.left() + names + dress.gap
    frame = QRectF(left, 0, max(place.right() - numbers - dress.gap - left, 1.0), high * 0.5)
    for number, point in enumerate(data.points):
        row = QRectF(place.left(), place.top() + number * high, place.width(), high)
        said = QRectF(place.left(), row.top(), names, high)
        dress.write(painter, said, point.label, Qt.AlignmentFlag.AlignLeft)
        frame.moveTop(row.top() + high * 0.25)
        dress.frame(painter, frame)
        if point.value:
            filled = QRectF(frame)
            filled.setWidth(max(frame.width() * point.value / data.whole, 1.0))
            dress.bar(painter, filled)
        at_end = QRectF(place.right() - numbers, row.top(), numbers, high)
        dress.write(painter, at_end, point.said, Qt.AlignmentFlag.AlignRight, strong=True)
