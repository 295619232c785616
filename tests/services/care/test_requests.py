"""Something asked for is followed to its end."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.requests import OPEN_STATES, RequestOutcome, RequestState, next_states
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft("Noy")).result().customer.id


def ask(
    desk: FrontDesk, customer: int, what: str = "Birthday cake", due: int | None = None
) -> RequestOutcome:
    return desk.submit(desk.requests.ask, desk.act(), customer, what, "", due).result()


def move(desk: FrontDesk, outcome: RequestOutcome, to: RequestState) -> RequestOutcome:
    return desk.submit(desk.requests.move, desk.act(), outcome.request.id, to).result()


def test_a_request_is_due_until_it_is_handed_over(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy)
    assert [request.what for request in desk.requests.due()] == ["Birthday cake"]
    for state in (RequestState.IN_PROGRESS, RequestState.READY):
        assert move(desk, asked, state).request.state is state
        assert len(desk.requests.due()) == 1
    move(desk, asked, RequestState.FULFILLED)
    assert desk.requests.due() == ()
    assert [request.state for request in desk.requests.of(noy)] == [RequestState.FULFILLED]


def test_the_most_pressing_is_first_and_the_unpromised_last(desk: FrontDesk, noy: int) -> None:
    for what, due in (
        ("whenever", None),
        ("tomorrow", desk.now() + 86_400_000),
        ("now", desk.now() - 60_000),
    ):
        ask(desk, noy, what, due)
    due = desk.requests.due()
    assert [request.what for request in due] == ["now", "tomorrow", "whenever"]
    assert [request.overdue(desk.now()) for request in due] == [True, False, False]


def test_only_steps_that_make_sense(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy)
    move(desk, asked, RequestState.DECLINED)
    with pytest.raises(Refused) as refused:
        move(desk, asked, RequestState.READY)
    assert refused.value.code is RefusalCode.WRONG_STATE


def test_every_ended_state_is_an_end() -> None:
    assert {state for state in RequestState if not next_states(state)} == set(RequestState) - OPEN_STATES


def test_a_step_is_undone_unless_somebody_moved_on(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy)
    ready = move(desk, asked, RequestState.READY)
    assert (
        desk.submit(desk.requests.undo, desk.act(), ready.gesture).result().request.state is RequestState.OPEN
    )
    with pytest.raises(Refused) as twice:
        desk.submit(desk.requests.undo, desk.act(), ready.gesture).result()
    assert twice.value.code is RefusalCode.ALREADY_UNDONE
    started = move(desk, asked, RequestState.IN_PROGRESS)
    move(desk, asked, RequestState.FULFILLED)
    with pytest.raises(Refused) as late:
        desk.submit(desk.requests.undo, desk.act(), started.gesture).result()
    assert late.value.code is RefusalCode.WRONG_STATE


def test_a_request_undone_takes_its_visit_with_it(desk: FrontDesk, noy: int) -> None:
    asked = ask(desk, noy)
    assert desk.greetings.open(noy, desk.now()).summary.visits == 1
    desk.submit(desk.requests.undo, desk.act(), asked.gesture).result()
    assert desk.requests.due() == ()
    assert desk.greetings.open(noy, desk.now()).summary.visits == 0


def test_repeats_are_harmless(desk: FrontDesk, noy: int) -> None:
    act = desk.act()
    for _ in range(2):
        outcome = desk.submit(desk.requests.ask, act, noy, "Cake").result()
    assert len(desk.requests.of(noy)) == 1
    step = desk.act()
    for _ in range(2):
        moved = desk.submit(desk.requests.move, step, outcome.request.id, RequestState.READY).result()
    assert (moved.previous, moved.request.state) == (RequestState.OPEN, RequestState.READY)


def test_nothing_asked_is_no_request(desk: FrontDesk, noy: int) -> None:
    with pytest.raises(BadInput):
        ask(desk, noy, "  ")
    with pytest.raises(Refused) as refused:
        desk.submit(desk.requests.move, desk.act(), 99, RequestState.READY).result()
    assert refused.value.code is RefusalCode.UNKNOWN_REQUEST


def test_the_greeting_puts_what_is_ready_and_due_before_what_is_merely_open(
    desk: FrontDesk, noy: int
) -> None:
    ask(desk, noy, "someday")
    ask(desk, noy, "late", desk.now() - 1)
    move(desk, ask(desk, noy, "ready"), RequestState.READY)
    texts = [line.text for line in desk.greetings.open(noy, desk.now()).lines if line.text]
    assert texts == ["ready", "late", "someday"]


def test_a_visit_says_what_came_of_it(desk: FrontDesk, noy: int) -> None:
    ask(desk, noy)
    (visit,) = desk.greetings.open(noy, desk.now()).recent
    assert (visit.stamps, visit.rewards, visit.requests) == (0, 0, 1)
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 6).result()
    desk.submit(desk.loyalty.redeem, desk.act(), noy).result()
    taken = desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 2).result()
    desk.submit(desk.loyalty.undo, desk.act(), taken.gesture).result()
    (visit,) = desk.greetings.open(noy, desk.now()).recent
    assert (visit.stamps, visit.rewards, visit.requests) == (6, 1, 1)
