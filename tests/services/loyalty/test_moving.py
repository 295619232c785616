"""A stamp given to the wrong person goes to the right one, exactly, and back again."""

from collections.abc import Callable, Iterator

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Boost, Gifts, Span
from frontdesk.domain.loyalty.stamping import EntryKind, GoodwillReason, StampOutcome
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.refusals import Refused
from frontdesk.services.gesture import begin
from frontdesk.services.loyalty.earning import Writing
from frontdesk.storage.loyalty import expiry, ledger_entries
from tests.conftest import FakeClock
from tests.services.counter_acts import (
    balance,
    buy,
    enrol,
    hire,
    in_order,
    items,
    merge,
    move,
    pay,
    promise,
    redeem,
    refusal,
    sell,
    tap,
    undo,
    visits,
)

DAY = 24 * 60 * 60 * 1000


@pytest.fixture
def both(desk: FrontDesk) -> Iterator[tuple[int, int]]:
    """Return the wrong and the right person; whatever the test did, the store is in order after it."""
    yield enrol(desk, "Noy"), enrol(desk, "Keo")
    in_order(desk)


def balances(desk: FrontDesk, *people: int) -> tuple[int, ...]:
    return tuple(balance(desk, each) for each in people)


def goodwill(desk: FrontDesk, customer: int, count: int = 1) -> StampOutcome:
    act, reason = desk.act(), GoodwillReason.WAITED
    return desk.submit(desk.goodwill.give, act, customer, reason, count).result()


def test_the_stamp_the_item_and_the_visit_go_to_the_right_person(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    latte, cake = sell(desk, "Latte", 2), sell(desk, "Cake", 0)
    tap(desk, noy)
    clock.forward(days=2)
    mistake = buy(desk, noy, latte)
    clock.forward(minutes=1)
    nothing = buy(desk, noy, cake)
    clock.forward(days=7)
    moved = move(desk, mistake, keo)
    assert (moved.customer_id, moved.stamps, moved.kind) == (keo, 2, EntryKind.EARNED)
    assert moved.changes.customers == {noy, keo}
    assert balances(desk, noy, keo) == (1, 2)
    assert (items(desk, noy), items(desk, keo)) == ([("Cake",), ()], [("Latte",)])
    move(desk, nothing, keo)
    assert (visits(desk, noy), visits(desk, keo)) == (1, 1)
    assert items(desk, keo) == [("Latte", "Cake")]
    summary = desk.greetings.open(keo, desk.now()).summary
    assert summary.last_at == clock.at - 7 * 86_400_000 - 60_000


def test_a_move_that_is_taken_back_gives_the_wrong_person_all_of_it_again(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    promise(desk, Accrual(boosts=(Boost(factor=3),)), Gifts(welcome=2))
    latte = sell(desk, "Latte")
    mistake = buy(desk, noy, latte)
    assert balances(desk, noy, keo) == (5, 0)
    clock.forward(days=1)
    moved = move(desk, mistake, keo)
    assert (moved.stamps, moved.gifts) == (5, 2)
    assert balances(desk, noy, keo) == (0, 5)
    back = undo(desk, moved)
    assert (back.customer_id, back.stamps, back.changes.customers) == (keo, -5, {noy, keo})
    assert balances(desk, noy, keo) == (5, 0)
    assert (items(desk, noy), items(desk, keo)) == ([("Latte",)], [])
    assert (visits(desk, noy), visits(desk, keo)) == (1, 0)
    tap(desk, noy)
    assert balance(desk, noy) == 8  # no second welcome


def test_the_wrong_persons_gifts_do_not_move_and_the_right_one_gets_their_own(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    tap(desk, keo)
    clock.forward(minutes=1)
    promise(desk, gifts=Gifts(welcome=2, birthday=1))
    lu = enrol(desk, "Lu", Birthday(11, 19))
    mistake = tap(desk, noy)
    assert balance(desk, noy) == 3
    clock.forward(days=30)
    moved = move(desk, mistake, keo)
    assert (balances(desk, noy, keo), moved.gifts) == ((0, 2), 0)
    again = move(desk, moved, lu)
    assert (again.stamps, again.gifts, balance(desk, keo)) == (4, 3, 1)  # it was their birthday that day


def test_moved_on_and_back_in_any_order(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    lu = enrol(desk, "Lu")
    first = move(desk, tap(desk, noy, 3), keo)
    second = move(desk, first, lu)
    assert balances(desk, noy, keo, lu) == (0, 0, 3)
    back = undo(desk, second)
    assert balances(desk, noy, keo, lu) == (0, 3, 0)
    third = move(desk, back, noy)
    assert balances(desk, noy, keo, lu) == (3, 0, 0)
    undo(desk, undo(desk, third))  # to Keo, and gone
    assert balances(desk, noy, keo, lu) == (0, 0, 0)
    assert [visits(desk, each) for each in (noy, keo, lu)] == [0, 0, 0]


def test_only_once(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    act, mistake = desk.act(), tap(desk, noy)
    for repeated in (False, True):
        made = desk.submit(desk.moving.move, act, mistake.gesture, keo).result()
        assert (made.repeated, made.customer_id, made.stamps, made.card.balance) == (repeated, keo, 1, 1)
    for again in (lambda: move(desk, mistake, keo), lambda: undo(desk, mistake)):
        with pytest.raises(Refused) as refused:
            again()
        assert refusal(refused) == ("ALREADY_UNDONE", None)
    back = desk.act()
    for _ in range(2):
        taken = desk.submit(desk.loyalty.undo, back, act.gesture).result()
        assert (taken.customer_id, taken.kind) == (keo, EntryKind.REVERSED)
    assert balances(desk, noy, keo) == (1, 0)


def test_what_cannot_be_moved(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    mistake = tap(desk, noy, 5)
    taken = redeem(desk, noy)
    undone = undo(desk, taken)
    for outcome in (taken, undone):
        with pytest.raises(Refused) as refused:
            move(desk, outcome, keo)
        assert refusal(refused) == ("NOTHING_TO_MOVE", None)
    with pytest.raises(Refused) as refused:
        move(desk, mistake, noy)
    assert refusal(refused) == ("SAME_PERSON", None)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.moving.move, desk.act(), b"x" * 16, keo).result()
    assert refusal(refused) == ("NOTHING_TO_MOVE", None)
    assert balances(desk, noy, keo) == (5, 0)


def test_after_the_reward_was_taken_the_stamps_are_owed(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    mistake = tap(desk, noy, 5)
    redeem(desk, noy)
    moved = move(desk, mistake, keo)
    assert balances(desk, noy, keo) == (-5, 5)
    undo(desk, moved)
    assert balances(desk, noy, keo) == (0, 0)
    assert visits(desk, noy) == 1


def test_two_records_that_are_one_person_are_the_same_person(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    lu, mistake = enrol(desk, "Lu"), tap(desk, noy, 2)
    merged = merge(desk, lu, noy)
    with pytest.raises(Refused) as refused:
        move(desk, mistake, lu)
    assert refusal(refused) == ("SAME_PERSON", None)
    moved = move(desk, mistake, keo)
    assert balances(desk, lu, keo) == (0, 2)
    undo(desk, moved)
    assert balances(desk, lu, keo) == (2, 0)
    desk.submit(desk.merging.unmerge, desk.act(), merged).result()
    assert balances(desk, noy, lu, keo) == (2, 0, 0)  # on the card that it was on


def test_moved_to_a_record_it_lies_with_the_whole_person(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    lu = enrol(desk, "Lu")
    merge(desk, lu, keo)
    assert move(desk, tap(desk, noy), keo).customer_id == lu
    assert balance(desk, lu) == 1


def test_a_merge_of_the_two_after_the_move_changes_nothing(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    moved = move(desk, tap(desk, noy, 2), keo)
    merge(desk, noy, keo)
    assert balance(desk, noy) == 2
    back = undo(desk, moved)
    assert balance(desk, noy) == 2
    undo(desk, back)
    assert balance(desk, noy) == 0


def test_the_terms_of_that_day_hold(desk: FrontDesk, both: tuple[int, int], clock: FakeClock) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    mistake = pay(desk, noy, 35_000)
    clock.forward(days=1)
    promise(desk, Accrual(Basis.AMOUNT, step=5_000), Gifts(welcome=4))
    moved = move(desk, mistake, keo)
    assert (balances(desk, noy, keo), moved.gifts) == ((0, 3), 0)
    undo(desk, moved)
    assert balances(desk, noy, keo) == (3, 0)


def test_money_is_reckoned_for_the_visit_of_each(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    mine = pay(desk, noy, 6_000)
    mistake = pay(desk, noy, 6_000)
    theirs = pay(desk, keo, 6_000)
    assert balances(desk, noy, keo) == (1, 0)
    moved = move(desk, mistake, keo)
    assert balances(desk, noy, keo) == (0, 1)
    clock.forward(minutes=5)
    pay(desk, keo, 8_000)
    assert balances(desk, noy, keo) == (0, 2)
    back = undo(desk, moved)
    assert balances(desk, noy, keo) == (1, 1)
    undo(desk, theirs)
    assert balances(desk, noy, keo) == (1, 0)
    undo(desk, mine)
    assert balances(desk, noy, keo) == (0, 0)
    undo(desk, back)
    assert visits(desk, noy) == 0


def test_what_stood_in_the_way_of_other_purchases_does_so_no_more(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    noy, keo = both
    promise(desk, Accrual(most_per_visit=2))
    latte = sell(desk, "Latte", 2)
    mistake = buy(desk, noy, latte)
    assert buy(desk, noy, latte).clipped == 2
    moved = move(desk, mistake, keo)
    assert balances(desk, noy, keo) == (2, 2)
    undo(desk, moved)
    assert balances(desk, noy, keo) == (2, 0)


def test_a_moved_stamp_takes_the_room_of_the_day_it_was_bought_on(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    promise(desk, Accrual(most_per_day=1))
    mistake = tap(desk, noy)
    clock.forward(days=3)
    move(desk, mistake, keo)
    assert tap(desk, keo).clipped == 0
    with pytest.raises(Refused) as refused:
        tap(desk, keo)
    assert refusal(refused) == ("ENOUGH_FOR_NOW", "GIVE_GOODWILL")


def test_within_one_visit_the_cap_counts_what_was_moved(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.VISIT))
    moved = move(desk, tap(desk, noy), keo)
    for each in (keo, noy):
        if each == noy:
            undo(desk, moved)
        with pytest.raises(Refused) as refused:
            tap(desk, each)
        assert refusal(refused) == ("ENOUGH_FOR_NOW", "GIVE_GOODWILL")


End = Callable[[StampOutcome, int], None]


@pytest.fixture
def end(desk: FrontDesk) -> End:
    """Return a function that ends so many stamps of an act, as the daily sweep does."""

    def write(outcome: StampOutcome, stamps: int) -> None:
        def sweep() -> None:
            db, act = desk.store.write(), desk.act()
            begun = begin(desk.store, act, "EXPIRE")
            gesture_id = db.value("SELECT id FROM gesture WHERE uid = ?", (outcome.gesture,))
            ended = ledger_entries.standing_of(db, gesture_id)[0]
            assert begun is not None
            writing = Writing(begun, act, desk.ledger, desk.store.new_id, desk.zone)
            programme = desk.programmes.all()[0]
            ending = writing.append(ended.customer_id, programme, EntryKind.EXPIRED, -stamps)
            expiry.note_ending(db, ending, ended.id)

        desk.submit(sweep).result()

    return write


@pytest.mark.parametrize("ended", [1, 3])
def test_stamps_that_ended_are_moved_whole_and_come_back_ended(
    desk: FrontDesk, both: tuple[int, int], end: End, ended: int
) -> None:
    noy, keo = both
    mistake = tap(desk, noy, 3)
    end(mistake, ended)
    assert balance(desk, noy) == 3 - ended
    moved = move(desk, mistake, keo)
    assert balances(desk, noy, keo) == (0, 3)
    back = undo(desk, moved)
    assert balances(desk, noy, keo) == (3 - ended, 0)
    again = move(desk, back, keo)
    assert balances(desk, noy, keo) == (0, 3)
    undo(desk, undo(desk, again))
    assert balances(desk, noy, keo) == (0, 0)


def test_what_ended_after_the_move_comes_back_with_it(
    desk: FrontDesk, both: tuple[int, int], end: End
) -> None:
    noy, keo = both
    moved = move(desk, tap(desk, noy, 3), keo)
    db = desk.store.read()
    given = desk.loyalty.history(keo)[0]
    assert (given.reason, given.done_as) == ("MOVED", "MOVE")
    assert db.value("SELECT count(*) FROM ledger_entry") == 3

    def sweep() -> None:
        act = desk.act()
        begun = begin(desk.store, act, "EXPIRE")
        assert begun is not None
        writing = Writing(begun, act, desk.ledger, desk.store.new_id, desk.zone)
        ending = writing.append(keo, desk.programmes.all()[0], EntryKind.EXPIRED, -3)
        expiry.note_ending(desk.store.write(), ending, given.id)

    desk.submit(sweep).result()
    assert balances(desk, noy, keo) == (0, 0)
    undo(desk, moved)
    assert balances(desk, noy, keo) == (3, 0)


def test_goodwill_moves_as_goodwill_and_is_no_visit(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    given = goodwill(desk, noy, 2)
    clock.forward(days=1)
    moved = move(desk, given, keo)
    assert (moved.kind, moved.stamps, balances(desk, noy, keo)) == (EntryKind.GOODWILL, 2, (0, 2))
    latest = desk.loyalty.history(keo)[0]
    assert (latest.kind, latest.reason) == (EntryKind.GOODWILL, "WAITED")
    undo(desk, moved)
    assert balances(desk, noy, keo) == (2, 0)
    assert (visits(desk, noy), visits(desk, keo)) == (0, 0)


def test_a_cashiers_limits_hold_for_what_they_move(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    given, thanks = tap(desk, noy, 4), goodwill(desk, noy, 3)
    limits = Limits(card_stamps=3, goodwill=2)
    desk.submit(desk.limits.save, desk.act(), limits).result()
    desk.staff_id = hire(desk)
    for mistake, code in ((given, "CARD_LIMIT"), (thanks, "GOODWILL_SPENT")):
        with pytest.raises(Refused) as refused:
            move(desk, mistake, keo)
        assert refusal(refused) == (code, "CALL_MANAGER")
    assert balances(desk, noy, keo) == (7, 0)


def test_a_cashier_may_mend_a_slip_of_their_own_at_the_limit(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    desk.submit(desk.limits.save, desk.act(), Limits(staff_stamps=3, goodwill=2)).result()
    desk.staff_id = hire(desk)
    given, thanks = tap(desk, noy, 3), goodwill(desk, noy, 2)
    move(desk, given, keo)
    move(desk, thanks, keo)
    assert balances(desk, noy, keo) == (0, 5)
    with pytest.raises(Refused) as refused:
        tap(desk, keo)
    assert refusal(refused) == ("STAFF_LIMIT", "CALL_MANAGER")


def test_a_move_taken_back_gives_no_cashier_more_goodwill_than_a_day_has(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    """A manager's move gave the cashier their stamps again; they gave them, and took the move back."""
    noy, keo = both
    desk.submit(desk.limits.save, desk.act(), Limits(goodwill=3)).result()
    manager, desk.staff_id = desk.staff_id, hire(desk)
    cashier, given = desk.staff_id, goodwill(desk, noy, 3)
    desk.staff_id = manager
    moved = move(desk, given, keo)
    desk.staff_id = cashier
    goodwill(desk, noy, 3)
    with pytest.raises(Refused) as refused:
        undo(desk, moved)
    assert refusal(refused) == ("GOODWILL_SPENT", "CALL_MANAGER")
    assert balances(desk, noy, keo) == (3, 3)
    desk.staff_id = manager
    undo(desk, moved)
    assert balances(desk, noy, keo) == (6, 0)


@pytest.mark.parametrize("over", ["retired", "ended the day before"])
def test_a_stamp_of_a_programme_that_is_over_can_still_be_moved(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock, over: str
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.AMOUNT, step=10_000, boosts=(Boost(),)))
    mistake = pay(desk, noy, 20_000)
    clock.forward(minutes=1)
    programme = desk.programmes.all()[0].id
    if over == "retired":
        desk.submit(desk.programmes.retire, desk.act(), programme).result()
    else:
        desk.submit(desk.programmes.set_span, desk.act(), programme, Span(ends_at=desk.now() - DAY)).result()
    moved = move(desk, mistake, keo)
    assert balances(desk, keo) == (4,)
    undo(desk, moved)
    assert balances(desk, noy) == (4,)


def test_a_visit_is_reckoned_anew_also_when_the_programme_was_retired_since(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    mistake, left = pay(desk, noy, 5_000), pay(desk, noy, 5_000)
    clock.forward(minutes=1)
    desk.submit(desk.programmes.retire, desk.act(), desk.programmes.all()[0].id).result()
    moved = move(desk, mistake, keo)
    assert desk.loyalty.cards(noy, desk.now()) == ()
    undo(desk, moved)
    assert balances(desk, noy) == (1,)
    undo(desk, left)
    assert desk.loyalty.cards(noy, desk.now()) == ()


def test_the_cap_of_a_visit_does_not_count_what_the_hour_had_added(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    noy, keo = both
    promise(desk, Accrual(most_per_visit=2, boosts=(Boost(factor=3),)))
    move(desk, tap(desk, noy), keo)
    assert tap(desk, keo, 2).stamps == 3
    assert balance(desk, keo) == 6


def test_what_a_visit_earns_once_is_not_carried_into_a_visit_that_has_earned_it(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.VISIT))
    lu, latte = enrol(desk, "Lu"), sell(desk, "Latte")
    buy(desk, noy, latte)
    moved = move(desk, buy(desk, noy, latte), keo)
    assert balances(desk, noy, keo) == (1, 1)
    tap(desk, lu)
    move(desk, moved, lu)
    assert balances(desk, noy, keo, lu) == (1, 0, 1)


def test_what_stands_in_for_a_moved_stamp_goes_with_what_it_is_for(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.VISIT))
    latte, cake = sell(desk, "Latte"), sell(desk, "Cake")
    mistake, left = buy(desk, noy, latte), buy(desk, noy, cake)
    move(desk, mistake, keo)
    assert balances(desk, noy, keo) == (1, 1)
    undo(desk, left)
    assert balances(desk, noy, keo) == (0, 1)


def test_moved_on_and_taken_back_each_has_their_own_visit(
    desk: FrontDesk, both: tuple[int, int], clock: FakeClock
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.VISIT))
    lu, latte = enrol(desk, "Lu"), sell(desk, "Latte")
    mistake = tap(desk, noy)
    buy(desk, noy, latte)
    clock.forward(days=1)
    onwards = move(desk, move(desk, mistake, keo), lu)
    assert balances(desk, noy, keo, lu) == (1, 0, 1)
    undo(desk, onwards)
    assert balances(desk, noy, keo, lu) == (1, 1, 0)
    assert [visits(desk, each) for each in (noy, keo, lu)] == [1, 1, 0]


def test_a_purchase_that_earns_the_other_nothing_more_can_be_moved_and_taken_back(
    desk: FrontDesk, both: tuple[int, int]
) -> None:
    noy, keo = both
    promise(desk, Accrual(Basis.VISIT))
    latte, cake = sell(desk, "Latte"), sell(desk, "Cake")
    first = buy(desk, keo, latte)
    buy(desk, keo, cake)
    undo(desk, first)
    buy(desk, noy, latte)
    moved = move(desk, buy(desk, noy, cake), keo)
    assert (moved.stamps, balances(desk, noy, keo)) == (0, (1, 1))
    assert items(desk, keo) == [("Cake", "Cake")]
    undo(desk, moved)
    assert (balances(desk, noy, keo), items(desk, keo)) == ((1, 1), [("Cake",)])


def test_every_role_may_move(desk: FrontDesk, both: tuple[int, int]) -> None:
    noy, keo = both
    mistake = tap(desk, noy)
    desk.staff_id = hire(desk, role=Role.CASHIER)
    assert move(desk, mistake, keo).stamps == 1
