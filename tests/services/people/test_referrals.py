"""Who brought whom along: both get something, once, when the friend has come twice."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import Gifts, stamp_card
from frontdesk.domain.refusals import Refused
from frontdesk.services.people.referrals import BroughtAlong, Companions
from tests.conftest import FakeClock
from tests.services.counter_acts import (
    balance,
    enrol,
    in_order,
    merge,
    move,
    promise,
    refusal,
    tap,
    undo,
)

THANKS = Gifts(friend=2, referrer=3)


@pytest.fixture
def both(desk: FrontDesk) -> Iterator[tuple[int, int]]:
    """Return a friend and whoever may have brought them; whatever the test did, the store is in order."""
    promise(desk, gifts=THANKS)
    yield enrol(desk, "Keo"), enrol(desk, "Noy")
    in_order(desk)


def bring(desk: FrontDesk, friend: int, referrer: int) -> BroughtAlong:
    return desk.submit(desk.referrals.brought, desk.act(), friend, referrer).result()


def unbring(desk: FrontDesk, brought: BroughtAlong) -> BroughtAlong:
    return desk.submit(desk.referrals.undo, desk.act(), brought.gesture).result()


def come(desk: FrontDesk, clock: FakeClock, customer: int, times: int = 1) -> list[int]:
    """Come so often, with a stamp each time; gives the gifts of each."""
    found = []
    for _ in range(times):
        clock.forward(days=1)
        found.append(tap(desk, customer).gifts)
    return found


def balances(desk: FrontDesk, *people: int) -> tuple[int, ...]:
    return tuple(balance(desk, each) for each in people)


def test_both_get_theirs_once_when_the_friend_has_come_twice(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    assert come(desk, clock, friend, 4) == [0, 2, 0, 0]
    assert balances(desk, friend, referrer) == (6, 3)


def test_noted_late_it_comes_with_the_next_stamp(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    come(desk, clock, friend, 3)
    bring(desk, friend, referrer)
    assert balances(desk, friend, referrer) == (3, 0)
    assert come(desk, clock, friend) == [2]
    assert balance(desk, referrer) == 3


def test_the_referrers_side_is_told_of_as_changed(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    assert bring(desk, friend, referrer).changes.customers == {friend, referrer}
    come(desk, clock, friend)
    clock.forward(days=1)
    assert tap(desk, friend).changes.customers == {friend, referrer}


def test_another_stamp_taken_back_brings_it_no_second_time(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    come(desk, clock, friend, 2)
    clock.forward(days=1)
    undo(desk, tap(desk, friend))
    assert come(desk, clock, friend) == [0]
    assert balances(desk, friend, referrer) == (5, 3)


def test_taken_back_with_the_stamp_it_comes_again_with_the_next(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    come(desk, clock, friend)
    clock.forward(days=1)
    undone = undo(desk, tap(desk, friend))
    assert balances(desk, friend, referrer) == (1, 0)
    assert undone.changes.customers == {friend, referrer}
    assert come(desk, clock, friend) == [2]
    assert balances(desk, friend, referrer) == (4, 3)


def test_a_friend_who_turns_out_to_be_the_referrer_brings_nothing(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    merged = merge(desk, referrer, friend)
    assert come(desk, clock, referrer, 3) == [0, 0, 0]
    assert desk.referrals.of(referrer) == Companions(None, ())
    desk.submit(desk.merging.unmerge, desk.act(), merged).result()
    assert desk.referrals.of(referrer).friends[0].customer_id == friend


def test_a_merged_person_still_gets_thanks_for_the_other_half(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    other = enrol(desk, "Lu")
    bring(desk, friend, referrer)
    bring(desk, referrer, other)
    merge(desk, referrer, friend)
    assert come(desk, clock, referrer, 2) == [0, 2]
    assert balances(desk, referrer, other) == (4, 3)


def test_the_thanks_go_to_whoever_answers_for_the_referrer(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    other = enrol(desk, "Lu")
    bring(desk, friend, referrer)
    merge(desk, other, referrer)
    come(desk, clock, friend, 2)
    assert balances(desk, friend, other) == (4, 3)
    by = desk.referrals.of(friend).by
    assert by is not None
    assert (by.customer_id, by.name) == (other, "Lu")


def test_a_friend_merged_into_another_was_thanked_for_already(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    come(desk, clock, friend, 2)
    other = enrol(desk, "Lu")
    merge(desk, other, friend)
    assert come(desk, clock, other) == [0]
    assert balance(desk, referrer) == 3


def test_a_stamp_of_the_friends_that_is_moved_takes_the_thanks_along(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    wrong = enrol(desk, "Lu")
    bring(desk, friend, referrer)
    come(desk, clock, friend)
    clock.forward(days=1)
    mistake = tap(desk, wrong)
    moved = move(desk, mistake, friend)
    assert (moved.gifts, moved.changes.customers) == (2, {wrong, friend, referrer})
    assert balances(desk, wrong, friend, referrer) == (0, 4, 3)
    onwards = move(desk, moved, wrong)
    assert balances(desk, wrong, friend, referrer) == (1, 1, 0)
    undo(desk, onwards)
    assert balances(desk, wrong, friend, referrer) == (0, 4, 3)
    assert come(desk, clock, friend) == [0]  # what came back counts as thanks


def test_each_programme_thanks_by_its_own_terms(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    plain = desk.submit(desk.programmes.add, desk.act(), stamp_card("Tea", 5, "tea")).result().programme.id
    bring(desk, friend, referrer)
    for _ in range(3):
        clock.forward(days=1)
        desk.submit(desk.loyalty.add_stamps, desk.act(), friend, 1, programme_id=plain).result()
    assert [card.balance for card in desk.loyalty.cards(friend, desk.now())] == [0, 3]
    assert come(desk, clock, friend) == [2]


def test_each_of_two_programmes_thanks_on_its_own(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    draft = stamp_card("Tea", 5, "tea")
    draft = replace(draft, terms=replace(draft.terms, gifts=THANKS))
    tea = desk.submit(desk.programmes.add, desk.act(), draft).result().programme.id
    bring(desk, friend, referrer)
    assert come(desk, clock, friend, 3) == [0, 2, 0]
    thanked = [
        desk.submit(desk.loyalty.add_stamps, desk.act(), friend, 1, programme_id=tea).result().gifts
        for _ in range(2)
    ]
    assert thanked == [2, 0]


def test_thanked_by_a_moved_stamp_is_thanked(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    come(desk, clock, friend)
    clock.forward(days=1)
    move(desk, tap(desk, enrol(desk, "Lu")), friend)
    assert come(desk, clock, friend) == [0]
    assert balances(desk, friend, referrer) == (5, 3)


@pytest.mark.parametrize(("gifts", "expected"), [(Gifts(referrer=3), (4, 3)), (Gifts(friend=2), (6, 0))])
def test_one_of_the_two_may_get_nothing(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock, gifts: Gifts, expected: tuple[int, int]
) -> None:
    friend, referrer = both
    promise(desk, gifts=gifts)
    bring(desk, friend, referrer)
    come(desk, clock, friend, 4)
    assert balances(desk, friend, referrer) == expected


def test_who_brought_whom_can_be_looked_up(desk: FrontDesk, both: tuple[int, int]) -> None:
    friend, referrer = both
    noted = bring(desk, friend, referrer)
    by, friends = desk.referrals.of(friend).by, desk.referrals.of(referrer).friends
    assert by is not None
    assert (by.customer_id, by.name, by.gesture) == (referrer, "Noy", noted.gesture)
    assert [(each.customer_id, each.name) for each in friends] == [(friend, "Keo")]
    assert desk.referrals.of(friend).friends == ()


def test_nobody_is_brought_twice_by_themselves_or_by_whom_they_brought(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    friend, referrer = both
    third = enrol(desk, "Lu")
    bring(desk, friend, referrer)
    bring(desk, third, friend)
    for pair, code in (
        ((friend, third), "ALREADY_BROUGHT"),
        ((friend, friend), "SAME_PERSON"),
        ((referrer, friend), "BROUGHT_THEM"),
        ((referrer, third), "BROUGHT_THEM"),
    ):
        with pytest.raises(Refused) as refused:
            bring(desk, *pair)
        assert refused.value.code.value == code
    merge(desk, friend, enrol(desk, "Keo again"))
    with pytest.raises(Refused) as refused:
        bring(desk, friend, third)
    assert refusal(refused)[0] == "ALREADY_BROUGHT"


def test_brought_by_themselves_as_they_were_before_a_merge_is_noted_already(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    friend, referrer = both
    bring(desk, friend, referrer)
    merge(desk, friend, referrer)
    with pytest.raises(Refused) as refused:
        bring(desk, friend, enrol(desk, "Lu"))
    assert refusal(refused)[0] == "ALREADY_BROUGHT"


def test_undone_it_takes_back_what_both_got_for_it(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    friend, referrer = both
    other = enrol(desk, "Lu")
    noted = bring(desk, friend, referrer)
    come(desk, clock, friend, 2)
    undone = unbring(desk, noted)
    assert undone.changes.customers == {friend, referrer}
    assert balances(desk, friend, referrer) == (2, 0)
    assert desk.referrals.of(friend).by is None
    with pytest.raises(Refused) as refused:
        unbring(desk, noted)
    assert refusal(refused) == ("ALREADY_UNDONE", None)
    bring(desk, friend, other)
    assert come(desk, clock, friend) == [2]
    assert balances(desk, friend, referrer, other) == (5, 0, 3)


def test_a_repeat_changes_nothing(desk: FrontDesk, both: tuple[int, int], clock: FakeClock) -> None:
    friend, referrer = both
    act, back = desk.act(), desk.act()
    first = desk.submit(desk.referrals.brought, act, friend, referrer).result()
    assert desk.submit(desk.referrals.brought, act, friend, referrer).result() == first
    come(desk, clock, friend, 2)
    for _ in range(2):
        desk.submit(desk.referrals.undo, back, act.gesture).result()
        assert balances(desk, friend, referrer) == (2, 0)


def test_a_stamp_is_no_referral(desk: FrontDesk, both: tuple[int, int]) -> None:
    stamp = tap(desk, both[0])
    for gesture in (stamp.gesture, b"x" * 16):
        with pytest.raises(Refused) as refused:
            desk.submit(desk.referrals.undo, desk.act(), gesture).result()
        assert refusal(refused) == ("NOTHING_TO_UNDO", None)
