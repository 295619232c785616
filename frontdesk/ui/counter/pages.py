"""The ways from the counter to its sheets: which one opens, and with which facts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from frontdesk.ui.counter.sheet_host import SheetHost
from frontdesk.ui.counter.sheets import Counter, Sheet, SheetName, make_sheet
from frontdesk.ui.counter.ticket_acts import TicketActs
from frontdesk.ui.language import tr

log = logging.getLogger(__name__)


_BEFORE_OPENING = frozenset({SheetName.FIRST_PAGE, SheetName.IMPORT})


class Pages:
    """Opens sheets in the window's host; `customer_id` and `typed` ask who and what it is about."""

    def __init__(
        self,
        host: SheetHost,
        lent: Counter,
        place: Callable[[], None],
        customer_id: Callable[[], int],
        typed: Callable[[], str],
    ) -> None:
        self._host, self._lent, self._place = host, lent, place
        self._customer_id, self._typed = customer_id, typed
        self.in_hand: Callable[[], str] = lambda: ""
        """The ticket for which somebody is looked for, in words."""

    def open(self, name: SheetName, **facts: Any) -> Sheet | None:
        """Open a sheet by its name. One that cannot be made is logged and said; the counter goes on.

        Until the shop is opened there is the first page, and what it leads to.
        """
        if not self.may_open(name):
            return None
        try:
            sheet = make_sheet(name, self._lent, **facts)
        except ImportError:
            log.exception("the sheet %s is missing", name)
            self._lent.notify(tr("This page is not in this version."), icon="circle-alert")
            return None
        before = self._host.sheet
        again = before.again() if before is not None and type(before) is not type(sheet) else None
        self._host.show_sheet(sheet)
        self._host.back_to = again
        self._place()
        return sheet

    def may_open(self, name: SheetName) -> bool:
        """Whether the shop is opened, or the page is for before; else it is said what is to be done first."""
        may = name in _BEFORE_OPENING or self._lent.desk.shop.settings().opened
        if not may:
            self._lent.notify(tr("First give your shop a name on this page."), icon="store")
        return bool(may)

    def enrol(self) -> None:
        """A new customer; what was typed in the search is the name's beginning. A ticket in hand gets it."""
        self.open(SheetName.ENROL, typed=self._typed(), ticket=self.in_hand())

    def today(self) -> None:
        """What is to be done for people in this shift."""
        self.open(SheetName.TODAY)

    def request(self, request_id: int) -> None:
        """All that belongs to one request."""
        self.open(SheetName.REQUEST, request_id=request_id)

    def import_list(self) -> None:
        self.open(SheetName.IMPORT)

    def feedback(self) -> None:
        """A feedback card for the customer who is here, at once where a printer is set; else its page."""
        from frontdesk.ui.prints.feedback_at_once import at_once_of

        customer_id = self._customer_id()
        if not customer_id or not at_once_of(self._lent).hand_out(customer_id):
            self.feedback_page()

    def feedback_page(self) -> None:
        """Feedback cards of every format: for the customer who is here, or for anybody."""
        self.open(SheetName.FEEDBACK_CARDS, customer_id=self._customer_id() or None)

    def ticket(self, tickets: TicketActs) -> None:
        """Stamp now, name later."""
        self.open(SheetName.TICKET, tickets=tickets)

    def tickets(self, tickets: TicketActs) -> None:
        """What waits for a name; for the customer who is here, or for anybody."""
        self.open(SheetName.TICKETS, tickets=tickets, customer_id=self._customer_id())

    def edit(self) -> None:
        self.of_them(SheetName.EDIT)

    def of_them(self, name: SheetName) -> None:
        """A sheet about whoever is greeted."""
        if self._customer_id():
            self.open(name, customer_id=self._customer_id())

    def welcome_back(self, customer_id: int) -> None:
        """Somebody who left is here again."""
        from frontdesk.ui.contact.coming_back import ComingAndGoing

        ComingAndGoing(self._lent).welcome_back(customer_id)

    def member_card(self) -> None:
        if self._customer_id():
            self.open(SheetName.MEMBER_CARDS, customer_ids=(self._customer_id(),))

    def menu(self, corner: Any, **acts_here: Callable[[], object]) -> None:
        """The owner's menu, under `corner`. `acts_here` are those of `MenuActs` that this window has."""
        from frontdesk.ui.counter.menu import MenuActs, open_menu

        counts = {SheetName.RESPONSES: self._lent.desk.response_inbox.waiting()}
        open_menu(corner, MenuActs(self.open, counts=counts, **acts_here))
