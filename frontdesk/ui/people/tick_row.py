"""A box to tick with its words beside it; the whole of it is the target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, TARGET, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height
from frontdesk.ui.widgets.shapes import paint_focus

_BOX, _LEFT, _EDGE = 26, 46, 10
_NAME_LINE = 26
_BELOW_SIZE = Size.SMALL - 1


class TickRow(QAbstractButton):
    """`text` names it; `below` is a quiet sentence beneath the name, over as many lines as it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.below = ""
        self._pressing = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        LOOK.changed.connect(self.update)

    def say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_below(self, sentence: str) -> None:
        self.below = sentence
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def set_pressing(self, pressing: bool) -> None:
        """Whether the answer is needed now, because something waits for it."""
        if pressing != self._pressing:
            self._pressing = pressing
            self.update()

    def pressing(self) -> bool:
        return self._pressing

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = paragraph_height(self.below, fonts.font(_BELOW_SIZE), width - _LEFT - _EDGE)
        return max(TARGET, self._name_height(width) + words + 2 * _EDGE)

    def _name_height(self, width: int) -> int:
        return max(_NAME_LINE, paragraph_height(self.text(), fonts.bold(Size.SMALL), width - _LEFT - _EDGE))

    def sizeHint(self) -> QSize:
        words = fonts.measures(Size.SMALL, True).horizontalAdvance(self.text())
        width = round(_LEFT + words + _EDGE + 2)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEFT + TARGET, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        self._paint_ground(painter, frame)
        self._paint_box(painter)
        room = frame.width() - _LEFT - _EDGE
        painter.setPen(palette.colour("ink"))
        high, bold = self._name_height(self.width()), fonts.bold(Size.SMALL)
        spare = (high - paragraph_height(self.text(), bold, room)) / 2
        draw_paragraph(painter, QPointF(_LEFT, _EDGE + spare), self.text(), bold, room)
        painter.setPen(palette.colour("quiet"))
        corner = QPointF(_LEFT, _EDGE + high)
        draw_paragraph(painter, corner, self.below, fonts.font(_BELOW_SIZE), room)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))

    def _paint_ground(self, painter: QPainter, frame: QRectF) -> None:
        palette = LOOK.palette
        loud = self._pressing and not self.isChecked()
        painter.setPen(QPen(palette.colour("warn_ink" if loud else "line"), 2 if loud else 1))
        painter.setBrush(palette.colour("warn_ground" if loud else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_box(self, painter: QPainter) -> None:
        palette, checked = LOOK.palette, self.isChecked()
        box = QRectF(_EDGE, _EDGE, _BOX, _BOX)
        painter.setPen(QPen(palette.colour("accent" if checked or self.underMouse() else "quiet"), 2))
        painter.setBrush(palette.colour("accent" if checked else "card"))
        painter.drawRoundedRect(box, 8, 8)
        if checked:
            tick = icon_pixmap("check", "on_accent", 18, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 4, box.top() + 4), tick)
