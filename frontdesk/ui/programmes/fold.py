"""A section that is folded away until it is wanted; its head says what is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import CONTROL_RADIUS, RHYTHM, TARGET, Size
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.prose import Prose, ProseStrip, grows_with_its_words
from frontdesk.ui.widgets.shapes import paint_focus

_HEIGHT = TARGET + RHYTHM * 2
_ICON = 22


class FoldHead(QAbstractButton):
    """Picture, title, what is in it in as many lines as it takes, and an arrow: open or closed."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._title = Prose(size=Size.BODY, ink="ink", strong=True)
        self._summary = Prose()
        self.setCheckable(True)
        self.setMinimumHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(grows_with_its_words())
        words = QVBoxLayout(self)
        words.setContentsMargins(RHYTHM * 4 + _ICON, RHYTHM, RHYTHM * 4 + _ICON, RHYTHM)
        words.setSpacing(2)
        for part in (self._title, self._summary):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(part)
        LOOK.changed.connect(self.update)

    @property
    def summary(self) -> str:
        """What is said to be in it."""
        return self._summary.text()

    def say(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_summary(self, words: str) -> None:
        self._summary.setText(words)
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette, frame = QPainter(self), LOOK.palette, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(palette.colour("accent" if lit else "line"), 1))
        painter.setBrush(palette.colour("soft" if self.isDown() else "raised"))
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        ratio, middle = self.devicePixelRatioF(), (frame.height() - _ICON) / 2
        painter.drawPixmap(QPointF(RHYTHM * 2, middle), icon_pixmap(self._icon, "accent_ink", _ICON, ratio))
        arrow = icon_pixmap("chevron-up" if self.isChecked() else "chevron-down", "quiet", _ICON, ratio)
        painter.drawPixmap(QPointF(frame.width() - _ICON - RHYTHM * 2, middle), arrow)
        if self.hasFocus():
            paint_focus(painter, frame, CONTROL_RADIUS, palette.colour("accent"))


class Fold(QWidget):
    """A head, and below it `content` while it is open. A fault opens it."""

    turned = Signal(bool)

    def __init__(self, icon: str, say_title: Callable[[], str], content: QWidget) -> None:
        super().__init__()
        self.head, self.content = FoldHead(icon), content
        speak(self.head.say, say_title)
        self._fault = ProseStrip("warn", "circle-alert")
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(RHYTHM * 2, RHYTHM * 2, RHYTHM, RHYTHM * 2)
        inside.setSpacing(RHYTHM * 2)
        inside.addWidget(self._fault)
        inside.addWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._body.hide()
        self.head.toggled.connect(self._on_turned)
        speak(self.head.setToolTip, lambda: tr("Open or close this part"))

    @property
    def opened(self) -> bool:
        return self.head.isChecked()

    @property
    def fault(self) -> str:
        """What is wrong in here, as it is shown."""
        return self._fault.text()

    def open(self, opened: bool = True) -> None:
        self.head.setChecked(opened)

    def set_fault(self, sentence: str) -> None:
        """Say what is wrong in here; with nothing to say, be quiet again."""
        self._fault.setText(sentence)
        if sentence:
            self.open()

    def _on_turned(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self.turned.emit(opened)
