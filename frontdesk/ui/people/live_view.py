"""What the camera sees, as in a mirror, with a frame of a face's size and large figures that count down."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CARD_RADIUS
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.shapes import paint_focus

_FACE_WIDE, _FACE_HIGH = 0.56, 0.74
"""How much of the square a face should fill: with hair and shoulders the portrait is whole."""
_SHADE = QColor(20, 14, 10, 120)
_LINE = QColor(255, 255, 255, 230)
_ICON = 48


def portrait_of(frame: QImage) -> QImage:
    """The middle square of a frame: just what the view shows, and not mirrored."""
    side = min(frame.width(), frame.height())
    return frame.copy((frame.width() - side) // 2, (frame.height() - side) // 2, side, side)


class LiveView(QAbstractButton):
    """Square. It shows the camera until it is told to show a still; a tap is left to whoever uses it."""

    def __init__(self, parent: QWidget | None = None, *, face: bool = True) -> None:
        super().__init__(parent)
        self._face = face
        self._image = QImage()
        self._still = False
        self._figure = ""
        self.setMinimumSize(200, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if face else Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(520, 520)

    @property
    def figure(self) -> str:
        return self._figure

    def show_frame(self, frame: QImage) -> None:
        """Show what the camera sees now."""
        self._image, self._still = portrait_of(frame), False
        self.update()

    def show_still(self, portrait: QImage) -> None:
        """Show the photo as it will be kept."""
        self._image, self._still, self._figure = portrait, True, ""
        self.update()

    def clear(self) -> None:
        self._image, self._still = QImage(), False
        self.update()

    def count(self, figure: str) -> None:
        """Show a large figure over the picture; nothing takes it away."""
        self._figure = figure
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        side = float(min(self.width(), self.height()))
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        rounded = QPainterPath()
        rounded.addRoundedRect(square, CARD_RADIUS, CARD_RADIUS)
        painter.setClipPath(rounded)
        self._paint_inside(painter, square)
        painter.setClipping(False)
        if self.hasFocus():
            paint_focus(painter, square, CARD_RADIUS, LOOK.palette.colour("accent"))

    def _paint_inside(self, painter: QPainter, square: QRectF) -> None:
        if self._image.isNull():
            self._paint_waiting(painter, square)
            return
        self._paint_picture(painter, square)
        if not self._still and self._face:
            self._paint_frame(painter, square)
        if self._figure:
            self._paint_figure(painter, square)

    def _paint_waiting(self, painter: QPainter, square: QRectF) -> None:
        painter.fillRect(square, LOOK.palette.colour("raised"))
        icon = icon_pixmap("camera", "quiet", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(square.center() - QPointF(_ICON / 2, _ICON / 2), icon)

    def _paint_picture(self, painter: QPainter, square: QRectF) -> None:
        painter.save()
        if not self._still:  # people know themselves from mirrors; the photo is as others see them
            painter.translate(square.center().x() * 2, 0)
            painter.scale(-1, 1)
        painter.drawImage(square, self._image)
        painter.restore()

    def _paint_frame(self, painter: QPainter, square: QRectF) -> None:
        oval = QRectF(0, 0, square.width() * _FACE_WIDE, square.height() * _FACE_HIGH)
        oval.moveCenter(square.center())
        around = QPainterPath()
        around.addRect(square)
        face = QPainterPath()
        face.addEllipse(oval)
        painter.fillPath(around.subtracted(face), _SHADE)
        painter.strokePath(face, QPen(_LINE, 3))

    def _paint_figure(self, painter: QPainter, square: QRectF) -> None:
        """White with a dark edge: it stands before any face."""
        font = fonts.bold(round(square.height() * 0.42))
        letters = QPainterPath()
        letters.addText(QPointF(0, 0), font, self._figure)
        letters.translate(square.center() - letters.boundingRect().center())
        painter.strokePath(letters, QPen(QColor(0, 0, 0, 150), 8))
        painter.fillPath(letters, _LINE)
