"""Stamp now, name later: tickets are made in a hurry, and given to a customer when there is time."""

from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.loyalty.earning import Purchase, SoFar, earned
from frontdesk.domain.loyalty.programmes import Basis
from frontdesk.domain.loyalty.stamping import (
    MAX_STAMPS_AT_ONCE,
    MOST_FOR_AN_AMOUNT,
    MOST_PAID_AT_ONCE,
    EntryKind,
    StampOutcome,
)
from frontdesk.domain.loyalty.tickets import DropReason, Ticket, TicketDraft, TicketOutcome, likely_first
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.text import clean_line
from frontdesk.services.gesture import begin, check_role, root_of
from frontdesk.services.loyalty.choosing import earning_programme, programme_of, with_basis
from frontdesk.services.loyalty.earning import Given, Writing
from frontdesk.services.loyalty.earning_earlier import earn_earlier
from frontdesk.services.loyalty.limits import check_at_once
from frontdesk.services.outcomes import Outcomes
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import tickets
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store

_LATELY: Final = 1500
_MOST_FADED: Final = 100


class TicketService:
    """A claim is undone as a stamp is: `LoyaltyService.undo` puts the ticket back into the queue."""

    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._outcomes = Outcomes(store, shop_service)

    # --- reading ---

    def waiting(self, now: int) -> tuple[Ticket, ...]:
        """The queue, the oldest first."""
        return tickets.waiting(self._store.read(), now)

    def faded(self, now: int) -> tuple[Ticket, ...]:
        """Those that nobody claimed in time, the latest first: a manager may still give them a face."""
        return tickets.faded(self._store.read(), now, _MOST_FADED)

    def likely(self, now: int) -> tuple[Product, ...]:
        """What is sold, first what is most often bought at this time of day."""
        zone = self._shop.facts().zone
        sold = tickets.sold_lately(self._store.read(), _LATELY)
        minutes = ((product_id, _minute(at, zone)) for product_id, at in sold)
        return likely_first(self._shop.products(), minutes, _minute(now, zone))

    # --- writing ---

    def open(self, act: Act, draft: TicketDraft) -> TicketOutcome:
        """Note what was sold.

        A product that is named twice is noted once, with both counts. Raises `Refused` TOO_MANY_AT_ONCE
        (also for nothing at all or none of a product, and an amount that can only be a slip); where nothing
        could earn what is noted NO_PROGRAMME, PROGRAMME_RETIRED, NOT_EARNED_THIS_WAY; UNKNOWN_PRODUCT;
        `BadInput` for the label.
        """
        check_at_once(MAX_STAMPS_AT_ONCE, draft.things, least=0 if draft.amount else 1)
        check_at_once(MOST_PAID_AT_ONCE, draft.amount, least=0)
        check_at_once(MAX_STAMPS_AT_ONCE, draft.stamps, least=0)
        check_at_once(MAX_STAMPS_AT_ONCE, *(count for _, count in draft.items))
        if draft.stamps:
            earning_programme(self._shop.programmes(), None, act.at)
        if draft.amount:
            self._check_paid(draft.amount, act.at)
        begun = begin(self._store, act, "OPEN_TICKET")
        if begun is not None:
            draft = replace(draft.summed(), label=clean_line(draft.label))
            self._check_known(begun.db, draft)
            tickets.add(begun.db, self._store.new_id, act, begun.id, draft)
        return self._outcome(act)

    def rename(self, act: Act, ticket_id: int, label: str) -> TicketOutcome:
        """Say better how they look. Raises `Refused` TICKET_GONE, `BadInput`."""
        if self._is_repeated(act):
            return self._outcome(act)
        ticket = self._waiting(ticket_id)
        begun = begin(self._store, act, "NAME_TICKET")
        if begun is not None:
            tickets.rename(begun.db, act, begun.id, ticket, clean_line(label))
        return self._outcome(act)

    def drop(self, act: Act, ticket_id: int, reason: DropReason) -> TicketOutcome:
        """Put a ticket away without a face. Raises `Refused` TICKET_GONE."""
        if self._is_repeated(act):
            return self._outcome(act)
        ticket = self._waiting(ticket_id)
        begun = begin(self._store, act, "DROP_TICKET")
        if begun is not None:
            tickets.close(begun.db, act, begun.id, ticket, reason)
        return self._outcome(act)

    def undo(self, act: Act, gesture: bytes) -> TicketOutcome:
        """Take back that a ticket was made, put away or called otherwise.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, TICKET_GONE where it was given a face or put away
        since.
        """
        if self._is_repeated(act):
            return self._outcome(act)
        db = self._store.write()
        undone_id = gestures.find(db, gesture)
        ticket = tickets.of_act(db, undone_id) if undone_id is not None else None
        if undone_id is None or ticket is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        kind = gestures.get(db, undone_id).kind
        if kind not in _UNDONE_HERE:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if gestures.is_undone(db, undone_id):
            raise Refused(RefusalCode.ALREADY_UNDONE)
        if ticket.closed_by not in (None, undone_id):
            raise Refused(RefusalCode.TICKET_GONE)
        begun = begin(self._store, act, "UNDO_TICKET", undoes_id=undone_id)
        if begun is not None:
            self._take_back(db, act, begun.id, ticket, undone_id, kind)
        return self._outcome(act)

    def claim(self, act: Act, ticket_id: int, customer_id: int) -> StampOutcome:
        """Give a ticket its face: what was bought lies in their visit of that moment, and earns by the terms,
        the caps and the hour of then. The shop's limits hold for whoever claims, now.

        Raises `Refused`: TICKET_GONE (somebody was quicker), UNKNOWN_CUSTOMER, ENOUGH_FOR_NOW, CARD_LIMIT,
        STAFF_LIMIT, NO_PROGRAMME, PROGRAMME_NOT_BEGUN; ONLY_MANAGER for one that has left the queue.
        """
        if self._is_repeated(act):
            return _with_tickets(self._outcomes.repeated(act))
        db = self._store.write()
        ticket = self._waiting(ticket_id)
        if ticket.faded(act.at):
            check_role(self._store, act, Role.MANAGER, "CLAIM", customer_id)
        root_id = root_of(db, customer_id)
        begun = begin(self._store, act, "CLAIM", customer_id=root_id)
        if begun is None:
            return _with_tickets(self._outcomes.repeated(act))
        tickets.close(db, act, begun.id, ticket)
        moment = ticket.earned_at(act.at)
        zone = self._shop.facts().zone
        writing = Writing(begun, act, self._ledger, self._store.new_id, zone, bought_at=moment)
        given = self._earn(writing, root_id, ticket)
        if not (ticket.items or ticket.amount) and not any(each.stamps for each in given.values()):
            raise Refused(RefusalCode.ENOUGH_FOR_NOW, Remedy.GIVE_GOODWILL)
        programmes = self._shop.programmes()
        shown = next((id_ for id_, each in given.items() if each.stamps), next(iter(given), None))
        programme = programme_of(programmes, shown, act.at)
        also = set(writing.touched)
        return _with_tickets(
            self._outcomes.of(db, act, root_id, programme, EntryKind.EARNED, given, also=also)
        )

    def _earn(self, writing: Writing, root_id: int, ticket: Ticket) -> dict[int, Given]:
        """Note the purchase in the visit of then, and write what it earns in each programme."""
        db, then = writing.begun.db, replace(writing.act, at=writing.moment)
        visit_id = visits.attend(db, writing.new_id, then, writing.begun.id, root_id).visit_id
        for product in ticket.products:
            visits.add_item(db, writing.new_id, then, writing.begun.id, visit_id, product.id)
        if ticket.amount:
            visits.add_amount(db, writing.new_id, then, writing.begun.id, visit_id, ticket.amount)
        programmes, sold = self._shop.programmes(), (ticket.stamps, ticket.products)
        return earn_earlier(writing, root_id, visit_id, programmes, *sold, amount=ticket.amount)

    # --- small change ---

    def _check_paid(self, amount: int, at: int) -> None:
        """A slip is said while who paid still stands there: nobody could claim such a ticket later."""
        counting = with_basis(self._shop.programmes(), Basis.AMOUNT, at)
        if not counting:
            raise Refused(RefusalCode.NOT_EARNED_THIS_WAY, Remedy.OPEN_SETTINGS)
        local = datetime.fromtimestamp(at / 1000, self._shop.facts().zone)
        for programme in counting:
            would = earned(programme.terms_at(at).accrual, Purchase(amount=amount), SoFar(), local)
            check_at_once(MOST_FOR_AN_AMOUNT, would.base + would.boost, least=0)

    @staticmethod
    def _check_known(db: Db, draft: TicketDraft) -> None:
        """Each product must be one, if perhaps no longer sold: the till may have shown it a moment ago."""
        for product_id, _ in draft.items:
            try:
                shop.product(db, product_id)
            except LookupError as error:
                raise Refused(RefusalCode.UNKNOWN_PRODUCT, Remedy.CHOOSE_ANOTHER) from error

    def _is_repeated(self, act: Act) -> bool:
        return gestures.find(self._store.write(), act.gesture) is not None

    def _waiting(self, ticket_id: int) -> Ticket:
        ticket = tickets.get(self._store.write(), ticket_id)
        if ticket is None or ticket.closed_by is not None:
            raise Refused(RefusalCode.TICKET_GONE)
        return ticket

    @staticmethod
    def _take_back(db: Db, act: Act, gesture_id: int, ticket: Ticket, undone_id: int, kind: str) -> None:
        step = tickets.step_of(db, undone_id)
        match kind:
            case "OPEN_TICKET":
                tickets.close(db, act, gesture_id, ticket, DropReason.SLIP)
            case "DROP_TICKET":
                tickets.note_undo(db, act, gesture_id, ticket)
                tickets.open_again(db, undone_id)
            case _:
                assert step is not None
                tickets.rename(db, act, gesture_id, ticket, step.label)

    def _outcome(self, act: Act) -> TicketOutcome:
        """The ticket as it stands after an act, also one that is repeated."""
        db = self._store.write()
        gesture_id = gestures.find(db, act.gesture)
        ticket = tickets.of_act(db, gesture_id) if gesture_id is not None else None
        if ticket is None:
            raise Refused(RefusalCode.TICKET_GONE)
        return TicketOutcome(ticket, act.gesture, Changes(tickets=True))


_UNDONE_HERE: Final = frozenset({"OPEN_TICKET", "DROP_TICKET", "NAME_TICKET"})


def _with_tickets(outcome: StampOutcome) -> StampOutcome:
    return replace(outcome, changes=replace(outcome.changes, tickets=True))


def _minute(at: int, zone: ZoneInfo) -> int:
    local = datetime.fromtimestamp(at / 1000, zone)
    return local.hour * 60 + local.minute
