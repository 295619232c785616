"""The mark across whatever comes out of a practice: nobody may take it for the real thing."""

from math import atan2, cos, degrees, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from frontdesk.printing.session import font

_INK: Final = QColor("#b3006b")
_VEIL: Final = 0.22
"""How much of it covers what is under it, which has to stay readable."""
_ROOM: Final = 0.94
_DRAWN_AT: Final = 100.0
_EDGE: Final = 0.012


def paint_mark(painter: QPainter, place: QRectF, words: str) -> None:
    """Write `words` from corner to corner of `place`, as large as there is room, over what is there."""
    letters = QPainterPath()
    letters.addText(QPointF(), font(_DRAWN_AT, QFont.Weight.Bold), words)
    box = letters.boundingRect()
    if box.isEmpty():
        return
    slope = atan2(place.height(), place.width())
    across = box.width() * cos(slope) + box.height() * sin(slope)
    tall = box.width() * sin(slope) + box.height() * cos(slope)
    scale = _ROOM * min(place.width() / across, place.height() / tall)
    veil = QColor(_INK)
    veil.setAlphaF(_VEIL)
    painter.save()
    painter.translate(place.center())
    painter.rotate(-degrees(slope))
    painter.scale(scale, scale)
    painter.translate(-box.center())
    painter.setBrush(veil)
    painter.setPen(QPen(_INK, box.height() * _EDGE))
    painter.drawPath(letters)
    painter.restore()
