"""A card in small: a dot for each stamp and a ring for each that is missing, or a fraction of a long card."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.look.style import LOOK

MOST_DOTS = 8
_STEP = 12.0


def paint_dots(painter: QPainter, frame: QRectF, balance: int, goal: int, align: Qt.AlignmentFlag) -> None:
    """Paint the stamps of a card in `frame`: aligned left, in the middle or right."""
    if goal <= 0:
        return
    if goal > MOST_DOTS:
        painter.setFont(fonts.bold(Size.SMALL))
        painter.setPen(LOOK.palette.colour("accent_ink"))
        painter.drawText(frame, align | Qt.AlignmentFlag.AlignVCenter, f"{max(balance, 0)}/{goal}")
        return
    width = _STEP * (goal - 1) + 8
    left = frame.left()
    if align == Qt.AlignmentFlag.AlignHCenter:
        left += (frame.width() - width) / 2
    elif align == Qt.AlignmentFlag.AlignRight:
        left += frame.width() - width
    for dot in range(goal):
        earned = dot < balance
        painter.setPen(Qt.PenStyle.NoPen if earned else QPen(LOOK.palette.colour("quiet"), 1.2))
        painter.setBrush(LOOK.palette.colour("accent") if earned else Qt.BrushStyle.NoBrush)
        radius = 4.0 if earned else 3.2
        painter.drawEllipse(QPointF(left + 4 + dot * _STEP, frame.center().y()), radius, radius)
