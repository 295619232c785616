"""The picture of the idle screen: a stamp card lying in the morning sun, drawn in the look's own colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QRadialGradient, QRegion
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
_ROOM = QSize(720, 460)
_PLACES = 6
"""As many stamps as the card shows at most: it is a picture, and no promise is counted on it."""


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
        scale = min(self.width() / _ROOM.width(), self.height() / _ROOM.height())
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        self._draw_sun(painter)
        painter.rotate(_TURN)
        painter.drawPixmap(QPointF(-_CARD.width() / 2, -_CARD.height() / 2), self._card(ratio * scale))
        painter.end()
        return pixmap

    @staticmethod
    def _draw_sun(painter: QPainter) -> None:
        """A low sun behind the card, and the river that it lies over."""
        palette = LOOK.palette
        glow = QRadialGradient(QPointF(60, -40), 330)
        glow.setColorAt(0, palette.colour("soft"))
        glow.setColorAt(0.62, palette.colour("soft"))
        faded = palette.colour("soft")
        faded.setAlpha(0)
        glow.setColorAt(1, faded)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(QPointF(60, -40), 330, 330)
        for number, (name, alpha) in enumerate((("accent_light", 0.16), ("accent", 0.16), ("accent", 0.22))):
            colour = palette.colour(name)
            colour.setAlphaF(alpha)
            painter.setBrush(colour)
            painter.drawPath(_wave(150 + number * 24, number))

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
        painter.drawPixmap(QPointF(48, 46), icon_pixmap("stamp", "accent", 34, ratio))
        painter.setPen(LOOK.palette.colour("ink"))
        painter.setFont(fonts.bold(26))
        room = QRectF(96, 40, side.width() - 96 - 48, 46)
        title = fonts.measures(26, True).elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        self._stamps.set_diameter(76)
        self._stamps.resize(side.width() - 2 * 46, 96)
        self._stamps.render(
            painter, QPoint(46, 138), QRegion(), QWidget.RenderFlag.DrawChildren
        )
        painter.end()
        return pixmap


def _wave(top: float, number: int) -> QPainterPath:
    """A broad low wave that runs out at both sides."""
    lean = 26 if number % 2 else -26
    path = QPainterPath(QPointF(-350, top + 40))
    path.cubicTo(QPointF(-180, top - 30 + lean), QPointF(40, top + 60 - lean), QPointF(350, top))
    path.cubicTo(QPointF(300, top + 70), QPointF(-240, top + 80), QPointF(-350, top + 40))
    return path
