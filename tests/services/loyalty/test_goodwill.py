"""Stamps that nobody bought: a budget for each cashier and day, and one for the shop's surprises."""

from collections.abc import Iterator

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Gifts, stamp_card
from frontdesk.domain.loyalty.stamping import EntryKind, GoodwillReason, StampOutcome
from frontdesk.domain.refusals import Refused
from frontdesk.services.loyalty.goodwill import GoodwillLeft
from tests.conftest import FakeClock
from tests.services.counter_acts import (
    balance,
    enrol,
    hire,
    in_order,
    promise,
    redeem,
    refusal,
    tap,
    undo,
    visits,
)


@pytest.fixture
def noy(desk: FrontDesk) -> Iterator[int]:
    """Return a customer; a cashier is at the till, who may give two a day, and the shop three surprises."""
    customer, owner = enrol(desk), desk.staff_id
    desk.submit(desk.limits.save, desk.act(), Limits(goodwill=2, surprises=3)).result()
    desk.staff_id = hire(desk)
    yield customer
    desk.staff_id = owner
    in_order(desk)


def give(
    desk: FrontDesk, customer: int, count: int = 1, reason: GoodwillReason = GoodwillReason.WAITED
) -> StampOutcome:
    return desk.submit(desk.goodwill.give, desk.act(), customer, reason, count).result()


def left(desk: FrontDesk) -> GoodwillLeft:
    return desk.goodwill.left(desk.act())


def test_a_stamp_as_a_thank_you_is_no_visit_and_brings_no_gifts(desk: FrontDesk, noy: int) -> None:
    owner = desk.staffing.staff()[0].id
    desk.staff_id, cashier = owner, desk.staff_id
    promise(desk, gifts=Gifts(welcome=3))
    desk.staff_id = cashier
    given = give(desk, noy)
    assert (given.kind, given.stamps, given.gifts, given.card.balance) == (EntryKind.GOODWILL, 1, 0, 1)
    (entry,) = desk.loyalty.history(noy)
    assert (entry.kind, entry.reason, entry.staff_id) == (EntryKind.GOODWILL, "WAITED", cashier)
    assert visits(desk, noy) == 0
    assert tap(desk, noy).gifts == 3  # the welcome comes with the first stamp that was bought


def test_a_cashiers_budget_is_for_the_day(desk: FrontDesk, noy: int, clock: FakeClock) -> None:
    assert left(desk) == GoodwillLeft(2, 3)
    give(desk, noy)
    with pytest.raises(Refused) as refused:
        give(desk, noy, 2)
    assert refusal(refused) == ("GOODWILL_SPENT", "CALL_MANAGER")
    assert refused.value.facts == {"most": 2, "left": 1}
    give(desk, noy)
    assert left(desk).stamps == 0
    clock.forward(hours=15, minutes=29)  # 23:59 in the shop
    with pytest.raises(Refused):
        give(desk, noy)
    clock.forward(minutes=1)
    assert give(desk, noy).card.balance == 3


def test_each_cashier_has_their_own_and_a_manager_may_go_beyond(desk: FrontDesk, noy: int) -> None:
    give(desk, noy, 2)
    desk.staff_id = desk.staffing.staff()[0].id
    assert left(desk) == GoodwillLeft(None, 3)
    other, manager = hire(desk, "Keo"), hire(desk, "Lu", Role.MANAGER)
    for staff_id, count in ((other, 2), (manager, 5)):
        desk.staff_id = staff_id
        give(desk, noy, count)
    assert balance(desk, noy) == 9


def test_undo_gives_the_budget_back(desk: FrontDesk, noy: int) -> None:
    given = give(desk, noy, 2)
    surprise = give(desk, noy, 3, GoodwillReason.SURPRISE)
    undo(desk, given)
    undo(desk, surprise)
    assert (left(desk), balance(desk, noy)) == (GoodwillLeft(2, 3), 0)
    give(desk, noy, 2)
    give(desk, noy, 3, GoodwillReason.SURPRISE)


def test_a_clock_that_is_set_back_brings_no_second_budget(
    desk: FrontDesk, noy: int, clock: FakeClock
) -> None:
    given = give(desk, noy, 2)
    give(desk, noy, 3, GoodwillReason.SURPRISE)
    for days in (-1, -29, -300):
        clock.forward(days=days)
        assert left(desk) == GoodwillLeft(0, 0)
        for reason in (GoodwillReason.KINDNESS, GoodwillReason.SURPRISE):
            with pytest.raises(Refused):
                give(desk, noy, 1, reason)
    undo(desk, given)
    assert left(desk) == GoodwillLeft(2, 0)


def test_surprises_are_the_shops_and_bind_everybody_for_seven_days(
    desk: FrontDesk, noy: int, clock: FakeClock
) -> None:
    give(desk, noy, 2, GoodwillReason.SURPRISE)
    assert left(desk) == GoodwillLeft(2, 1)
    desk.staff_id = desk.staffing.staff()[0].id
    clock.forward(days=6, hours=23, minutes=59)
    with pytest.raises(Refused) as refused:
        give(desk, noy, 2, GoodwillReason.SURPRISE)
    assert refusal(refused) == ("SURPRISES_SPENT", "CALL_MANAGER")
    assert refused.value.facts == {"most": 3, "left": 1}
    clock.forward(minutes=1)
    give(desk, noy, 3, GoodwillReason.SURPRISE)


def test_a_lowered_budget_is_not_less_than_nothing(desk: FrontDesk, noy: int) -> None:
    give(desk, noy, 2)
    cashier, desk.staff_id = desk.staff_id, desk.staffing.staff()[0].id
    desk.submit(desk.limits.save, desk.act(), Limits(goodwill=1, surprises=0)).result()
    desk.staff_id = cashier
    assert left(desk) == GoodwillLeft(0, 0)
    with pytest.raises(Refused) as refused:
        give(desk, noy)
    assert refused.value.facts == {"most": 1, "left": 0}


def test_the_same_gesture_twice_is_one_stamp(desk: FrontDesk, noy: int) -> None:
    act = desk.act()
    for repeated in (False, True):
        given = desk.submit(desk.goodwill.give, act, noy, GoodwillReason.FORGOTTEN, 2).result()
        assert (given.repeated, given.kind, given.stamps) == (repeated, EntryKind.GOODWILL, 2)
    assert balance(desk, noy) == 2


def test_it_buys_a_reward_like_any_other_stamp(desk: FrontDesk, noy: int) -> None:
    tap(desk, noy, 4)
    assert give(desk, noy).became_ready
    assert redeem(desk, noy).card.balance == 0


def test_it_goes_on_the_card_that_is_asked_for_while_that_runs(desk: FrontDesk, noy: int) -> None:
    cashier, desk.staff_id = desk.staff_id, desk.staffing.staff()[0].id
    tea = desk.submit(desk.programmes.add, desk.act(), stamp_card("Tea", 5, "tea")).result().programme.id
    kind = GoodwillReason.KINDNESS
    given = desk.submit(desk.goodwill.give, desk.act(), noy, kind, 1, tea).result()
    assert given.card.programme.id == tea
    desk.submit(desk.programmes.retire, desk.act(), tea).result()
    desk.staff_id = cashier
    with pytest.raises(Refused) as refused:
        desk.submit(desk.goodwill.give, desk.act(), noy, kind, 1, tea).result()
    assert refusal(refused) == ("PROGRAMME_RETIRED", "CHOOSE_ANOTHER")


@pytest.mark.parametrize("count", [0, -1, 21])
def test_only_a_sensible_number_at_once(desk: FrontDesk, noy: int, count: int) -> None:
    with pytest.raises(Refused) as refused:
        give(desk, noy, count)
    assert refusal(refused) == ("TOO_MANY_AT_ONCE", None)
