"""A sentence that somebody may say, ready to be taken: whole, in as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height
from frontdesk.ui.widgets.prose import grows_with_its_words
from frontdesk.ui.widgets.shapes import paint_focus

_SIGN, _LEFT, _EDGE, _HINT_WIDTH = 20, 44, 12, 420


class SuggestionRow(QAbstractButton):
    """A tap takes it."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(grows_with_its_words())
        LOOK.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = paragraph_height(self.text(), self._font(), width - _LEFT - _EDGE)
        return max(TARGET, round(words) + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        return QSize(_HINT_WIDTH, self.heightForWidth(max(self.width(), _HINT_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEFT + TARGET * 2, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, frame = QPainter(self), LOOK.palette, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("accent" if self.underMouse() else "line"), 1))
        painter.setBrush(palette.colour("soft" if self.isDown() else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        sign = icon_pixmap("quote", "accent_ink", _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(RHYTHM * 1.5, (frame.height() - _SIGN) / 2), sign)
        room = frame.width() - _LEFT - _EDGE
        above = (frame.height() - paragraph_height(self.text(), self._font(), room)) / 2
        painter.setPen(palette.colour("ink"))
        draw_paragraph(painter, QPointF(_LEFT, above), self.text(), self._font(), room)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))

    @staticmethod
    def _font() -> QFont:
        return fonts.font(Size.BODY)
