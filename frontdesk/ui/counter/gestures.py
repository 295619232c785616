"""The acts of the counter: one tap, one act, one submission; what came of it is said in the notice bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.care.requests import OPEN_STATES, RequestOutcome, RequestState, SpecialRequest
from frontdesk.domain.refusals import Refused
from frontdesk.ui.bridge import Bridge
from frontdesk.ui.counter.sheets import Notify
from frontdesk.ui.counter.taps import Taps
from frontdesk.ui.language import LANGUAGE, tr
from frontdesk.wording.requests import state_name

if TYPE_CHECKING:
    from frontdesk.domain.loyalty.cards import Offer
    from frontdesk.domain.loyalty.passes import PassOutcome
    from frontdesk.domain.loyalty.stamping import GoodwillReason, StampOutcome
    from frontdesk.domain.loyalty.tickets import Ticket
    from frontdesk.wording.programme_rules import Told


class Gestures(QObject):
    """Submits what the cashier taps. Taps are queued, each an act of its own; a bounce is not a tap."""

    stamped = Signal(object)
    """A StampOutcome has come back: the card may show what landed."""
    passed = Signal(object)
    """A PassOutcome has come back."""
    asked = Signal(object)

    def __init__(
        self, bridge: Bridge, notify: Notify, name_of: Callable[[int], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._desk = bridge, bridge.desk
        self._notify, self._name_of = notify, name_of
        self.taps = Taps()

    def add_stamps(self, customer_id: int, count: int = 1, programme_id: int | None = None) -> None:
        if not self.is_bounce("stamps", customer_id, count, programme_id):
            add = partial(self._desk.loyalty.add_stamps, programme_id=programme_id)
            self.submit(add, customer_id, count, done=self._on_stamped)

    def add_items(self, customer_id: int, product_ids: tuple[int, ...]) -> None:
        """One of the usual, or all of it: the items and the stamps that they earn, in one gesture."""
        if not self.is_bounce("items", customer_id, product_ids):
            self.submit(self._desk.loyalty.add_items, customer_id, product_ids, done=self._on_items)

    def add_amount(self, customer_id: int, amount: int) -> None:
        """What was paid, in the currency's smallest unit. The line on which it is typed sends it once."""
        done = partial(self._on_amount, amount)
        self.submit(self._desk.loyalty.add_amount, customer_id, amount, done=done)

    def redeem(self, customer_id: int, programme_id: int | None = None, offer: Offer | None = None) -> None:
        if not self.is_bounce("redeem", customer_id, programme_id, offer):
            redeem = partial(self._desk.loyalty.redeem, programme_id=programme_id, offer=offer)
            self.submit(redeem, customer_id, done=self._on_redeemed)

    def give(self, customer_id: int, reason: GoodwillReason, programme_id: int | None = None) -> None:
        """A stamp that nobody bought, and why."""
        if not self.is_bounce("goodwill", customer_id, reason):
            give = partial(self._desk.goodwill.give, programme_id=programme_id)
            self.submit(give, customer_id, reason, done=self._on_given)

    def claim(self, customer_id: int, ticket: Ticket) -> None:
        """A ticket gets its face."""
        if not self.is_bounce("claim", ticket.id):
            done = partial(self._on_claimed, ticket)
            self.submit(self._desk.tickets.claim, ticket.id, customer_id, done=done)

    def adopt(self, customer_id: int, count: int, programme_id: int) -> None:
        """They had so many on a paper card."""
        if not self.is_bounce("adopt", customer_id, programme_id):
            adopt = self._desk.adopting.adopt
            self.submit(adopt, customer_id, count, programme_id, done=self._on_adopted)

    def use_pass(self, customer_id: int, programme_id: int) -> None:
        if not self.is_bounce("use", customer_id, programme_id):
            self.submit(self._desk.passes.use, customer_id, programme_id, done=self._on_passed)

    def sell_pass(self, customer_id: int, programme_id: int) -> None:
        if not self.is_bounce("sell", customer_id, programme_id):
            self.submit(self._desk.passes.sell, customer_id, programme_id, done=self._on_passed)

    def ask(self, customer_id: int, what: str, note: str, promised_at: int | None) -> None:
        """Log a request. `asked` follows when it is saved; a refusal leaves what was typed where it is."""
        if not self.is_bounce("ask", customer_id, what):
            ask = self._desk.requests.ask
            self.submit(ask, customer_id, what, note, promised_at, done=self._on_asked)

    def move(self, request: SpecialRequest, to: RequestState) -> None:
        if not self.is_bounce("move", request.id, to):
            self.submit(self._desk.requests.move, request.id, to, done=self._on_moved)

    def submit(
        self,
        method: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None],
        not_done: Callable[[], None] = lambda: None,
    ) -> None:
        """One act: F9 waits for it while it is on its way, as for all. A refusal is said; then `not_done`."""

        def refused(sentence: str, error: Exception) -> None:
            self._bridge.refused.emit(sentence, error)
            not_done()

        self._bridge.submit(method, self._desk.act(), *args, done=done, refused=refused, owner=self)

    def is_bounce(self, *tap: Any) -> bool:
        return self.taps.is_bounce(*tap)

    def _undo_stamp(self, gesture: bytes) -> None:
        self.submit(self._desk.loyalty.undo, gesture, done=self._on_undone)

    def _undo_request(self, gesture: bytes) -> None:
        self.submit(self._desk.requests.undo, gesture, done=self._on_request_undone)

    def _on_stamped(self, outcome: StampOutcome) -> None:
        from frontdesk.wording.loyalty import stamp_sentence

        self._tell(outcome, stamp_sentence)

    def _on_items(self, outcome: StampOutcome) -> None:
        from frontdesk.wording.loyalty import items_sentence

        self._tell(outcome, items_sentence)

    def _on_amount(self, amount: int, outcome: StampOutcome) -> None:
        from frontdesk.wording.loyalty import amount_sentence

        self._tell(outcome, partial(amount_sentence, amount=self._told().price(amount)))

    def _on_redeemed(self, outcome: StampOutcome) -> None:
        from frontdesk.wording.rewards import taken_sentence

        name = self._name_of(outcome.customer_id)
        self.show_done(outcome, taken_sentence(LANGUAGE.texts, outcome.reward, name, self._told()), "gift")

    def _on_given(self, outcome: StampOutcome) -> None:
        from frontdesk.wording.goodwill import given_sentence

        self._tell(outcome, given_sentence, "hand-heart")

    def _on_claimed(self, ticket: Ticket, outcome: StampOutcome) -> None:
        from frontdesk.wording.tickets import claimed_sentence

        self._tell(outcome, partial(claimed_sentence, ticket=ticket))

    def _on_adopted(self, outcome: StampOutcome) -> None:
        from frontdesk.wording.tickets import adopted_sentence

        self._tell(outcome, adopted_sentence)

    def _tell(self, outcome: StampOutcome, sentence: Callable[..., str], icon: str = "stamp") -> None:
        """Say what an act did, with the customer's name and, where they have several cards, the card's."""
        name, named = self._name_of(outcome.customer_id), has_several(self._desk, outcome.customer_id)
        said = sentence(texts=LANGUAGE.texts, outcome=outcome, name=name, named=named)
        self.show_done(outcome, said, icon)

    def show_done(self, outcome: StampOutcome, said: str, icon: str) -> None:
        """An act stands: the card shows it, the bar says it, Undo is beside it."""
        self.stamped.emit(outcome)
        undo = partial(self._undo_stamp, outcome.gesture)
        self._notify(said, icon="gift" if outcome.became_ready else icon, undo=undo)

    def _on_passed(self, outcome: PassOutcome) -> None:
        from frontdesk.wording.passes import pass_outcome_sentence

        self.passed.emit(outcome)
        name, desk = self._name_of(outcome.customer_id), self._desk
        terms = outcome.card.terms.passes
        price = self._told().price(terms.price * outcome.count) if terms is not None and terms.price else ""
        said = pass_outcome_sentence(LANGUAGE.texts, outcome, name, desk.zone, desk.now(), price)
        undo = None if outcome.again else partial(self._undo_stamp, outcome.gesture)
        self._notify(said, icon="door-open", undo=undo)

    def _told(self) -> Told:
        from frontdesk.ui.programmes.shelf import Shelf

        shop = self._desk.shop
        return Shelf(shop.settings().currency, shop.products()).told()

    def _on_undone(self, outcome: StampOutcome) -> None:
        self.stamped.emit(outcome)
        said = undone_words(self._desk, outcome, self._name_of(outcome.customer_id))
        self._notify(said, icon="undo-2")

    def _on_asked(self, outcome: RequestOutcome) -> None:
        self.asked.emit(outcome)
        request = outcome.request
        said = tr("Noted for {name}: {what}", name=request.customer_name, what=request.what)
        self._notify(said, icon="bell", undo=partial(self._undo_request, outcome.gesture))

    def _on_moved(self, outcome: RequestOutcome) -> None:
        request = outcome.request
        state = state_name(LANGUAGE.texts, request.state)
        said = tr("{what} ({name}): {state}", what=request.what, name=request.customer_name, state=state)
        self._notify(said, icon="list-checks", undo=partial(self._undo_request, outcome.gesture))

    def _on_request_undone(self, outcome: RequestOutcome) -> None:
        request = outcome.request
        if request.state not in OPEN_STATES:
            self._notify(tr("Taken back: {what}", what=request.what), icon="undo-2")
            return
        state = state_name(LANGUAGE.texts, request.state)
        self._notify(tr("Taken back. {what}: {state}", what=request.what, state=state), icon="undo-2")


def has_several(desk: Any, customer_id: int) -> bool:
    """Must a card be called by its name? Where they have more than one."""
    try:
        return len(desk.loyalty.cards(customer_id, desk.now())) > 1
    except Refused:  # taken off the list meanwhile
        return False


def undone_words(desk: Any, outcome: StampOutcome, name: str) -> str:
    """Where a card stands after an undo, of whichever kind it is."""
    if outcome.card.collects:
        from frontdesk.wording.loyalty import undone_sentence

        named = has_several(desk, outcome.customer_id)
        return undone_sentence(LANGUAGE.texts, outcome.card, name, named=named)
    from frontdesk.wording.passes import pass_undone_sentence

    return pass_undone_sentence(LANGUAGE.texts, outcome.card, desk.zone, desk.now())
