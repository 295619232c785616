"""What the staff ask of the manager: read by these two only, answered, taken back."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.refusals import Refused
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.domain.text import BadInput
from frontdesk.services.team.staff_requests import StaffRequestSaved
from tests.services.counter_acts import hire, in_order, refusal

YES, NO, LATER = StaffRequestState.YES, StaffRequestState.NO, StaffRequestState.LATER


def ask(desk: FrontDesk, text: str = "Sunday off?") -> StaffRequestSaved:
    return desk.submit(desk.staff_requests.ask, desk.act(), text).result()


def answer(
    desk: FrontDesk, saved: StaffRequestSaved, state: StaffRequestState = YES, words: str = ""
) -> StaffRequestSaved:
    return desk.submit(desk.staff_requests.answer, desk.act(), saved.request.id, state, words).result()


def undo(desk: FrontDesk, saved: StaffRequestSaved) -> StaffRequestSaved:
    return desk.submit(desk.staff_requests.undo, desk.act(), saved.gesture).result()


def test_asked_answered_and_seen_by_the_asker(desk: FrontDesk) -> None:
    owner, la = desk.staff_id, hire(desk)
    desk.take_over(la).result()
    saved = ask(desk, "  Sunday   off? ")
    assert (saved.request.asker, saved.request.text, saved.changes.team) == ("La", "Sunday off?", True)
    desk.take_over(owner).result()
    assert desk.staff_requests.to_answer(desk.act()) == (saved.request,)
    answer(desk, saved, LATER, "Let us see the plan")
    answer(desk, saved, YES, "Enjoy it")
    assert desk.staff_requests.to_answer(desk.act()) == ()
    (mine,) = desk.staff_requests.of(la)
    assert (mine.state, mine.words, mine.answered_by) == (YES, "Enjoy it", "Noy")


def test_nobody_else_reads_it(desk: FrontDesk) -> None:
    la, lu = hire(desk), hire(desk, "Lu")
    desk.take_over(la).result()
    saved = ask(desk, "A raise")
    assert desk.staff_requests.of(lu) == ()
    assert desk.staff_requests.to_answer(replace(desk.act(), staff_id=lu)) == ()
    (item,) = desk.staff_requests.today_items(desk.now())
    assert (item.kind, item.subject, item.name, item.text) == (
        TodayKind.STAFF_REQUEST,
        saved.request.id,
        "La",
        "",
    )
    desk.take_over(lu).result()
    with pytest.raises(Refused) as refused:
        answer(desk, saved)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
    for act in (
        lambda: desk.submit(desk.staff_requests.withdraw, desk.act(), saved.request.id).result(),
        lambda: undo(desk, saved),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refusal(refused) == ("UNKNOWN_REQUEST", None)


def test_one_does_not_answer_oneself(desk: FrontDesk) -> None:
    ask(desk)
    assert desk.staff_requests.to_answer(desk.act()) == ()


def test_each_act_is_taken_back(desk: FrontDesk) -> None:
    owner = desk.staff_id
    manager = hire(desk, "Ta", Role.MANAGER)
    saved = ask(desk)
    answered = answer(desk, saved, NO)
    desk.take_over(manager).result()
    assert undo(desk, answered).request.state is StaffRequestState.OPEN
    with pytest.raises(Refused) as refused:
        undo(desk, answered)
    assert refusal(refused) == ("ALREADY_UNDONE", None)
    desk.take_over(owner).result()
    withdrawn = desk.submit(desk.staff_requests.withdraw, desk.act(), saved.request.id).result()
    assert desk.staff_requests.of(owner) == ()
    with pytest.raises(Refused) as refused:
        answer(desk, saved)
    assert refusal(refused) == ("WRONG_STATE", None)
    undo(desk, withdrawn)
    assert desk.staff_requests.today_items(desk.now())
    undo(desk, saved)
    assert desk.staff_requests.of(owner) == ()
    in_order(desk)


def test_what_cannot_be_is_refused(desk: FrontDesk) -> None:
    with pytest.raises(BadInput):
        ask(desk, "  ")
    saved = ask(desk)
    with pytest.raises(Refused) as refused:
        answer(desk, saved, StaffRequestState.WITHDRAWN)
    assert refusal(refused) == ("WRONG_STATE", None)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.staff_requests.answer, desk.act(), 99, YES).result()
    assert refusal(refused) == ("UNKNOWN_REQUEST", None)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.staff_requests.undo, desk.act(), desk.act().gesture).result()
    assert refusal(refused) == ("NOTHING_TO_UNDO", None)


def test_a_repeated_act_counts_once(desk: FrontDesk) -> None:
    act = desk.act()
    for _ in range(2):
        saved = desk.submit(desk.staff_requests.ask, act, "New aprons").result()
    act = desk.act()
    for _ in range(2):
        desk.submit(desk.staff_requests.answer, act, saved.request.id, YES, "Ordered").result()
    assert [each.words for each in desk.staff_requests.of(desk.staff_id)] == ["Ordered"]


def test_who_left_waits_for_no_answer(desk: FrontDesk) -> None:
    owner, la = desk.staff_id, hire(desk)
    desk.take_over(la).result()
    ask(desk)
    desk.take_over(owner).result()
    desk.submit(desk.staffing.leave, desk.act(), la).result()
    assert desk.staff_requests.to_answer(desk.act()) == ()
