"""How far a complaint is, and the next step: one tap, with Undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from frontdesk.domain.care.recoveries import Recovery, RecoveryState, next_states
from frontdesk.ui.language import LANGUAGE
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.recoveries.recovery_acts import RecoveryActs
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.wrapping import Wrapping
from frontdesk.wording.recoveries import recovery_move_name

_ICONS = {
    RecoveryState.OPEN: "undo-2",
    RecoveryState.CONTACTED: "message-circle",
    RecoveryState.RESOLVED: "check",
    RecoveryState.CONFIRMED: "heart-handshake",
    RecoveryState.WITHDRAWN: "archive",
}


class MovingBar(QWidget):
    """The buttons are those of the state that it is in, the usual next step first. `mistake`, which is the
    manager's, stands elsewhere on the page.
    """

    def __init__(self, acts: RecoveryActs) -> None:
        super().__init__()
        self._acts, self._recovery_id = acts, 0
        self.buttons = {state: self._button(state) for state in RecoveryState}
        rows = Wrapping(self)
        rows.setSpacing(RHYTHM)
        for state in (
            RecoveryState.CONFIRMED,
            RecoveryState.RESOLVED,
            RecoveryState.CONTACTED,
            RecoveryState.OPEN,
        ):
            rows.addWidget(self.buttons[state])
        self.mistake = self.buttons[RecoveryState.WITHDRAWN]

    def show_recovery(self, recovery: Recovery, *, grave: bool) -> None:
        """What is `grave` is talked over before anybody says that it is put right."""
        self._recovery_id = recovery.id
        talk_first = grave and recovery.state is RecoveryState.OPEN
        self.buttons[RecoveryState.CONTACTED].wear("filled" if talk_first else "plain")
        self.buttons[RecoveryState.RESOLVED].wear("plain" if talk_first else "filled")
        ways = next_states(recovery.state)
        for state, button in self.buttons.items():
            button.say(recovery_move_name(LANGUAGE.texts, state))
            button.setVisible(state in ways)

    def _button(self, to: RecoveryState) -> TextButton:
        loud = to in (RecoveryState.CONFIRMED, RecoveryState.RESOLVED)
        role = "filled" if loud else "quiet" if to is RecoveryState.WITHDRAWN else "plain"
        button = TextButton(_ICONS[to], role, self)
        button.clicked.connect(partial(self._on_tapped, to))
        return button

    def _on_tapped(self, to: RecoveryState, checked: bool = False) -> None:
        self._acts.move(self._recovery_id, to)
