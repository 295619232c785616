"""A long card as a bar: a number where it stands, a gift and its number at each reward."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen

from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.look.palette import Palette
from frontdesk.ui.widgets.card_face import CardFace, Tier, paint_gift

_NUMBERS = 18
_LEAST_GAP = 34


def paint_bar(painter: QPainter, frame: QRectF, face: CardFace, palette: Palette, landed: float) -> None:
    """Paint the whole card in `frame`. `landed` (0 to 1) is how far the latest stamps have come down."""
    radius = min((frame.height() - _NUMBERS) / 2 - 2, 22.0)
    track = QRectF(2, 2 + radius * 0.3, frame.width() - 4, radius * 1.4)
    painter.setPen(QPen(palette.colour("line"), 2))
    painter.setBrush(palette.colour("raised"))
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
    end = track.right() - radius
    share = min(face.filled / face.goal, 1.0)
    if face.filled:
        _paint_filled(painter, track, palette, max(share * (end - track.left()), track.height()), landed)
    _paint_count(painter, track, face, palette, share * (end - track.left()))
    last = None
    for tier in (*face.tiers, Tier(face.goal, ready=face.ready > 0)):
        x = track.left() + (end - track.left()) * tier.at / face.goal
        at = QPointF(x, track.center().y())
        paint_gift(painter, palette, at, radius, tier, painter.device().devicePixelRatioF())
        if last is None or x - last >= _LEAST_GAP:
            _paint_number(painter, QPointF(x, track.center().y() + radius + 2), tier, palette)
            last = x


def _paint_filled(painter: QPainter, track: QRectF, palette: Palette, width: float, landed: float) -> None:
    filled = QRectF(track.left(), track.top(), width, track.height())
    ink = QLinearGradient(filled.topLeft(), filled.topRight())
    ink.setColorAt(0, palette.colour("accent_deep"))
    ink.setColorAt(1, palette.colour("accent_light"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.setOpacity(0.5 + 0.5 * landed)
    painter.drawRoundedRect(filled, track.height() / 2, track.height() / 2)
    painter.setOpacity(1.0)


def _paint_count(painter: QPainter, track: QRectF, face: CardFace, palette: Palette, to: float) -> None:
    """The number of stamps: in the filled part where it has room, after it where not."""
    words = str(face.filled)
    painter.setFont(fonts.bold(Size.STRONG))
    inside = to > 96
    painter.setPen(palette.colour("on_accent" if inside else "ink"))
    left = track.left() + 16
    if face.filled and not inside:
        left = track.left() + max(to, track.height()) + 10
    line = QRectF(left, track.top(), 90, track.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_number(painter: QPainter, top: QPointF, tier: Tier, palette: Palette) -> None:
    painter.setFont(fonts.bold(Size.TINY))
    painter.setPen(palette.colour("ink" if tier.ready else "quiet"))
    line = QRectF(top.x() - 24, top.y(), 48, _NUMBERS - 2)
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, str(tier.at))
