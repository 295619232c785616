"""One answer in the inbox: their face, whose it is, its first words, and how far it is. A tap opens it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from frontdesk.domain.feedback.questions import Mood
from frontdesk.ui.feedback.signs import mood_icon, mood_ink
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, Size, grown, is_large, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.labels import key_cap_height, key_cap_width, paint_key_cap
from frontdesk.ui.widgets.shapes import paint_focus

_FACE, _KEY_ROOM, _BESIDE = 34, 36, 248
_HEIGHT, _LINES, _EDGE_STRENGTH = 68, 2, 0.3


@dataclass(frozen=True, slots=True)
class RowSaid:
    """What a row says. `whose` and `said` are as typed; `mood_name` is the face in words."""

    whose: str
    said: str
    how: str
    state: str
    when: str
    mood_name: str
    mood: Mood | None
    pressing: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a row, cut to its place."""

    text: str
    size: int
    ink: str
    strong: bool = False
    place: QRectF = field(default_factory=QRectF)

    def at(self, place: QRectF) -> _Line:
        return replace(self, place=place)

    def advance(self) -> float:
        return fonts.measures(self.size, self.strong).horizontalAdvance(self.text)

    def paint(self, painter: QPainter) -> None:
        painter.setFont(fonts.bold(self.size) if self.strong else fonts.font(self.size))
        painter.setPen(LOOK.palette.colour(self.ink))
        measures = fonts.measures(self.size, self.strong)
        shown = measures.elidedText(self.text, Qt.TextElideMode.ElideRight, self.place.width())
        painter.drawText(self.place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class ResponseRow(QAbstractButton):
    """It writes nothing. `pressing`, somebody who was not happy and waits, gives it a colour."""

    def __init__(self, response_id: int, said: RowSaid) -> None:
        super().__init__()
        self.response_id, self.said, self._key = response_id, said, ""
        parts = (said.mood_name, said.whose, said.said, said.how, said.state, said.when)
        self.setAccessibleName(". ".join(filter(None, parts)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK.changed.connect(self.update)

    def number(self, digit: str) -> None:
        """Show the key that opens it."""
        self._key = digit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(480), taller(_HEIGHT, _LINES * 2 if is_large() else _LINES))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        self._paint_ground(painter, frame)
        left = self._paint_face(painter, frame)
        words = QRectF(left, 6, frame.width() - left - RHYTHM * 2, frame.height() - 12)
        for line in self._lines(words):
            line.paint(painter)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))

    def _lines(self, words: QRectF) -> list[_Line]:
        """Whose, how it came and what on the left, how far on the right; large text has all in one column."""
        said = self.said
        ink = "warn_ink" if said.pressing else "quiet"
        whose = _Line(said.whose, Size.BODY, "ink", strong=True)
        what = _Line(said.said, Size.BODY, "ink")
        how, state = _Line(said.how, Size.SMALL, "quiet"), _Line(said.state, Size.SMALL, ink, said.pressing)
        when = _Line(said.when, Size.SMALL, "quiet")
        if is_large():
            column = (whose, what, state, _Line(f"{said.when} · {said.how}", Size.SMALL, "quiet"))
            return [each.at(row) for each, row in zip(column, _rows(words, len(column)), strict=True)]
        beside = min(grown(_BESIDE), words.width() / 2)
        left, right = (
            words.adjusted(0, 0, -beside - RHYTHM * 2, 0),
            words.adjusted(words.width() - beside, 0, 0, 0),
        )
        (first, second), (above, below) = _rows(left, 2), _rows(right, 2)
        after = min(whose.advance() + RHYTHM * 2, first.width())
        return [
            whose.at(first),
            how.at(first.adjusted(after, 0, 0, 0)),
            what.at(second),
            state.at(above),
            when.at(below),
        ]

    def _paint_ground(self, painter: QPainter, frame: QRectF) -> None:
        palette, pressing = LOOK.palette, self.said.pressing
        edge = palette.colour("accent" if self.underMouse() else "warn_ink" if pressing else "line")
        if pressing and not self.underMouse():
            edge.setAlphaF(_EDGE_STRENGTH)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(palette.colour("soft" if self.isDown() else "warn_ground" if pressing else "raised"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_face(self, painter: QPainter, frame: QRectF) -> float:
        """The key, where it has one, and the face; returns where the words begin."""
        left, palette = float(RHYTHM), LOOK.palette
        if self._key:
            wide, high = key_cap_width(self._key), key_cap_height()
            place = QRectF(left, (frame.height() - high) / 2, wide, high)
            paint_key_cap(painter, place, self._key, "quiet", "line")
        left += grown(_KEY_ROOM)
        face = icon_pixmap(
            mood_icon(self.said.mood), mood_ink(self.said.mood), _FACE, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(left, (frame.height() - _FACE) / 2), face)
        painter.setPen(palette.colour("ink"))
        return left + _FACE + RHYTHM * 2


def _rows(place: QRectF, count: int) -> list[QRectF]:
    """The place in so many lines of one height."""
    high = place.height() / count
    return [QRectF(place.left(), place.top() + each * high, place.width(), high) for each in range(count)]
