"""Stamps are free coffees, and free coffees are money."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE, EntryKind, StampOutcome
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.visits import Product
from tests.conftest import FakeClock

Enrol = Callable[[str], int]


@pytest.fixture
def enrol(desk: FrontDesk) -> Enrol:
    def add(name: str) -> int:
        return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id

    return add


def stamp(desk: FrontDesk, customer_id: int, count: int = 1) -> StampOutcome:
    return desk.submit(desk.loyalty.add_stamps, desk.act(), customer_id, count).result()


def redeem(desk: FrontDesk, customer_id: int) -> StampOutcome:
    return desk.submit(desk.loyalty.redeem, desk.act(), customer_id).result()


def undo(desk: FrontDesk, gesture: bytes) -> StampOutcome:
    return desk.submit(desk.loyalty.undo, desk.act(), gesture).result()


def test_five_stamps_make_a_reward_and_what_is_over_stays(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    assert not stamp(desk, noy, 4).became_ready
    completed = stamp(desk, noy, 3)
    assert completed.became_ready
    assert (completed.card.balance, completed.card.rewards_ready, completed.card.filled) == (7, 1, 2)
    assert redeem(desk, noy).card.balance == 2


def test_the_same_gesture_twice_is_one_stamp(desk: FrontDesk, enrol: Enrol) -> None:
    noy, act = enrol("Noy"), desk.act()
    first = desk.submit(desk.loyalty.add_stamps, act, noy, 2).result()
    again = desk.submit(desk.loyalty.add_stamps, act, noy, 2).result()
    assert (first.repeated, again.repeated) == (False, True)
    assert again.card.balance == 2
    assert again.stamps == 2


def test_a_reward_that_is_short_is_refused_with_how_many(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    stamp(desk, noy, 3)
    with pytest.raises(Refused) as refused:
        redeem(desk, noy)
    assert (refused.value.code, refused.value.facts) == (RefusalCode.STAMPS_SHORT, {"short": 2})
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 3
    assert len(desk.loyalty.history(noy)) == 1


@pytest.mark.parametrize("count", [0, -1, 21])
def test_only_a_sensible_number_at_once(desk: FrontDesk, enrol: Enrol, count: int) -> None:
    noy = enrol("Noy")
    with pytest.raises(Refused) as refused:
        stamp(desk, noy, count)
    assert refused.value.code is RefusalCode.TOO_MANY_AT_ONCE


def test_undo_gives_back_exactly_and_only_once(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    stamp(desk, noy, 5)
    taken = redeem(desk, noy)
    assert undo(desk, taken.gesture).card.balance == 5
    with pytest.raises(Refused) as refused:
        undo(desk, taken.gesture)
    assert refused.value.code is RefusalCode.ALREADY_UNDONE


def test_undo_of_an_undo_is_refused_kindly(desk: FrontDesk, enrol: Enrol) -> None:
    reversal = undo(desk, stamp(desk, enrol("Noy")).gesture)
    with pytest.raises(Refused) as refused:
        undo(desk, reversal.gesture)
    assert refused.value.code is RefusalCode.NOTHING_TO_UNDO


def test_a_stamp_undone_after_its_reward_was_taken_is_owed(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    stamps = stamp(desk, noy, 5)
    redeem(desk, noy)
    card = undo(desk, stamps.gesture).card
    assert (card.balance, card.owed, card.rewards_ready, card.short) == (-5, 5, 0, 10)
    with pytest.raises(Refused):
        redeem(desk, noy)


def test_undoing_the_only_stamp_undoes_the_visit(desk: FrontDesk, enrol: Enrol, clock: FakeClock) -> None:
    noy = enrol("Noy")
    mistake = stamp(desk, noy)
    assert desk.greetings.open(noy, clock.at).summary.visits == 1
    undo(desk, mistake.gesture)
    summary = desk.greetings.open(noy, clock.at).summary
    assert (summary.visits, summary.last_at) == (0, None)


def test_acts_within_half_an_hour_are_one_visit(desk: FrontDesk, enrol: Enrol, clock: FakeClock) -> None:
    noy = enrol("Noy")
    for minutes in (0, 29, 29, 31):
        clock.forward(minutes=minutes)
        stamp(desk, noy)
    assert desk.greetings.open(noy, clock.at).summary.visits == 2


def test_a_clock_set_back_loses_nothing(desk: FrontDesk, enrol: Enrol, clock: FakeClock) -> None:
    noy = enrol("Noy")
    stamp(desk, noy, 2)
    clock.forward(days=-400)
    assert stamp(desk, noy, 2).card.balance == 4
    assert desk.greetings.open(noy, clock.at).summary.visits == 2


def test_the_usual_is_noted_with_its_stamp_and_taken_back_with_it(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Iced latte", 25_000)).result()
    (latte,) = desk.shop.products()
    made = desk.submit(desk.loyalty.add_item, desk.act(), noy, latte.id).result()
    assert (made.item, made.stamps, made.card.balance) == ("Iced latte", 1, 1)
    (usual,) = desk.greetings.open(noy, desk.now()).usual
    assert (usual.product, usual.share) == (latte, 1.0)
    undo(desk, made.gesture)
    assert desk.greetings.open(noy, desk.now()).usual == ()


def test_a_whole_order_is_one_act_with_all_its_stamps_and_one_undo(desk: FrontDesk, enrol: Enrol) -> None:
    noy, act = enrol("Noy"), desk.act()
    for product in (Product(0, "Lao coffee"), Product(0, "Cake", stamps=2), Product(0, "Water", stamps=0)):
        desk.submit(desk.shop.add_product, desk.act(), product).result()
    order = [product.id for product in desk.shop.products()]
    for repeated in (False, True):
        made = desk.submit(desk.loyalty.add_items, act, noy, [*order, order[0]]).result()
        assert (made.item, made.repeated) == ("Lao coffee, Cake, Water, Lao coffee", repeated)
        assert (made.stamps, made.card.balance) == (4, 4)
    assert desk.greetings.open(noy, desk.now()).recent[0].items == (
        "Lao coffee",
        "Cake",
        "Water",
        "Lao coffee",
    )
    assert undo(desk, act.gesture).card.balance == 0
    assert desk.greetings.open(noy, desk.now()).summary.visits == 0
    assert desk.verifier.verify().ok


@pytest.mark.parametrize("order", [[], [1] * (MAX_STAMPS_AT_ONCE + 1)])
def test_an_order_of_nothing_or_of_far_too_much_is_a_slip(
    desk: FrontDesk, enrol: Enrol, order: list[int]
) -> None:
    noy = enrol("Noy")
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Lao coffee")).result()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.add_items, desk.act(), noy, order).result()
    assert refused.value.code is RefusalCode.TOO_MANY_AT_ONCE
    assert desk.greetings.open(noy, desk.now()).summary.visits == 0


def test_what_earns_no_stamp_is_noted_and_taken_back_too(desk: FrontDesk, enrol: Enrol) -> None:
    noy, act = enrol("Noy"), desk.act()
    desk.submit(desk.shop.add_product, desk.act(), Product(0, "Croissant", 20_000, stamps=0)).result()
    (croissant,) = desk.shop.products()
    for repeated in (False, True):
        made = desk.submit(desk.loyalty.add_item, act, noy, croissant.id).result()
        assert (made.item, made.stamps, made.card.balance, made.repeated) == ("Croissant", 0, 0, repeated)
    assert desk.greetings.open(noy, desk.now()).recent[0].items == ("Croissant",)
    assert undo(desk, act.gesture).card.balance == 0
    assert desk.greetings.open(noy, desk.now()).summary.visits == 0
    with pytest.raises(Refused) as refused:
        undo(desk, act.gesture)
    assert refused.value.code is RefusalCode.ALREADY_UNDONE


def test_the_history_says_what_was_reversed(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    undo(desk, stamp(desk, noy, 2).gesture)
    newest, oldest = desk.loyalty.history(noy)
    assert (newest.kind, newest.stamps, newest.reverses_id) == (EntryKind.REVERSED, -2, oldest.id)
    assert newest.reason == "SLIP"
    assert oldest.reversed


def test_nobody_is_stamped_under_an_unknown_number(desk: FrontDesk) -> None:
    with pytest.raises(Refused) as refused:
        stamp(desk, 4711)
    assert refused.value.code is RefusalCode.UNKNOWN_CUSTOMER


def test_a_shop_without_a_programme_says_so(paths, clock: FakeClock) -> None:  # type: ignore[no-untyped-def]
    from frontdesk.bootstrap import open_desk

    desk = open_desk(paths, clock=clock)
    try:
        noy = desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id
        with pytest.raises(Refused) as refused:
            stamp(desk, noy)
        assert refused.value.code is RefusalCode.NO_PROGRAMME
        assert desk.greetings.open(noy, clock.at).summary.visits == 0
    finally:
        desk.close()


def test_several_things_join_one_visit(desk: FrontDesk, enrol: Enrol, clock: FakeClock) -> None:
    noy = enrol("Noy")
    for name in ("Latte", "Soup"):
        desk.submit(desk.shop.add_product, desk.act(), Product(0, name)).result()
    ids = [product.id for product in desk.shop.products()]
    for id_ in (*ids, ids[0]):
        desk.submit(desk.loyalty.add_item, desk.act(), noy, id_).result()
        clock.forward(minutes=10)
    (visit,) = desk.greetings.open(noy, desk.now()).recent
    assert visit.items == ("Latte", "Soup", "Latte")
    assert desk.loyalty.cards(noy, desk.now())[0].balance == 3


def test_a_clock_that_was_wrong_for_a_while_splits_no_visit(
    desk: FrontDesk, enrol: Enrol, clock: FakeClock
) -> None:
    noy = enrol("Noy")
    clock.forward(days=365)
    stamp(desk, noy)
    clock.forward(days=-365)
    for _ in range(6):
        clock.forward(minutes=1)
        stamp(desk, noy)
    assert desk.greetings.open(noy, clock.at).summary.visits == 2


def test_a_visit_that_was_taken_back_is_not_joined_again(
    desk: FrontDesk, enrol: Enrol, clock: FakeClock
) -> None:
    noy = enrol("Noy")
    undo(desk, stamp(desk, noy).gesture)
    clock.forward(minutes=1)
    stamp(desk, noy)
    greeting = desk.greetings.open(noy, clock.at)
    assert (greeting.summary.visits, greeting.summary.last_at) == (1, clock.at)
    assert [visit.stamps for visit in greeting.recent] == [1]


def test_a_visit_with_an_open_request_stays_when_its_stamp_is_taken_back(
    desk: FrontDesk, enrol: Enrol, clock: FakeClock
) -> None:
    noy = enrol("Noy")
    mistake = stamp(desk, noy)
    desk.submit(desk.requests.ask, desk.act(), noy, "Cake").result()
    undo(desk, mistake.gesture)
    greeting = desk.greetings.open(noy, clock.at)
    assert greeting.summary.visits == 1
    assert [(visit.stamps, visit.requests) for visit in greeting.recent] == [(0, 1)]


def test_who_is_not_on_the_staff_may_not_stamp(desk: FrontDesk, enrol: Enrol) -> None:
    noy = enrol("Noy")
    nobody = replace(desk.act(), staff_id=99)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.loyalty.add_stamps, nobody, noy).result()
    assert (refused.value.code, refused.value.remedy) == (RefusalCode.ONLY_MANAGER, Remedy.CALL_MANAGER)
    assert desk.loyalty.history(noy) == ()


@pytest.mark.parametrize(("stamps", "shown"), [(0, []), (2, [2])])
def test_a_retired_card_is_shown_only_while_stamps_are_on_it(
    desk: FrontDesk, enrol: Enrol, stamps: int, shown: list[int]
) -> None:
    noy = enrol("Noy")
    given = stamp(desk, noy, 2)
    if not stamps:
        undo(desk, given.gesture)
    desk.store.submit(
        lambda: desk.store.write().run("UPDATE programme SET retired_at = ?", (desk.now(),))
    ).result()
    assert [card.balance for card in desk.loyalty.cards(noy, desk.now())] == shown
