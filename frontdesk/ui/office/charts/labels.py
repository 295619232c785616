"""What stands below bars and dots, and above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from frontdesk.ui.office.charts.dress import Dress


def paint_labels(
    painter: QPainter, place: QRectF, labels: Sequence[str], middles: Sequence[float], dress: Dress
) -> None:
    """Each label below its middle, as often as there is room for it."""
    free = place.left()
    for label, middle in zip(labels, middles, strict=True):
        wide = dress.measures.horizontalAdvance(label)
        left = min(max(middle - wide / 2, place.left()), place.right() - wide)
        if label and left >= free and wide <= place.width():
            dress.write(
                painter,
                QRectF(left, place.top(), wide + 1, place.height()),
                label,
                Qt.AlignmentFlag.AlignLeft,
            )
            free = left + wide + dress.gap


def paint_values(
    painter: QPainter,
    place: QRectF,
    said: Sequence[str],
    tops: Sequence[tuple[float, float]],
    dress: Dress,
) -> None:
    """The number above each top (x, y), where all find room; else above the highest and the last only.

    An empty word is not written: nothing says so by itself.
    """
    step = place.width() / max(len(said), 1)
    widths = [dress.strong_measures.horizontalAdvance(words) for words in said]
    told = [number for number, words in enumerate(said) if words]
    if told and max(widths) + dress.gap > step:
        highest = min(told, key=lambda number: tops[number][1])
        told = [highest, told[-1]]
    right = -1.0
    for number in sorted(set(told)):
        x, y = tops[number]
        left = min(max(x - widths[number] / 2, place.left()), place.right() - widths[number])
        if left < right:
            continue
        above = QRectF(left, y - dress.line_height, widths[number] + 1, dress.line_height)
        dress.write(painter, above, said[number], Qt.AlignmentFlag.AlignLeft, strong=True)
        right = left + widths[number] + dress.gap / 2
