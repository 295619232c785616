"""Declining honestly: one tap on the reason, with what is offered instead where there is something."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.care.requests import DeclineReason, RequestState, SpecialRequest, next_states
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.fields import FaultLine
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.ui.widgets.fields import TextLine
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.requests import decline_reason_name, declined_sentence


class DeclinePart(QWidget):
    """Emits `declined(reason, words, alternative)`. Once declined it says why, and what was offered."""

    declined = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._heading = PlainLabel(role="heading")
        speak(self._heading.setText, lambda: tr("It cannot be done? Tap why"))
        self.alternative, self.words = TextLine(), TextLine()
        _say(self.alternative, lambda: tr("What we offer instead (optional)"))
        _say(self.words, lambda: tr("In our own words (optional)"))
        self._said, self._fault = Prose(ink="ink"), FaultLine()
        self._reasons = QWidget()
        chips = Wrapping(self._reasons)
        self._chips = {reason: Chip() for reason in DeclineReason}
        for reason, chip in self._chips.items():
            speak(chip.say, _name_of(reason))
            chip.clicked.connect(partial(self._decline, reason))
            chips.addWidget(chip)
        self._typed = QWidget()
        typed = beside(self.alternative, self.words)
        typed.setContentsMargins(0, 0, 0, 0)
        typed.setSpacing(RHYTHM)
        self._typed.setLayout(typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        for part in (self._heading, self._typed, self._reasons, self._said, self._fault):
            column.addWidget(part)

    def show_request(self, request: SpecialRequest) -> None:
        """Offer the reasons while it can be declined; after that say which one it was."""
        open_ = RequestState.DECLINED in next_states(request.state)
        for part in (self._heading, self._typed, self._reasons):
            part.setVisible(open_)
        said = declined_sentence(LANGUAGE.texts, request.declined) if request.declined is not None else ""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self.setVisible(open_ or bool(said))

    def chip(self, reason: DeclineReason) -> Chip:
        return self._chips[reason]

    def said(self) -> str:
        return self._said.text()

    def show_fault(self, sentence: str) -> None:
        """Why it was not declined; what was typed stays."""
        self._fault.say(sentence)

    def empty(self) -> None:
        """It is declined: what was typed is kept there."""
        for line in (self.alternative, self.words):
            line.clear()
        self._fault.say("")

    def _decline(self, reason: DeclineReason) -> None:
        self.declined.emit(reason, self.words.text(), self.alternative.text())


def _say(line: TextLine, say: Callable[[], str]) -> None:
    speak(line.setPlaceholderText, say)
    speak(line.setAccessibleName, say)


def _name_of(reason: DeclineReason) -> Callable[[], str]:
    return lambda: decline_reason_name(LANGUAGE.texts, reason)
