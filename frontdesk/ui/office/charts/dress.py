"""What a picture of figures is drawn with: on the screen as the look has it, on paper in black on white."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from frontdesk.printing import session
from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.look.style import LOOK

_STACKED: Final = 1.5
"""Lao and Khmer stack marks: a line of them is so many times as high as the type."""


@dataclass(frozen=True)
class Dress:
    """`fill` is of what is so now; what it is compared with is hatched, so that no colour is needed."""

    ink: QColor
    quiet: QColor
    line: QColor
    fill: QColor
    font: QFont
    strong: QFont

    @cached_property
    def measures(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    @cached_property
    def strong_measures(self) -> QFontMetricsF:
        return QFontMetricsF(self.strong)

    @property
    def line_height(self) -> float:
        """A line of words in any script."""
        return max(self.measures.height(), _STACKED * self.font.pixelSize())

    @property
    def gap(self) -> float:
        """What is left free between things."""
        return self.font.pixelSize() / 2

    def write(
        self, painter: QPainter, place: QRectF, words: str, how: Qt.AlignmentFlag, *, strong: bool = False
    ) -> None:
        """One line in the middle of its height; with … where it is too long for `place`."""
        measures = self.strong_measures if strong else self.measures
        painter.setFont(self.strong if strong else self.font)
        painter.setPen(self.ink if strong else self.quiet)
        shown = measures.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, how | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)

    def frame(self, painter: QPainter, place: QRectF) -> None:
        """A whole, of which a bar fills a part."""
        painter.setPen(QPen(self.quiet, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def bar(self, painter: QPainter, place: QRectF, *, hatched: bool = False) -> None:
        """What is so now is filled; what it is compared with is framed and hatched."""
        painter.setPen(QPen(self.quiet if hatched else self.fill, 1))
        brush = QBrush(self.quiet, Qt.BrushStyle.BDiagPattern) if hatched else QBrush(self.fill)
        painter.setBrush(brush)
        painter.drawRect(place)


def on_screen(size: int = Size.TINY) -> Dress:
    """As the windows look now."""
    palette = LOOK.palette
    ink, quiet, line, fill = map(palette.colour, ("ink", "quiet", "line", "accent"))
    return Dress(ink, quiet, line, fill, fonts.font(size), fonts.bold(size))


def on_paper(size: int) -> Dress:
    """Black on white, whatever the windows look like."""
    ink, quiet, line = map(QColor, ("#000000", "#333333", "#999999"))
    return Dress(ink, quiet, line, ink, session.font(size), session.font(size, QFont.Weight.Bold))
