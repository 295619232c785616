"""What a purchase earns at the counter: rules, caps, gifts, and what an undo leaves of them."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Gifts,
    Programme,
    Reward,
    Terms,
    stamp_card,
)
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.people.customers import Birthday, CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from tests.conftest import FakeClock

COFFEE = Reward(1, 5, Said("coffee"))


def promise(desk: FrontDesk, accrual: Accrual | None = None, gifts: Gifts | None = None) -> None:
    terms = Terms((COFFEE,), accrual or Accrual(), gifts=gifts or Gifts())
    desk.submit(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, terms).result()


def enrol(desk: FrontDesk, name: str = "Noy", birthday: Birthday | None = None) -> int:
    draft = CustomerDraft(name, birthday=birthday)
    return desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id


def sell(desk: FrontDesk, name: str, stamps: int = 1, category: str = "") -> int:
    product = Product(0, name, 20_000, stamps=stamps, category=category)
    saved = desk.submit(desk.shop.add_product, desk.act(), product).result()
    assert saved.product is not None
    return saved.product.id


def tap(desk: FrontDesk, customer: int, count: int = 1, **facts: int) -> StampOutcome:
    return desk.submit(desk.loyalty.add_stamps, desk.act(), customer, count, **facts).result()


def buy(desk: FrontDesk, customer: int, product: int) -> StampOutcome:
    return desk.submit(desk.loyalty.add_item, desk.act(), customer, product).result()


def pay(desk: FrontDesk, customer: int, amount: int) -> StampOutcome:
    return desk.submit(desk.loyalty.add_amount, desk.act(), customer, amount).result()


def undo(desk: FrontDesk, outcome: StampOutcome) -> StampOutcome:
    return desk.submit(desk.loyalty.undo, desk.act(), outcome.gesture).result()


def balance(desk: FrontDesk, customer: int) -> int:
    return desk.loyalty.cards(customer, desk.now())[0].balance


def add(desk: FrontDesk, name: str, accrual: Accrual) -> Programme:
    draft = stamp_card(name, 5, "lunch")
    draft = replace(draft, terms=replace(draft.terms, accrual=accrual))
    return desk.submit(desk.programmes.add, desk.act(), draft).result().programme


def test_once_a_visit_and_again_at_the_next(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(Basis.VISIT))
    noy = enrol(desk)
    assert tap(desk, noy).stamps == 1
    with pytest.raises(Refused) as refused:
        tap(desk, noy)
    assert (refused.value.code, refused.value.remedy) == (RefusalCode.ENOUGH_FOR_NOW, Remedy.GIVE_GOODWILL)
    assert len(desk.loyalty.history(noy)) == 1
    clock.forward(minutes=31)
    assert tap(desk, noy).card.balance == 2


def test_a_group_has_the_cap_of_all_its_people(desk: FrontDesk) -> None:
    promise(desk, Accrual(Basis.VISIT))
    noy = enrol(desk)
    assert tap(desk, noy, 3).stamps == 3  # three people, by the plus beside the button
    promise(desk, Accrual(most_per_visit=2))
    keo = enrol(desk, "Keo")
    assert tap(desk, keo, 5, people=2).card.balance == 4


def test_what_a_cap_holds_back_is_said(desk: FrontDesk) -> None:
    promise(desk, Accrual(most_per_day=3))
    outcome = tap(desk, enrol(desk), 5)
    assert (outcome.stamps, outcome.clipped) == (3, 2)


def test_a_day_is_the_shops_own(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(most_per_day=1))
    noy = enrol(desk)
    clock.forward(hours=15, minutes=29)  # 23:59 in Vientiane
    tap(desk, noy)
    clock.forward(minutes=1)
    assert tap(desk, noy).card.balance == 2
    with pytest.raises(Refused):
        tap(desk, noy)


def test_an_item_earns_on_every_card_that_names_it(desk: FrontDesk) -> None:
    noy, soup, tea = enrol(desk), sell(desk, "Soup", category="food"), sell(desk, "Tea", 0)
    lunch = add(desk, "Lunch card", Accrual(categories=("food",)))
    bought = buy(desk, noy, soup)
    assert (bought.card.balance, [card.balance for card in bought.others]) == (1, [1])
    assert bought.others[0].programme == lunch
    assert buy(desk, noy, tea).stamps == 0
    assert [card.balance for card in desk.loyalty.cards(noy, desk.now())] == [1, 1]
    assert undo(desk, bought).changes.customers == {noy}
    assert [card.balance for card in desk.loyalty.cards(noy, desk.now())] == [0, 0]


def test_a_card_for_visits_counts_along(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    add(desk, "Visits", Accrual(Basis.VISIT))
    tap(desk, noy, 2)
    tap(desk, noy, 1)
    assert [card.balance for card in desk.loyalty.cards(noy, desk.now())] == [3, 1]


def test_a_double_hour_is_an_entry_of_its_own_and_one_undo_takes_both(desk: FrontDesk) -> None:
    promise(desk, Accrual(boosts=(Boost(2, from_minute=8 * 60, to_minute=9 * 60),)))
    noy = enrol(desk)
    outcome = tap(desk, noy, 2)
    assert outcome.stamps == 4
    assert [(entry.stamps, entry.reason) for entry in desk.loyalty.history(noy)] == [(2, "BOOST"), (2, "")]
    assert undo(desk, outcome).card.balance == 0


# --- by the amount ---


def test_a_sum_counts_on_within_the_visit_and_not_beyond(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    noy = enrol(desk)
    assert [pay(desk, noy, 6_000).stamps, pay(desk, noy, 6_000).stamps, pay(desk, noy, 8_000).stamps] == [
        0,
        1,
        1,
    ]
    clock.forward(minutes=31)
    assert pay(desk, noy, 9_000).stamps == 0


@pytest.mark.parametrize(
    ("paid", "undone", "left"),
    [
        ((6_000, 6_000), 0, 0),
        ((6_000, 6_000), 1, 0),
        ((16_900, 5_000), 1, 1),
        ((25_000, 25_000, 3_000), 0, 2),
        ((25_000, 25_000, 3_000), 2, 5),
        ((9_000, 41_000), 0, 4),
    ],
)
def test_a_refund_leaves_what_is_left_of_the_sum(
    desk: FrontDesk, paid: tuple[int, ...], undone: int, left: int
) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    noy = enrol(desk)
    acts = [pay(desk, noy, amount) for amount in paid]
    undo(desk, acts[undone])
    assert balance(desk, noy) == left
    assert desk.verifier.verify().ok
    for place, act in enumerate(acts):
        if place != undone:
            undo(desk, act)
    assert balance(desk, noy) == 0
    assert desk.verifier.verify().ok


def test_a_boosted_sum_is_lowered_with_its_boost(desk: FrontDesk) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=10_000, boosts=(Boost(3),)))
    noy = enrol(desk)
    first, second = pay(desk, noy, 15_000), pay(desk, noy, 27_000)
    assert (first.stamps, second.stamps) == (3, 9)
    undo(desk, first)
    assert balance(desk, noy) == 6


def test_no_card_counts_money_and_it_says_so(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as refused:
        pay(desk, enrol(desk), 5_000)
    assert refused.value.code is RefusalCode.NOT_EARNED_THIS_WAY


@pytest.mark.parametrize(
    ("amount", "most"), [(10**12 + 1, 10**12), (10**30, 10**12), (334_000, 1000), (5 * 10**9, 1000)]
)
def test_a_slip_of_the_keys_is_no_payment(desk: FrontDesk, amount: int, most: int) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=1000, boosts=(Boost(3),)))
    noy = enrol(desk)
    with pytest.raises(Refused) as refused:
        pay(desk, noy, amount)
    assert (refused.value.code, refused.value.facts) == (RefusalCode.TOO_MANY_AT_ONCE, {"most": most})
    assert (balance(desk, noy), desk.greetings.open(noy, desk.now()).recent) == (0, ())
    assert pay(desk, noy, 333_999).stamps == 999


def test_payments_of_one_visit_each_earn_what_a_payment_may(desk: FrontDesk) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=1000))
    noy = enrol(desk)
    assert [pay(desk, noy, 1_000_000).stamps, pay(desk, noy, 1_000_000).stamps] == [1000, 1000]


@pytest.mark.parametrize("people", [0, -1, 21])
def test_so_many_people_as_there_are_taps_buy_on_one_card(desk: FrontDesk, people: int) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=1000, most_per_visit=1))
    noy, coffee = enrol(desk), sell(desk, "Coffee")
    for what, how in ((desk.loyalty.add_item, coffee), (desk.loyalty.add_amount, 5000)):
        with pytest.raises(Refused) as refused:
            desk.submit(what, desk.act(), noy, how, people=people).result()
        assert (refused.value.code, refused.value.facts) == (RefusalCode.TOO_MANY_AT_ONCE, {"most": 20})
    assert desk.submit(desk.loyalty.add_amount, desk.act(), noy, 50_000, people=20).result().stamps == 20


# --- what stood in the way of something else ---


def test_what_a_cap_had_held_back_takes_the_place_of_what_is_undone(desk: FrontDesk) -> None:
    promise(desk, Accrual(most_per_visit=1))
    noy, coffee = enrol(desk), sell(desk, "Coffee")
    first, second = buy(desk, noy, coffee), buy(desk, noy, coffee)
    assert (first.stamps, second.stamps) == (1, 0)
    assert undo(desk, first).card.balance == 1
    assert undo(desk, second).card.balance == 0
    assert desk.verifier.verify().ok


def test_without_a_cap_an_undo_takes_just_what_was_given(desk: FrontDesk) -> None:
    noy, water = enrol(desk), sell(desk, "Water", 0)
    noted, stamped = buy(desk, noy, water), tap(desk, noy)
    assert (noted.stamps, undo(desk, stamped).card.balance) == (0, 0)


def test_a_tap_that_a_cap_had_cut_gets_the_room_that_an_undo_leaves(desk: FrontDesk) -> None:
    promise(desk, Accrual(most_per_visit=3))
    noy = enrol(desk)
    first, second = tap(desk, noy, 2), tap(desk, noy, 3)
    assert (second.stamps, second.clipped) == (1, 2)
    assert undo(desk, first).card.balance == 3
    assert undo(desk, second).card.balance == 0
    assert desk.verifier.verify().ok


def test_what_was_held_back_is_what_it_was_by_then(desk: FrontDesk) -> None:
    promise(desk, Accrual(most_per_visit=10))
    noy, beans = enrol(desk), sell(desk, "Beans", 6)
    first, _ = buy(desk, noy, beans), buy(desk, noy, beans)
    dearer = replace(desk.shop.products()[0], stamps=9)
    desk.submit(desk.shop.save_product, desk.act(), dearer).result()
    assert undo(desk, first).card.balance == 6


def test_a_group_gets_the_room_of_all_its_people(desk: FrontDesk) -> None:
    promise(desk, Accrual(most_per_visit=1))
    noy = enrol(desk)
    first, second = tap(desk, noy, 1), tap(desk, noy, 4, people=4)
    assert (first.stamps, second.stamps) == (1, 3)
    assert undo(desk, first).card.balance == 4


def test_the_room_of_a_day_is_given_to_another_visit_of_the_day(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(most_per_day=2))
    noy, coffee = enrol(desk), sell(desk, "Coffee", 2)
    first = buy(desk, noy, coffee)
    clock.forward(hours=2)
    second = buy(desk, noy, coffee)
    clock.forward(hours=1)
    assert (second.stamps, undo(desk, first).card.balance) == (0, 2)
    assert undo(desk, second).card.balance == 0
    assert desk.verifier.verify().ok


def test_a_visit_of_which_a_tap_is_left_still_counts(desk: FrontDesk) -> None:
    noy = enrol(desk)
    add(desk, "Visits", Accrual(Basis.VISIT))
    first, second = tap(desk, noy), tap(desk, noy)
    undo(desk, first)
    assert [card.balance for card in desk.loyalty.cards(noy, desk.now())] == [1, 1]
    undo(desk, second)
    assert [card.balance for card in desk.loyalty.cards(noy, desk.now())] == [0, 0]


# --- gifts ---


def test_a_head_start_comes_once(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, gifts=Gifts(welcome=2))
    noy = enrol(desk)
    first = tap(desk, noy)
    assert (first.stamps, first.gifts, first.card.balance) == (3, 2, 3)
    clock.forward(days=1)
    assert tap(desk, noy).gifts == 0
    keo = enrol(desk, "Keo")
    slip = tap(desk, keo)
    undo(desk, slip)
    assert tap(desk, keo).card.balance == 3  # the slip had not been the first one


@pytest.mark.parametrize(("day", "gift"), [(12, 3), (26, 3), (11, 0), (27, 0)])
def test_a_birthday_is_a_week_around_the_day(desk: FrontDesk, day: int, gift: int) -> None:
    promise(desk, gifts=Gifts(birthday=3))
    noy = enrol(desk, birthday=Birthday(11, day))
    assert tap(desk, noy).gifts == gift


def test_a_birthday_comes_once_a_year(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, gifts=Gifts(birthday=3))
    noy = enrol(desk, birthday=Birthday(11, 19))
    assert [tap(desk, noy).gifts, tap(desk, noy).gifts] == [3, 0]
    clock.forward(days=365)
    assert tap(desk, noy).gifts == 3
