"""A stamp for the wrong person is given to the right one: one search, one tap, on the same page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import LANGUAGE, speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.person_picker import PersonPicker
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose
from frontdesk.wording.loyalty import card_sentence


class GivingPanel(QWidget):
    """Asks who should have what one act gave. `left` when it is over, given or not."""

    left = Signal()

    def __init__(self, counter: Counter, customer_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counter, self._customer_id, self._gesture = counter, customer_id, b""
        self._words = Prose()
        self.picker = PersonPicker(counter.desk, counter.portraits, customer_id)
        self.picker.picked.connect(self._on_picked)
        self.leave = TextButton("x")
        speak(self.leave.say, lambda: tr("Leave it where it is"))
        self.leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(self._words)
        column.addWidget(self.picker, 1)
        column.addWidget(self.leave)

    def ask(self, gesture: bytes, what: str) -> None:
        """Who should have `what` the act `gesture` gave?"""
        self._gesture = gesture
        self._words.setText(tr("Who should have this? {what}", what=what))
        self.picker.search.clear()
        self.picker.find()
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self, customer_id: int) -> None:
        """One tap is one act: a second one finds nothing to give."""
        gesture, self._gesture = self._gesture, b""
        if gesture:
            Giving(self._counter, self._customer_id).give(gesture, customer_id)
            self.left.emit()


@dataclass(frozen=True)
class Giving:
    """Gives, and takes it back. It outlives the page, so that its Undo does."""

    counter: Counter
    from_customer: int

    def give(self, gesture: bytes, to_customer: int) -> None:
        desk = self.counter.desk
        self._send(desk.moving.move, gesture, to_customer, done=self._on_given)

    def _on_given(self, outcome: StampOutcome) -> None:
        card = card_sentence(LANGUAGE.texts, outcome.card)
        said = tr("{name} has it now: {card}", name=self._name(outcome.customer_id), card=card)
        self.counter.notify(said, icon="users", undo=partial(self._take_back, outcome.gesture))

    def _take_back(self, gesture: bytes) -> None:
        self._send(self.counter.desk.loyalty.undo, gesture, done=self._on_back)

    def _on_back(self, outcome: StampOutcome) -> None:
        said = tr("Taken back. {name} has it again.", name=self._name(self.from_customer))
        self.counter.notify(said, icon="undo-2")

    def _name(self, customer_id: int) -> str:
        return str(self.counter.desk.customers.get(customer_id).address)

    def _send(self, method: Callable[..., StampOutcome], *args: object, done: Callable[..., None]) -> None:
        self.counter.bridge.submit(method, self.counter.desk.act(), *args, done=done)
