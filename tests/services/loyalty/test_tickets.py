"""Stamp now, name later: a ticket earns what a stamp would have earned then, once, and for one person."""

from collections.abc import Iterator

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Role
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Gifts,
    Look,
    ProgrammeDraft,
    Reward,
    Span,
    Terms,
)
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.loyalty.tickets import FADES_AFTER, DropReason, Ticket, TicketDraft, likely_first
from frontdesk.domain.people.customers import Birthday, CustomerDraft, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from tests.conftest import FakeClock

COFFEE = (Reward(1, 5, Said("coffee")),)


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrolled(desk, "Noy")


@pytest.fixture
def kham(desk: FrontDesk) -> int:
    return enrolled(desk, "Kham")


@pytest.fixture
def latte(desk: FrontDesk) -> int:
    saved = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 300)).result()
    assert saved.product is not None
    return saved.product.id


@pytest.fixture
def beside(desk: FrontDesk, paths: Paths, clock: FakeClock) -> Iterator[FrontDesk]:
    """The same shop, open at another desk."""
    other = open_desk(paths, clock=clock, beside=True)
    try:
        yield other
    finally:
        other.close()


def enrolled(desk: FrontDesk, name: str, birthday: Birthday | None = None) -> int:
    agreed = frozenset({Purpose.BIRTHDAY}) if birthday else frozenset()
    draft = CustomerDraft(name, birthday=birthday, consents=agreed)
    outcome = desk.submit(desk.customers.enrol, desk.act(), draft).result()
    return int(outcome.customer.id)


def made(desk: FrontDesk, label: str = "blue helmet", stamps: int = 1, **items: int) -> Ticket:
    by_name = {each.name.lower(): each.id for each in desk.shop.products()}
    draft = TicketDraft(label, stamps, tuple((by_name[name], count) for name, count in items.items()))
    return desk.submit(desk.tickets.open, desk.act(), draft).result().ticket


def claimed(desk: FrontDesk, ticket: Ticket, customer: int) -> StampOutcome:
    return desk.submit(desk.tickets.claim, desk.act(), ticket.id, customer).result()


def refused(desk: FrontDesk, method: object, *args: object) -> RefusalCode:
    with pytest.raises(Refused) as caught:
        desk.submit(method, desk.act(), *args).result()  # type: ignore[arg-type]
    return caught.value.code


def queue(desk: FrontDesk) -> list[str]:
    return [ticket.label for ticket in desk.tickets.waiting(desk.now())]


def whole(desk: FrontDesk) -> None:
    assert desk.verifier.verify().faults == ()


def cashier(desk: FrontDesk) -> None:
    member = desk.submit(desk.staffing.add_staff, desk.act(), "Dao", Role.CASHIER).result()
    desk.take_over(member.id).result()


def with_terms(desk: FrontDesk, terms: Terms) -> None:
    """The one card of the shop counts by these from now on."""
    desk.submit(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, terms).result()


# --- the queue ---


def test_a_ticket_waits_with_what_was_bought_and_gives_no_stamp_to_anybody(
    desk: FrontDesk, latte: int
) -> None:
    ticket = made(desk, "blue helmet", stamps=1, latte=2)

    assert (ticket.label, ticket.stamps) == ("blue helmet", 1)
    assert [(item.product.name, item.count) for item in ticket.items] == [("Latte", 2)]
    assert desk.tickets.waiting(desk.now()) == (ticket,)
    assert desk.store.read().value("SELECT count(*) FROM ledger_entry") == 0
    whole(desk)


def test_a_ticket_for_nothing_or_for_a_slip_of_the_keys_is_refused(desk: FrontDesk, latte: int) -> None:
    for draft in (
        TicketDraft("x"),
        TicketDraft("x", 21),
        TicketDraft("x", 1, ((latte, 20),)),
        TicketDraft("x", 3, ((latte, -1),)),
    ):
        assert refused(desk, desk.tickets.open, draft) is RefusalCode.TOO_MANY_AT_ONCE
    assert queue(desk) == []


def test_the_queue_is_the_oldest_first_and_what_nobody_claims_leaves_it_by_itself(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    old = made(desk, "green bag")
    clock.forward(days=1)
    made(desk, "blue helmet")
    assert queue(desk) == ["green bag", "blue helmet"]

    clock.at = old.made_at + FADES_AFTER
    assert queue(desk) == ["green bag", "blue helmet"]
    clock.forward(seconds=1)
    assert queue(desk) == ["blue helmet"]
    assert desk.tickets.faded(desk.now()) == (old,)

    owner = desk.staff_id
    cashier(desk)
    assert refused(desk, desk.tickets.claim, old.id, noy) is RefusalCode.ONLY_MANAGER
    desk.take_over(owner).result()
    assert claimed(desk, old, noy).stamps == 1
    assert desk.tickets.faded(desk.now()) == ()
    whole(desk)


def test_a_ticket_is_put_away_renamed_and_each_taken_back(desk: FrontDesk) -> None:
    ticket = made(desk, "blue")
    rename, drop = desk.act(), desk.act()
    desk.submit(desk.tickets.rename, rename, ticket.id, " blue  helmet ").result()
    assert queue(desk) == ["blue helmet"]
    desk.submit(desk.tickets.drop, drop, ticket.id, DropReason.NOBODY).result()
    assert queue(desk) == []
    assert refused(desk, desk.tickets.drop, ticket.id, DropReason.SLIP) is RefusalCode.TICKET_GONE
    whole(desk)

    desk.submit(desk.tickets.undo, desk.act(), drop.gesture).result()
    assert queue(desk) == ["blue helmet"]
    desk.submit(desk.tickets.undo, desk.act(), rename.gesture).result()
    assert queue(desk) == ["blue"]
    assert refused(desk, desk.tickets.undo, drop.gesture) is RefusalCode.ALREADY_UNDONE
    whole(desk)


def test_making_one_is_taken_back_as_long_as_it_waits(desk: FrontDesk, noy: int) -> None:
    first, second = desk.act(), desk.act()
    for act in (first, second):
        desk.submit(desk.tickets.open, act, TicketDraft("cap", 1)).result()
    desk.submit(desk.tickets.undo, desk.act(), first.gesture).result()
    left = desk.tickets.waiting(desk.now())
    assert len(left) == 1
    claimed(desk, left[0], noy)
    assert refused(desk, desk.tickets.undo, second.gesture) is RefusalCode.TICKET_GONE
    assert refused(desk, desk.tickets.undo, b"\0" * 16) is RefusalCode.NOTHING_TO_UNDO
    whole(desk)


def test_every_act_on_a_ticket_may_be_sent_again(desk: FrontDesk, noy: int) -> None:
    opened, named, dropped, undone, got = (desk.act() for _ in range(5))
    for _ in range(2):
        ticket = desk.submit(desk.tickets.open, opened, TicketDraft("cap", 2)).result().ticket
    for _ in range(2):
        desk.submit(desk.tickets.rename, named, ticket.id, "red cap").result()
    for _ in range(2):
        desk.submit(desk.tickets.drop, dropped, ticket.id, DropReason.SLIP).result()
    for _ in range(2):
        desk.submit(desk.tickets.undo, undone, dropped.gesture).result()
    assert queue(desk) == ["red cap"]
    first, again = (desk.submit(desk.tickets.claim, got, ticket.id, noy).result() for _ in range(2))
    assert (first.repeated, again.repeated) == (False, True)
    assert (first.stamps, again.stamps, again.card.balance) == (2, 2, 2)
    assert queue(desk) == []
    whole(desk)


# --- a face ---


def test_what_was_bought_lies_in_the_visit_of_then(
    desk: FrontDesk, clock: FakeClock, noy: int, latte: int
) -> None:
    then = clock.at
    ticket = made(desk, stamps=1, latte=2)
    clock.forward(hours=3)
    outcome = claimed(desk, ticket, noy)

    assert (outcome.stamps, outcome.card.balance, outcome.changes.tickets) == (3, 3, True)
    (visit,) = desk.greetings.open(noy, desk.now()).recent
    assert (visit.started_at, visit.items, visit.stamps) == (then, ("Latte", "Latte"), 3)
    whole(desk)


def test_a_ticket_joins_the_visit_in_which_they_were_stamped_by_name(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    ticket = made(desk)
    clock.forward(minutes=10)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    clock.forward(hours=2)
    claimed(desk, ticket, noy)
    assert len(desk.greetings.open(noy, desk.now()).recent) == 1
    whole(desk)


def test_terms_and_hour_are_those_of_when_it_was_made(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    with_terms(desk, Terms(COFFEE, Accrual(boosts=(Boost(3, from_minute=8 * 60, to_minute=9 * 60),))))
    ticket = made(desk)  # it is 8:30
    clock.forward(hours=2)
    with_terms(desk, Terms(COFFEE, Accrual(stamps=1)))
    assert claimed(desk, ticket, noy).stamps == 3
    assert claimed(desk, made(desk), noy).stamps == 1
    whole(desk)


def test_a_cap_of_the_day_counts_the_day_on_which_it_was_made(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    with_terms(desk, Terms(COFFEE, Accrual(most_per_day=2)))
    tickets = [made(desk), made(desk), made(desk)]
    clock.forward(days=1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 2).result()  # today's

    acts = [desk.act() for _ in tickets]
    for act, ticket in zip(acts[:2], tickets[:2], strict=True):
        assert desk.submit(desk.tickets.claim, act, ticket.id, noy).result().stamps == 1
    assert refused(desk, desk.tickets.claim, tickets[2].id, noy) is RefusalCode.ENOUGH_FOR_NOW
    assert queue(desk) == ["blue helmet"], "what could not be given waits"
    desk.submit(desk.loyalty.undo, desk.act(), acts[0].gesture).result()
    assert claimed(desk, tickets[2], noy).stamps == 1
    whole(desk)


def test_what_a_cap_held_back_of_a_ticket_is_given_for_the_hour_of_then(
    desk: FrontDesk, clock: FakeClock, noy: int, latte: int
) -> None:
    boost = Boost(2, from_minute=8 * 60, to_minute=9 * 60)
    with_terms(desk, Terms(COFFEE, Accrual(most_per_visit=1, boosts=(boost,))))
    stamp = desk.act()
    desk.submit(desk.loyalty.add_stamps, stamp, noy).result()
    ticket = made(desk, stamps=0, latte=1)
    clock.forward(hours=5)
    assert claimed(desk, ticket, noy).stamps == 0
    outcome = desk.submit(desk.loyalty.undo, desk.act(), stamp.gesture).result()
    assert outcome.card.balance == 2, "the latte takes the place, and counts double as it did then"
    whole(desk)


@pytest.mark.parametrize("basis", [Basis.VISIT, Basis.ITEM, Basis.AMOUNT])
def test_a_ticket_earns_what_stamps_at_the_till_would_have_earned(
    desk: FrontDesk, clock: FakeClock, noy: int, kham: int, latte: int, basis: Basis
) -> None:
    step = 1000 if basis is Basis.AMOUNT else 0
    with_terms(desk, Terms(COFFEE, Accrual(basis, stamps=2, step=step), gifts=Gifts(welcome=2)))
    drinks = ProgrammeDraft(Look(Said("Latte card")), Terms(COFFEE, Accrual(products=(latte,), stamps=3)))
    desk.submit(desk.programmes.add, desk.act(), drinks).result()

    ticket = made(desk, stamps=2, latte=1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), kham, 2).result()
    desk.submit(desk.loyalty.add_item, desk.act(), kham, latte).result()
    clock.forward(days=2)
    claimed(desk, ticket, noy)

    now = desk.now()
    balances = [[card.balance for card in desk.loyalty.cards(who, now)] for who in (noy, kham)]
    assert balances[0] == balances[1]
    assert sum(balances[0]) > 0
    whole(desk)


def test_what_was_paid_earns_in_the_visit_of_then(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    with_terms(desk, Terms(COFFEE, Accrual(Basis.AMOUNT, step=1000)))
    desk.submit(desk.loyalty.add_amount, desk.act(), noy, 700).result()
    draft, claim = TicketDraft("blue helmet", amount=1500), desk.act()
    ticket = desk.submit(desk.tickets.open, desk.act(), draft).result().ticket
    assert ticket.amount == 1500
    clock.forward(hours=4)
    assert desk.submit(desk.tickets.claim, claim, ticket.id, noy).result().stamps == 2
    assert len(desk.greetings.open(noy, desk.now()).recent) == 1
    whole(desk)
    assert desk.submit(desk.loyalty.undo, desk.act(), claim.gesture).result().card.balance == 0
    assert queue(desk) == ["blue helmet"]
    whole(desk)


def test_an_amount_that_earns_nothing_yet_is_noted(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    with_terms(desk, Terms(COFFEE, Accrual(Basis.AMOUNT, step=1000)))
    ticket = desk.submit(desk.tickets.open, desk.act(), TicketDraft("", amount=900)).result().ticket
    assert claimed(desk, ticket, noy).stamps == 0
    assert desk.submit(desk.loyalty.add_amount, desk.act(), noy, 100).result().stamps == 1
    whole(desk)


def test_money_is_noted_only_where_it_is_counted_and_no_slip_of_the_keys(desk: FrontDesk) -> None:
    paid = TicketDraft("", amount=900)
    assert refused(desk, desk.tickets.open, paid) is RefusalCode.NOT_EARNED_THIS_WAY
    with_terms(desk, Terms(COFFEE, Accrual(Basis.AMOUNT, step=1)))
    slip = TicketDraft("", amount=10**12 + 1)
    assert refused(desk, desk.tickets.open, slip) is RefusalCode.TOO_MANY_AT_ONCE
    many = TicketDraft("", amount=1001)
    assert refused(desk, desk.tickets.open, many) is RefusalCode.TOO_MANY_AT_ONCE, "nobody could claim it"
    most = desk.submit(desk.tickets.open, desk.act(), TicketDraft("", amount=1000)).result().ticket
    assert claimed(desk, most, enrolled(desk, "Noy")).stamps == 1000
    assert queue(desk) == []


def test_gifts_come_with_it_as_of_then(desk: FrontDesk, clock: FakeClock) -> None:
    with_terms(desk, Terms(COFFEE, gifts=Gifts(birthday=2, birthday_days=0)))
    noy = enrolled(desk, "Noy", Birthday(11, 19))
    ticket = made(desk)
    clock.forward(days=3)
    outcome = claimed(desk, ticket, noy)
    assert (outcome.stamps, outcome.gifts) == (3, 2)
    whole(desk)


def test_a_product_that_is_named_twice_is_one_with_both_counts(desk: FrontDesk, latte: int) -> None:
    draft = TicketDraft("hat", items=((latte, 2), (latte, 1)))
    ticket = desk.submit(desk.tickets.open, desk.act(), draft).result().ticket
    assert [(item.product.id, item.count) for item in ticket.items] == [(latte, 3)]


def test_none_of_a_product_and_an_unknown_one_are_refused_in_words(desk: FrontDesk, latte: int) -> None:
    for items, code in (
        (((latte, 0),), RefusalCode.TOO_MANY_AT_ONCE),
        (((latte, -1),), RefusalCode.TOO_MANY_AT_ONCE),
        (((latte, 15), (latte, 15)), RefusalCode.TOO_MANY_AT_ONCE),
        (((latte, 1), (999, 1)), RefusalCode.UNKNOWN_PRODUCT),
    ):
        assert refused(desk, desk.tickets.open, TicketDraft("hat", 1, items)) is code
    assert queue(desk) == []


def test_the_shops_limits_hold_for_a_cashier_when_it_is_claimed(
    desk: FrontDesk, clock: FakeClock, noy: int, kham: int
) -> None:
    limits = Limits(card_stamps=3, card_hours=24, staff_stamps=4)
    desk.submit(desk.limits.save, desk.act(), limits).result()
    cashier(desk)
    tickets = [made(desk, stamps=2) for _ in range(4)]
    clock.forward(days=3)
    claimed(desk, tickets[0], noy)
    assert refused(desk, desk.tickets.claim, tickets[1].id, noy) is RefusalCode.CARD_LIMIT
    claimed(desk, tickets[1], kham)
    assert refused(desk, desk.tickets.claim, tickets[2].id, enrolled(desk, "Bee")) is RefusalCode.STAFF_LIMIT
    assert len(queue(desk)) == 2
    whole(desk)


# --- taken back, and given once ---


def test_undoing_a_claim_puts_the_ticket_back_and_another_may_have_it(
    desk: FrontDesk, clock: FakeClock, noy: int, kham: int, latte: int
) -> None:
    ticket, claim = made(desk, stamps=1, latte=1), desk.act()
    clock.forward(hours=1)
    desk.submit(desk.tickets.claim, claim, ticket.id, noy).result()
    outcome = desk.submit(desk.loyalty.undo, desk.act(), claim.gesture).result()

    assert (outcome.card.balance, outcome.changes.tickets) == (0, True)
    assert queue(desk) == ["blue helmet"]
    assert desk.greetings.open(noy, desk.now()).recent == ()
    assert claimed(desk, ticket, kham).card.balance == 2
    assert refused(desk, desk.loyalty.undo, claim.gesture) is RefusalCode.ALREADY_UNDONE
    assert refused(desk, desk.tickets.undo, claim.gesture) is RefusalCode.NOTHING_TO_UNDO
    assert queue(desk) == []
    whole(desk)


def test_two_desks_claim_the_same_ticket_and_one_wins(
    desk: FrontDesk, beside: FrontDesk, noy: int, kham: int
) -> None:
    ticket = made(desk)
    mine = desk.submit(desk.tickets.claim, desk.act(), ticket.id, noy)
    theirs = beside.submit(beside.tickets.claim, beside.act(), ticket.id, kham)
    lost = [future.exception() for future in (mine, theirs) if future.exception() is not None]
    assert [error.code for error in lost if isinstance(error, Refused)] == [RefusalCode.TICKET_GONE]
    assert desk.store.read().value("SELECT sum(stamps) FROM ledger_entry") == 1
    whole(desk)


def test_a_claim_is_moved_to_the_right_person_and_the_ticket_follows(
    desk: FrontDesk, clock: FakeClock, noy: int, kham: int
) -> None:
    then = clock.at
    ticket, claim, move = made(desk, stamps=2), desk.act(), desk.act()
    clock.forward(days=1)
    desk.submit(desk.tickets.claim, claim, ticket.id, noy).result()
    desk.submit(desk.moving.move, move, claim.gesture, kham).result()
    assert desk.greetings.open(kham, desk.now()).recent[0].started_at == then
    whole(desk)

    back = desk.act()
    desk.submit(desk.loyalty.undo, back, move.gesture).result()
    assert [desk.loyalty.cards(who, desk.now())[0].balance for who in (noy, kham)] == [2, 0]
    assert queue(desk) == []
    desk.submit(desk.loyalty.undo, desk.act(), back.gesture).result()
    assert queue(desk) == ["blue helmet"], "nobody has its stamps any more"
    whole(desk)


# --- what changed meanwhile ---


def test_a_merged_person_gets_it_and_one_off_the_list_does_not(desk: FrontDesk, noy: int, kham: int) -> None:
    tickets = [made(desk), made(desk)]
    merge = desk.submit(desk.merging.merge, desk.act(), noy, kham).result()
    assert claimed(desk, tickets[0], kham).customer_id == noy
    desk.submit(desk.merging.unmerge, desk.act(), merge.merge.id).result()
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 1
    desk.submit(desk.customers.archive, desk.act(), kham).result()
    assert refused(desk, desk.tickets.claim, tickets[1].id, kham) is RefusalCode.UNKNOWN_CUSTOMER
    assert len(queue(desk)) == 1
    whole(desk)


def test_a_product_that_is_sold_no_more_was_bought_then(desk: FrontDesk, noy: int, latte: int) -> None:
    ticket = made(desk, stamps=0, latte=1)
    desk.submit(desk.shop.retire_product, desk.act(), latte).result()
    assert claimed(desk, ticket, noy).stamps == 1
    whole(desk)


def test_a_programme_that_ended_meanwhile_keeps_its_word(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    ticket = made(desk)
    clock.forward(days=1)
    programme = desk.programmes.all()[0]
    desk.submit(desk.programmes.retire, desk.act(), programme.id).result()
    assert claimed(desk, ticket, noy).stamps == 1
    assert refused(desk, desk.tickets.open, TicketDraft("x", 1)) is RefusalCode.PROGRAMME_RETIRED
    whole(desk)


def test_a_programme_whose_days_were_changed_gives_nothing_for_a_day_before(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    ticket = made(desk)
    clock.forward(days=2)
    programme = desk.programmes.all()[0]
    span = Span(starts_at=clock.at - DAY)
    desk.submit(desk.programmes.set_span, desk.act(), programme.id, span).result()
    assert refused(desk, desk.tickets.claim, ticket.id, noy) is RefusalCode.PROGRAMME_RETIRED


@pytest.mark.parametrize("ahead", [-400, 400])
def test_a_clock_that_was_wrong_when_it_was_made_costs_no_stamp(
    desk: FrontDesk, clock: FakeClock, noy: int, ahead: int
) -> None:
    clock.forward(days=ahead)
    ticket = made(desk)
    clock.forward(days=-ahead)
    act = desk.act()
    assert desk.submit(desk.tickets.claim, act, ticket.id, noy).result().stamps == 1
    assert desk.greetings.open(noy, desk.now()).recent[0].started_at == min(ticket.made_at, clock.at)
    whole(desk)
    desk.submit(desk.loyalty.undo, desk.act(), act.gesture).result()
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 0
    whole(desk)


def test_undoing_one_made_under_a_clock_that_was_ahead_reckons_by_the_terms_of_when_it_was_claimed(
    desk: FrontDesk, clock: FakeClock, noy: int, latte: int
) -> None:
    with_terms(desk, Terms(COFFEE, Accrual(most_per_visit=1)))
    later = Terms(COFFEE, Accrual(most_per_visit=1, boosts=(Boost(3),)))
    programme = desk.programmes.all()[0].id
    desk.submit(desk.programmes.change, desk.act(), programme, later, clock.at + 10 * DAY).result()
    clock.forward(days=400)
    ticket = made(desk)
    clock.forward(days=-400)
    claim = desk.act()
    assert desk.submit(desk.tickets.claim, claim, ticket.id, noy).result().stamps == 1
    desk.submit(desk.loyalty.add_item, desk.act(), noy, latte).result()  # the cap holds its stamp back
    assert desk.submit(desk.loyalty.undo, desk.act(), claim.gesture).result().card.balance == 1
    whole(desk)


# --- what is offered first ---


def test_what_is_sold_at_this_hour_is_offered_first() -> None:
    tea, soup, latte = (Product(n, name) for n, name in enumerate(("Tea", "Soup", "Latte"), 1))
    sold = [*[(2, 12 * 60)] * 5, *[(3, 8 * 60)] * 2, (1, 23 * 60 + 50), (1, 23 * 60 + 50)]
    names = [each.name for each in likely_first((tea, soup, latte), sold, 8 * 60 + 20)]
    assert names == ["Latte", "Soup", "Tea"]
    midnight = [each.name for each in likely_first((tea, soup, latte), sold, 5)]
    assert midnight[0] == "Tea"


def test_the_service_knows_what_is_sold_now(desk: FrontDesk, clock: FakeClock, noy: int, latte: int) -> None:
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Tea", 200)).result()
    tea = next(each.id for each in desk.shop.products() if each.name == "Tea")
    desk.submit(desk.loyalty.add_item, desk.act(), noy, tea).result()
    assert [each.name for each in desk.tickets.likely(desk.now())][:2] == ["Tea", "Latte"]
