"""How people felt, week by week, as a picture: what the list below it says in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_figures import WeekMood
from frontdesk.ui.feedback.signs import mood_icon
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, Size, grown, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.charts.dress import on_screen
from frontdesk.ui.office.charts.labels import paint_labels, paint_values
from frontdesk.wording.dates import day_of_year

_HEIGHT, _FACE, _DOT, _WIDEST = 260, 20, 5.0, 64
_SHARE_OF_MOODS: Final = 0.62


class MoodChart(QWidget):
    """Above, the mean face of each week, a dot; hollow, and without a line to it, where too few answered.
    Below, how many answered, the unhappy of them hatched. It needs no colour. A tap on a week opens it.
    """

    week_chosen = Signal(int)
    """The place of a week among those shown."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks: tuple[WeekMood, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        LOOK.changed.connect(self.update)
        LANGUAGE.changed.connect(self.update)

    def show_weeks(self, weeks: Sequence[WeekMood], said: str) -> None:
        """Draw these weeks; `said` tells a screen reader what is drawn."""
        self.weeks = tuple(weeks)
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(grown(480), taller(_HEIGHT, 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left, step = self._left(), self._step()
        place = int((event.position().x() - left) // step) if step else -1
        if 0 <= place < len(self.weeks) and self.weeks[place].tally.ids:
            self.week_chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.weeks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label = fonts.measures(Size.TINY).height()
        room = self.height() - label - RHYTHM
        moods = QRectF(self._left(), _FACE / 2, self._wide(), room * _SHARE_OF_MOODS - _FACE)
        counts = QRectF(moods.left(), moods.bottom() + _FACE / 2 + label, moods.width(), 0)
        counts.setBottom(room)
        self._paint_scale(painter, moods)
        self._paint_moods(painter, moods)
        self._paint_counts(painter, counts)
        self._paint_days(painter, QRectF(moods.left(), room + RHYTHM / 2, moods.width(), label))

    # --- where things are ---

    def _left(self) -> float:
        return float(_FACE + RHYTHM * 2)

    def _wide(self) -> float:
        return float(max(self.width() - self._left() - RHYTHM, 1))

    def _step(self) -> float:
        """How wide a week is: a few weeks do not stretch over the page."""
        return min(self._wide() / max(len(self.weeks), 1), float(grown(_WIDEST)))

    def _middle(self, place: int) -> float:
        return self._left() + (place + 0.5) * self._step()

    # --- what is drawn ---

    def _paint_scale(self, painter: QPainter, moods: QRectF) -> None:
        """A line for each face, and the face at its beginning."""
        painter.setPen(QPen(LOOK.palette.colour("line"), 1))
        for mood in Mood:
            y = _height_of(mood, moods)
            painter.drawLine(QPointF(moods.left(), y), QPointF(moods.right(), y))
            face = icon_pixmap(mood_icon(mood), "quiet", _FACE, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, y - _FACE / 2), face)

    def _paint_moods(self, painter: QPainter, moods: QRectF) -> None:
        ink, before = LOOK.palette.colour("ink"), None
        dots: list[tuple[QPointF, bool]] = []
        painter.setPen(QPen(ink, 2))
        for place, week in enumerate(self.weeks):
            if not week.tally.faces:
                continue
            at = QPointF(self._middle(place), _height_of(week.tally.mean, moods))
            if week.tally.enough:
                if before is not None:
                    painter.drawLine(before, at)
                before = at
            dots.append((at, week.tally.enough))
        for at, enough in dots:
            painter.setBrush(ink if enough else LOOK.palette.colour("card"))
            painter.drawEllipse(at, _DOT, _DOT)

    def _paint_counts(self, painter: QPainter, counts: QRectF) -> None:
        """A frame for all who answered, its lower part hatched for those who were not happy."""
        dress, most = on_screen(), max(len(week.tally.ids) for week in self.weeks)
        wide = max(self._step() * 0.7, 2.0)
        tops, said = list[tuple[float, float]](), list[str]()
        for place, week in enumerate(self.weeks):
            count, unhappy = len(week.tally.ids), week.tally.unhappy
            left, high = self._middle(place) - wide / 2, counts.height() * count / most
            low = counts.height() * unhappy / most
            tops.append((self._middle(place), counts.bottom() - high))
            said.append(str(count) if count else "")
            if count:
                dress.frame(painter, QRectF(left, counts.bottom() - high, wide, high))
            if unhappy:
                dress.bar(painter, QRectF(left, counts.bottom() - low, wide, low), hatched=True)
        places = QRectF(counts)
        places.setWidth(self._step() * len(self.weeks))
        paint_values(painter, places, said, tops, dress)

    def _paint_days(self, painter: QPainter, days: QRectF) -> None:
        """The day on which a week begins, as often as there is room for it."""
        labels = [day_of_year(LANGUAGE.texts, week.first) for week in self.weeks]
        paint_labels(
            painter, days, labels, [self._middle(place) for place in range(len(labels))], on_screen()
        )


def _height_of(mood: float, moods: QRectF) -> float:
    """How far down a face from 1 (bad, at the bottom) to 5 is."""
    return moods.bottom() - moods.height() * (mood - Mood.BAD) / (Mood.VERY_GOOD - Mood.BAD)
