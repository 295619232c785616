"""Who is being attended to: from a search, a scan or a tap to the greeting, and what refreshes when."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.requests import RequestOutcome
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.card_acts import CardActs
from frontdesk.ui.counter.gestures import Gestures
from frontdesk.ui.counter.habit_words import habit_words
from frontdesk.ui.counter.promises import Promise, promised_at
from frontdesk.ui.counter.sheets import Notify
from frontdesk.ui.counter.ticket_acts import TicketActs
from frontdesk.ui.counter.typed_code import typed_code
from frontdesk.ui.counter.wall import Wall
from frontdesk.ui.counter.welcome_panel import WelcomePanel
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.portrait import Portraits
from frontdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.passes import PassOutcome
    from frontdesk.domain.loyalty.stamping import StampOutcome
    from frontdesk.ui.counter.greeting_panel import GreetingPanel
    from frontdesk.ui.counter.results import Results

RESULTS = 24


class Panels(Protocol):
    """The two sides that are made when they are first needed, after the first frame."""

    @property
    def greeting(self) -> GreetingPanel: ...
    @property
    def results(self) -> Results: ...


class Attending(QObject):
    """Keeps the left side (greeting or welcome) and the right one (wall or results) in step."""

    turned_to_another = Signal()
    """Another customer's greeting is shown."""
    greeted = Signal(object)
    """The Greeting that was just opened; None when nobody is attended to any more."""
    shown_again = Signal(object, object)
    """The Greeting as it is now, and the StampOutcome or PassOutcome that came back, where one did."""
    answer_scanned = Signal(object)
    """The Scan of a feedback card: there is an answer on it."""
    staff_scanned = Signal(object)
    """The Scan of a card of the staff: they take the till over."""
    turned = Signal()
    """The left or the right side is another one now, or the number of open requests changed."""

    def __init__(
        self,
        bridge: Bridge,
        notify: Notify,
        *,
        search: SearchField,
        welcome: WelcomePanel,
        wall: Wall,
        panels: Panels,
        portraits: Portraits,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self._notify, self._portraits = notify, portraits
        self._search, self._welcome, self._wall, self._panels = search, welcome, wall, panels
        self._just_shown: Changes | None = None
        self._has_learnt = False
        self.customer_id = 0
        self.searching = False
        self.gestures = Gestures(bridge, notify, self._name_of, self)
        self.tickets = TicketActs(bridge, self.gestures, notify, self)
        self.cards = CardActs(bridge, self.gestures, panels, lambda: self.customer_id, self)
        self.cards.line_left.connect(self._leave_line)
        self.gestures.stamped.connect(self._on_stamped)
        self.gestures.passed.connect(self._on_passed)
        self.gestures.asked.connect(self._on_asked)
        bridge.changed.connect(self._on_changed)
        search.textChanged.connect(self._on_typed)
        search.moved.connect(lambda rows: panels.results.move(rows))
        search.chosen.connect(self._on_enter)
        search.given_up.connect(self.give_up)
        wall.picked.connect(self.choose)
        wall.grew.connect(self.refresh_wall)
        welcome.customer_wanted.connect(self.choose)
        welcome.move_wanted.connect(self.gestures.move)

    def choose(self, customer_id: int) -> None:
        """Show the greeting of a customer and make room for the next search."""
        try:
            greeting = self._desk.greetings.open(customer_id, self._desk.now())
        except Refused as refused:
            self._bridge.refused.emit(sentence_for(refused), refused)
            return
        turned = self.customer_id != greeting.customer.id
        self.customer_id = greeting.customer.id
        self._panels.greeting.cards.begin_anew()
        self._panels.greeting.show_greeting(greeting, self._desk.now())
        self._wall.set_current(self.customer_id)
        self._search.clear()
        if turned:
            self.turned_to_another.emit()
        self.greeted.emit(greeting)
        self.turned.emit()
        self.tickets.give_to(self.customer_id)

    def scan(self, scan: Scan) -> None:
        """A card was scanned: its customer is chosen, its answer keyed in, the till handed over to one of the
        staff, or words say why not.
        """
        try:
            customer_id = self._desk.search.by_scan(scan)
        except Refused as refused:
            if refused.code is RefusalCode.STAFF_CODE:
                self.staff_scanned.emit(scan)
            elif any(self._desk.responses.card(typed) is not None for typed in scan.readings()):
                self.answer_scanned.emit(scan)
            else:
                self._bridge.refused.emit(sentence_for(refused), refused)
            return
        self.choose(customer_id)

    def give_up(self) -> None:
        """Esc: first what is typed goes, then a ticket in hand, then the customer."""
        if self.customer_id and self._panels.greeting.line is not None:
            self._leave_line()
        elif self._search.text():
            self._search.clear()
        elif not self.tickets.let_go():
            self.nobody()

    def first_choose(self) -> str:
        """What is to be done before an act by key, while a name is typed; empty where nothing hinders."""
        if not self.searching:
            return ""
        name = self._panels.results.current_name()
        if name:
            return tr("Press Enter to choose {name} first.", name=name)
        return tr("Nobody is chosen. Esc clears what is typed.")

    def nobody(self) -> None:
        """Nobody is attended to; the wall may take its new order."""
        self.customer_id = 0
        self.greeted.emit(None)
        self._wall.set_current(0)
        self.refresh_wall()
        self.refresh_day()

    def refresh_wall(self) -> None:
        """Ask anew who is likely now."""
        self._wall.show_hits(self._desk.wall.tiles(self._desk.now(), self._wall.room_for()))

    def learn(self) -> None:
        """Learn anew who comes when, beside the window; the wall follows while nobody is served."""
        self._bridge.work(self._desk.wall.refresh, self._desk.now(), done=self._on_learnt)

    def refresh_day(self) -> None:
        """Ask anew what is due."""
        now = self._desk.now()
        due = self._desk.requests.due()
        self.tickets.refresh()
        self._welcome.show_day(now, due, empty_shop=not self._wall.knows_somebody)
        self.turned.emit()

    def add_stamps(self, count: int = 1) -> None:
        self.cards.add(count)

    def take_usual(self, place: int) -> None:
        """Note what the chip in this place of the usual holds."""
        if self.customer_id:
            self._panels.greeting.usual.tap(place)

    def redeem(self) -> None:
        self.cards.redeem()

    def request(self) -> None:
        if self.customer_id:
            self._panels.greeting.open_request_line(self._desk.now())

    def attend_to(self, greeting: GreetingPanel) -> None:
        """Do what is tapped on the greeting."""
        from frontdesk.ui.counter.fact_acts import FactActs
        from frontdesk.ui.counter.group_acts import GroupActs

        self.cards.attend_to(greeting)
        GroupActs(self._desk, self.gestures, greeting, self._name_of)
        facts = FactActs(self._desk, self.gestures, greeting, self._notify, self._name_of)
        facts.line_left.connect(self._leave_line)
        self.greeted.connect(facts.follow)
        self.shown_again.connect(facts.follow)
        greeting.acts.request_wanted.connect(self.request)
        greeting.habit_of = partial(habit_words, self._desk)
        greeting.items_wanted.connect(lambda items: self.gestures.add_items(self.customer_id, items))
        greeting.move_wanted.connect(self.gestures.move)
        greeting.request_line.sent.connect(self._on_request)
        greeting.request_line.given_up.connect(self._leave_line)

    def _leave_line(self) -> None:
        self._search.setFocus()  # before the line goes: Qt would hand the focus to the next button
        self._panels.greeting.close_line()

    def _on_request(self, what: str, note: str, promise: Promise | None) -> None:
        moment = None if promise is None else promised_at(promise, self._desk.now(), self._desk.zone)
        self.gestures.ask(self.customer_id, what, note, moment)

    def _on_asked(self, outcome: RequestOutcome) -> None:
        """It is noted. Whoever is served by now may have a line of their own open: that one stays."""
        customer_id = outcome.request.customer_id
        self._panels.greeting.request_line.forget(customer_id)
        greeting = self._panels.greeting
        if customer_id == self.customer_id and greeting.line is greeting.request_line:
            self._leave_line()

    def _on_learnt(self, nothing: None) -> None:
        if not self._has_learnt:
            self._has_learnt = True
            self._wall.begin_anew()
        if not self.customer_id:
            self.refresh_wall()

    def _on_typed(self, text: str) -> None:
        typed = text.strip()
        if typed:
            found = self._desk.search.search(typed, RESULTS)
            more, code = len(found.hits) == RESULTS, typed_code(self._desk, typed)
            self._panels.results.show_hits(typed, found.hits, meant=found.meant, more=more, code=code)
        if bool(typed) != self.searching:
            self.searching = bool(typed)
            self.turned.emit()

    def _on_enter(self) -> None:
        """Enter chooses the row, for some names look like codes; a code without one is read as if scanned."""
        typed = self._search.text().strip()
        code = typed_code(self._desk, typed)
        chosen = self._panels.results.current() if typed else None
        if chosen is not None:
            self.choose(chosen)
        elif code is not None and code.refused is not None:
            self._bridge.refused.emit(sentence_for(code.refused), code.refused)
        elif code is not None or Scan(typed).codes():
            self._search.clear()
            self.scan(Scan(typed))

    def _on_stamped(self, outcome: StampOutcome) -> None:
        if outcome.customer_id == self.customer_id:
            self._show_again(landed=outcome)
            self._just_shown = outcome.changes

    def _on_passed(self, outcome: PassOutcome) -> None:
        if outcome.customer_id == self.customer_id:
            self._show_again(passed=outcome)
            self._just_shown = outcome.changes

    def _on_changed(self, changes: Changes) -> None:
        wide = changes.everything or changes.requests or changes.shop  # a product's name, a card's goal
        shown, self._just_shown = self._just_shown is changes, None
        for customer_id in () if shown else changes.customers:  # an act on a card leaves the face as it is
            self._portraits.forget(customer_id)
        if self.customer_id and not shown and (wide or self.customer_id in changes.customers):
            self._show_again()
        self._wall.refresh(self._desk.wall.again(self._wall.customers(), self._desk.now()))
        if changes.everything or not self.customer_id or self._has_place_for(changes.customers):
            self.refresh_wall()
        if changes.requests or changes.everything or not self.customer_id:
            self.refresh_day()

    def _has_place_for(self, customer_ids: Iterable[int]) -> bool:
        """Is a place free for somebody who is not on the wall? So newcomers of a young shop stand there."""
        standing = self._wall.customers()
        return len(standing) < self._wall.room_for() and not set(customer_ids) <= set(standing)

    def _show_again(self, landed: StampOutcome | None = None, passed: PassOutcome | None = None) -> None:
        """Show them as they are now; whose enrolment was just taken back is nobody to greet."""
        now = self._desk.now()
        try:
            greeting = self._desk.greetings.open(self.customer_id, now)
        except Refused:
            self.nobody()
            return
        self._panels.greeting.show_greeting(greeting, now, landed)
        self.shown_again.emit(greeting, landed or passed)

    def _name_of(self, customer_id: int) -> str:
        """How to call somebody in a notice; who was taken off the list meanwhile has no name any more."""
        shown = self._panels.greeting.greeting
        if shown is not None and shown.customer.id == customer_id:
            return shown.customer.address
        try:
            return str(self._desk.customers.get(customer_id).address)
        except Refused:
            return "…"
