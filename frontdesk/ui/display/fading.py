"""One page gives way to another: what was there fades away over what comes."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from frontdesk.ui.look.style import LOOK

FADE_MS = 420


class Fading(QWidget):
    """A picture of the page as it was, over the page as it is. It runs for a moment, then nothing is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(FADE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._animation.valueChanged.connect(self.update)
        self._animation.finished.connect(self._end)
        self.hide()

    def begin(self, page: QWidget) -> None:
        """Keep what `page` shows now; call it before the page changes. Without animation nothing happens."""
        if not LOOK.animated or not page.isVisible() or page.width() <= 0:
            return
        self._before = page.grab()
        self.setGeometry(page.geometry())
        self.raise_()
        self.show()
        self._animation.stop()
        self._animation.start()

    def runs(self) -> bool:
        return self._animation.state() is QAbstractAnimation.State.Running

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._before is not None:
            painter = QPainter(self)
            painter.setOpacity(float(self._animation.currentValue()))
            painter.drawPixmap(0, 0, self._before)

    def _end(self) -> None:
        self._before = None
        self.hide()
