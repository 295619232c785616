"""Stamp now, name later: the queue of tickets, and the one that is in hand until a face is chosen for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.acts import Changes
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.sheets import Notify
from frontdesk.ui.language import LANGUAGE, tr

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.tickets import DropReason, Ticket, TicketDraft, TicketOutcome

IN_HAND_MS: Final = 60_000
"""Nobody looks for a face for longer: a ticket forgotten in hand would go to whoever is served next."""


class TicketActs(QObject):
    """What the window knows of the tickets; `changed` when the queue or the one in hand is another."""

    changed = Signal()

    def __init__(
        self, bridge: Bridge, gestures: Gestures, notify: Notify, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk: Any = bridge.desk
        self._gestures, self._notify = gestures, notify
        self.waiting: tuple[Ticket, ...] = ()
        self.in_hand: Ticket | None = None
        self._begun = False
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(IN_HAND_MS)
        self._forget.timeout.connect(self.let_go)
        bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """After the first frame, which does not wait for the queue."""
        self._begun = True
        self.refresh()

    def refresh(self) -> None:
        """Ask anew who waits. A ticket that somebody else has taken is in hand no more."""
        if not self._begun:
            return
        self.waiting = self._desk.tickets.waiting(self._desk.now())
        if self.in_hand is not None and not self.in_hand.faded(self._desk.now()):
            self.in_hand = next((each for each in self.waiting if each.id == self.in_hand.id), None)
        self.changed.emit()

    def take(self, ticket: Ticket) -> None:
        """Whose is it? Whoever is chosen next."""
        self.in_hand = ticket
        self._forget.start()
        self.changed.emit()

    def let_go(self) -> bool:
        """Put the one in hand back; False where there is none."""
        if self.in_hand is None:
            return False
        self.in_hand = None
        self._forget.stop()
        self.changed.emit()
        return True

    def give_to(self, customer_id: int) -> None:
        """Somebody is chosen: the one in hand is theirs."""
        ticket = self.in_hand
        if ticket is not None:
            self.let_go()
            self._gestures.claim(customer_id, ticket)

    def claim(self, customer_id: int, ticket: Ticket) -> None:
        """It is theirs, whoever was in hand."""
        self.let_go()
        self._gestures.claim(customer_id, ticket)

    def words(self, ticket: Ticket) -> str:
        """A ticket in one line, in the shop's money."""
        from frontdesk.ui.settings.money import price_in_words
        from frontdesk.wording.tickets import ticket_words

        currency = self._desk.shop.settings().currency
        paid = price_in_words(ticket.amount, currency) if ticket.amount else ""
        return ticket_words(LANGUAGE.texts, ticket, paid)

    def make(self, draft: TicketDraft, done: Callable[[], None], refused: Callable[[], None]) -> None:
        """Put one into the queue; then `done` when it is saved, or `refused`."""

        def made(outcome: TicketOutcome) -> None:
            done()
            words = self.words(outcome.ticket)
            self._say(tr("{ticket} waits for a name.", ticket=words), "sticky-note", outcome)

        self._gestures.submit(self._desk.tickets.open, draft, done=made, not_done=refused)

    def drop(self, ticket: Ticket, reason: DropReason) -> None:
        """Put one away without a face. A bounce may meet the next one, which has moved under the finger."""
        if not self._gestures.is_bounce("drop"):
            self._gestures.submit(self._desk.tickets.drop, ticket.id, reason, done=self._on_dropped)

    def rename(self, ticket: Ticket, label: str) -> None:
        """Say better how they look."""
        if label.strip() != ticket.label:
            self._gestures.submit(self._desk.tickets.rename, ticket.id, label, done=self._on_renamed)

    def _on_renamed(self, outcome: TicketOutcome) -> None:
        words = self.words(outcome.ticket)
        self._say(tr("{ticket} waits for a name.", ticket=words), "sticky-note", outcome)

    def _on_dropped(self, outcome: TicketOutcome) -> None:
        words = self.words(outcome.ticket)
        self._say(tr("Put away: {ticket}", ticket=words), "archive", outcome)

    def _say(self, said: str, icon: str, outcome: TicketOutcome) -> None:
        self._notify(said, icon=icon, undo=partial(self._undo, outcome.gesture))

    def _undo(self, gesture: bytes) -> None:
        self._gestures.submit(self._desk.tickets.undo, gesture, done=self._on_undone)

    def _on_undone(self, outcome: TicketOutcome) -> None:
        words = self.words(outcome.ticket)
        if outcome.ticket.closed_by is None:
            self._notify(tr("{ticket} waits again.", ticket=words), icon="undo-2")
        else:
            self._notify(tr("Taken back: {what}", what=words), icon="undo-2")

    def _on_changed(self, changes: Changes) -> None:
        if changes.tickets or changes.everything or changes.shop:
            self.refresh()
