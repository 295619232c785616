"""A complaint of whoever is greeted: whether it is right for them now is one tap, and so is what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.regulars.greeting import Greeting, GreetingLine, LineKind
from frontdesk.ui.counter.ask_row import AskRow
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.widgets.buttons import Chip
from frontdesk.wording.recoveries import recovery_move_name

_OF_THEM = (LineKind.RECOVERY, LineKind.RECOVERY_TO_CONFIRM)


class RecoveryRow(AskRow):
    """What went wrong is said by the line that shouts; here are the answers. Only the customer's own word
    ends it. Without a complaint it takes no room.
    """

    icon = "heart-handshake"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: GreetingLine | None = None
        self._shouts = False
        self._counter: Counter | None = None
        self.right_button, self.wrong_button = Chip("check"), Chip("undo-2")
        self.look_button = Chip("book-open")
        self.right_button.clicked.connect(lambda: self._answer(RecoveryState.CONFIRMED))
        self.wrong_button.clicked.connect(lambda: self._answer(RecoveryState.OPEN))
        self.look_button.clicked.connect(self._look)
        self.offer((self.right_button, self.wrong_button, self.look_button))

    def attend(self, counter: Counter) -> None:
        """Do what is tapped, by what the window lends."""
        self._counter = counter

    def show_greeting(self, greeting: Greeting) -> None:
        """Of several complaints the one that is said first."""
        self.line = next((line for line in greeting.lines if line.kind in _OF_THEM), None)
        self._shouts = self.line is not None and self.line is greeting.loud
        if self.line is None:
            self.hide()
            return
        to_confirm = self.line.kind is LineKind.RECOVERY_TO_CONFIRM
        for button in (self.right_button, self.wrong_button):
            button.setVisible(to_confirm)
        self.right_button.say(recovery_move_name(LANGUAGE.texts, RecoveryState.CONFIRMED))
        self.wrong_button.say(recovery_move_name(LANGUAGE.texts, RecoveryState.OPEN))
        self.look_button.say(tr("What to do"))
        self.ask(tr("Is it right now?") if to_confirm else tr("Still to be put right"), "")

    def be_brief(self, brief: bool, width: int) -> None:
        """Where room is short and the strip above asks, here are the answers alone; what to do, which the
        care menu has too, makes room for them.
        """
        if self.line is None:
            return
        self.words.setVisible(not (brief and self._shouts))
        self.look_button.show()
        asks = self.line.kind is LineKind.RECOVERY_TO_CONFIRM
        self.look_button.setHidden(brief and asks and self._width_of_answers() + RHYTHM > width)
        self.fit(width)

    def _answer(self, state: RecoveryState) -> None:
        from frontdesk.ui.recoveries.recovery_acts import RecoveryActs  # most who are greeted are content

        if self.line is not None and self._counter is not None:
            RecoveryActs(self._counter).move(self.line.subject, state)

    def _look(self) -> None:
        if self.line is not None and self._counter is not None:
            self._counter.open(SheetName.COMPLAINT, recovery_id=self.line.subject)
