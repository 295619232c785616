"""A fact that has grown old, asked about in the greeting: still true, changed, no longer. One tap answers."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.facts import Answer, Fact, one_tap_answers
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM, TARGET, taller
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.labels import ElidedLabel
from frontdesk.ui.widgets.shapes import paint_strip
from frontdesk.wording.facts import answer_name, noted_words, question

_ICON, _LEFT, _EDGE = 22, RHYTHM * 6, 4
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_ICONS = {Answer.STANDS: "check", Answer.CHANGED: "pencil", Answer.GONE: "x"}


class CheckRow(QWidget):
    """Quiet: it never shouts beside the one line that does. Without a question it takes no room."""

    answered = Signal(object, object)
    """The fact, and the answer that was tapped."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone, self._now = zone, 0
        self.fact: Fact | None = None
        self.words, self._noted = ElidedLabel("", "strong"), ElidedLabel("", "small")
        self.buttons = {answer: Chip(_ICONS[answer]) for answer in Answer}
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        self._row = QBoxLayout(_BESIDE, self)
        self._lay_out()
        self.hide()
        LOOK.changed.connect(self.update)

    def show_fact(self, fact: Fact | None, now: int) -> None:
        """Ask about a fact; None for nothing to ask."""
        self.fact, self._now = fact, now
        if fact is None:
            self.hide()
            return
        asked, noted = question(LANGUAGE.texts, fact), noted_words(LANGUAGE.texts, fact, self.zone, now)
        self.words.setText(asked)
        self._noted.setText(noted)
        self.setAccessibleName(f"{asked} {noted}")
        for answer, button in self.buttons.items():
            button.setVisible(answer in one_tap_answers(fact))
            button.say(answer_name(LANGUAGE.texts, answer))
            button.setAccessibleName(f"{asked} {answer_name(LANGUAGE.texts, answer)}")
        self.fit(self.width())

    def spoken(self) -> str:
        """The question, for who hears the counter; empty where nothing is asked."""
        return "" if self.isHidden() else self.accessibleName()

    def fit(self, width: int) -> None:
        """Put the answers beside the question where all of it can be read so, else below."""
        self.words.ensurePolished()
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        answers = sum(button.sizeHint().width() + RHYTHM for button in shown)
        room = width - _LEFT - RHYTHM - answers
        beside = max(self.words.sizeHint().width(), self._noted.sizeHint().width()) <= room
        self._row.setDirection(_BESIDE if beside else _BELOW)
        words = self.words.sizeHint().height() + self._noted.sizeHint().height()
        tall = max(words, taller(TARGET)) if beside else words + taller(TARGET)
        self.setFixedHeight(tall + 2 * _EDGE)
        self._row.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = paint_strip(painter, QRectF(self.rect()), 16, LOOK.palette, "calm")
        top = _EDGE + (self.words.height() + self._noted.height() - _ICON) // 2
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(RHYTHM * 2, top, icon_pixmap("circle-question-mark", ink, _ICON, ratio))

    def _answer(self, answer: Answer) -> None:
        if self.fact is not None:
            self.answered.emit(self.fact, answer)

    def _lay_out(self) -> None:
        words, answers = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.words)
        words.addWidget(self._noted)
        words.addStretch(1)
        answers.setSpacing(RHYTHM)
        answers.addStretch(1)
        for button in self.buttons.values():
            answers.addWidget(button)
        self._row.setContentsMargins(_LEFT, _EDGE, RHYTHM, _EDGE)
        self._row.setSpacing(0)
        self._row.addLayout(words, 1)
        self._row.addLayout(answers)
