"""Every ticket that waits, and those that nobody claimed in time: whose is it?"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.loyalty.tickets import DropReason, Ticket
from frontdesk.domain.refusals import Refused
from frontdesk.ui.counter.sheets import Counter, Place, Sheet
from frontdesk.ui.counter.ticket_acts import TicketActs
from frontdesk.ui.language import LANGUAGE, ntr, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.record_rows import RecordRow, when_words
from frontdesk.ui.people.scrolling import scrolling
from frontdesk.ui.widgets.emptying import empty
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.wording.tickets import ago_words, reason_words

_LISTED = 60
"""Whoever forgets more looks at the oldest first, and at no still window meanwhile."""


def open_sheet(counter: Counter, tickets: TicketActs, customer_id: int = 0) -> QueueSheet:
    """The queue; with `customer_id` a tap gives a ticket to them."""
    return QueueSheet(counter, tickets, customer_id)


class QueueSheet(Sheet):
    """The oldest first. A ticket is given to whoever is greeted, or taken in hand until a face is chosen."""

    place = Place.LEFT

    def __init__(self, counter: Counter, tickets: TicketActs, customer_id: int) -> None:
        super().__init__()
        self._counter, self._tickets, self._customer_id = counter, tickets, customer_id
        self.rows: list[RecordRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(RHYTHM)
        listed = QVBoxLayout()
        listed.addLayout(self._column)
        listed.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(listed))
        tickets.changed.connect(self.refresh)
        LANGUAGE.changed.connect(self.refresh)
        self.refresh()

    def title(self) -> str:
        return tr("Waiting for a name")

    def first_focus(self) -> QWidget | None:
        return self.rows[0].button if self.rows else None

    def refresh(self) -> None:
        """List them anew."""
        empty(self._column)
        self.rows = []
        waiting = self._tickets.waiting
        for ticket in waiting[:_LISTED]:
            self._add(ticket)
        if (more := len(waiting) - _LISTED) > 0:
            after = ntr("And {n} more after these.", "And {n} more after these.", more)
            self._column.addWidget(PlainLabel(after, "quiet"))
        faded = self._counter.desk.tickets.faded(self._counter.desk.now())
        if faded:
            self._column.addWidget(
                PlainLabel(tr("Nobody came in time. The manager can still help."), "heading")
            )
        for ticket in faded:
            self._add(ticket)
        if not self.rows:
            self._column.addWidget(PlainLabel(tr("Nothing waits for a name."), "quiet"))

    def _add(self, ticket: Ticket) -> None:
        desk, texts = self._counter.desk, LANGUAGE.texts
        now = desk.now()
        when = tr(
            "{when} · {ago} · {staff}",
            when=when_words(ticket.made_at, desk.zone, now),
            ago=ago_words(texts, ticket.made_at, now),
            staff=ticket.made_by,
        )
        row = RecordRow("sticky-note", self._tickets.words(ticket), when)
        name = self._name()
        row.offer(tr("It is {name}", name=name) if name else tr("Whose is it?"), partial(self._take, ticket))
        row.offer(reason_words(texts, DropReason.NOBODY), partial(self._drop, ticket))
        self.rows.append(row)
        self._column.addWidget(row)

    def _name(self) -> str:
        """Who is greeted, as they are called."""
        try:
            return self._counter.desk.customers.get(self._customer_id).address if self._customer_id else ""
        except Refused:
            return ""

    def _take(self, ticket: Ticket) -> None:
        self.closed.emit()
        if self._customer_id:
            self._tickets.claim(self._customer_id, ticket)
        else:
            self._tickets.take(ticket)

    def _drop(self, ticket: Ticket) -> None:
        self._tickets.drop(ticket, DropReason.NOBODY)
