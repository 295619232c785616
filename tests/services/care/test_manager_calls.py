"""A customer asks for the manager: always heard, never twice at once, and answered by somebody."""

from dataclasses import replace

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act
from frontdesk.domain.care.playbooks import Situation
from frontdesk.services.care.manager_calls import CallSaved
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire


def call(desk: FrontDesk, customer_id: int | None = None, act: Act | None = None) -> CallSaved:
    return desk.submit(desk.manager_calls.call, act or desk.act(), customer_id).result()


def answer(desk: FrontDesk, call_id: int) -> CallSaved:
    return desk.submit(desk.manager_calls.answer, desk.act(), call_id).result()


def calls(desk: FrontDesk) -> int:
    return desk.store.read().value("SELECT count(*) FROM manager_call")


def test_a_call_waits_until_somebody_is_on_their_way(desk: FrontDesk, clock: FakeClock) -> None:
    called = call(desk)
    assert called.changes.calls
    assert called.call.customer_id is None
    assert desk.manager_calls.waiting(desk.now()) == (called.call,)
    clock.forward(seconds=40)
    la = hire(desk)
    desk.take_over(la).result()
    answered = answer(desk, called.call.id)
    assert (answered.call.answered_by, answered.call.answered_at) == (la, desk.now())
    assert answered.changes.calls
    assert not desk.manager_calls.waiting(desk.now())
    assert desk.manager_calls.latest(desk.till_id, desk.now()) == answered.call


def test_the_first_one_on_their_way_is_the_one_who_is_noted(desk: FrontDesk) -> None:
    owner = desk.staff_id
    called = call(desk).call.id
    answer(desk, called)
    desk.take_over(hire(desk)).result()
    assert answer(desk, called).call.answered_by == owner


def test_many_taps_are_one_call(desk: FrontDesk, clock: FakeClock) -> None:
    first = call(desk)
    for _ in range(3):
        clock.forward(minutes=2)
        again = call(desk)
        assert (again.call, again.changes.calls) == (first.call, False)
    assert calls(desk) == 1


def test_taps_right_after_the_answer_call_nobody_anew(desk: FrontDesk, clock: FakeClock) -> None:
    answer(desk, call(desk).call.id)
    clock.forward(seconds=59)
    assert not call(desk).call.open
    assert calls(desk) == 1
    clock.forward(seconds=1)
    assert call(desk).call.open
    assert calls(desk) == 2


def test_a_repeated_act_is_one_call(desk: FrontDesk, clock: FakeClock) -> None:
    act = desk.act()
    first = call(desk, act=act).call
    answer(desk, first.id)
    clock.forward(minutes=5)
    again = Act(act.gesture, act.staff_id, act.till_id, desk.now())
    assert call(desk, act=again).call.id == first.id
    assert calls(desk) == 1


def test_all_phones_have_one_till_and_only_a_call_that_waits_is_anybodys(
    desk: FrontDesk, clock: FakeClock
) -> None:
    first, second = desk.act(), desk.act()

    def by_phone(act: Act) -> CallSaved:
        now = Act(act.gesture, act.staff_id, act.till_id, desk.now())
        return desk.submit(desk.manager_calls.call_by_phone, now).result()

    made = by_phone(first).call
    clock.forward(minutes=5)
    assert by_phone(second).call == made
    answer(desk, made.id)
    anew = by_phone(second)
    assert anew.changes.calls
    assert answer(desk, anew.call.id).call.id != made.id
    clock.forward(seconds=59)
    assert by_phone(second).call.id == anew.call.id  # sent twice
    assert calls(desk) == 2
    assert by_phone(first).call.open  # the same page, long after
    assert by_phone(first).call.open
    assert calls(desk) == 3


def test_who_asked_themselves_waits_though_their_complaint_was_recorded_by_mistake(desk: FrontDesk) -> None:
    asked = call(desk, enrol(desk)).call
    slip = desk.submit(desk.recoveries.record, desk.act(), Situation.RUDE, asked.customer_id).result()
    assert desk.manager_calls.waiting(desk.now()) == (
        replace(asked, recovery_id=slip.recovery.id, situation=Situation.RUDE),
    )
    desk.submit(desk.recoveries.undo, desk.act(), slip.gesture).result()
    assert desk.manager_calls.waiting(desk.now()) == (asked,)


def test_a_customer_is_heard_though_whoever_is_at_the_till_has_left(desk: FrontDesk) -> None:
    known, owner, la = enrol(desk), desk.act(), hire(desk)
    desk.take_over(la).result()
    desk.submit(desk.staffing.leave, owner, la).result()
    assert call(desk).call.open
    assert desk.submit(desk.manager_calls.call_by_phone, desk.act(), known).result().call.open


def test_who_was_greeted_is_named_by_the_name_they_like(desk: FrontDesk) -> None:
    somsak = enrol(desk)
    made = call(desk, somsak).call
    assert (made.customer_id, made.customer) == (somsak, desk.customers.get(somsak).address)


def test_a_call_waits_over_a_restart_but_not_over_night(
    desk: FrontDesk, paths: Paths, clock: FakeClock
) -> None:
    made = call(desk).call
    desk.close()
    reopened = open_desk(paths, clock=clock)
    try:
        assert reopened.manager_calls.waiting(reopened.now()) == (made,)
        clock.forward(hours=20)
        assert not reopened.manager_calls.waiting(reopened.now())
        assert call(reopened).call.id != made.id
    finally:
        reopened.close()
