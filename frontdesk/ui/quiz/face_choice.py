"""A face to choose, with its number."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TILE_RADIUS
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.labels import key_cap_height, key_cap_width, paint_key_cap
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.shapes import paint_focus

_FACE: Final = 176
_SIGN: Final = 32
_EDGE: Final = 4


class FaceChoice(QAbstractButton):
    """Says its number and no name: the name is what is asked."""

    def __init__(self, portraits: Portraits, number: int) -> None:
        super().__init__()
        self._portraits, self._number = portraits, number
        self._customer_id = 0
        self._sign = ""
        self.setFixedSize(_FACE + RHYTHM * 2, _FACE + RHYTHM * 3 + key_cap_height())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        speak(self.setAccessibleName, lambda: tr("Face {n}", n=number))
        portraits.arrived.connect(self._on_arrived)
        LOOK.changed.connect(self.update)

    def show_face(self, customer_id: int) -> None:
        self._customer_id, self._sign = customer_id, ""
        self.update()

    def show_verdict(self, sign: str) -> None:
        """`right` or `wrong`, told by colour and by a sign; empty for neither."""
        self._sign = sign
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, frame = QPainter(self), LOOK.palette, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = {"right": "good_ink", "wrong": "warn_ink"}.get(self._sign, "line")
        ground = {"right": "good_ground", "wrong": "warn_ground"}.get(self._sign, "raised")
        painter.setPen(QPen(palette.colour(ink), _EDGE if self._sign else 2))
        painter.setBrush(palette.colour(ground))
        painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), TILE_RADIUS, TILE_RADIUS)
        face = self._portraits.of(self._customer_id, "", True, _FACE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(RHYTHM, RHYTHM), face)
        below = _FACE + RHYTHM * 2
        if self._sign:
            name = "circle-check" if self._sign == "right" else "x"
            sign = icon_pixmap(name, ink, _SIGN, self.devicePixelRatioF())
            painter.drawPixmap(round((self.width() - _SIGN) / 2), below - RHYTHM, sign)
        else:
            key = str(self._number)
            wide = key_cap_width(key)
            cap = QRectF((self.width() - wide) / 2, below, wide, key_cap_height())
            paint_key_cap(painter, cap, key, "quiet", "line")
        if self.hasFocus():
            paint_focus(painter, frame, TILE_RADIUS, palette.colour("accent"))

    def _on_arrived(self, customer_id: int) -> None:
        if customer_id == self._customer_id:
            self.update()
