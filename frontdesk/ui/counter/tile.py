"""One face on the wall: photo, name, dots of stamps, one badge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from frontdesk.domain.finding.hits import Badge, Hit
from frontdesk.domain.people.scripts import script_read
from frontdesk.services.regulars.face_readings import face_reading
from frontdesk.ui.counter.dots import paint_dots
from frontdesk.ui.counter.marks import BADGE_MARKS
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import TILE_RADIUS, Size, grown
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.labels import plain_tip
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.shapes import paint_focus

_DOTS_LINE, _PADDING, _LEAST_FACE = 14, 10, 48
_TALL, _VERY_TALL = 150, 176
"""From here a tile has a larger name, and from there a line that says why somebody is on the wall."""


class CustomerTile(QAbstractButton):
    """A button that is painted whole; for a screen reader it is the customer's name and what they have."""

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit: Hit | None = None
        self._portraits = portraits
        self._hovered, self._current = False, False
        self._why, self._reading = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_hit(self, hit: Hit) -> None:
        """Show somebody; a tile that shows just that is not painted again."""
        if hit != self.hit:
            self.hit = hit
            self.say_again()

    def say_again(self) -> None:
        """Say the same in the language of now."""
        self._say()
        self.update()

    def set_why(self, why: str) -> None:
        """When they come, in words: in the tool tip, for readers, and on the tile where there is room."""
        if why == self._why:
            return
        self._why = why
        self.setToolTip(plain_tip(why))
        self.setAccessibleDescription(why)
        self.update()

    def set_current(self, current: bool) -> None:
        """Whether this is the customer whose greeting is shown."""
        if current != self._current:
            self._current = current
            self._say()
            self.update()

    def _say(self) -> None:
        self._reading = face_reading(self.hit, script_read(LANGUAGE.code)) if self.hit is not None else ""
        spoken = spoken_hit(self.hit) if self.hit is not None else ""
        self.setAccessibleName(tr("{who}: greeted now", who=spoken) if self._current else spoken)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hit is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        self._paint_ground(painter, frame)
        side, size = self._portrait_side(), self._name_size()
        below = self._name_line() + self._reading_line() + _DOTS_LINE + self._why_line()
        spare = self.height() - side - below
        top = max(6.0, spare * 0.45)
        left = (self.width() - side) / 2
        self._paint_portrait(painter, QPointF(left, top), side)
        line = QRectF(6, top + side + spare * 0.12, self.width() - 12, self._name_line())
        self._paint_line(painter, line, self.hit.short, size, "ink", strong=True)
        if self._reading_line():
            said = QRectF(6, line.bottom() - 2, line.width(), self._reading_line())
            self._paint_line(painter, said, self._reading, Size.TINY, "quiet")
            line = said
        dots = QRectF(6, line.bottom() - 1, self.width() - 12, _DOTS_LINE)
        paint_dots(painter, dots, self.hit.balance, self.hit.goal, Qt.AlignmentFlag.AlignHCenter)
        if self._why_line():
            words = QRectF(6, dots.bottom() + 1, self.width() - 12, self._why_line())
            self._paint_line(painter, words, self._why, Size.TINY, "quiet")
        if self.hit.badge is not None:
            self._paint_badge(painter, QPointF(left + side - 2, top + 6), self.hit.badge)
        if self.hasFocus():
            paint_focus(painter, frame, TILE_RADIUS, LOOK.palette.colour("ink"))

    def _paint_line(
        self, painter: QPainter, line: QRectF, text: str, size: int, ink: str, *, strong: bool = False
    ) -> None:
        painter.setFont(fonts.bold(size) if strong else fonts.font(size))
        painter.setPen(LOOK.palette.colour(ink))
        shown = fonts.measures(size, strong).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, shown)

    def _name_size(self) -> int:
        if self.height() >= _VERY_TALL:
            return Size.STRONG
        return Size.BODY if self.height() >= _TALL else Size.SMALL + 1

    def _name_line(self) -> int:
        return grown(round(self._name_size() * 1.6))

    def _why_line(self) -> int:
        return grown(round(Size.TINY * 1.6)) if self.height() >= _VERY_TALL else 0

    def _reading_line(self) -> int:
        """How the name is said stands below it, unless the face would be too small then."""
        high = grown(round(Size.TINY * 1.4)) if self._reading else 0
        least = self._name_line() + _DOTS_LINE + high + 2 * _PADDING + _LEAST_FACE
        return high if self.height() >= least else 0

    def _portrait_side(self) -> int:
        words = self._name_line() + self._reading_line() + self._why_line()
        room = self.height() - words - _DOTS_LINE - 2 * _PADDING
        return max(32, min(room, self.width() - 2 * _PADDING - 8))

    def _paint_ground(self, painter: QPainter, frame: QRectF) -> None:
        palette = LOOK.palette
        chosen = self._current or self.isDown()
        edge = "accent" if chosen or self._hovered else "line"
        painter.setPen(QPen(palette.colour(edge), 2.5 if chosen else 1.5))
        painter.setBrush(palette.colour("soft" if chosen else "raised"))
        painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), TILE_RADIUS, TILE_RADIUS)

    def _paint_portrait(self, painter: QPainter, corner: QPointF, side: int) -> None:
        assert self.hit is not None
        ratio = self.devicePixelRatioF()
        picture = self._portraits.of(self.hit.customer_id, self.hit.address, self.hit.has_photo, side, ratio)
        painter.drawPixmap(corner, picture)

    def _paint_badge(self, painter: QPainter, centre: QPointF, badge: Badge) -> None:
        tone, icon = BADGE_MARKS[badge]
        palette = LOOK.palette
        painter.setPen(QPen(palette.colour("raised"), 2))
        painter.setBrush(palette.colour(f"{tone}_ground"))
        painter.drawEllipse(centre, 14, 14)
        picture = icon_pixmap(icon, f"{tone}_ink", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(centre.x() - 8, centre.y() - 8), picture)


def spoken_hit(hit: Hit) -> str:
    """A hit for a screen reader: the name where it may be heard, the stamps, and what its badge means."""
    name = hit.address if hit.by_name else tr("this customer")
    stamps = ntr("{n} stamp", "{n} stamps", hit.balance)
    match hit.badge:
        case Badge.ALLERGY:
            return tr("{name}, {stamps}, has an allergy", name=name, stamps=stamps)
        case Badge.COMPLAINT:
            return tr("{name}, {stamps}, something went wrong for them", name=name, stamps=stamps)
        case Badge.REQUEST:
            return tr("{name}, {stamps}, has asked for something", name=name, stamps=stamps)
        case Badge.REWARD:
            return tr("{name}, {stamps}, a reward is ready", name=name, stamps=stamps)
        case Badge.BIRTHDAY:
            return tr("{name}, {stamps}, birthday these days", name=name, stamps=stamps)
    return tr("{name}, {stamps}", name=name, stamps=stamps)
