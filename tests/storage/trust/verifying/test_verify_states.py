"""A state that was set beside its history is found; what the desk itself does is in order."""

from collections.abc import Callable
from datetime import date
from typing import Any

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.trust.verification import Fault, FaultCode
from frontdesk.storage.trust.verifying.verify_states import state_faults
from tests.services.feedback.feedback_acts import draft, issue, take

Lived = Callable[[], tuple[Fault, ...]]


@pytest.fixture
def lived(desk: FrontDesk) -> Lived:
    """A shop with one of each, and what the check says of it now."""

    def do(method: Callable[..., Any], *args: Any) -> Any:
        return desk.submit(method, desk.act(), *args).result()

    kham, maria = (do(desk.customers.enrol, CustomerDraft(name)).customer.id for name in ("Kham", "Maria"))
    complaint = do(desk.recoveries.record, "WAITED", kham).recovery.id
    do(desk.recoveries.move, complaint, RecoveryState.RESOLVED)
    do(desk.recoveries.give_face, complaint, maria)
    request = do(desk.requests.ask, kham, "Cake", "", None).request.id
    undone = do(desk.requests.move, request, RequestState.READY)
    do(desk.requests.undo, undone.gesture)
    do(desk.follow_ups.add, kham, FollowUpKind.CALL, date(2026, 12, 1))
    do(desk.facts.note, kham, FactKind.ALLERGY, "Peanuts")
    card = issue(desk, kham)
    answer = take(desk, card, draft(Mood.BAD)).response.id
    do(desk.responses.tell, answer, "Fixed")
    do(desk.responses.said, answer)
    do(desk.responses.undo, do(desk.responses.take_on, answer, desk.staff_id).gesture)
    do(desk.leaving.leave, maria)
    return lambda: tuple(state_faults(desk.store.read()))


def test_what_the_desk_itself_does_is_in_order(desk: FrontDesk, lived: Lived) -> None:
    assert lived() == ()
    maria = desk.leaving.all_left(0, desk.now() + 1)[0].customer_id
    desk.submit(desk.customers.bring_back, desk.act(), maria).result()
    assert lived() == ()
    desk.submit(desk.customers.archive, desk.act(), maria).result()
    assert lived() == ()
    assert desk.leaving.left(maria) is None, "they were taken off the list, and did not leave"


@pytest.mark.parametrize(
    ("edit", "table"),
    [
        ("UPDATE recovery SET state = 'WITHDRAWN'", "recovery"),
        ("UPDATE recovery SET customer_id = NULL", "recovery"),
        ("UPDATE feedback_response SET state = 'SET_ASIDE'", "feedback_response"),
        ("UPDATE feedback_response SET recovery_id = NULL", "feedback_response"),
        ("UPDATE feedback_response SET said_at = 1", "feedback_response"),
        ("UPDATE request SET state = 'FULFILLED'", "request"),
        ("UPDATE follow_up SET state = 'DONE'", "follow_up"),
        ("UPDATE fact SET gone_at = 1", "fact"),
        ("UPDATE customer SET archived_at = 1 WHERE archived_at IS NULL", "customer"),
        ("UPDATE customer SET archived_at = NULL", "customer"),
    ],
)
def test_a_state_that_its_history_does_not_know_is_found(
    desk: FrontDesk, lived: Lived, edit: str, table: str
) -> None:
    by_hand = apsw.Connection(str(desk.store.path))
    by_hand.execute(edit)
    by_hand.close()
    assert {(fault.code, fault.where) for fault in lived()} == {(FaultCode.WRONG_STATE, table)}
