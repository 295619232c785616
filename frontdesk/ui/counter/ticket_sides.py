"""Where tickets are seen at the counter: the number in the header, the queue in the welcome panel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from frontdesk.ui.counter.attending import Attending
from frontdesk.ui.counter.header import Header
from frontdesk.ui.counter.pages import Pages
from frontdesk.ui.counter.welcome_panel import WelcomePanel


class TicketSides(QObject):
    """Shows the queue on both sides, and does what is tapped there."""

    def __init__(
        self, desk: Any, attending: Attending, pages: Pages, header: Header, welcome: WelcomePanel
    ) -> None:
        super().__init__(attending)
        self._desk, self._attending, self._pages = desk, attending, pages
        self._header, self._welcome = header, welcome
        tickets = attending.tickets
        tickets.changed.connect(self._show)
        pages.in_hand = self._in_hand_words
        header.tickets_wanted.connect(self.list_all)
        welcome.ticket_wanted.connect(lambda: pages.ticket(tickets))
        welcome.ticket_taken.connect(tickets.take)
        welcome.ticket_dropped.connect(tickets.drop)
        welcome.ticket_renamed.connect(tickets.rename)
        welcome.ticket_let_go.connect(tickets.let_go)

    def list_all(self) -> None:
        """All that wait; a tap gives one to whoever is greeted."""
        self._pages.tickets(self._attending.tickets)

    def _in_hand_words(self) -> str:
        tickets = self._attending.tickets
        return tickets.words(tickets.in_hand) if tickets.in_hand is not None else ""

    def _show(self) -> None:
        """The queue beside whoever is served, and whole where nobody is."""
        tickets, welcome = self._attending.tickets, self._welcome
        self._header.set_waiting(len(tickets.waiting))
        welcome.show_tickets(tickets.waiting, tickets.in_hand, self._desk.now(), tickets.words)
