"""The five faces of a visit, drawn, each with its box to tick and the key that keys it in."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from frontdesk.domain.feedback.questions import Mood
from frontdesk.printing.canvas import INK, PAPER, QUIET_INK, Canvas
from frontdesk.printing.lettering import Lettering

BOX: Final = 3.6
"""Millimetres: a pen hits it."""
BOX_LINE: Final = 0.25

_LINE: Final = 0.055
"""Of a face's width."""
_EYE: Final = 0.055
_KEY_GAP: Final = 0.6
_CORNER: Final = 0.7


def paint_faces(canvas: Canvas, place: QRectF, across: float, ink: QColor = INK) -> None:
    """Five faces in a row from bad to very good; below each its box, and the digit beside it."""
    step = place.width() / len(Mood)
    across = min(across, step - 0.8)
    for number, mood in enumerate(Mood):
        middle = place.left() + (number + 0.5) * step
        paint_face_of(canvas.painter, QPointF(middle, place.top() + across / 2), across, mood, ink)
        corner = QPointF(middle - BOX / 2, place.bottom() - BOX)
        paint_box(canvas, corner, str(int(mood)), ink)


def faces_height(across: float) -> float:
    """How high a row of faces is with its boxes."""
    return across + 1.0 + BOX


def paint_box(canvas: Canvas, corner: QPointF, key: str, ink: QColor = INK) -> None:
    """A box to tick, and to its right, small, the key that whoever keys it in presses."""
    painter = canvas.painter
    painter.setPen(QPen(ink, BOX_LINE))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(QRectF(corner.x(), corner.y(), BOX, BOX), _CORNER, _CORNER)
    lettering = Lettering(1.9, 1.9)
    room = QRectF(corner.x() + BOX + _KEY_GAP, corner.y() + 0.6, 2.4, 3.0)
    canvas.text(key, lettering, room, QUIET_INK if ink == INK else ink)


def paint_face_of(painter: QPainter, centre: QPointF, across: float, mood: Mood, ink: QColor = INK) -> None:
    """One face. It is told by its mouth and brows, so that it needs no colour."""
    painter.save()
    painter.translate(centre)
    painter.scale(across, across)
    painter.setPen(QPen(ink, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(PAPER)
    radius = 0.5 - _LINE / 2
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(mood))
    if mood is Mood.VERY_GOOD:
        painter.fillPath(_mouth(mood), ink)
    _paint_eyes(painter, mood, ink)
    painter.restore()


def _mouth(mood: Mood) -> QPainterPath:
    """From a deep frown to an open laugh."""
    if mood is Mood.FAIR:
        path = QPainterPath(QPointF(-0.2, 0.2))
        path.lineTo(0.2, 0.2)
        return path
    if mood is Mood.VERY_GOOD:
        path = QPainterPath(QPointF(-0.27, 0.08))
        path.cubicTo(-0.24, 0.4, 0.24, 0.4, 0.27, 0.08)
        path.closeSubpath()
        return path
    depth = {Mood.BAD: -0.2, Mood.POOR: -0.11, Mood.GOOD: 0.15}[mood]
    ends = 0.3 if depth < 0 else 0.12
    path = QPainterPath(QPointF(-0.23, ends))
    path.quadTo(0, ends + 2 * depth, 0.23, ends)
    return path


def _paint_eyes(painter: QPainter, mood: Mood, ink: QColor) -> None:
    for side in (-1, 1):
        if mood is Mood.VERY_GOOD:
            _paint_arc(painter, QPointF(side * 0.17, -0.09), 0.075)
            continue
        painter.setBrush(ink)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(side * 0.17, -0.1), _EYE, _EYE * 1.15)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if mood is Mood.BAD:
            painter.drawLine(QPointF(side * 0.27, -0.26), QPointF(side * 0.12, -0.22))


def _paint_arc(painter: QPainter, middle: QPointF, radius: float) -> None:
    """An eye that laughs: the upper half of a circle."""
    points = [
        middle + QPointF(cos(angle), -sin(angle)) * radius for angle in (pi * step / 8 for step in range(9))
    ]
    painter.drawPolyline(points)
