"""How promises were kept: each number opens into whom it counts."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import CareFigure, FigureKind
from frontdesk.domain.care.contact_points import ContactPoint, Shortfall
from frontdesk.domain.care.requests import DeclineReason, RequestState, SpecialRequest
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.people.customers import CustomerDraft
from tests.conftest import FakeClock


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def ask(desk: FrontDesk, customer: int, what: str, minutes: int) -> SpecialRequest:
    due = desk.now() + minutes * MINUTE
    return desk.submit(desk.requests.ask, desk.act(), customer, what, "", due).result().request


def move(desk: FrontDesk, request: SpecialRequest, to: RequestState) -> bytes:
    return desk.submit(desk.requests.move, desk.act(), request.id, to).result().gesture


def figure(desk: FrontDesk, kind: FigureKind, about: str = "") -> CareFigure:
    now = desk.now()
    found = desk.requests.figures(now - 30 * DAY, now)
    return next(each for each in found if each.kind is kind and each.about == about)


def test_in_time_early_and_late(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    early, kept, late, open_ = (ask(desk, noy, what, 60) for what in ("early", "kept", "late", "open"))
    clock.forward(minutes=40)
    move(desk, early, RequestState.READY)
    clock.forward(minutes=15)
    move(desk, kept, RequestState.FULFILLED)
    clock.forward(minutes=30)
    move(desk, late, RequestState.READY)
    move(desk, early, RequestState.FULFILLED)
    promises = figure(desk, FigureKind.PROMISES_KEPT)
    assert (promises.value, promises.of) == (0.5, 4)
    assert {who.note for who in promises.people if not who.met} == {late.what, open_.what}
    assert promises.people[0].met is False, "those that were not kept come first"
    assert figure(desk, FigureKind.PROMISES_EARLY).value == 0.25
    assert {who.customer_id for who in promises.people} == {noy}


def test_what_was_ready_by_mistake_was_not_done(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    asked = ask(desk, noy, "cake", 60)
    ready = move(desk, asked, RequestState.READY)
    desk.submit(desk.requests.undo, desk.act(), ready).result()
    clock.forward(hours=2)
    assert figure(desk, FigureKind.PROMISES_KEPT).value == 0
    handed = move(desk, asked, RequestState.FULFILLED)
    desk.submit(desk.requests.undo, desk.act(), handed).result()
    assert figure(desk, FigureKind.PROMISES_KEPT).value == 0


def test_a_step_that_an_undo_brings_back_is_not_done_then(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    asked = ask(desk, noy, "cake", 60)
    steps = [move(desk, asked, to) for to in (RequestState.READY, RequestState.FULFILLED)]
    for gesture in reversed(steps):
        desk.submit(desk.requests.undo, desk.act(), gesture).result()
    clock.forward(hours=2)
    assert figure(desk, FigureKind.PROMISES_KEPT).value == 0


def test_what_is_promised_for_later_is_not_missed_yet(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    for what, minutes in (("late", 1), ("in time yet", 600)):
        request = ask(desk, noy, what, minutes)
        tag = desk.request_details.set_contact_point
        desk.submit(tag, desk.act(), request.id, ContactPoint.QUEUE).result()
    clock.forward(hours=1)
    people = figure(desk, FigureKind.CONTACT_POINT, "QUEUE").people
    assert {who.note: who.met for who in people} == {"late": False, "in time yet": True}


def test_only_promises_of_that_time_and_none_that_was_given_up(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    ask(desk, noy, "in the future", 60 * 24)
    move(desk, ask(desk, noy, "called off", 1), RequestState.CANCELLED)
    declined = ask(desk, noy, "declined", 1)
    desk.submit(desk.requests.decline, desk.act(), declined.id, DeclineReason.TOO_COSTLY).result()
    clock.forward(hours=1)
    assert figure(desk, FigureKind.PROMISES_KEPT).value is None
    assert figure(desk, FigureKind.DECLINED, "TOO_COSTLY").value == 1
    assert [who.note for who in figure(desk, FigureKind.DECLINED, "TOO_COSTLY").people] == ["declined"]


def test_prices_that_were_kept(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    for final in (90, 100, 110):
        asked = ask(desk, noy, f"cake for {final}", 60)
        desk.submit(desk.request_details.set_quoted, desk.act(), asked.id, 100).result()
        desk.submit(desk.request_details.set_final, desk.act(), asked.id, final).result()
        move(desk, asked, RequestState.FULFILLED)
    clock.forward(minutes=1)
    prices = figure(desk, FigureKind.PRICES_KEPT)
    assert (prices.value, prices.of) == (pytest.approx(2 / 3), 3)
    assert [who.note for who in prices.people if not who.met] == ["cake for 110"]


def test_whoever_is_off_the_list_counts_without_a_name(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    ask(desk, noy, "cake", 1)
    clock.forward(hours=1)
    desk.submit(desk.customers.archive, desk.act(), noy).result()
    promises = figure(desk, FigureKind.PROMISES_KEPT)
    assert promises.of == 1
    assert (promises.people[0].customer_id, promises.people[0].name) == (None, "")


def test_where_expected_and_received_part(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    late, fine, over, called_off = (ask(desk, noy, f"cake {n}", 60) for n in range(4))
    tag = desk.request_details.set_contact_point
    for request, point in (
        (late, ContactPoint.QUEUE),
        (fine, ContactPoint.PRODUCT),
        (over, ContactPoint.PRODUCT),
        (called_off, ContactPoint.DOOR),
    ):
        desk.submit(tag, desk.act(), request.id, point).result()
    move(desk, called_off, RequestState.CANCELLED)
    for request in (fine, over):
        move(desk, request, RequestState.FULFILLED)
    desk.submit(desk.request_details.set_quoted, desk.act(), over.id, 100).result()
    desk.submit(desk.request_details.set_final, desk.act(), over.id, 101).result()
    clock.forward(hours=2)
    queue, product = desk.contact_points.gaps(desk.now() - DAY, desk.now())
    assert (queue.point, queue.unmet, queue.ways) == (ContactPoint.QUEUE, 1, ((Shortfall.LATE, 1),))
    assert (product.unmet, product.expected) == (1, 2)
    assert product.ways == ((Shortfall.OVER_PRICE, 1),)
    assert [who.note for who in product.people] == [over.what]
    counted = figure(desk, FigureKind.CONTACT_POINT, "PRODUCT")
    assert (counted.value, counted.of) == (2, 4)


def test_nothing_is_measured_where_nothing_was_promised(desk: FrontDesk, noy: int) -> None:
    assert figure(desk, FigureKind.PROMISES_KEPT).value is None
    assert desk.contact_points.gaps(0, desk.now() + HOUR) == ()
