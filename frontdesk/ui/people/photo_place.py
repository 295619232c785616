"""The place of a photo: an invitation to drop one, or the photo itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.paragraph import draw_paragraph, paragraph_height
from frontdesk.ui.widgets.portrait import corner, rounded_photo
from frontdesk.ui.widgets.shapes import paint_focus

_ICON = 40


class PhotoPlace(QAbstractButton):
    """Square and painted whole. A tap asks for a file."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._pixmap: QPixmap | None = None
        self._busy = self._welcoming = False
        self.setFixedSize(QSize(side, side))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        LOOK.changed.connect(self.update)
        LANGUAGE.changed.connect(self._say)
        self._say()

    def show_image(self, image: QImage | None) -> None:
        """Show a picture; None for the invitation."""
        self._image, self._pixmap = image, None
        self._say()

    def has_image(self) -> bool:
        return self._image is not None

    def set_busy(self, busy: bool) -> None:
        """Whether a photo is being made ready."""
        self._busy = busy
        self._say()

    def set_welcoming(self, welcoming: bool) -> None:
        """Whether something that would be taken hovers over the form."""
        if welcoming != self._welcoming:
            self._welcoming = welcoming
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        if self._image is not None:
            painter.setOpacity(0.45 if self._busy else 1.0)
            painter.drawPixmap(QPointF(0, 0), self._portrait(self._image))
            painter.setOpacity(1.0)
        else:
            self._paint_invitation(painter, frame)
        if self._welcoming or self.hasFocus():
            paint_focus(painter, frame, corner(self.width()), LOOK.palette.colour("accent"))

    def _portrait(self, image: QImage) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixels = round(self.width() * ratio)
        if self._pixmap is None or self._pixmap.width() != pixels:
            self._pixmap = rounded_photo(image, pixels, ratio)
        return self._pixmap

    def _paint_invitation(self, painter: QPainter, frame: QRectF) -> None:
        palette = LOOK.palette
        pen = QPen(palette.colour("accent" if self.underMouse() else "quiet"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(palette.colour("raised"))
        radius = corner(self.width())
        painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        icon = "loader-circle" if self._busy else "image-plus"
        room, font = frame.width() - 40, fonts.font(Size.SMALL)
        words = paragraph_height(self.text(), font, room)
        top = (frame.height() - _ICON - 12 - words) / 2
        picture = icon_pixmap(icon, "accent_ink", _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((frame.width() - _ICON) / 2, top), picture)
        painter.setPen(palette.colour("quiet"))
        draw_paragraph(painter, QPointF(20, top + _ICON + 12), self.text(), font, room, centred=True)

    def _say(self) -> None:
        if self._busy:
            self.setText(tr("Making the photo ready…"))
        elif self._image is None:
            self.setText(tr("Tap, drop or paste a photo"))
        else:
            self.setText(tr("Tap for another photo"))
        self.setAccessibleName(self.text())
        self.update()
