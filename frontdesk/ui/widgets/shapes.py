"""Painted shapes that several controls share: a card's shadow, a focus ring, a rounded picture."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from frontdesk.ui.look.metrics import FOCUS_RING, SHADOW
from frontdesk.ui.look.palette import Palette


def paint_card(painter: QPainter, frame: QRectF, radius: float, palette: Palette, fill: str = "card") -> None:
    """A rounded card on its shadow. The shadow is a pixmap cut in nine; an effect would repaint the world."""
    if palette.shadow_strength:
        ratio = painter.device().devicePixelRatioF()
        _paint_shadow(painter, frame.toAlignedRect(), int(radius), palette, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.colour("line"), 1) if not palette.shadow_strength else Qt.PenStyle.NoPen)
    painter.setBrush(palette.colour(fill))
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def paint_strip(painter: QPainter, frame: QRectF, radius: float, palette: Palette, tone: str) -> str:
    """A tinted strip; `tone` is warn, good or calm. Gives the name of the ink for what stands on it."""
    ink = "quiet" if tone == "calm" else f"{tone}_ink"
    edge = palette.colour(ink)
    edge.setAlphaF(0.22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(palette.colour(f"{tone}_ground"))
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    return ink


def paint_focus(painter: QPainter, frame: QRectF, radius: float, colour: QColor) -> None:
    """The keyboard's focus ring, inside `frame`."""
    inset = FOCUS_RING / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, FOCUS_RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def rounded(source: QPixmap, radius: float) -> QPixmap:
    """`source` with round corners, done once here: a clip path in each paint costs twice as much."""
    ratio = source.devicePixelRatio()
    made = QPixmap(source.size())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    path.addRoundedRect(QRectF(QPointF(0, 0), source.deviceIndependentSize()), radius, radius)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawPixmap(QPointF(0, 0), source)
    painter.end()
    return made


def _paint_shadow(painter: QPainter, frame: QRect, radius: int, palette: Palette, ratio: float) -> None:
    """Draw the nine pieces of the shadow around `frame`; the middle is covered by the card."""
    corner = SHADOW + radius
    shadow = _shadow(radius, palette.shadow_strength, palette.ink, ratio)
    outer = frame.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW)
    xs = (outer.left(), outer.left() + corner, outer.right() + 1 - corner, outer.right() + 1)
    ys = (outer.top(), outer.top() + corner, outer.bottom() + 1 - corner, outer.bottom() + 1)
    cuts = (0, corner, corner + 1, 2 * corner + 1)
    for row in range(3):
        for column in range(3):
            if row == column == 1:
                continue
            target = QRectF(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row])
            source = QRectF(
                cuts[column] * ratio,
                cuts[row] * ratio,
                (cuts[column + 1] - cuts[column]) * ratio,
                (cuts[row + 1] - cuts[row]) * ratio,
            )
            painter.drawPixmap(target, shadow, source)


@lru_cache(maxsize=16)
def _shadow(radius: int, strength: int, ink: str, ratio: float) -> QPixmap:
    """A soft shadow, a little below the card, wide enough to be cut in nine."""
    side = 2 * (SHADOW + radius) + 1
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(ink)
    for step in range(SHADOW):
        # Layers add up: the nearer to the card, the more of them lie on one another.
        colour.setAlphaF(strength / 255 * (step + 1) / SHADOW * 0.45)
        painter.setBrush(colour)
        frame = QRectF(step, step + 2, side - 2 * step, side - 2 * step - 2)
        painter.drawRoundedRect(frame, radius + SHADOW - step, radius + SHADOW - step)
    painter.end()
    return pixmap
