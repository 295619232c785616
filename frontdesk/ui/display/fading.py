"""One page gives way to another: what was there fades away over what comes."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look.style import LOOK

FADE_MS = 420
_STEPS = 12
"""Pictures a fade: the counter beside it has its own frames to paint."""


class Fading(QWidget):
    """Pictures of the page before and after, over both. It runs for a moment, then nothing is left.

    It is opaque, so that the pages below are not painted again at each step.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QPixmap | None = None
        self._after = QPixmap()
        self._step = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(FADE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._animation.valueChanged.connect(self._on_value)
        self._animation.finished.connect(self.end)
        self.hide()

    def keep(self, page: QWidget) -> None:
        """Keep what `page` shows now, before it changes. Without animation nothing is kept."""
        if LOOK.animated and page.isVisible() and page.width() > 0:
            self._before = self._picture(page)

    def begin(self, page: QWidget) -> None:
        """Fade from what was kept to what `page` shows now."""
        if self._before is None or self._before.size() != page.size() * page.devicePixelRatioF():
            self.end()
            return
        self._after = self._picture(page)
        self._step = 0
        self.setGeometry(page.geometry())
        self.raise_()
        self.show()
        self._animation.stop()
        self._animation.start()

    def runs(self) -> bool:
        return self._animation.state() is QAbstractAnimation.State.Running

    def end(self) -> None:
        """Show the page itself."""
        self._animation.stop()
        self._before = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._before is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(self._step / _STEPS)
            painter.drawPixmap(0, 0, self._after)

    def _on_value(self, value: float) -> None:
        step = int(value * _STEPS)
        if step != self._step:
            self._step = step
            self.update()

    @staticmethod
    def _picture(page: QWidget) -> QPixmap:
        """The page on the window's ground."""
        ratio = page.devicePixelRatioF()
        pixmap = QPixmap(page.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(LOOK.palette.colour("ground"))
        page.render(pixmap, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        return pixmap
