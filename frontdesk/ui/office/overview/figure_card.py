"""A figure on a card: its number, which opens its list; a small picture, which opens large; its sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.office.charts import ChartData, Shape
from frontdesk.domain.office.overview import FigureName
from frontdesk.ui.language import tr
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.charts.chart_picture import paint_chart
from frontdesk.ui.office.charts.dress import on_screen
from frontdesk.ui.widgets.labels import ElidedLabel, PlainLabel
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.shapes import paint_focus

_NUMBER = 28
_LINES = 5
_PLOT = 76


class FigureCard(QWidget):
    """`list_wanted` and `picture_wanted` carry the figure's name. A number of nobody opens nothing."""

    list_wanted = Signal(object)
    picture_wanted = Signal(object)

    def __init__(self, name: FigureName) -> None:
        super().__init__()
        self.name = name
        self.heading, self.trend = ElidedLabel("", "strong"), PlainLabel("", "small")
        self.number, self.picture = NumberButton(), SmallPicture()
        self.words = Prose(size=Size.SMALL, ink="ink")
        self.number.clicked.connect(lambda: self.list_wanted.emit(self.name))
        self.picture.clicked.connect(lambda: self.picture_wanted.emit(self.name))
        top = QHBoxLayout()
        top.setSpacing(RHYTHM)
        top.addWidget(self.heading, 1)
        top.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 2, RHYTHM, RHYTHM, RHYTHM)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.trend)
        column.addWidget(self.picture, 1)
        column.addWidget(self.words)
        LOOK.changed.connect(self.update)

    def tell(
        self, heading: str, number: str, sentence: str, data: ChartData | None, *, trend: str, opens: bool
    ) -> None:
        """Show a figure; without `data` it is still being read."""
        self.heading.setText(heading)
        self.trend.setText(trend)
        self.words.setText(sentence)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.number.say(number, tr("{figure}, {number}: list", figure=heading, number=number), opens)
        self.picture.show_chart(data, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.setBrush(palette.colour("raised"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)


class NumberButton(QAbstractButton):
    """A large number; underlined where it opens into its list."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, number: str, name: str, opens: bool) -> None:
        self.setText(number)
        self.setAccessibleName(name)
        self.setEnabled(opens)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = fonts.measures(_NUMBER, True).horizontalAdvance(self.text()) + 2 * RHYTHM
        return QSize(max(round(wide), TARGET), max(TARGET, taller(TARGET, 1)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("soft"))
            painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setFont(fonts.bold(_NUMBER))
        painter.setPen(palette.colour("accent_ink" if self.isEnabled() else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isEnabled():
            wide = fonts.measures(_NUMBER, True).horizontalAdvance(self.text())
            left, y = (self.width() - wide) / 2, self.height() - 6
            painter.setPen(QPen(palette.colour("accent_ink"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(round(left), y, round(left + wide), y)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), CONTROL_RADIUS, palette.colour("accent"))


class SmallPicture(QAbstractButton):
    """A picture that opens large. Where there is nothing to see it is only room."""

    def __init__(self) -> None:
        super().__init__()
        self.data: ChartData | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_chart(None, "")

    def show_chart(self, data: ChartData | None, sentence: str) -> None:
        self.data = data if data is not None and data.tells else None
        there = self.data is not None
        self.setEnabled(there)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if there else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Picture: {figure}", figure=data.title) if data is not None else "")
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(TARGET * 4, taller(_PLOT, _LINES if self._is_tall() else 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.data is not None:
            place = QRectF(self.rect()).adjusted(3, 3, -3 - RHYTHM, -3)
            paint_chart(painter, place, self.data, on_screen(Size.TINY))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), RHYTHM, LOOK.palette.colour("accent"))

    def _is_tall(self) -> bool:
        return self.data is not None and self.data.shape is Shape.SHARES and len(self.data.points) > 3
