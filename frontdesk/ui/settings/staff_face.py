"""The face of one of the staff: a small portrait to tap, and below the row the place to change it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from frontdesk.domain.acts import StaffMember
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import TARGET
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.portrait import Portraits, corner
from frontdesk.ui.widgets.shapes import paint_focus

FACE = TARGET
PHOTO_SIDE = 176
_ICON = 22


class FaceButton(QAbstractButton):
    """Shows the photo, or that one may be put here."""

    def __init__(self, portraits: Portraits, member: StaffMember, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits, self._member = portraits, member
        self.setFixedSize(QSize(FACE, FACE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        speak(self.setToolTip, lambda: tr("Photo for the customer's screen"))
        speak(self.setAccessibleName, lambda: tr("Photo of {name}", name=member.name))
        portraits.arrived.connect(self._on_arrived)
        LOOK.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        member, ratio = self._member, self.devicePixelRatioF()
        if member.has_photo:
            painter.drawPixmap(QPointF(0, 0), self._portraits.of(member.id, member.name, True, FACE, ratio))
        else:
            painter.setPen(QPen(LOOK.palette.colour("quiet"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(LOOK.palette.colour("raised"))
            painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), corner(FACE), corner(FACE))
            place = (FACE - _ICON) // 2
            painter.drawPixmap(place, place, icon_pixmap("image-plus", "accent_ink", _ICON, ratio))
        if self.hasFocus():
            paint_focus(painter, frame, corner(FACE), LOOK.palette.colour("accent"))

    def _on_arrived(self, staff_id: int) -> None:
        if staff_id == self._member.id:
            self.update()
