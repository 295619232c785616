"""A small place to draw with a finger, a pen or the mouse: what words do not say, a few lines do."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import CONTROL_RADIUS, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height

SHEET = QSize(600, 400)
"""What is kept, in pixels; on the screen it is as large as there is room."""
_PAPER, _INK, _PEN = QColor("#FFFFFF"), QColor("#2B2019"), 5.0


class SketchPad(QWidget):
    """Lines on white paper, in any theme: it is printed, too. `changed` comes with each line drawn."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[list[QPointF]] = []
        self._ground = QImage()
        self._hint = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(240)
        self.setMaximumWidth(SHEET.width())
        self.setCursor(Qt.CursorShape.CrossCursor)
        LOOK.changed.connect(self.update)

    def say(self, hint: str) -> None:
        """What stands on the empty paper, and what a screen reader hears."""
        self._hint = hint
        self.setAccessibleName(hint)
        self.update()

    def begin(self, ground: QImage | None) -> None:
        """Begin on a picture that was drawn before, or on empty paper."""
        self._lines = []
        self._ground = ground if ground is not None else QImage()
        self.update()

    def has_lines(self) -> bool:
        """Is there anything that is not kept yet?"""
        return bool(self._lines)

    def take_back_line(self) -> None:
        """The last line is gone."""
        if self._lines:
            self._lines.pop()
            self.update()
            self.changed.emit()

    def image(self) -> QImage:
        """The drawing as it is to be kept."""
        image = QImage(SHEET, QImage.Format.Format_RGB32)
        image.fill(_PAPER)
        painter = QPainter(image)
        self._paint_drawing(painter, QRectF(image.rect()))
        painter.end()
        return image

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * SHEET.height() // SHEET.width()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._lines.append([self._on_sheet(event.position())])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._lines:
            self._lines[-1].append(self._on_sheet(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._lines:
            self.changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded = QPainterPath()
        rounded.addRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.fillPath(rounded, _PAPER)
        painter.setClipPath(rounded)
        self._paint_drawing(painter, frame)
        if not self._lines and self._ground.isNull():
            self._paint_hint(painter, frame)
        painter.setClipping(False)
        painter.strokePath(rounded, QPen(LOOK.palette.colour("line"), 2))

    def _paint_drawing(self, painter: QPainter, frame: QRectF) -> None:
        """All that is on the paper, in a frame of any size."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(frame.topLeft())
        painter.scale(frame.width() / SHEET.width(), frame.height() / SHEET.height())
        if not self._ground.isNull():
            painter.drawImage(QRectF(0, 0, SHEET.width(), SHEET.height()), self._ground)
        pen = QPen(_INK, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for line in self._lines:
            painter.drawPolyline(line if len(line) > 1 else [line[0], line[0] + QPointF(0.1, 0)])
        painter.restore()

    def _paint_hint(self, painter: QPainter, frame: QRectF) -> None:
        font, room = fonts.font(Size.SMALL), frame.width() - 48
        top = frame.center().y() - paragraph_height(self._hint, font, room) / 2
        painter.setPen(QColor("#6B5D51"))
        draw_paragraph(painter, QPointF(frame.left() + 24, top), self._hint, font, room, centred=True)

    def _on_sheet(self, at: QPointF) -> QPointF:
        """A point of the widget, on the paper as it is kept."""
        return QPointF(
            at.x() / max(self.width(), 1) * SHEET.width(), at.y() / max(self.height(), 1) * SHEET.height()
        )
