"""What came of somebody's answer to a feedback card: that they heard it is one tap."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.domain.regulars.greeting import Greeting, GreetingLine, LineKind
from frontdesk.ui.counter.ask_row import AskRow
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.wording.response_news import tell_sentence


class TellRow(AskRow):
    """The line that shouts says what to tell them; where another one does, this row says it. Without anything
    to tell it takes no room.
    """

    icon = "message-square-reply"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: GreetingLine | None = None
        self._shouts = False
        self._name = ""
        self._counter: Counter | None = None
        self.said_button, self.look_button = Chip("check"), Chip("message-square-text")
        self.said_button.clicked.connect(self._say)
        self.look_button.clicked.connect(self._look)
        self.offer((self.said_button, self.look_button))

    def attend(self, counter: Counter) -> None:
        """Do what is tapped, by what the window lends."""
        self._counter = counter

    def show_greeting(self, greeting: Greeting) -> None:
        """Of several things to tell the one that is said first."""
        self.line = next((line for line in greeting.lines if line.kind is LineKind.YOU_TOLD_US), None)
        self._shouts = self.line is not None and self.line is greeting.loud
        self._name = greeting.customer.address
        if self.line is None:
            self.hide()
            return
        self.said_button.say(tr("Said"))
        self.look_button.say(tr("What they said"))
        told = tell_sentence(LANGUAGE.texts, self.line, self._name)
        self.ask(tr("Did they hear it?") if self._shouts else told, "")

    def be_brief(self, brief: bool, width: int) -> None:
        """Where room is short and the strip above says it, here is the answer alone; what they had said,
        which the strip has too, makes room for it.
        """
        if self.line is not None:
            self.words.setVisible(not (brief and self._shouts))
            self.look_button.show()
            self.look_button.setHidden(brief and self._width_of_answers() + RHYTHM > width)
            self.fit(width)

    def _say(self) -> None:
        from frontdesk.ui.counter.tell_acts import TellActs  # most who are greeted have nothing to hear

        if self.line is not None and self._counter is not None:
            TellActs(self._counter).said(self.line.subject, self._name)

    def _look(self) -> None:
        if self.line is not None and self._counter is not None:
            self._counter.open(SheetName.RESPONSE, response_id=self.line.subject)
