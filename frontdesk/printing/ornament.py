"""Friendly ornaments for cards: champa flowers, leaves, bunting and a cake, drawn and not copied.

All are drawn on a painter that counts in millimetres, and stay readable in black and white.
"""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from frontdesk.domain.care.messages import MessageKind
from frontdesk.printing.canvas import ACCENT

PETAL: Final = QColor("#fffdf9")
PETAL_EDGE: Final = QColor("#d9b58f")
HEART_OF_FLOWER: Final = QColor("#f2b441")
LEAF: Final = QColor("#7c9a6a")
LEAF_DEEP: Final = QColor("#5f7f52")
ROSE: Final = QColor("#e0a08a")
SKY: Final = QColor("#9dbcc4")
SUN: Final = QColor("#f2c14e")
STRING: Final = QColor("#a08c7a")
GAY: Final = (ACCENT, SUN, LEAF, ROSE, SKY)

_PETALS: Final = 5
_LINE: Final = 0.25
_FLAGS: Final = 9
_SAG: Final = 7.0
_FLAG_HEIGHT: Final = 9.0


def paint_ornament(painter: QPainter, kind: MessageKind, place: QRectF) -> None:
    """Fill `place`, the upper part of a card, with what fits the occasion."""
    painter.save()
    match kind:
        case MessageKind.BIRTHDAY:
            _paint_bunting(painter, place)
            _paint_cake(painter, QPointF(place.center().x(), place.bottom()), place.height() * 0.52)
        case MessageKind.ANNIVERSARY | MessageKind.THANKS:
            _paint_garland(painter, place)
        case MessageKind.REASSURE:
            _paint_sunrise(painter, place)
        case _:
            _paint_sprig(painter, QPointF(place.right() - 4, place.top() + 4), place.height() * 0.9)
    painter.restore()


def flower(painter: QPainter, centre: QPointF, size: float, turn: float = 0.0) -> None:
    """A champa flower: five petals around a warm heart."""
    painter.setPen(QPen(PETAL_EDGE, _LINE))
    painter.setBrush(PETAL)
    for petal in range(_PETALS):
        painter.drawPath(_petal(centre, size, turn + petal * 2 * pi / _PETALS))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(HEART_OF_FLOWER)
    painter.drawEllipse(centre, size * 0.1, size * 0.1)
    for petal in range(_PETALS):
        angle = turn + petal * 2 * pi / _PETALS
        tip = centre + QPointF(cos(angle), sin(angle)) * (size * 0.16)
        painter.drawEllipse(tip, size * 0.11, size * 0.11)


def leaf(painter: QPainter, root: QPointF, length: float, angle: float, colour: QColor = LEAF) -> None:
    """A leaf that grows from `root` at an angle, its middle vein left light."""
    tip = root + QPointF(cos(angle), sin(angle)) * length
    aside = QPointF(-sin(angle), cos(angle)) * (length * 0.28)
    middle = (root + tip) / 2
    path = QPainterPath(root)
    path.quadTo(middle + aside, tip)
    path.quadTo(middle - aside, root)
    painter.fillPath(path, colour)
    painter.setPen(QPen(PETAL, _LINE))
    painter.drawLine(root + (tip - root) * 0.15, root + (tip - root) * 0.85)


def _petal(centre: QPointF, size: float, angle: float) -> QPainterPath:
    """One petal, rounder on one side as a champa's are."""
    half = size / 2
    ahead, aside = QPointF(cos(angle), sin(angle)), QPointF(-sin(angle), cos(angle))
    tip = centre + ahead * half
    path = QPainterPath(centre)
    path.cubicTo(
        centre + ahead * (half * 0.2) + aside * (half * 0.75),
        centre + ahead * (half * 0.95) + aside * (half * 0.7),
        tip,
    )
    path.cubicTo(
        centre + ahead * (half * 0.9) - aside * (half * 0.25),
        centre + ahead * (half * 0.4) - aside * (half * 0.3),
        centre,
    )
    return path


def _paint_garland(painter: QPainter, place: QRectF) -> None:
    """Flowers and leaves along a hanging arc, the largest in the middle."""
    spots = (0.04, 0.16, 0.3, 0.5, 0.7, 0.84, 0.96)
    sizes = (8.0, 10.0, 13.0, 17.0, 13.0, 10.0, 8.0)
    points = [_on_arc(place, at, place.height() * 0.5) for at in spots]
    _paint_string(painter, place, place.height() * 0.5)
    for place_of, (at, size) in enumerate(zip(points, sizes, strict=True)):
        lean = pi / 2 + (place_of - 3) * 0.12
        for turn, colour in ((-0.7, LEAF), (0.7, LEAF_DEEP)):
            leaf(painter, at, size * 0.95, lean + turn, colour)
            leaf(painter, at, size * 0.8, lean + pi + turn, colour)
    for place_of, (at, size) in enumerate(zip(points, sizes, strict=True)):
        flower(painter, at, size, turn=-pi / 2 + place_of * 0.35)


def _paint_bunting(painter: QPainter, place: QRectF) -> None:
    """A string of flags."""
    _paint_string(painter, place, _SAG)
    painter.setPen(Qt.PenStyle.NoPen)
    for flag in range(_FLAGS):
        left, right = (_on_arc(place, (flag + share) / _FLAGS, _SAG) for share in (0.12, 0.88))
        path = QPainterPath(left)
        path.lineTo(right)
        path.lineTo((left + right) / 2 + QPointF(0, _FLAG_HEIGHT))
        path.closeSubpath()
        painter.fillPath(path, GAY[flag % len(GAY)])


def _paint_cake(painter: QPainter, foot: QPointF, height: float) -> None:
    """Two tiers with icing, and three candles that burn."""
    wide, tier = height * 1.25, height * 0.3
    lower = QRectF(foot.x() - wide / 2, foot.y() - tier, wide, tier)
    upper = QRectF(foot.x() - wide * 0.34, lower.top() - tier, wide * 0.68, tier)
    painter.setPen(Qt.PenStyle.NoPen)
    for box, colour in ((lower, ROSE), (upper, QColor("#f0cdbd"))):
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 1.4, 1.4)
        _paint_icing(painter, box)
    for candle in (-1, 0, 1):
        x = foot.x() + candle * upper.width() * 0.3
        stick = QRectF(x - 0.7, upper.top() - height * 0.22, 1.4, height * 0.22)
        painter.setBrush(GAY[candle + 1])
        painter.drawRect(stick)
        painter.fillPath(_flame(QPointF(x, stick.top() - 0.4), height * 0.14), SUN)


def _paint_icing(painter: QPainter, box: QRectF) -> None:
    """A white edge that runs down in drops."""
    painter.setBrush(PETAL)
    drops = max(round(box.width() / 3.6), 3)
    step = box.width() / drops
    painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width(), box.height() * 0.3), 1.2, 1.2)
    for drop in range(drops):
        middle = QPointF(box.left() + (drop + 0.5) * step, box.top() + box.height() * 0.3)
        painter.drawEllipse(middle, step * 0.42, box.height() * (0.16 + 0.08 * (drop % 2)))


def _flame(foot: QPointF, height: float) -> QPainterPath:
    path = QPainterPath(foot)
    half = height * 0.36
    path.cubicTo(
        foot + QPointF(half * 1.6, -height * 0.3),
        foot + QPointF(half * 0.4, -height * 0.7),
        foot + QPointF(0, -height),
    )
    path.cubicTo(foot + QPointF(-half * 0.4, -height * 0.7), foot + QPointF(-half * 1.6, -height * 0.3), foot)
    return path


def _paint_sunrise(painter: QPainter, place: QRectF) -> None:
    """A new day over leaves: for who is new."""
    centre, radius = QPointF(place.center().x(), place.bottom() - 4), place.height() * 0.4
    painter.setPen(QPen(SUN, 0.9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for ray in range(9):
        angle = pi + (ray + 0.5) * pi / 9
        ahead = QPointF(cos(angle), sin(angle))
        painter.drawLine(centre + ahead * (radius * 1.2), centre + ahead * (radius * 1.6))
    path = QPainterPath(centre + QPointF(-radius, 0))
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 180, -180)
    path.closeSubpath()
    painter.fillPath(path, SUN)
    for side in (-1, 1):
        for number, length in enumerate((16.0, 13.0, 10.0)):
            root = QPointF(place.center().x() + side * (11 + number * 6.5), place.bottom())
            leaf(
                painter, root, length, -pi / 2 + side * (0.25 + number * 0.22), (LEAF, LEAF_DEEP)[number % 2]
            )
    for side in (-1, 1):
        flower(painter, QPointF(place.center().x() + side * 14, place.bottom() - 3), 10.0, turn=side * 0.4)


def _paint_sprig(painter: QPainter, corner: QPointF, length: float) -> None:
    """A flower with leaves in the upper right corner: it leaves the page to the words."""
    at = corner + QPointF(-length * 0.4, length * 0.4)
    for turn, colour in _leaves_around():
        leaf(painter, at, length * 0.42, turn, colour)
    flower(painter, at, length * 0.5, turn=-pi / 2)


def _leaves_around() -> Sequence[tuple[float, QColor]]:
    return ((pi * 0.95, LEAF), (pi * 0.72, LEAF_DEEP), (pi * 0.4, LEAF), (-pi * 0.05, LEAF_DEEP))


def _paint_string(painter: QPainter, place: QRectF, sag: float) -> None:
    path = QPainterPath(_on_arc(place, 0, sag))
    for step in range(1, 25):
        path.lineTo(_on_arc(place, step / 24, sag))
    painter.strokePath(path, QPen(STRING, 0.35))


def _on_arc(place: QRectF, share: float, sag: float) -> QPointF:
    """A point of a string that hangs between the upper corners."""
    return QPointF(place.left() + place.width() * share, place.top() + sag * (1 - (2 * share - 1) ** 2))
