"""Stamps that were lost, doubled or invented once, each by a sequence that somebody could tap."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Boost, Gifts, Reward, Terms
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.said import Said
from tests.conftest import FakeClock
from tests.services.loyalty.test_earning import add, balance, buy, enrol, pay, promise, sell, tap, undo


def move(desk: FrontDesk, moved: StampOutcome, to: int) -> StampOutcome:
    return desk.submit(desk.moving.move, desk.act(), moved.gesture, to).result()


def test_a_gift_that_came_again_meanwhile_is_not_given_back_too(desk: FrontDesk) -> None:
    promise(desk, gifts=Gifts(welcome=2, birthday=3))
    noy, keo = enrol(desk, "Noy", Birthday(11, 19)), enrol(desk, "Keo")
    moved = move(desk, tap(desk, noy), keo)
    assert tap(desk, noy).gifts == 5
    undo(desk, moved)
    assert (balance(desk, noy), balance(desk, keo)) == (7, 0)
    assert desk.verifier.verify().ok


def test_a_friend_is_thanked_for_once_when_a_move_comes_back(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, gifts=Gifts(friend=2, referrer=3))
    noy, keo, lu = enrol(desk), enrol(desk, "Keo"), enrol(desk, "Lu")
    brought = desk.act()
    desk.submit(desk.referrals.brought, brought, noy, lu).result()
    tap(desk, noy)
    clock.forward(days=1)
    moved = move(desk, tap(desk, noy), keo)
    clock.forward(days=1)
    assert tap(desk, noy).gifts == 2
    undo(desk, moved)
    assert (balance(desk, noy), balance(desk, keo), balance(desk, lu)) == (5, 0, 3)


def test_a_referral_that_was_taken_back_brings_no_gift_again(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, gifts=Gifts(friend=2, referrer=3))
    noy, keo, lu = enrol(desk), enrol(desk, "Keo"), enrol(desk, "Lu")
    brought = desk.act()
    desk.submit(desk.referrals.brought, brought, noy, lu).result()
    tap(desk, noy)
    clock.forward(days=1)
    moved = move(desk, tap(desk, noy), keo)
    desk.submit(desk.referrals.undo, desk.act(), brought.gesture).result()
    undo(desk, moved)
    assert (balance(desk, noy), balance(desk, lu)) == (2, 0)


def test_a_kept_reward_survives_a_move_and_its_undo(desk: FrontDesk, clock: FakeClock) -> None:
    noy, keo = enrol(desk), enrol(desk, "Keo")
    tap(desk, noy, 4)
    last = tap(desk, noy)
    clock.forward(days=1)
    dearer = Terms((Reward(1, 10, Said("coffee")),))
    desk.submit(desk.programmes.change, desk.act(), desk.programmes.all()[0].id, dearer).result()
    clock.forward(days=1)
    undo(desk, move(desk, last, keo))
    (card,) = desk.loyalty.cards(noy, desk.now())
    assert [(offer.reward.price, offer.kept) for offer in card.offers] == [(5, True)]


def test_the_head_start_is_not_lost_with_a_slip(desk: FrontDesk) -> None:
    promise(desk, gifts=Gifts(welcome=2))
    noy = enrol(desk)
    slip = tap(desk, noy)
    tap(desk, noy)
    assert undo(desk, slip).card.balance == 1
    assert tap(desk, noy).card.balance == 4


def test_whoever_came_before_there_was_a_head_start_has_had_none(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    tap(desk, noy)
    clock.forward(days=1)
    promise(desk, gifts=Gifts(welcome=2))
    assert tap(desk, noy).gifts == 0


def test_two_undos_on_another_day_keep_to_the_cap_of_the_day(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(most_per_day=2))
    noy, coffee = enrol(desk), sell(desk, "Coffee")
    acts = [buy(desk, noy, coffee) for _ in range(5)]
    clock.forward(days=1)
    undo(desk, acts[0])
    assert undo(desk, acts[1]).card.balance == 2
    undo(desk, acts[2])
    assert undo(desk, acts[3]).card.balance == 1
    assert undo(desk, acts[4]).card.balance == 0


def test_the_hour_that_counts_is_that_of_what_is_still_bought(desk: FrontDesk, clock: FakeClock) -> None:
    early = Boost(2, from_minute=8 * 60, to_minute=8 * 60 + 35)
    promise(desk, Accrual(most_per_visit=1, boosts=(early,)))
    noy, coffee = enrol(desk), sell(desk, "Coffee")
    first = buy(desk, noy, coffee)
    clock.forward(minutes=10)  # 8:40: no double hour any more
    buy(desk, noy, coffee)
    assert (first.stamps, undo(desk, first).card.balance) == (2, 1)


def test_terms_that_changed_within_a_visit_take_nothing_from_it(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(Basis.AMOUNT, step=10_000))
    noy = enrol(desk)
    assert pay(desk, noy, 50_000).stamps == 5
    clock.forward(minutes=1)
    promise(desk, Accrual(Basis.AMOUNT, step=100_000))
    clock.forward(minutes=1)
    more = pay(desk, noy, 10_000)
    assert undo(desk, more).card.balance == 5


def test_undoing_a_reward_counts_no_visit(desk: FrontDesk, clock: FakeClock) -> None:
    noy, coffee = enrol(desk), sell(desk, "Coffee", 5)
    buy(desk, noy, coffee)
    clock.forward(minutes=1)
    visits = add(desk, "Visits", Accrual(Basis.VISIT))
    taken = desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    undo(desk, taken)
    cards = {card.programme.id: card.balance for card in desk.loyalty.cards(noy, desk.now())}
    assert cards[visits.id] == 0


def test_an_undo_that_gives_as_much_as_it_takes_says_so(desk: FrontDesk) -> None:
    promise(desk, Accrual(most_per_visit=1))
    noy, coffee = enrol(desk), sell(desk, "Coffee")
    first, _ = buy(desk, noy, coffee), buy(desk, noy, coffee)
    act = desk.act()
    taken = desk.submit(desk.loyalty.undo, act, first.gesture).result()
    again = desk.submit(desk.loyalty.undo, act, first.gesture).result()
    assert (taken.stamps, again.stamps, again.repeated) == (0, 0, True)


def test_a_moved_thing_comes_back_also_to_whoever_was_taken_off_the_list(desk: FrontDesk) -> None:
    noy, keo, coffee = enrol(desk), enrol(desk, "Keo"), sell(desk, "Coffee")
    moved = move(desk, buy(desk, noy, coffee), keo)
    desk.submit(desk.customers.archive, desk.act(), noy).result()
    undo(desk, moved)
    assert balance(desk, keo) == 0
    assert desk.verifier.verify().ok
