"""A complaint taken for something else, withdrawn, or taken back: whose right it is, and what stays."""

from collections.abc import Callable
from concurrent.futures import Future

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import CareFigure
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import Recovery, RecoveryOutcome, RecoveryState
from frontdesk.domain.refusals import RefusalCode, Refused
from tests.services.counter_acts import enrol, hire, in_order, refusal


@pytest.fixture
def told(desk: FrontDesk) -> RecoveryOutcome:
    """Noy waited too long, says the owner."""
    return desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, enrol(desk)).result()


def tick(desk: FrontDesk, recovery: Recovery, *keys: int) -> None:
    for key in keys:
        desk.submit(desk.recoveries.tick, desk.act(), recovery.id, key, True).result()


def resituate(desk: FrontDesk, recovery: Recovery, situation: Situation) -> RecoveryOutcome:
    return desk.submit(desk.recoveries.resituate, desk.act(), recovery.id, situation).result()


def move(desk: FrontDesk, recovery: Recovery, to: RecoveryState) -> RecoveryOutcome:
    return desk.submit(desk.recoveries.move, desk.act(), recovery.id, to).result()


def take_back(desk: FrontDesk, outcome: RecoveryOutcome) -> RecoveryOutcome:
    return desk.submit(desk.recoveries.undo, desk.act(), outcome.gesture).result()


def test_ticks_of_one_playbook_say_nothing_in_another(desk: FrontDesk, told: RecoveryOutcome) -> None:
    recovery = told.recovery
    tick(desk, recovery, 1, 2)
    other = resituate(desk, recovery, Situation.UNWELL)
    assert desk.recoveries.story(recovery.id).done == frozenset()  # "call the ambulance first" is not done
    tick(desk, recovery, 3)
    assert desk.recoveries.story(recovery.id).done == {3}
    take_back(desk, other)
    assert desk.recoveries.story(recovery.id).done == {1, 2}


def test_the_manager_is_told_when_it_turns_out_to_be_grave(desk: FrontDesk, told: RecoveryOutcome) -> None:
    other = resituate(desk, told.recovery, Situation.UNWELL)
    assert other.called
    assert other.changes.calls
    (call,) = desk.manager_calls.waiting(desk.now())
    assert call.recovery_id == told.recovery.id
    assert take_back(desk, other).changes.calls
    assert desk.manager_calls.waiting(desk.now()) == ()
    resituate(desk, told.recovery, Situation.RUDE)  # grave after all
    assert len(desk.manager_calls.waiting(desk.now())) == 1
    in_order(desk)


def test_a_cashier_makes_nobody_elses_complaint_disappear(desk: FrontDesk, told: RecoveryOutcome) -> None:
    desk.staff_id = hire(desk)
    with pytest.raises(Refused) as refused:
        take_back(desk, told)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    own = desk.submit(desk.recoveries.record, desk.act(), Situation.LOST, None).result()
    assert take_back(desk, own).recovery.state is RecoveryState.WITHDRAWN


def test_what_was_gone_on_with_is_not_unrecorded(desk: FrontDesk, told: RecoveryOutcome) -> None:
    desk.submit(desk.recoveries.give, desk.act(), told.recovery.id, 1).result()
    with pytest.raises(Refused) as refused:
        take_back(desk, told)
    assert refused.value.code is RefusalCode.RECOVERY_MOVED_ON


def test_only_a_manager_takes_the_managers_withdrawal_back(desk: FrontDesk, told: RecoveryOutcome) -> None:
    withdrawn = move(desk, told.recovery, RecoveryState.WITHDRAWN)
    owner, desk.staff_id = desk.staff_id, hire(desk)
    with pytest.raises(Refused) as refused:
        take_back(desk, withdrawn)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    desk.staff_id = owner
    assert take_back(desk, withdrawn).recovery.state is RecoveryState.OPEN


def test_there_and_back_again_is_not_where_it_was(desk: FrontDesk, told: RecoveryOutcome) -> None:
    first = move(desk, told.recovery, RecoveryState.RESOLVED)
    move(desk, told.recovery, RecoveryState.OPEN)
    again = move(desk, told.recovery, RecoveryState.RESOLVED)
    with pytest.raises(Refused) as refused:
        take_back(desk, first)
    assert refused.value.code is RefusalCode.RECOVERY_MOVED_ON
    assert take_back(desk, again).recovery.state is RecoveryState.OPEN


ON_IT: dict[str, Callable[[FrontDesk, int], "Future[object]"]] = {
    "stamps": lambda desk, key: desk.submit(desk.recoveries.give, desk.act(), key, 1),
    "call": lambda desk, key: desk.submit(desk.recoveries.call_manager, desk.act(), key),
    "tick": lambda desk, key: desk.submit(desk.recoveries.tick, desk.act(), key, 1, True),
    "words": lambda desk, key: desk.submit(desk.recoveries.describe, desk.act(), key, "Late"),
    "place": lambda desk, key: desk.submit(desk.recoveries.tag, desk.act(), key, ContactPoint.QUEUE),
    "other": lambda desk, key: desk.submit(desk.recoveries.resituate, desk.act(), key, Situation.RUDE),
}


@pytest.mark.parametrize("what", ON_IT)
def test_nothing_is_done_about_one_that_counts_nowhere(
    desk: FrontDesk, told: RecoveryOutcome, what: str
) -> None:
    take_back(desk, told)
    with pytest.raises(Refused) as refused:
        ON_IT[what](desk, told.recovery.id).result()
    assert refused.value.code is RefusalCode.RECOVERY_MOVED_ON


def test_it_is_given_to_nobody_who_does_not_work_here(desk: FrontDesk, told: RecoveryOutcome) -> None:
    gone = hire(desk)
    desk.submit(desk.staffing.leave, desk.act(), gone).result()
    for somebody in (gone, 999):
        with pytest.raises(Refused) as refused:
            desk.submit(desk.recoveries.take_on, desk.act(), told.recovery.id, somebody).result()
        assert refused.value.code is RefusalCode.UNKNOWN_STAFF


def test_leaving_puts_no_complaint_right(desk: FrontDesk, told: RecoveryOutcome) -> None:
    """A shop whose customers leave over what went wrong does not look the better for it."""

    def share() -> list[CareFigure]:
        return list(desk.recovery_news.figures(0, desk.now() + 1))

    before = share()
    desk.submit(desk.leaving.leave, desk.act(), told.recovery.customer_id).result()
    after = share()
    assert [(each.kind, each.value, each.of) for each in after] == [
        (each.kind, each.value, each.of) for each in before
    ]
    assert {(each.customer_id, each.name) for figure in after for each in figure.people} == {(None, "")}
    assert [each.subject for each in desk.recovery_news.today_items(desk.now())] == [told.recovery.id]
