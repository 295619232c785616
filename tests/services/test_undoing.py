"""What holds for every Undo of caring for people: last things first, once, by right, also after a repeat."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.playbooks import Handling, OwnWords, Step, StepKind
from frontdesk.domain.care.requests import PictureKind
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.team.shifts import Hours
from frontdesk.domain.team.staff_requests import StaffRequestState
from tests.services.counter_acts import enrol, hire, in_order, sell
from tests.services.ways_to_undo import CASES, Case, a_request, asked, do, thanked, waiting

LAST_ONLY = [name for name, case in CASES.items() if case.then is not None]
BY_MANAGERS = ["answer", "wish"]


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


@pytest.mark.parametrize("case", LAST_ONLY, indirect=True)
def test_an_older_act_is_not_undone_after_a_newer_one(desk: FrontDesk, case: Case) -> None:
    about = case.begin(desk)
    saved = case.act(desk, about, desk.act())
    assert case.then is not None
    case.then(desk, about, saved)
    after = case.seen(desk, about)
    with pytest.raises(Refused) as refused:
        case.take_back(desk, saved.gesture)
    assert refused.value.code is case.late
    assert case.seen(desk, about) == after
    in_order(desk)


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_an_act_is_undone_once(desk: FrontDesk, case: Case) -> None:
    about = case.begin(desk)
    before = case.seen(desk, about)
    saved = case.act(desk, about, desk.act())
    act = desk.act()
    for _ in range(2):  # the same Undo, asked for again, is that one
        case.take_back(desk, saved.gesture, act)
        assert case.seen(desk, about) == before
    with pytest.raises(Refused) as twice:
        case.take_back(desk, saved.gesture)
    assert twice.value.code is RefusalCode.ALREADY_UNDONE
    with pytest.raises(Refused) as nothing:
        case.take_back(desk, act.gesture)
    assert nothing.value.code is RefusalCode.NOTHING_TO_UNDO
    in_order(desk)


@pytest.mark.parametrize("case", CASES, indirect=True)
def test_a_repeat_is_the_same_act_also_when_the_shop_has_changed(desk: FrontDesk, case: Case) -> None:
    """A retry comes late: whoever it was about left, or somebody else is at the till."""
    about, act = case.begin(desk), desk.act()
    saved = case.act(desk, about, act)
    if case.then is not None:
        case.then(desk, about, saved)
    for customer in [hit.customer_id for hit in desk.search.find("Noy")]:
        do(desk, desk.leaving.leave, customer)
    gestures = "SELECT count(*) FROM gesture"
    before = desk.store.read().value(gestures)
    again = case.act(desk, about, act)
    assert again.gesture in (saved.gesture, None)  # none where it could not be taken back any more
    assert desk.store.read().value(gestures) == before


@pytest.mark.parametrize("case", BY_MANAGERS, indirect=True)
def test_a_cashier_undoes_no_act_of_a_managers_right(desk: FrontDesk, case: Case) -> None:
    saved = case.act(desk, case.begin(desk), desk.act())
    desk.staff_id = hire(desk, "Kham")
    with pytest.raises(Refused) as refused:
        case.take_back(desk, saved.gesture)
    assert refused.value.code is RefusalCode.ONLY_MANAGER


def test_an_answer_gives_way_to_the_one_before_it(desk: FrontDesk) -> None:
    key, answer = asked(desk), desk.staff_requests.answer
    do(desk, answer, key, StaffRequestState.YES, "Yes")
    last = do(desk, answer, key, StaffRequestState.NO, "No")
    back = do(desk, desk.staff_requests.undo, last.gesture).request
    assert (back.state, back.words) == (StaffRequestState.YES, "Yes")


def test_who_comes_second_has_nothing_to_take_back(desk: FrontDesk) -> None:
    arrival, noted = waiting(desk), thanked(desk)
    for method, key in ((desk.arrivals.greet, arrival), (desk.staff_thanks.pass_on, noted)):
        assert do(desk, method, key).gesture is not None
        assert do(desk, method, key).gesture is None


def _plan(desk: FrontDesk, act: Act, hours: Hours | None) -> Any:
    return do(desk, desk.shifts.set_hours, desk.staff_id, desk.today(), hours, act=act)


def _say(desk: FrontDesk, act: Act, text: str) -> Any:
    words = OwnWords("Late", (Step(1, StepKind.SAY, text),))
    return do(desk, desk.playbooks.save, "WAITED", "en", words, Handling(goodwill=len(text)), act=act)


def _write(desk: FrontDesk, act: Act, text: str) -> Any:
    product_id = next((each.id for each in desk.shop.products()), 0) or sell(desk, "Bread")
    return do(desk, desk.care_sheets.write, product_id, {"en": text}, act=act)


def _rule(desk: FrontDesk, act: Act, margin: int) -> Any:
    return do(desk, desk.care_rules.save, replace(desk.care_rules.get(), margin_percent=margin), act=act)


def _ask(desk: FrontDesk, act: Act, text: str) -> Any:
    return do(desk, desk.questions.reword, Topic.LIKED, "en", text, act=act)


def _ask_every(desk: FrontDesk, act: Act, weeks: int) -> Any:
    return do(desk, desk.feedback_rules.change, FeedbackRules(ask_every_weeks=weeks), act=act)


SETTINGS: dict[str, tuple[Callable[..., Any], Any, Any]] = {
    "plan": (_plan, Hours(540, 1020), None),
    "playbook": (_say, "Sorry", "Sorry, this is on the house"),
    "take-home sheet": (_write, "Keep it cold", "Eat it today"),
    "rules": (_rule, 40, 50),
    "question": (_ask, "What was good?", "What was best?"),
    "asking": (_ask_every, 4, 12),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_repeat_still_knows_what_was_there_before(desk: FrontDesk, name: str) -> None:
    """Else its Undo would set what it has just set."""
    change, first, second = SETTINGS[name]
    change(desk, desk.act(), first)
    act = desk.act()
    saved, repeated = change(desk, act, second), change(desk, act, second)
    assert repeated.before == saved.before
    change(desk, desk.act(), first)  # also after somebody went on
    assert change(desk, act, second).before == saved.before


def test_a_repeat_knows_no_picture_that_was_there_before(desk: FrontDesk) -> None:
    """No trace of one is kept: so no Undo is offered, which would take the new one away."""
    key, act = a_request(desk), desk.act()
    taken = [
        do(desk, desk.request_details.put_picture, key, PictureKind.SKETCH, Photo(b"a", b"b"), act=act)
        for _ in range(2)
    ]
    assert [each.repeated for each in taken] == [False, True]


def test_a_greeting_of_a_clock_ahead_hides_no_thanks(desk: FrontDesk) -> None:
    ahead, tomorrow = (desk.now() + timedelta(days=days) // timedelta(milliseconds=1) for days in (400, 1))
    desk.staff_id = hire(desk)
    do(desk, desk.shifts.greet, act=desk.act(ahead))
    do(desk, desk.staff_thanks.thank, desk.staff_id, "So kind", act=desk.act(tomorrow + 1))
    greeting = do(desk, desk.shifts.greet, act=desk.act(tomorrow)).greeting
    assert greeting.thanks == 1


def test_a_cadence_is_ten_years_at_most(desk: FrontDesk) -> None:
    added = do(desk, desk.follow_ups.add, enrol(desk), FollowUpKind.CALL, desk.today(), "", None, 9_999)
    assert added.follow_up.every_days == 3660
