"""People who share a card: it gets the stamps, each of them the visit, and one undo takes back both."""

from collections.abc import Iterator

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.groups import GroupOutcome
from frontdesk.domain.loyalty.programmes import Accrual, Basis
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import (
    balance,
    enrol,
    in_order,
    merge,
    move,
    promise,
    redeem,
    refusal,
    tap,
    undo,
    visits,
)


@pytest.fixture
def office(desk: FrontDesk) -> Iterator[int]:
    """The record of an office; whatever the test did, the store is in order after it."""
    yield enrol(desk, "BCEL office")
    in_order(desk)


@pytest.fixture
def noy(desk: FrontDesk, office: int) -> int:
    member = enrol(desk, "Noy")
    join(desk, member, office)
    return member


@pytest.fixture
def keo(desk: FrontDesk, office: int) -> int:
    member = enrol(desk, "Keo")
    join(desk, member, office)
    return member


def join(desk: FrontDesk, member: int, holder: int) -> GroupOutcome:
    return desk.submit(desk.groups.join, desk.act(), member, holder).result()


def leave(desk: FrontDesk, member: int) -> GroupOutcome:
    return desk.submit(desk.groups.leave, desk.act(), member).result()


def share(desk: FrontDesk, member: int, count: int = 1) -> StampOutcome:
    return desk.submit(desk.groups.add_stamps, desk.act(), member, count).result()


def take(desk: FrontDesk, member: int) -> StampOutcome:
    return desk.submit(desk.groups.redeem, desk.act(), member).result()


def members(desk: FrontDesk, customer: int) -> list[str]:
    group = desk.groups.of(customer, desk.now())
    return [] if group is None else [member.address for member in group.members]


def test_both_sides_know_their_group(desk: FrontDesk, office: int, noy: int, keo: int) -> None:
    tap(desk, office, 4)
    group = desk.groups.of(noy, desk.now())
    assert group is not None
    assert group == desk.groups.of(office, desk.now())
    assert (group.holder.address, group.cards[0].balance) == ("BCEL office", 4)
    assert (group.is_shared_by(noy), group.is_shared_by(office)) == (True, False)
    assert members(desk, keo) == ["Noy", "Keo"]
    assert desk.groups.of(enrol(desk, "Lu"), desk.now()) is None


def test_a_stamp_goes_to_the_office_and_the_visit_to_whoever_came(
    desk: FrontDesk, office: int, noy: int
) -> None:
    outcome = share(desk, noy)
    assert (outcome.customer_id, outcome.card.balance) == (office, 1)
    assert {noy, office} <= outcome.changes.customers
    assert (balance(desk, office), balance(desk, noy)) == (1, 0)
    assert (visits(desk, office), visits(desk, noy)) == (1, 1)
    (mine,), (theirs,) = (desk.greetings.open(each, desk.now()).recent for each in (noy, office))
    assert (mine.card_of, mine.stamps, mine.came) == ("BCEL office", 0, "")
    assert (theirs.came, theirs.stamps, theirs.card_of) == ("Noy", 1, "")


def test_one_undo_takes_back_the_stamp_and_both_visits(desk: FrontDesk, office: int, noy: int) -> None:
    undone = undo(desk, share(desk, noy, 2))
    assert {noy, office} <= undone.changes.customers
    assert (balance(desk, office), visits(desk, office), visits(desk, noy)) == (0, 0, 0)


def test_the_same_act_again_does_nothing_again(desk: FrontDesk, office: int, noy: int) -> None:
    act = desk.act()
    for repeated in (False, True):
        outcome = desk.submit(desk.groups.add_stamps, act, noy).result()
        assert outcome.repeated is repeated
    assert balance(desk, office) == 1
    tap(desk, office, 4)
    act = desk.act()
    for repeated in (False, True):
        assert desk.submit(desk.groups.redeem, act, noy).result().repeated is repeated
    assert balance(desk, office) == 0


def test_the_same_act_again_is_told_again_to_who_has_left(desk: FrontDesk, office: int, noy: int) -> None:
    tap(desk, office, 5)
    stamped, taken = desk.act(), desk.act()
    desk.submit(desk.groups.add_stamps, stamped, noy).result()
    desk.submit(desk.groups.redeem, taken, noy).result()
    leave(desk, noy)
    assert desk.submit(desk.groups.add_stamps, stamped, noy).result().repeated
    assert desk.submit(desk.groups.redeem, taken, noy).result().repeated
    assert balance(desk, office) == 1


def test_the_own_card_is_still_there(desk: FrontDesk, office: int, noy: int) -> None:
    tap(desk, noy)
    share(desk, noy)
    assert (balance(desk, noy), balance(desk, office), visits(desk, noy)) == (1, 1, 1)
    own = tap(desk, noy)
    undo(desk, own)
    assert (balance(desk, noy), balance(desk, office), visits(desk, noy)) == (1, 1, 1)


def test_a_reward_is_taken_from_the_shared_card(desk: FrontDesk, office: int, noy: int) -> None:
    share(desk, noy, 5)
    taken = take(desk, noy)
    assert (taken.customer_id, balance(desk, office)) == (office, 0)
    undo(desk, taken)
    assert (balance(desk, office), visits(desk, noy)) == (5, 1)


def test_a_reward_that_is_not_ready_is_refused_and_is_no_visit(
    desk: FrontDesk, office: int, noy: int
) -> None:
    with pytest.raises(Refused) as raised:
        take(desk, noy)
    assert refusal(raised)[0] == "STAMPS_SHORT"
    assert visits(desk, noy) == 0


def test_each_of_them_has_the_cap_of_a_visit(desk: FrontDesk, office: int, noy: int, keo: int) -> None:
    promise(desk, Accrual(most_per_visit=2))
    for member in (noy, noy, keo, keo):
        assert share(desk, member).stamps == 1
    with pytest.raises(Refused) as raised:
        share(desk, noy)
    assert refusal(raised)[0] == "ENOUGH_FOR_NOW"


def test_several_at_once_have_the_caps_of_as_many_as_the_group_has(
    desk: FrontDesk, office: int, noy: int, keo: int
) -> None:
    promise(desk, Accrual(most_per_visit=1))
    assert share(desk, noy, 5).stamps == 3, "the office and its two"
    with pytest.raises(Refused) as raised:
        share(desk, keo, 5)
    assert refusal(raised)[0] == "ENOUGH_FOR_NOW", "whom she says were counted"


@pytest.mark.parametrize("accrual", [Accrual(Basis.VISIT), Accrual(most_per_day=1)])
def test_a_group_does_not_grow_by_each_saying_that_all_came(
    desk: FrontDesk, office: int, noy: int, keo: int, accrual: Accrual
) -> None:
    promise(desk, accrual)
    assert share(desk, noy, 3).stamps == 3
    for member in (noy, keo):
        with pytest.raises(Refused):
            share(desk, member, 3)
    assert balance(desk, office) == 3


@pytest.mark.parametrize("who_first", ["member", "office"])
def test_where_a_visit_earns_each_who_comes_earns_one(
    desk: FrontDesk, office: int, noy: int, keo: int, clock: FakeClock, who_first: str
) -> None:
    promise(desk, Accrual(Basis.VISIT))
    first = (lambda: share(desk, noy)) if who_first == "member" else (lambda: tap(desk, office))
    first()
    clock.forward(minutes=10)
    assert share(desk, keo).stamps == 1
    with pytest.raises(Refused):
        share(desk, keo)
    clock.forward(minutes=31)
    assert share(desk, keo).stamps == 1
    assert balance(desk, office) == 3


def test_a_reward_buys_nothing_and_counts_nobody(
    desk: FrontDesk, office: int, noy: int, keo: int, clock: FakeClock
) -> None:
    promise(desk, Accrual(Basis.VISIT))
    tap(desk, office, 5)
    clock.forward(hours=1)
    take(desk, noy)
    assert share(desk, keo).stamps == 1


def test_the_cap_of_a_day_counts_all_who_came_that_day(
    desk: FrontDesk, office: int, noy: int, keo: int, clock: FakeClock
) -> None:
    promise(desk, Accrual(most_per_day=2))
    for member in (noy, noy, keo, keo):
        assert share(desk, member).stamps == 1
        clock.forward(hours=2)
    with pytest.raises(Refused):
        share(desk, keo)
    assert balance(desk, office) == 4


def test_a_moved_stamp_takes_the_visit_along_and_brings_it_back(
    desk: FrontDesk, office: int, noy: int
) -> None:
    lu = enrol(desk, "Lu")
    moved = move(desk, share(desk, noy), lu)
    assert (balance(desk, office), balance(desk, lu), visits(desk, noy)) == (0, 1, 0)
    back = undo(desk, moved)
    assert (balance(desk, office), balance(desk, lu), visits(desk, noy)) == (1, 0, 1)
    undo(desk, back)
    assert (balance(desk, office), visits(desk, noy), visits(desk, office)) == (0, 0, 0)


def test_who_leaves_collects_on_no_shared_card(desk: FrontDesk, office: int, noy: int) -> None:
    share(desk, noy)
    left = leave(desk, noy)
    assert (left.joined, left.members, left.holder.address) == (False, 0, "BCEL office")
    assert (members(desk, office), balance(desk, office)) == ([], 1)
    with pytest.raises(Refused) as raised:
        share(desk, noy)
    assert refusal(raised)[0] == "NO_GROUP"
    assert join(desk, noy, office).members == 1


def test_leaving_twice_by_one_act_is_leaving_once(desk: FrontDesk, office: int, noy: int) -> None:
    act = desk.act()
    first = desk.submit(desk.groups.leave, act, noy).result()
    assert desk.submit(desk.groups.leave, act, noy).result() == first


def test_joining_another_group_leaves_the_first(desk: FrontDesk, office: int, noy: int) -> None:
    family = enrol(desk, "Family")
    join(desk, noy, family)
    assert (members(desk, office), members(desk, family)) == ([], ["Noy"])


def test_a_group_joins_no_group_and_nobody_themselves(desk: FrontDesk, office: int, noy: int) -> None:
    lu = enrol(desk, "Lu")
    for member, holder, said in (
        (office, lu, "IN_A_GROUP"),
        (lu, noy, "IN_A_GROUP"),
        (lu, lu, "SAME_PERSON"),
    ):
        with pytest.raises(Refused) as raised:
            join(desk, member, holder)
        assert refusal(raised)[0] == said


def test_merged_records_share_what_either_shared_and_each_again_when_taken_apart(
    desk: FrontDesk, office: int, noy: int, keo: int
) -> None:
    twin, branch = enrol(desk, "Noi"), enrol(desk, "BCEL")
    merged, merged_office = merge(desk, twin, noy), merge(desk, branch, office)
    assert sorted(members(desk, twin)) == ["Keo", "Noi"]
    share(desk, twin)
    assert (balance(desk, branch), visits(desk, twin)) == (1, 1)
    for merge_id in (merged, merged_office):
        desk.submit(desk.merging.unmerge, desk.act(), merge_id).result()
    assert members(desk, noy) == ["Noy", "Keo"]
    assert desk.groups.of(twin, desk.now()) is None


def test_a_member_who_is_found_to_be_the_holder_is_no_member(desk: FrontDesk, office: int, noy: int) -> None:
    merge(desk, office, noy)
    assert desk.groups.of(office, desk.now()) is None
    assert tap(desk, noy).card.balance == 1


def test_somebody_of_the_group_who_is_erased_or_put_away_is_gone(
    desk: FrontDesk, office: int, noy: int, keo: int
) -> None:
    desk.submit(desk.customers.archive, desk.act(), noy).result()
    assert members(desk, keo) == ["Keo"]
    desk.submit(desk.customers.archive, desk.act(), office).result()
    assert desk.groups.of(keo, desk.now()) is None


def test_an_empty_holder_takes_stamps_as_before(desk: FrontDesk, office: int) -> None:
    tap(desk, office, 5)
    redeem(desk, office)
    assert balance(desk, office) == 0
