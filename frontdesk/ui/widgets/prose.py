"""Sentences that wrap, in every script."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.ui.look import fonts
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.showing import show_part

_LEAST_WIDTH = 120
_HINT_WIDTH = 360
_SIGN, _EDGE_STRENGTH = 22, 0.22


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
        self.setSizePolicy(grows_with_its_words())
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
        layout = self._laid_out(self.width())
        # Beside something higher, such as a button, it stands in the middle.
        above = max(0.0, (self.height() - layout.boundingRect().height()) / 2)
        layout.draw(painter, QPointF(0, above))

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


def grows_with_its_words() -> QSizePolicy:
    """For a widget that is as high as its words need in the width that it has."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class ProseStrip(QWidget):
    """A tinted strip with an icon and as many lines as its sentence needs. `tone` is warn, good or calm.

    Without a sentence it is hidden.
    """

    def __init__(self, tone: str, icon: str) -> None:
        super().__init__()
        self._tone, self._icon = tone, icon
        self._ink = "ink" if tone == "calm" else f"{tone}_ink"
        self._prose = Prose(size=Size.BODY, ink=self._ink, strong=tone != "calm")
        row = QHBoxLayout(self)
        row.setContentsMargins(RHYTHM * 6, RHYTHM + 2, RHYTHM * 2, RHYTHM + 2)
        row.addWidget(self._prose)
        LOOK.changed.connect(self.update)
        self.hide()

    def text(self) -> str:
        return self._prose.text()

    def setText(self, text: str) -> None:
        self._prose.setText(text)
        self.setAccessibleName(text)
        show_part(self, shown=bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = LOOK.palette.colour(self._ink)
        edge.setAlphaF(_EDGE_STRENGTH)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(LOOK.palette.colour(f"{self._tone}_ground"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS
        )
        sign = icon_pixmap(self._icon, self._ink, _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(RHYTHM * 2, RHYTHM + 3, sign)
