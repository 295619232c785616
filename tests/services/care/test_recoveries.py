"""A complaint is followed until the customer says that it is right; nothing of it is lost on the way."""

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import Recovery, RecoveryOutcome, RecoveryState, StepKind
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput
from tests.conftest import FakeClock
from tests.services.counter_acts import balance, enrol, hire, in_order, merge, refusal, undo, visits

OPEN, CONTACTED, RESOLVED, CONFIRMED, WITHDRAWN = RecoveryState


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrol(desk)


def record(
    desk: FrontDesk,
    customer: int | None,
    situation: str = Situation.WRONG_ORDER,
    act: Act | None = None,
) -> RecoveryOutcome:
    return desk.submit(desk.recoveries.record, act or desk.act(), situation, customer).result()


def move(desk: FrontDesk, recovery: Recovery, to: RecoveryState) -> RecoveryOutcome:
    return desk.submit(desk.recoveries.move, desk.act(), recovery.id, to).result()


def take_back(desk: FrontDesk, outcome: RecoveryOutcome) -> RecoveryOutcome:
    return desk.submit(desk.recoveries.undo, desk.act(), outcome.gesture).result()


def give(desk: FrontDesk, recovery: Recovery, count: int = 1) -> StampOutcome:
    return desk.submit(desk.recoveries.give, desk.act(), recovery.id, count).result()


def test_it_is_over_when_the_customer_says_so(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy)
    assert (told.recovery.state, told.recovery.customer_name, told.called) == (OPEN, "Noy", False)
    assert told.changes.recoveries
    assert noy in told.changes.customers
    for state in (CONTACTED, RESOLVED):
        assert move(desk, told.recovery, state).recovery.state is state
        assert desk.recoveries.standing() == desk.recoveries.of(noy)
    move(desk, told.recovery, CONFIRMED)
    assert desk.recoveries.standing() == ()
    assert [each.state for each in desk.recoveries.of(noy)] == [CONFIRMED]
    assert visits(desk, noy) == 0  # complaining is not coming


def test_no_state_is_skipped_on_the_way_to_the_customers_word(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy).recovery
    for to in (CONFIRMED, OPEN):
        with pytest.raises(Refused) as refused:
            move(desk, told, to)
        assert refusal(refused) == ("RECOVERY_MOVED_ON", None)
    move(desk, told, RESOLVED)
    with pytest.raises(Refused):
        move(desk, told, CONTACTED)


def test_not_right_after_all_is_open_again(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy).recovery
    move(desk, told, RESOLVED)
    assert move(desk, told, OPEN).recovery.state is OPEN
    move(desk, told, RESOLVED)
    move(desk, told, CONFIRMED)
    assert move(desk, told, OPEN).recovery.state is OPEN


def test_each_step_is_taken_back_unless_somebody_went_on(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy)
    resolved = move(desk, told.recovery, RESOLVED)
    confirmed = move(desk, told.recovery, CONFIRMED)
    with pytest.raises(Refused) as late:
        take_back(desk, resolved)
    assert late.value.code is RefusalCode.RECOVERY_MOVED_ON
    assert take_back(desk, confirmed).recovery.state is RESOLVED
    assert take_back(desk, resolved).recovery.state is OPEN
    with pytest.raises(Refused) as twice:
        take_back(desk, resolved)
    assert twice.value.code is RefusalCode.ALREADY_UNDONE
    back = take_back(desk, told)
    assert back.recovery.state is WITHDRAWN
    assert desk.recoveries.of(noy) == desk.recoveries.standing() == ()
    with pytest.raises(Refused) as nothing:
        take_back(desk, back)
    assert nothing.value.code is RefusalCode.NOTHING_TO_UNDO
    in_order(desk)


def test_the_same_gesture_twice_is_one_act(desk: FrontDesk, noy: int) -> None:
    first, step, words = desk.act(), desk.act(), desk.act()
    for _ in range(2):
        told = record(desk, noy, Situation.RUDE, first).recovery
        assert desk.submit(desk.recoveries.move, step, told.id, RESOLVED).result().recovery.state is RESOLVED
        desk.submit(desk.recoveries.describe, words, told.id, "Shouted at").result()
        desk.submit(desk.recoveries.tick, desk.act(), told.id, 1, True).result()
    given = desk.act()
    for repeated in (False, True):
        assert desk.submit(desk.recoveries.give, given, told.id).result().repeated is repeated
    assert len(desk.recoveries.of(noy)) == 1
    assert len(desk.manager_calls.waiting(desk.now())) == 1
    story = desk.recoveries.story(told.id)
    kinds = [each.kind for each in story.steps]
    assert kinds.count(StepKind.STATE) == 2
    assert (kinds.count(StepKind.WORDS), kinds.count(StepKind.GAVE)) == (1, 1)
    assert (story.given, story.done) == (1, {1})


def test_the_history_cannot_be_rewritten(desk: FrontDesk, noy: int) -> None:
    record(desk, noy)

    def run(statement: str) -> None:
        desk.store.submit(lambda: desk.store.write().run(statement)).result()

    for statement in ("UPDATE recovery_step SET now = 'CONFIRMED'", "DELETE FROM recovery_step"):
        with pytest.raises(apsw.ConstraintError, match="never rewritten"):
            run(statement)


def test_what_is_noted_about_it(desk: FrontDesk, noy: int) -> None:
    recoveries, told = desk.recoveries, record(desk, noy).recovery
    la = hire(desk)
    tagged = desk.submit(recoveries.tag, desk.act(), told.id, ContactPoint.QUEUE).result()
    owned = desk.submit(recoveries.take_on, desk.act(), told.id, la).result()
    other = desk.submit(recoveries.resituate, desk.act(), told.id, Situation.WAITED).result()
    desk.submit(recoveries.describe, desk.act(), told.id, " Two lattes,\r\nnot one ").result()
    now = recoveries.story(told.id).recovery
    assert (now.contact_point, now.owner_name, now.situation) == (ContactPoint.QUEUE, "La", "WAITED")
    assert now.what == "Two lattes,\nnot one"
    for outcome in (tagged, owned, other):
        take_back(desk, outcome)
    back = recoveries.story(told.id).recovery
    assert (back.contact_point, back.owner_id, back.situation) == (None, desk.staff_id, "WRONG_ORDER")
    assert back.what == now.what
    with pytest.raises(BadInput):
        desk.submit(recoveries.describe, desk.act(), told.id, "x" * 9000).result()
    steps = "".join(each.was + each.now for each in recoveries.story(told.id).steps)
    assert "latte" not in steps  # what a person typed can be erased


def test_a_step_of_the_playbook_is_ticked_and_unticked(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy).recovery
    for key, done in ((2, True), (4, True), (2, False)):
        desk.submit(desk.recoveries.tick, desk.act(), told.id, key, done).result()
    assert desk.recoveries.story(told.id).done == {4}


def test_only_the_manager_says_that_it_was_recorded_by_mistake(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy).recovery
    owner, desk.staff_id = desk.staff_id, hire(desk)
    with pytest.raises(Refused) as refused:
        move(desk, told, WITHDRAWN)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    desk.staff_id = owner
    assert move(desk, told, WITHDRAWN).recovery.state is WITHDRAWN


def test_goodwill_is_held_to_its_limit_and_belongs_to_the_complaint(desk: FrontDesk, noy: int) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(goodwill=2)).result()
    told = record(desk, noy, Situation.WAITED).recovery
    owner, desk.staff_id = desk.staff_id, hire(desk)
    given = give(desk, told, 2)
    with pytest.raises(Refused) as refused:
        give(desk, told)
    assert refusal(refused) == ("GOODWILL_SPENT", "CALL_MANAGER")
    assert (desk.recoveries.story(told.id).given, balance(desk, noy)) == (2, 2)
    (entry,) = desk.loyalty.history(noy)
    assert entry.reason == "WAITED"
    undo(desk, given)
    assert (desk.recoveries.story(told.id).given, balance(desk, noy)) == (0, 0)
    desk.staff_id = owner
    give(desk, told, 3)  # a manager may go beyond
    assert desk.recoveries.story(told.id).given == 3
    in_order(desk)


def test_a_strangers_complaint_gets_a_face_later(desk: FrontDesk, noy: int) -> None:
    told = record(desk, None, Situation.NOT_CLEAN).recovery
    desk.submit(desk.recoveries.describe, desk.act(), told.id, "Lipstick", "Red scarf, 020 5555").result()
    (stranger,) = desk.recoveries.of_strangers()
    assert (stranger.customer_id, stranger.name) == (None, "Red scarf, 020 5555")
    with pytest.raises(Refused) as refused:
        give(desk, told)
    assert refusal(refused) == ("NOBODYS_RECOVERY", "SEARCH_BY_NAME")
    known = desk.submit(desk.recoveries.give_face, desk.act(), told.id, noy).result()
    assert (known.recovery.customer_id, known.recovery.name) == (noy, "Noy")
    assert desk.recoveries.of_strangers() == ()
    assert give(desk, told).card.balance == 1
    back = take_back(desk, known)
    assert back.recovery.customer_id is None
    assert noy in back.changes.customers  # their greeting no longer speaks of it
    with pytest.raises(Refused) as nobody:
        desk.submit(desk.recoveries.give_face, desk.act(), told.id, 999).result()
    assert nobody.value.code is RefusalCode.UNKNOWN_CUSTOMER


def test_merged_records_complain_as_one_person(desk: FrontDesk, noy: int) -> None:
    twin = enrol(desk, "Noi")
    told, other = record(desk, twin).recovery, record(desk, noy).recovery
    merge(desk, noy, twin)
    assert {each.id for each in desk.recoveries.of(twin)} == {told.id, other.id}
    assert {each.customer_name for each in desk.recoveries.of(noy)} == {"Noy"}
    assert give(desk, told).customer_id == noy
    assert record(desk, twin).recovery.customer_id == noy


def test_what_cannot_wait_is_told_to_the_manager_at_once(desk: FrontDesk, noy: int) -> None:
    quiet = record(desk, noy, Situation.WAITED)
    assert not quiet.called
    assert not desk.manager_calls.waiting(desk.now())
    told = record(desk, noy, Situation.UNWELL)
    assert told.called
    assert told.changes.calls
    (call,) = desk.manager_calls.waiting(desk.now())
    assert (call.customer_id, call.situation, call.recovery_id) == (noy, "UNWELL", told.recovery.id)
    assert desk.manager_calls.latest(desk.till_id, desk.now(), noy) is None  # no customer's screen tells it
    desk.submit(desk.recoveries.call_manager, desk.act(), told.recovery.id).result()
    assert len(desk.manager_calls.waiting(desk.now())) == 1
    assert take_back(desk, told).changes.calls
    assert desk.manager_calls.waiting(desk.now()) == ()  # nobody comes for a slip of the finger


def test_the_manager_can_be_called_for_any_complaint(desk: FrontDesk) -> None:
    told = record(desk, None).recovery
    called = desk.submit(desk.recoveries.call_manager, desk.act(), told.id).result()
    assert called.called
    assert called.changes.calls
    (call,) = desk.manager_calls.waiting(desk.now())
    assert (call.customer_id, call.situation) == (None, "WRONG_ORDER")
    desk.submit(desk.manager_calls.answer, desk.act(), call.id).result()
    assert desk.manager_calls.waiting(desk.now()) == ()


def test_who_asked_for_the_manager_themselves_is_one_call(desk: FrontDesk, noy: int) -> None:
    desk.submit(desk.manager_calls.call, desk.act(), noy).result()
    told = record(desk, noy, Situation.RUDE)
    (call,) = desk.manager_calls.waiting(desk.now())
    assert call.recovery_id == told.recovery.id
    assert desk.manager_calls.latest(desk.till_id, desk.now(), noy) == call  # their screen says: calling
    again = record(desk, noy, Situation.LOST)  # another thing that went wrong is another call
    assert [each.recovery_id for each in desk.manager_calls.waiting(desk.now())] == [
        told.recovery.id,
        again.recovery.id,
    ]


def test_nobody_is_told_of_a_complaint_that_is_not_there(desk: FrontDesk) -> None:
    for wanted in (
        lambda: move(desk, record_of(desk), RESOLVED),
        lambda: desk.recoveries.story(99),
        lambda: desk.submit(desk.recoveries.call_manager, desk.act(), 99).result(),
    ):
        with pytest.raises(Refused) as refused:
            wanted()
        assert refused.value.code is RefusalCode.UNKNOWN_RECOVERY


def record_of(desk: FrontDesk) -> Recovery:
    """A complaint that no store knows."""
    return Recovery(99, None, "", "OTHER", None, OPEN, desk.staff_id, "", "", "", 0, 0)


def test_it_outlives_a_restart(paths: Paths, clock: FakeClock, desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy, Situation.UNWELL).recovery
    desk.close()
    reopened = open_desk(paths, clock=clock)
    try:
        assert reopened.recoveries.of(noy) == (told,)
        assert len(reopened.manager_calls.waiting(reopened.now())) == 1
    finally:
        reopened.close()


def test_a_complaint_outlives_that_its_customer_left(desk: FrontDesk, noy: int) -> None:
    """Leaving puts nothing right: it is still to be seen to, and leads to nobody on the list."""
    told = record(desk, noy).recovery
    desk.submit(desk.leaving.leave, desk.act(), noy).result()
    (kept,) = desk.recoveries.standing()
    assert (kept.id, kept.customer_id, kept.name) == (told.id, None, "Noy")
    assert move(desk, told, RESOLVED).recovery.state is RESOLVED


def test_a_manager_of_another_till_may_go_on_with_it(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy).recovery
    desk.staff_id = hire(desk, "Lu", Role.MANAGER)
    assert move(desk, told, RESOLVED).recovery.owner_id == told.owner_id
