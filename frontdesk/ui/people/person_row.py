"""One person in a list that is short enough to be buttons: portrait, name, and a quiet line beneath."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from frontdesk.domain.finding.hits import Hit
from frontdesk.ui.language import ntr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.shapes import paint_focus

_GAP, _RADIUS = 10, 14


class PersonRow(QAbstractButton):
    """A tap on it means this person. `side` is the portrait's; a flat one has no ground of its own."""

    def __init__(self, portraits: Portraits, side: int = 40, *, flat: bool = False) -> None:
        super().__init__()
        self._flat = flat
        self.customer_id = 0
        self._portraits, self._side = portraits, side
        self._below, self._has_photo = "", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        portraits.arrived.connect(self._on_arrived)
        LOOK.changed.connect(self.update)

    def show_hit(self, hit: Hit) -> None:
        """Somebody whom the search found."""
        self.show_person(hit.customer_id, hit.name, hit.has_photo, hit_line(hit))

    def show_person(self, customer_id: int, name: str, has_photo: bool, below: str) -> None:
        self.customer_id, self._has_photo, self._below = customer_id, has_photo, below
        self.setText(name)
        self.setAccessibleName(f"{name}, {below}" if below else name)
        self.setToolTip("")
        self.update()

    def below(self) -> str:
        return self._below

    def sizeHint(self) -> QSize:
        return QSize(200, taller(self._side + 16, 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, frame = LOOK.palette, QRectF(self.rect())
        self._paint_ground(painter, frame)
        picture = self._portraits.of(
            self.customer_id, self.text(), self._has_photo, self._side, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(8, (frame.height() - self._side) / 2), picture)
        self._paint_words(painter, frame)
        if self.hasFocus():
            paint_focus(painter, frame, _RADIUS, palette.colour("accent"))

    def _paint_ground(self, painter: QPainter, frame: QRectF) -> None:
        palette, chosen = LOOK.palette, self.isChecked() or self.isDown()
        if self._flat and not (chosen or self.underMouse()):
            return
        edge = "accent" if chosen or self.underMouse() else "line"
        painter.setPen(QPen(palette.colour(edge), 2 if chosen else 1))
        painter.setBrush(palette.colour("soft" if chosen else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        left = 8 + self._side + _GAP
        words = QRectF(left, 5, frame.width() - left - 8, frame.height() - 10)
        half = words.height() / 2
        upper = QRectF(words.left(), words.top(), words.width(), half if self._below else words.height())
        _line(painter, upper, self.text(), "ink", strong=True)
        _line(painter, QRectF(words.left(), words.top() + half, words.width(), half), self._below, "quiet")

    def _on_arrived(self, customer_id: int) -> None:
        if customer_id == self.customer_id:
            self.update()


def hit_line(hit: Hit) -> str:
    """What tells two people of one name apart: what they are called, the phone's end, how often they came."""
    parts = [hit.called if hit.called != hit.name else "", f"… {hit.phone_tail}" if hit.phone_tail else ""]
    parts.append(ntr("{n} visit", "{n} visits", hit.visits))
    return " · ".join(part for part in parts if part)


def _line(painter: QPainter, frame: QRectF, text: str, ink: str, *, strong: bool = False) -> None:
    size = Size.SMALL + 1 if strong else Size.SMALL - 1
    painter.setFont(fonts.bold(size) if strong else fonts.font(size))
    painter.setPen(LOOK.palette.colour(ink))
    shown = fonts.measures(size, strong).elidedText(text, Qt.TextElideMode.ElideRight, frame.width())
    painter.drawText(frame, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
