"""A fact that has grown old, asked about in the greeting: still true, changed, no longer. One tap answers."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.people.facts import Answer, Fact, one_tap_answers
from frontdesk.ui.counter.ask_row import AskRow
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.wording.facts import answer_name, noted_words, question

_ICONS = {Answer.STANDS: "check", Answer.CHANGED: "pencil", Answer.GONE: "x"}


class CheckRow(AskRow):
    """Without a fact to ask about it takes no room."""

    answered = Signal(object, object)
    """The fact, and the answer that was tapped."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self.fact: Fact | None = None
        self.buttons = {answer: Chip(_ICONS[answer]) for answer in Answer}
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        self.offer(self.buttons.values())

    def show_fact(self, fact: Fact | None, now: int) -> None:
        """Ask about a fact; None for nothing to ask."""
        self.fact = fact
        if fact is None:
            self.hide()
            return
        asked = question(LANGUAGE.texts, fact)
        for answer, button in self.buttons.items():
            button.setVisible(answer in one_tap_answers(fact))
            button.say(answer_name(LANGUAGE.texts, answer))
            button.setAccessibleName(f"{asked} {answer_name(LANGUAGE.texts, answer)}")
        self.ask(asked, noted_words(LANGUAGE.texts, fact, self.zone, now))

    def be_brief(self, brief: bool, width: int) -> None:
        """Where room is short, the question without when it was noted."""
        self._noted.setVisible(not brief and bool(self._noted.full_text()))
        self.fit(width)

    def _answer(self, answer: Answer) -> None:
        if self.fact is not None:
            self.answered.emit(self.fact, answer)
