"""A figure of answers: its sentence, below it a bar for a share, and the answers that it rests on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from frontdesk.ui.language import ntr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.office.figure_row import FigureRow

_BAR, _BELOW = 6, 7


class AnswersRow(FigureRow):
    """`share` (0 to 1) is drawn as a filled part of a frame, which is told apart without colours, too."""

    sign = "message-square-text"

    def __init__(
        self,
        say: Callable[[], str],
        ids: tuple[int, ...],
        opened: Callable[[], None],
        share: float | None = None,
    ) -> None:
        super().__init__(say, ids, opened)
        self.share = share

    def opener(self) -> str:
        return ntr("{n} answer", "{n} answers", len(self.counted))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.share is None:
            return
        painter, palette = QPainter(self), LOOK.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.words.x(), self.height() - _BELOW - _BAR, self.words.width() - RHYTHM, _BAR)
        painter.setPen(QPen(palette.colour("quiet"), 1))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("ink"))
        filled = QRectF(track.left(), track.top(), track.width() * min(self.share, 1.0), track.height())
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
