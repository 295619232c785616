"""A figure on a card: its number, which opens its list; a small picture, which opens large; its sentence."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.office.charts import ChartData, Shape
from frontdesk.domain.office.overview import FigureName, Trend
from frontdesk.ui.language import tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.charts.chart_picture import paint_chart
from frontdesk.ui.office.charts.dress import on_screen
from frontdesk.ui.office.charts.shares import height_of_shares
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.shapes import paint_focus

_NUMBER = 28
_SIGN = 14
_PLOT, _LINES = 48, 2
_ALL_OF_IT = 100
"""The picture has what room there is; where there is none, the words stand just below the number."""


class FigureCard(QWidget):
    """`list_wanted` and `picture_wanted` carry the figure's name. A number of nobody opens nothing."""

    list_wanted = Signal(object)
    picture_wanted = Signal(object)

    def __init__(self, name: FigureName) -> None:
        super().__init__()
        self.name = name
        self.heading = ElidedLabel("", "strong")
        self.number, self.picture = NumberButton(), SmallPicture()
        self.words = Prose(size=Size.SMALL, ink="ink")
        self.number.clicked.connect(lambda: self.list_wanted.emit(self.name))
        self.picture.clicked.connect(lambda: self.picture_wanted.emit(self.name))
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM, RHYTHM, RHYTHM, RHYTHM)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.picture, _ALL_OF_IT)
        column.addSpacing(4)
        column.addWidget(self.words)
        column.addStretch(1)
        LOOK.changed.connect(self.update)

    def tell(
        self,
        heading: str,
        number: str,
        sentence: str,
        data: ChartData | None,
        *,
        opens: bool,
        trend: Trend | None = None,
        trend_words: str = "",
    ) -> None:
        """Show a figure; without `data` it is still being read."""
        self.heading.setText(heading)
        self.words.setText(sentence)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        said = ", ".join(filter(None, (heading, number, trend_words)))
        self.number.say(number, tr("{figure}: list", figure=said), opens, trend)
        self.picture.show_chart(data, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)


class NumberButton(QAbstractButton):
    """A large number, and a sign for more or fewer than before; underlined where it opens into its list."""

    def __init__(self) -> None:
        super().__init__()
        self.trend: Trend | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, number: str, name: str, opens: bool, trend: Trend | None) -> None:
        self.setText(number)
        self.trend = trend
        self.setAccessibleName(name)
        self.setEnabled(opens)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._wide() + RHYTHM + 2 * _SIGN
        return QSize(max(round(wide), TARGET), taller(TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect())
        if self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("soft"))
            painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        ink = palette.colour("accent_ink" if self.isEnabled() else "ink")
        painter.setFont(fonts.bold(_NUMBER))
        painter.setPen(ink)
        left = RHYTHM / 2
        painter.drawText(frame.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.isEnabled():
            y = (frame.height() + fonts.measures(_NUMBER, True).ascent()) / 2 + 3
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(left, y, left + self._wide(), y))
        if self.trend is not None:
            place = QRectF(left + self._wide() + RHYTHM, (frame.height() - _SIGN) / 2, _SIGN, _SIGN)
            _paint_trend(painter, place, self.trend, palette.colour("quiet"))
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))

    def _wide(self) -> float:
        return float(fonts.measures(_NUMBER, True).horizontalAdvance(self.text()))


class SmallPicture(QAbstractButton):
    """A picture that opens large. Where there is nothing to see there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.data: ChartData | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_chart(self, data: ChartData | None, sentence: str) -> None:
        self.data = data if data is not None and data.tells else None
        self.setVisible(self.data is not None)
        self.setAccessibleName(tr("Picture: {figure}", figure=data.title) if data is not None else "")
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = taller(_PLOT, _LINES)
        if self.data is not None and self.data.shape is Shape.SHARES:
            high = max(high, ceil(height_of_shares(self.data, on_screen(Size.TINY))) + 4)
        return QSize(TARGET * 3, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.data is not None:
            place = QRectF(self.rect()).adjusted(4, 2, -4, -2)
            paint_chart(painter, place, self.data, on_screen(Size.TINY))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), RHYTHM, LOOK.palette.colour("accent"))


def _paint_trend(painter: QPainter, place: QRectF, trend: Trend, ink: QColor) -> None:
    """A tip upwards or downwards; two lines for as before."""
    painter.setPen(QPen(ink, 2))
    if trend is Trend.SAME:
        for part in (0.35, 0.65):
            y = place.top() + part * place.height()
            painter.drawLine(QLineF(place.left(), y, place.right(), y))
        return
    base, tip = place.bottom() - 2, place.top() + 2
    if trend is Trend.FEWER:
        base, tip = tip, base
    painter.setBrush(ink)
    corners = [QPointF(place.left(), base), QPointF(place.right(), base), QPointF(place.center().x(), tip)]
    painter.drawPolygon(corners)
