"""A card in small: a dot for each stamp, or a fraction where the card is long."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

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
    painter.setPen(Qt.PenStyle.NoPen)
    for dot in range(goal):
        painter.setBrush(LOOK.palette.colour("accent" if dot < balance else "line"))
        painter.drawEllipse(QPointF(left + 4 + dot * _STEP, frame.center().y()), 4, 4)
