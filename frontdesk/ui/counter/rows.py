"""Rows of the greeting: an open request with its next step, the last visits, the quieter things to know."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.care.requests import RequestState, SpecialRequest, next_states
from frontdesk.domain.regulars.visits import Visit
from frontdesk.ui.counter.marks import request_mark
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, Size, grown, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import IconButton, TextButton
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.shapes import paint_strip
from frontdesk.wording.dates import day, overdue, promise
from frontdesk.wording.requests import aim_words, move_name, state_name

_HEIGHT, _EDGE = 56, 4
_LINE, _TALLEST_LINE = 26, 40


class RequestRow(QWidget):
    """One request: what and for when, and a button for its next step. A tap on it shows its customer.

    `calm` where something else speaks up already: then it is not tinted, however late it is.
    """

    move_wanted = Signal(object, object)
    customer_wanted = Signal(int)
    details_wanted = Signal(int)

    def __init__(
        self,
        request: SpecialRequest,
        now: int,
        zone: ZoneInfo,
        *,
        named: bool = False,
        calm: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.request, self._named = request, named
        self._tone, self._icon = request_mark(request, now)
        if calm:
            self._tone = "calm"
        role = f"strip-{self._tone}" if self._tone != "calm" else "strong"
        first = (
            tr("{what} ({name})", what=request.what, name=request.customer_name) if named else request.what
        )
        self._first = first
        self._what = ElidedLabel(first, role)
        self._when = ElidedLabel(self._second_line(now, zone), "small")
        self._button, self.more = self._make_button(), IconButton("ellipsis", role="quiet")
        self.more.say(tr("More about {what}", what=request.what))
        self.more.clicked.connect(lambda: self.details_wanted.emit(request.id))
        self._lay_out()
        self.setAccessibleName(f"{first}. {self._when.full_text()}")
        if named:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def shrink(self, small: bool) -> None:
        """Be one line: what, how it stands, and its button."""
        self._when.setVisible(not small)
        self._what.setText(f"{self._first}  ·  {self._when.full_text()}" if small else self._first)
        self.setFixedHeight(taller(TARGET) if small else taller(_HEIGHT, 2))
        self._button.setFixedHeight(taller(TARGET))
        edge = 0 if small else _EDGE
        self.layout().setContentsMargins(RHYTHM * 6, edge, edge, edge)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._named and self.rect().contains(event.position().toPoint()):
            self.customer_wanted.emit(self.request.customer_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = paint_strip(painter, QRectF(self.rect()), 16, LOOK.palette, self._tone)
        top = (self.height() - 22) // 2
        painter.drawPixmap(RHYTHM * 2, top, icon_pixmap(self._icon, ink, 22, self.devicePixelRatioF()))

    def _make_button(self) -> TextButton:
        to = next_states(self.request.state)[0]
        button = TextButton()
        button.setMinimumHeight(0)
        button.say(move_name(LANGUAGE.texts, to))
        button.setAccessibleName(f"{move_name(LANGUAGE.texts, to)}: {self.request.what}")
        button.clicked.connect(lambda: self._move(to))
        return button

    def _move(self, to: RequestState) -> None:
        self.move_wanted.emit(self.request, to)

    def _second_line(self, now: int, zone: ZoneInfo) -> str:
        texts, request = LANGUAGE.texts, self.request
        parts = [state_name(texts, request.state)]
        if request.promised_at is not None and request.overdue(now):
            parts.append(overdue(texts, request.promised_at, now))
        elif request.promised_at is not None:
            parts += [promise(texts, request.promised_at, zone, now), aim_words(texts, request, zone, now)]
        if request.note:
            parts.append(request.note)
        return " · ".join(part for part in parts if part)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setSpacing(RHYTHM)
        words = QWidget()
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._what.setParent(words)
        self._when.setParent(words)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._what)
        column.addWidget(self._when)
        row.addWidget(words, 1)
        row.addWidget(self._button)
        row.addWidget(self.more)
        self.shrink(False)


class LineList(QWidget):
    """Lines of two inks, as many as fit: a short strong part and a quiet one, or an icon before each."""

    def __init__(self, least: int = 0, parent: QWidget | None = None) -> None:
        """`least` is how many lines it does not do without."""
        super().__init__(parent)
        self._least = least
        self._lines: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        LOOK.changed.connect(self.update)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Each line is (icon or empty, strong part or empty, quiet part)."""
        self._lines = list(lines)
        self.setAccessibleName(". ".join(" ".join(part for part in line[1:] if part) for line in lines))
        self.setVisible(bool(lines))
        self.updateGeometry()
        self.update()

    def lines(self) -> list[tuple[str, str, str]]:
        return self._lines

    def sizeHint(self) -> QSize:
        """One line is asked for: what stands above it, as the usual, is not pressed together for more."""
        return QSize(200, grown(_LINE) if self._lines else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self._least, len(self._lines)) * grown(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        column, tall = self._strong_column(), self._line_height()
        for place, (icon, strong, quiet) in enumerate(self._lines[: (self.height() + 6) // tall]):
            line = QRectF(0, place * tall, self.width(), tall)
            if icon:
                picture = icon_pixmap(icon, "quiet", 18, self.devicePixelRatioF())
                painter.drawPixmap(0, round(line.top() + (tall - 18) / 2), picture)
                line.setLeft(28)
            if strong:
                _draw(painter, line, strong, "ink", bold=True)
                line.setLeft(line.left() + column)
            _draw(painter, line, quiet, "ink" if icon else "quiet")

    def _line_height(self) -> int:
        """Where there is room to spare, the lines share some of it."""
        return min(max(self.height() // max(len(self._lines), 1), grown(_LINE)), grown(_TALLEST_LINE))

    def _strong_column(self) -> float:
        widths = [
            fonts.measures(Size.SMALL + 1, True).horizontalAdvance(strong) for _, strong, _ in self._lines
        ]
        return min(max(widths, default=0) + 16, self.width() * 0.5)


def _what_came(visit: Visit) -> str:
    """What was bought; where nothing was noted, what else came of the visit."""
    if visit.items:
        return ", ".join(visit.items)
    if visit.rewards:
        return tr("A reward")
    if visit.stamps:
        stamps = ntr("{n} stamp", "{n} stamps", visit.stamps)
        return f"{stamps} · {visit.came}" if visit.came else stamps
    if visit.card_of:
        return tr("On the card of {holder}", holder=visit.card_of)
    if visit.passes:
        return tr("With a pass")
    return tr("A request") if visit.requests else ""


def visit_lines(visits: Sequence[Visit], zone: ZoneInfo, now: int) -> list[tuple[str, str, str]]:
    """The last visits as lines: the day, and what was taken."""
    return [("", day(LANGUAGE.texts, visit.started_at, zone, now), _what_came(visit)) for visit in visits]


def _draw(painter: QPainter, frame: QRectF, text: str, ink: str, *, bold: bool = False) -> None:
    size = Size.SMALL + 1
    painter.setFont(fonts.bold(size) if bold else fonts.font(size))
    painter.setPen(LOOK.palette.colour(ink))
    shown = fonts.measures(size, bold).elidedText(text, Qt.TextElideMode.ElideRight, frame.width())
    painter.drawText(frame, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
