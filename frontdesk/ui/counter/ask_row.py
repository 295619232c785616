"""Something to ask whoever is greeted, with its answers: one tap each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.shapes import paint_strip

_ICON, _LEFT, _EDGE = 22, RHYTHM * 6, 4
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class AskRow(QWidget):
    """Quiet: it never shouts beside the one line that does. Without a question it takes no room."""

    icon = "circle-question-mark"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self._noted = ElidedLabel("", "strong"), ElidedLabel("", "small")
        self._chips: list[Chip] = []
        self._row = QBoxLayout(_BESIDE, self)
        self.hide()
        LOOK.changed.connect(self.update)

    def ask(self, question: str, noted: str) -> None:
        """Say the question, and small below it why; the answers are said by then."""
        self.words.setText(question)
        self._noted.setText(noted)
        self._noted.setVisible(bool(noted))
        self.setAccessibleName(" ".join(filter(None, (question, noted))))
        self.fit(self.width())

    def spoken(self) -> str:
        """The question, for who hears the counter; empty where nothing is asked."""
        return "" if self.isHidden() else self.accessibleName()

    def fit(self, width: int) -> None:
        """Put the answers beside the question where all of it can be read so, else below."""
        for label in (self.words, self._noted):
            label.ensurePolished()
        asked = [label for label in (self.words, self._noted) if not label.isHidden()]
        left = _LEFT if asked else RHYTHM
        room = width - left - RHYTHM - self._width_of_answers()
        beside = max((label.sizeHint().width() for label in asked), default=0) <= room
        self._row.setDirection(_BESIDE if beside else _BELOW)
        self._row.setContentsMargins(left, _EDGE, RHYTHM, _EDGE)
        words = sum(label.sizeHint().height() for label in asked)
        tall = max(words, taller(TARGET)) if beside else words + taller(TARGET)
        self.setFixedHeight(tall + 2 * _EDGE)
        self._row.invalidate()

    def _width_of_answers(self) -> int:
        shown = [button for button in self._chips if not button.isHidden()]
        for button in shown:
            button.ensurePolished()  # before that it does not know how wide it is
        return sum(button.sizeHint().width() + RHYTHM for button in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = paint_strip(painter, QRectF(self.rect()), 16, LOOK.palette, "calm")
        if self.words.isHidden():
            return
        words = self.words.height() + (0 if self._noted.isHidden() else self._noted.height())
        top = (self.words.y() + words // 2) - _ICON // 2
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(RHYTHM * 2, top, icon_pixmap(self.icon, ink, _ICON, ratio))

    def offer(self, chips: Iterable[Chip]) -> None:
        """Lay the row out with its answers, from left to right."""
        self._chips = list(chips)
        words, answers = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.words)
        words.addWidget(self._noted)
        words.addStretch(1)
        answers.setSpacing(RHYTHM)
        answers.addStretch(1)
        for button in self._chips:
            answers.addWidget(button)
        self._row.setContentsMargins(_LEFT, _EDGE, RHYTHM, _EDGE)
        self._row.setSpacing(0)
        self._row.addLayout(words, 1)
        self._row.addLayout(answers)
