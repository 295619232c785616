"""The picture of the idle screen: a stamp card before a morning by the river, in the look's own colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.card_face import CardFace
from frontdesk.ui.widgets.shapes import paint_card
from frontdesk.ui.widgets.stamps import StampCardView

_TURN = -5.0
_CARD = QSize(620, 300)
"""The card as it is drawn, before it is fitted into its room."""
_ROOM = QSize(690, 400)


class Picture(QWidget):
    """Painted once into a pixmap, and again when the card on it is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._face = "", CardFace()
        self._drawn: QPixmap | None = None
        self._stamps = StampCardView(self)
        self._stamps.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        LOOK.changed.connect(self._forget)

    def show_card(self, title: str, face: CardFace, free_word: str) -> None:
        """The card's name and what is stamped on it."""
        self._title, self._face = title, face
        self._stamps.set_free_word(free_word)
        self._stamps.show_face(face)
        self._forget()

    def face(self) -> CardFace:
        return self._face

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._drawn is None or self._drawn.size() != size:
            self._drawn = self._draw(size, ratio)
        QPainter(self).drawPixmap(0, 0, self._drawn)

    def _forget(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self, size: QSize, ratio: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(0, 0, self.width(), self.height())
        scale = min(room.width() / _ROOM.width(), room.height() / _ROOM.height())
        painter.save()
        frame = QPainterPath()
        frame.addRoundedRect(room, 28 * scale, 28 * scale)
        painter.setClipPath(frame)
        _draw_morning(painter, room)
        painter.restore()
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.rotate(_TURN)
        painter.drawPixmap(QPointF(-_CARD.width() / 2, -_CARD.height() / 2), self._card(ratio * scale))
        painter.end()
        return pixmap

    def _card(self, ratio: float) -> QPixmap:
        """The card upright; it is turned as a whole."""
        edge = 14
        side = QSize(_CARD.width(), _CARD.height())
        pixmap = QPixmap(side * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(edge, edge, side.width() - 2 * edge, side.height() - 2 * edge)
        paint_card(painter, frame, 26, LOOK.palette)
        painter.drawPixmap(QPointF(48, 44), icon_pixmap("stamp", "accent", 34, ratio))
        painter.setPen(LOOK.palette.colour("ink"))
        painter.setFont(fonts.bold(26))
        room = QRectF(96, 40, side.width() - 96 - 48, 46)
        title = fonts.measures(26, True).elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        self._stamps.set_diameter(78)
        self._stamps.resize(side.width() - 2 * 44, 96)
        self._stamps.render(painter, QPoint(44, 142), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        return pixmap


def _draw_morning(painter: QPainter, room: QRectF) -> None:
    """A low sun over two hills and a river, in the accent's own inks."""
    palette, width, height = LOOK.palette, room.width(), room.height()
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, palette.colour("soft"))
    sky.setColorAt(1, palette.colour("ground"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(room, sky)
    sun = QPointF(width * 0.74, height * 0.36)
    for radius, alpha in ((0.5, 0.10), (0.38, 0.13), (0.27, 0.55)):
        painter.setBrush(_ink("accent_light", alpha))
        painter.drawEllipse(sun, height * radius, height * radius)
    bands = ((0.60, 0.10, 0.20), (0.76, -0.08, 0.26), (0.87, 0.05, 0.34))
    for top, lean, alpha in bands:
        painter.setBrush(_ink("accent", alpha))
        painter.drawPath(_hill(width, height, top, lean))


def _hill(width: float, height: float, top: float, lean: float) -> QPainterPath:
    """From edge to edge: it rises on the one side by `lean` of the height and falls on the other."""
    path = QPainterPath(QPointF(0, height * (top + lean)))
    path.cubicTo(
        QPointF(width * 0.3, height * (top - lean * 1.6)),
        QPointF(width * 0.62, height * (top + lean * 1.6)),
        QPointF(width, height * (top - lean)),
    )
    path.lineTo(width, height)
    path.lineTo(0, height)
    path.closeSubpath()
    return path


def _ink(name: str, alpha: float) -> QColor:
    colour = LOOK.palette.colour(name)
    colour.setAlphaF(alpha)
    return colour
