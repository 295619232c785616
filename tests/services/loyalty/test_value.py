"""What a customer has had from the programmes: rewards that stand, and what they were worth."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.loyalty.programmes import Look, PassTerms, ProgrammeDraft, ProgrammeKind, Terms
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from tests.conftest import FakeClock


@pytest.fixture
def maria(desk: FrontDesk) -> int:
    found: int = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Maria")).result().customer.id
    desk.submit(desk.loyalty.add_stamps, desk.act(), found, 20).result()
    return found


@pytest.fixture
def latte(desk: FrontDesk) -> int:
    product = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Latte", 25_000)).result().product
    assert product is not None
    return product.id


def redeem(desk: FrontDesk, customer_id: int, product_id: int | None = None) -> bytes:
    act = desk.act()
    desk.submit(desk.loyalty.redeem, act, customer_id, product_id=product_id).result()
    return act.gesture


def test_nothing_taken_is_no_value(desk: FrontDesk, maria: int) -> None:
    assert desk.value.received(maria) == ValueReceived()


def test_rewards_add_up_and_one_of_unknown_worth_counts_without_a_sum(
    desk: FrontDesk, maria: int, latte: int, clock: FakeClock
) -> None:
    first = desk.now()
    redeem(desk, maria, latte)
    clock.forward(days=3)
    redeem(desk, maria, latte)
    redeem(desk, maria)
    assert desk.value.received(maria) == ValueReceived(3, 2, 50_000, first)


def test_what_was_taken_back_is_no_value(desk: FrontDesk, maria: int, latte: int) -> None:
    gesture = redeem(desk, maria, latte)
    desk.submit(desk.loyalty.undo, desk.act(), gesture).result()
    assert desk.value.received(maria) == ValueReceived()


def test_joined_records_count_together(desk: FrontDesk, maria: int, latte: int) -> None:
    other = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Maria O")).result().customer.id
    desk.submit(desk.loyalty.add_stamps, desk.act(), other, 5).result()
    redeem(desk, other, latte)
    redeem(desk, maria, latte)
    desk.submit(desk.merging.merge, desk.act(), maria, other).result()
    assert desk.value.received(other).rewards == 2


def test_a_use_of_a_pass_is_no_reward(desk: FrontDesk, maria: int) -> None:
    terms = Terms(passes=PassTerms(10, 1))
    draft = ProgrammeDraft(Look(Said("Gym")), terms, ProgrammeKind.PASS)
    gym = desk.submit(desk.programmes.add, desk.act(), draft).result().programme
    desk.submit(desk.passes.sell, desk.act(), maria, gym.id).result()
    desk.submit(desk.passes.use, desk.act(), maria, gym.id).result()
    assert desk.value.received(maria) == ValueReceived()


def test_nobody_has_no_value(desk: FrontDesk) -> None:
    with pytest.raises(Refused, match="UNKNOWN_CUSTOMER"):
        desk.value.received(999)


def test_their_time_together_counts_what_stands(
    desk: FrontDesk, maria: int, latte: int, clock: FakeClock
) -> None:
    first = desk.now()
    tea = desk.submit(desk.shop.add_product, desk.act(), Product(0, "Tea", 9_000)).result().product
    assert tea is not None
    clock.forward(days=400)
    for product_id in (latte, tea.id, latte):
        clock.forward(days=1)
        desk.submit(desk.loyalty.add_items, desk.act(), maria, (product_id,)).result()
        mistaken = desk.submit(desk.loyalty.add_items, desk.act(), maria, (tea.id, tea.id)).result()
        desk.submit(desk.loyalty.undo, desk.act(), mistaken.gesture).result()
    clock.forward(days=1)
    mistaken = desk.submit(desk.loyalty.add_items, desk.act(), maria, (tea.id,)).result()
    desk.submit(desk.loyalty.undo, desk.act(), mistaken.gesture).result()
    redeem(desk, maria, latte)
    together = desk.value.together(maria, desk.now())
    assert (together.since, together.visits, together.visits_in_year) == (first, 5, 4)
    assert (together.favourite, together.received.worth) == ("Latte", 25_000)


def test_who_was_never_here_has_no_time_to_tell(desk: FrontDesk) -> None:
    bua = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Bua")).result().customer.id
    together = desk.value.together(bua, desk.now())
    assert (together.since, together.visits, together.favourite) == (None, 0, "")


def test_what_was_given_for_a_complaint_is_its_share_of_the_reward(
    desk: FrontDesk, maria: int, latte: int, clock: FakeClock
) -> None:
    recovery = desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, maria).result().recovery
    given = desk.submit(desk.recoveries.give, desk.act(), recovery.id, 2).result()
    assert desk.value.given_for(recovery.id, clock.at) == 0  # any free item: nobody knows what it is worth
    (card,) = desk.shop.programmes()
    terms = card.terms_at(clock.at)
    free = replace(terms.rewards[0], products=(latte,))
    desk.submit(desk.programmes.change, desk.act(), card.id, replace(terms, rewards=(free,))).result()
    assert desk.value.given_for(recovery.id, clock.at) == 2 * 25_000 // 5
    desk.submit(desk.loyalty.undo, desk.act(), given.gesture).result()
    assert desk.value.given_for(recovery.id, clock.at) == 0
