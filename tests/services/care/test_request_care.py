"""A request aims ahead of its promise, is declined honestly, changes hands, has a picture; and back again."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.care_rules import Axis, CareRules
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.requests import DeclineReason, PictureKind, RequestOutcome, RequestState
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.greeting import LineKind
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock

CAKE = Photo(b"thumb", b"full")


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def ask(
    desk: FrontDesk, customer: int, what: str = "Birthday cake", due: int | None = None
) -> RequestOutcome:
    return desk.submit(desk.requests.ask, desk.act(), customer, what, "", due).result()


def refusal(desk: FrontDesk, method: object, *args: object) -> RefusalCode:
    with pytest.raises(Refused) as refused:
        desk.submit(method, desk.act(), *args).result()  # type: ignore[arg-type]
    return refused.value.code


# --- the target ---


def test_a_later_change_of_the_margin_rewrites_nothing(desk: FrontDesk, noy: int) -> None:
    now = desk.now()
    before = ask(desk, noy, due=now + HOUR).request
    desk.submit(desk.care_rules.save, desk.act(), CareRules(Axis.COST, margin_percent=50)).result()
    after = ask(desk, noy, due=now + HOUR).request
    assert (before.target_at, before.axis) == (now + 45 * MINUTE, Axis.TIME)
    assert (after.target_at, after.axis) == (now + 30 * MINUTE, Axis.COST)
    assert desk.requests.get(before.id) == before


def test_today_has_what_was_promised_for_today(desk: FrontDesk, clock: FakeClock, noy: int) -> None:
    ask(desk, noy, "soon", desk.now() + 2 * HOUR)
    ask(desk, noy, "sooner", desk.now() + HOUR)
    ask(desk, noy, "in a week", desk.now() + 7 * DAY)
    assert [item.text for item in desk.requests.today_items(desk.now())] == ["sooner", "soon"]
    clock.forward(days=5)
    assert [item.text for item in desk.requests.today_items(desk.now())] == ["sooner", "soon"]
    clock.forward(days=1)
    assert [item.text for item in desk.requests.today_items(desk.now())][-1] == "in a week", "its target"


# --- declining ---


def test_a_reason_and_what_was_offered_are_kept_and_go_with_the_undo(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy).request
    no_time = desk.submit(
        desk.requests.decline, desk.act(), asked.id, DeclineReason.NO_TIME, "  the oven ", "a small one"
    ).result()
    declined = no_time.request.declined
    assert declined is not None
    assert (declined.reason, declined.words, declined.alternative) == (
        DeclineReason.NO_TIME,
        "the oven",
        "a small one",
    )
    desk.submit(desk.requests.undo, desk.act(), no_time.gesture).result()
    (again,) = desk.requests.of(noy)
    assert (again.state, again.declined) == (RequestState.OPEN, None)
    moved = desk.submit(desk.requests.move, desk.act(), asked.id, RequestState.DECLINED).result()
    assert moved.request.declined is None, "what was undone is no reason of the next one"


def test_what_is_ready_is_not_declined_any_more(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy).request
    desk.submit(desk.requests.move, desk.act(), asked.id, RequestState.READY).result()
    code = refusal(desk, desk.requests.decline, asked.id, DeclineReason.OTHER)
    assert code is RefusalCode.WRONG_STATE
    (kept,) = desk.store.read().run("SELECT count(*) FROM request_decline")
    assert kept == (0,)


def test_words_too_long_decline_nothing(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy).request
    with pytest.raises(BadInput):
        desk.submit(desk.requests.decline, desk.act(), asked.id, DeclineReason.OTHER, "x" * 201).result()
    assert desk.requests.get(asked.id).state is RequestState.OPEN


def test_the_next_greeting_says_it_quietly_and_not_while_they_are_still_here(
    desk: FrontDesk, clock: FakeClock, noy: int
) -> None:
    asked = ask(desk, noy).request
    desk.submit(
        desk.requests.decline, desk.act(), asked.id, DeclineReason.NO_TIME, "", "a small one"
    ).result()

    def lines() -> list[str]:
        greeting = desk.greetings.open(noy, desk.now())
        return [line.text for line in greeting.quiet if line.kind is LineKind.REQUEST_DECLINED]

    assert lines() == []
    clock.forward(days=3)
    assert lines() == ["Birthday cake"]
    clock.forward(days=90)
    assert lines() == []


# --- the details ---


def test_a_request_changes_hands_with_one_tap_and_back(desk: FrontDesk, noy: int) -> None:
    la = desk.submit(desk.staffing.add_staff, desk.act(), "La", Role.CASHIER).result().id
    asked = ask(desk, noy).request
    given = desk.submit(desk.request_details.give_to, desk.act(), asked.id, la).result()
    assert (given.request.owner_id, given.request.owner_name) == (la, "La")
    back = desk.submit(desk.request_details.undo, desk.act(), given.gesture).result()
    assert back.request == asked
    assert refusal(desk, desk.request_details.give_to, asked.id, 99) is RefusalCode.UNKNOWN_STAFF


def test_every_detail_is_kept_and_each_change_written_down(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy).request
    details = desk.request_details
    for method, value in (
        (details.set_axis, Axis.COST),
        (details.set_quoted, 50_000),
        (details.set_final, 0),
        (details.set_contact_point, ContactPoint.PRODUCT),
        (details.set_quoted, None),
    ):
        desk.submit(method, desk.act(), asked.id, value).result()  # type: ignore[operator]
    request = desk.requests.get(asked.id)
    assert (request.axis, request.quoted, request.final) == (Axis.COST, None, 0)
    assert request.contact_point is ContactPoint.PRODUCT
    rows = list(desk.store.read().run("SELECT detail, was, became FROM request_change ORDER BY id"))
    assert rows[1:3] == [("QUOTED", "", "50000"), ("FINAL", "", "0")]
    assert rows[-1] == ("QUOTED", "50000", "")


def test_a_detail_that_was_changed_again_is_not_undone_over(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy).request
    details = desk.request_details
    first = desk.submit(details.set_quoted, desk.act(), asked.id, 100).result()
    second = desk.submit(details.set_quoted, desk.act(), asked.id, 200).result()
    assert refusal(desk, details.undo, first.gesture) is RefusalCode.WRONG_STATE
    desk.submit(details.undo, desk.act(), second.gesture).result()
    assert refusal(desk, details.undo, second.gesture) is RefusalCode.ALREADY_UNDONE
    assert refusal(desk, details.undo, b"x" * 16) is RefusalCode.NOTHING_TO_UNDO
    assert desk.submit(details.undo, desk.act(), first.gesture).result().request.quoted is None


def test_a_repeat_of_a_change_is_harmless(desk: FrontDesk, noy: int) -> None:
    asked, act = ask(desk, noy).request, desk.act()
    for _ in range(2):
        changed = desk.submit(desk.request_details.set_quoted, act, asked.id, 100).result()
    assert changed.request.quoted == 100
    assert list(desk.store.read().run("SELECT count(*) FROM request_change")) == [(1,)]


def test_a_picture_is_put_replaced_taken_away_and_put_back(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy).request
    put = desk.request_details.put_picture
    first = desk.submit(put, desk.act(), asked.id, PictureKind.PHOTO, CAKE).result()
    assert (first.before, first.request.pictures) == (None, {PictureKind.PHOTO})
    desk.submit(put, desk.act(), asked.id, PictureKind.SKETCH, CAKE).result()
    gone = desk.submit(put, desk.act(), asked.id, PictureKind.PHOTO, None).result()
    assert (gone.before, gone.request.pictures) == (CAKE, {PictureKind.SKETCH})
    assert desk.request_details.picture(asked.id, PictureKind.PHOTO) is None
    desk.submit(put, desk.act(), asked.id, PictureKind.PHOTO, gone.before).result()
    assert desk.request_details.picture(asked.id, PictureKind.PHOTO) == CAKE
    assert desk.requests.due()[0].pictures == {PictureKind.PHOTO, PictureKind.SKETCH}


def test_a_ticket_has_the_allergy_and_the_picture_and_respects_who_wants_no_name(desk: FrontDesk) -> None:
    draft = CustomerDraft("Noy Vong", called="Noy", phone="020 5555 1234", allergy="peanuts")
    noy = desk.submit(desk.customers.enrol, desk.act(), draft).result().customer.id
    asked = ask(desk, noy).request
    put = desk.request_details.put_picture
    desk.submit(put, desk.act(), asked.id, PictureKind.SKETCH, CAKE).result()
    ticket = desk.request_details.ticket(asked.id, "en", desk.now())
    assert (ticket.called, ticket.allergies, ticket.pictures) == ("Noy", ("peanuts",), (CAKE.full,))
    quiet = CustomerDraft("Noy Vong", called="Noy", greet_by_name=False)
    desk.submit(desk.customers.edit, desk.act(), noy, quiet).result()
    assert desk.request_details.ticket(asked.id, "en", desk.now()).called == ""


def test_there_are_no_details_of_no_request(desk: FrontDesk) -> None:
    details = desk.request_details
    for method, value in ((details.set_quoted, 1), (details.set_axis, Axis.COST)):
        assert refusal(desk, method, 99, value) is RefusalCode.UNKNOWN_REQUEST
    assert refusal(desk, details.put_picture, 99, PictureKind.PHOTO, CAKE) is RefusalCode.UNKNOWN_REQUEST
