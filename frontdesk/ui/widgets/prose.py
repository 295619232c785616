"""Sentences that wrap, in every script."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.metrics import Size
from frontdesk.ui.look.style import LOOK

_LEAST_WIDTH = 120
_HINT_WIDTH = 360


class Prose(QWidget):
    """Plain text in as many lines as it needs, and never wider than its place.

    QLabel breaks no Lao or Khmer line and lets a long path push the page apart; here a line may break
    anywhere when it has no blank to break at. `ink` is a palette name.
    """

    def __init__(
        self, text: str = "", *, size: int = Size.SMALL, ink: str = "quiet", strong: bool = False
    ) -> None:
        super().__init__()
        self._text, self._ink = "", ink
        self._font = fonts.bold(size) if strong else fonts.font(size)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        LOOK.changed.connect(self.update)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: str) -> None:
        self._ink = ink
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._laid_out(max(width, _LEAST_WIDTH)).boundingRect().height())

    def sizeHint(self) -> QSize:
        width = min(_HINT_WIDTH, ceil(QFontMetricsF(self._font).horizontalAdvance(self._text)) + 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, ceil(QFontMetricsF(self._font).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(LOOK.palette.colour(self._ink))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # QTextLayout takes one paragraph; its own separator stands for a line break within it.
        layout = QTextLayout(self._text.replace("\n", "\u2028"), self._font)
        layout.setTextOption(option)
        layout.beginLayout()
        below = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, below))
            below += line.height()
        layout.endLayout()
        return layout
