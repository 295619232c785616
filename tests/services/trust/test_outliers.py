"""The outlier report through the services and SQLite: the same entries, the same finding."""

from concurrent.futures import Future
from random import Random

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Gifts,
    Look,
    PassTerms,
    ProgrammeDraft,
    ProgrammeKind,
    Terms,
)
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.said import Said
from frontdesk.domain.trust.outliers.facts import FindingKind
from frontdesk.storage import shop
from frontdesk.storage.trust.outliers import LINES, lines_since
from tests.conftest import FakeClock
from tests.services.counter_acts import buy, pay, promise, sell, tap

DAY_MS = 24 * 60 * 60 * 1000
HOUR_MS = 60 * 60 * 1000


def enrol(desk: FrontDesk, name: str) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id


def hire(desk: FrontDesk, name: str) -> int:
    """A colleague, put into the store itself: the picker of staff is another matter."""
    store = desk.store
    return store.submit(
        lambda: shop.add_staff(store.write(), store.new_id, name, Role.CASHIER, desk.now())
    ).result()


@pytest.fixture
def colleague(desk: FrontDesk) -> int:
    return hire(desk, "Maly")


def stamp(desk: FrontDesk, customer: int, staff: int, at: int) -> "Future[object]":
    act = Act(desk.source.new_id(at), staff, desk.till_id, at)
    return desk.submit(desk.loyalty.add_stamps, act, customer)


def six_weeks(desk: FrontDesk, clock: FakeClock, colleague: int, friend: int) -> None:
    """Two take the days in turn; forty people come now and then, and in the last week a friend does at each
    of the colleague's shifts."""
    rng = Random(4)
    people = [enrol(desk, f"Customer {n}") for n in range(40)]
    saved = []
    for ago in range(42, -1, -1):
        morning = clock.at - ago * DAY_MS
        staff = colleague if ago % 2 else desk.staff_id
        for person in rng.sample(people, 6):
            saved.append(stamp(desk, person, staff, morning + rng.randrange(7 * HOUR_MS)))
        if ago < 9 and staff == colleague:
            saved.append(stamp(desk, friend, staff, morning + rng.randrange(7 * HOUR_MS)))
    for future in saved:
        future.result()
    clock.forward(hours=8)


def test_a_friends_card_is_found_in_the_store_and_its_acts_can_be_undone(
    desk: FrontDesk, clock: FakeClock, colleague: int
) -> None:
    friend = enrol(desk, "Somsak")
    six_weeks(desk, clock, colleague, friend)
    report = desk.outliers.report(desk.act())
    assert report.enough
    [finding] = [each for each in report.findings if each.kind is FindingKind.ONE_PAIR]
    assert (finding.staff_id, finding.customer_ids) == (colleague, (friend,))
    names = desk.outliers.names(desk.act(), report)
    assert (names.staff[colleague], names.customers[friend]) == ("Maly", "Somsak")
    for gesture in finding.gestures:
        desk.submit(desk.loyalty.undo, desk.act(), gesture).result()
    assert friend not in {
        id_ for each in desk.outliers.report(desk.act()).findings for id_ in each.customer_ids
    }


def test_merged_records_are_one_person_in_the_report(
    desk: FrontDesk, clock: FakeClock, colleague: int
) -> None:
    one, other = enrol(desk, "Noy"), enrol(desk, "Noi")
    stamp(desk, one, colleague, clock.at - DAY_MS).result()
    stamp(desk, other, colleague, clock.at - HOUR_MS).result()
    desk.submit(desk.merging.merge, desk.act(), one, other).result()
    lines = lines_since(desk.store.read(), 0, clock.at)
    assert [line.customer_id for line in lines] == [one, one]
    assert [line.staff_id for line in lines] == [colleague, colleague]
    assert lines[0].at < lines[1].at


def test_what_is_older_or_not_yet_is_not_read(desk: FrontDesk, clock: FakeClock) -> None:
    customer = enrol(desk, "Noy")
    for ago in (3, 2, 1):
        stamp(desk, customer, desk.staff_id, clock.at - ago * DAY_MS).result()
    read = lines_since(desk.store.read(), clock.at - 2 * DAY_MS, clock.at - 2 * DAY_MS)
    assert [line.at for line in read] == [clock.at - 2 * DAY_MS]


def test_a_stamp_is_noted_with_what_was_bought_or_paid_in_its_visit(
    desk: FrontDesk, clock: FakeClock
) -> None:
    coffee = sell(desk, "Coffee")
    eater, tapped = enrol(desk, "Noy"), enrol(desk, "La")
    buy(desk, eater, coffee)
    tap(desk, eater)
    tap(desk, tapped)
    promise(desk, Accrual(Basis.AMOUNT, step=1000))
    payer = enrol(desk, "Kham")
    pay(desk, payer, 5000)
    noted = {line.customer_id: line.noted for line in lines_since(desk.store.read(), 0, clock.at)}
    assert noted == {eater: True, tapped: False, payer: True}


def test_a_pass_that_is_sold_and_used_is_no_card_filled_and_redeemed(
    desk: FrontDesk, clock: FakeClock, colleague: int
) -> None:
    """The colleague sells a pass to everybody who asks this week, and lets them in on it at once."""
    draft = ProgrammeDraft(
        Look(Said("Gym pass")), Terms(passes=PassTerms(visits=100, months=3)), ProgrammeKind.PASS
    )
    gym = desk.submit(desk.programmes.add, desk.act(), draft).result().programme.id
    regular, tapped = enrol(desk, "Noy"), [enrol(desk, f"Customer {n}") for n in range(8)]
    now, seller = clock.at, desk.staff_id
    clock.forward(days=-42)
    desk.submit(desk.passes.sell, desk.act(), regular, gym).result()
    for ago in range(41, -1, -1):
        clock.at = now - ago * DAY_MS
        desk.staff_id = seller
        desk.submit(desk.passes.use, desk.act(), regular, gym).result()
        tap(desk, tapped[ago % 8])
        if ago < 6:
            desk.staff_id = colleague
            newcomer = enrol(desk, f"Newcomer {ago}")
            desk.submit(desk.passes.sell, desk.act(), newcomer, gym).result()
            desk.submit(desk.passes.use, desk.act(), newcomer, gym).result()
    desk.staff_id = seller
    report = desk.outliers.report(desk.act())
    assert report.enough
    assert report.findings == ()


def test_only_what_somebody_at_the_till_gave_is_a_stamping(desk: FrontDesk, clock: FakeClock) -> None:
    promise(desk, Accrual(boosts=(Boost(),)), Gifts(welcome=2))
    noy, meant = enrol(desk, "Noy"), enrol(desk, "La")
    tap(desk, noy)
    slip = tap(desk, noy)
    goodwill = desk.submit(desk.goodwill.give, desk.act(), noy, GoodwillReason.WAITED).result()
    moved = desk.submit(desk.moving.move, desk.act(), slip.gesture, meant).result()
    desk.submit(desk.loyalty.undo, desk.act(), moved.gesture).result()
    read = lines_since(desk.store.read(), 0, clock.at)
    given = [(line.stamps, line.gesture == goodwill.gesture) for line in read if line.stamps > 0]
    written = [each.stamps for each in desk.loyalty.history(noy) if each.stamps > 0]
    # Twice a stamp and its boost, a stamp of goodwill; and what was moved, by whoever moved it.
    assert given == [(1, False)] * 4 + [(1, True)] + [(1, False)] * 2
    assert len(written) > len(given)


def test_a_quarter_of_a_long_ledger_is_found_by_an_index(desk: FrontDesk) -> None:
    plan = [str(row) for row in desk.store.read().run(f"EXPLAIN QUERY PLAN {LINES}", (0, 1))]
    assert any("ledger_staff (staff_id=? AND at>? AND at<?)" in step for step in plan)
    assert not any("SCAN e" in step for step in plan)


def test_a_new_shop_is_told_that_it_is_too_early(desk: FrontDesk, clock: FakeClock) -> None:
    stamp(desk, enrol(desk, "Noy"), desk.staff_id, clock.at).result()
    report = desk.outliers.report(desk.act())
    assert (report.enough, report.findings) == (False, ())
