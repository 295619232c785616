"""The stamp card: five stamps and then the free one, looking as if a hand had stamped them.

Rewards on the way to the last one have a gift at their place. A card too long for stamps is a bar.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.look.palette import Palette, dyed
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.card_face import CardFace, Tier, paint_gift
from frontdesk.ui.widgets.stamp_bar import paint_bar

LANDING_MS = 220
MOST_STAMPS = 24
"""Above it a card is a bar: as stamps they would be too small to count."""
_LEAST_IN_ONE_ROW = 30
_LEAST_WITH_NUMBER = 40
_TURNS = (-7.0, 4.0, -3.0, 8.0, -5.0, 3.0, -8.0, 6.0)


class StampCardView(QWidget):
    """`goal` places and after them the reward's. Stamps that were just earned land one by one, shortly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face, self._free_word = CardFace(), ""
        self._landing_from, self._landed = 0, 1.0
        self._diameter = 72
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(LANDING_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_landing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def set_diameter(self, pixels: int) -> None:
        """How large a stamp is when there is room."""
        self._diameter = pixels
        self.updateGeometry()

    def set_free_word(self, word: str) -> None:
        """The short word in the reward's place, such as FREE."""
        self._free_word = word
        self.update()

    def show_card(self, filled: int, goal: int, ready: int, icon: str, *, landing: int = 0) -> None:
        """Show a card with one reward."""
        self.show_face(CardFace(filled, goal, ready, icon), landing=landing)

    def show_face(self, face: CardFace, *, landing: int = 0) -> None:
        """Show a card. The last `landing` stamps were earned just now."""
        self.face = face
        self._landing_from = max(face.filled - landing, 0)
        self._animation.stop()
        self._landed = 1.0
        if landing and LOOK.animated and self.isVisible():
            self._animation.start()
        self.update()

    def places(self) -> int:
        """How many places are painted: the stamps to collect and the free one after them."""
        return self.face.goal + 1

    def is_bar(self) -> bool:
        return self.face.goal > MOST_STAMPS

    def sizeHint(self) -> QSize:
        return QSize(self._diameter * 6, self._diameter + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), dyed(LOOK.palette, self.face.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.is_bar():
            paint_bar(painter, QRectF(self.rect()), self.face, palette, self._landed)
            return
        tiers = {tier.at: tier for tier in self.face.tiers}
        for place, (centre, diameter) in enumerate(self._layout()):
            if place == self.face.goal:
                self._paint_free(painter, palette, centre, diameter)
                continue
            if place < self.face.filled:
                self._paint_stamp(painter, palette, centre, diameter, place)
            else:
                self._paint_empty(painter, palette, centre, diameter, place)
            if (tier := tiers.get(place + 1)) is not None:
                self._paint_tier(painter, palette, centre, diameter, tier)

    def _layout(self) -> list[tuple[QPointF, float]]:
        """Centre and diameter of each place: in one row where they can be told apart, else in two."""
        count = self.places()
        gap = float(RHYTHM * 2 if count <= 8 else RHYTHM)
        in_one = min(float(self._diameter), (self.width() - gap * (count - 1)) / count)
        half = -(-count // 2)
        in_two = min((self.height() - 6) / 2, (self.width() - 2.0 * (half - 1)) / half)
        per_row, diameter = (count, in_one) if in_one >= min(in_two, _LEAST_IN_ONE_ROW) else (half, in_two)
        gap = min(gap, (self.width() - diameter * per_row) / max(per_row - 1, 1))
        return [
            (
                QPointF(
                    diameter / 2 + (place % per_row) * (diameter + gap),
                    2 + diameter / 2 + (place // per_row) * (diameter + 2),
                ),
                diameter,
            )
            for place in range(count)
        ]

    def _paint_stamp(
        self, painter: QPainter, palette: Palette, centre: QPointF, diameter: float, place: int
    ) -> None:
        size = 1.0
        if place >= self._landing_from and self._landed < 1.0:
            size = 1.35 - 0.35 * self._landed
            self._paint_empty(painter, palette, centre, diameter, place)
            painter.setOpacity(min(1.0, self._landed * 1.6))
        ratio = self.devicePixelRatioF()
        stamp = _stamp(self.face.icon, round(diameter), ratio, palette, _TURNS[place % len(_TURNS)])
        side = stamp.width() / ratio * size
        target = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        painter.drawPixmap(target, stamp, QRectF(stamp.rect()))
        painter.setOpacity(1.0)

    @staticmethod
    def _paint_empty(
        painter: QPainter, palette: Palette, centre: QPointF, diameter: float, place: int
    ) -> None:
        radius = diameter / 2 - 2
        painter.setPen(QPen(palette.colour("line"), 2))
        painter.setBrush(palette.colour("raised"))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(palette.colour("quiet"))
        painter.setFont(fonts.bold(round(max(11.0, diameter * 0.24))))
        frame = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _paint_free(self, painter: QPainter, palette: Palette, centre: QPointF, diameter: float) -> None:
        radius, ready = diameter / 2 - 2, self.face.ready
        ink = palette.on_accent if ready else palette.accent_ink
        pen = QPen(palette.colour("accent"), 2.5)
        if not ready:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(palette.colour("accent" if ready else "soft"))
        painter.drawEllipse(centre, radius, radius)
        worded = diameter >= 60 and bool(self._free_word)
        icon = round(diameter * (0.36 if worded else 0.44))
        top = centre.y() - icon / 2 - (diameter * 0.12 if worded else 0)
        picture = icon_pixmap("gift", ink, icon, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(centre.x() - icon / 2, top), picture)
        if worded:
            painter.setPen(palette.colour(ink))
            word = self._free_word if ready < 2 else f"× {ready}"
            size = max(Size.TINY, round(diameter * 0.165))
            while size > Size.TINY and fonts.measures(size, True).horizontalAdvance(word) > radius * 1.6:
                size -= 1
            painter.setFont(fonts.bold(size))
            line = QRectF(centre.x() - radius, centre.y() + diameter * 0.1, 2 * radius, diameter * 0.28)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_tier(
        self, painter: QPainter, palette: Palette, centre: QPointF, diameter: float, tier: Tier
    ) -> None:
        """A gift at the shoulder of its place, or instead of a number that it would cover."""
        radius = max(9.0, diameter * 0.19)
        reach = (diameter / 2 - radius * 0.72) * 0.86
        if tier.at > self.face.filled and diameter < _LEAST_WITH_NUMBER:
            radius, reach = diameter / 2 - 2, 0.0
        at = QPointF(centre.x() + reach, centre.y() - reach)
        paint_gift(painter, palette, at, radius, tier, self.devicePixelRatioF())

    def _on_landing(self, value: float) -> None:
        self._landed = value
        self.update()


@lru_cache(maxsize=64)
def _stamp(icon: str, diameter: int, ratio: float, palette: Palette, turn: float) -> QPixmap:
    """One stamp, turned a little, with room around it so that nothing is cut by the turn."""
    side = diameter + 4
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(side / 2, side / 2)
    painter.rotate(turn)
    radius = diameter / 2 - 1
    ink = QRadialGradient(QPointF(-radius * 0.35, -radius * 0.45), radius * 1.7)
    ink.setColorAt(0, palette.colour("accent_light"))
    ink.setColorAt(1, palette.colour("accent_deep"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    ring = palette.colour("on_accent")
    ring.setAlphaF(0.55)
    pen = QPen(ring, 1.5)
    pen.setDashPattern([3.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), radius - 5, radius - 5)
    size = round(diameter * 0.46)
    painter.drawPixmap(QPointF(-size / 2, -size / 2), icon_pixmap(icon, palette.on_accent, size, ratio * 2))
    painter.end()
    return pixmap
