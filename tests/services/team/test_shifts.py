"""The plan, who is here, and what whoever takes the till over is told."""

from datetime import date, timedelta

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.days import start_of_day
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.responses import WayBack
from frontdesk.domain.refusals import Refused
from frontdesk.domain.team.shifts import ALL_DAY, EARLY, Hours, PlannedShift, ShiftGreeting
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.services.team.shifts import HoursSaved
from tests.conftest import FakeClock
from tests.services.counter_acts import hire, refusal
from tests.services.feedback.feedback_acts import draft, issue, take

THURSDAY = date(2026, 11, 19)


def plan(desk: FrontDesk, staff_id: int, day: date, hours: Hours | None) -> HoursSaved:
    return desk.submit(desk.shifts.set_hours, desk.act(), staff_id, day, hours).result()


def say(desk: FrontDesk, staff_id: int, here: bool) -> None:
    desk.submit(desk.shifts.say_here, desk.act(), staff_id, here).result()


def here(desk: FrontDesk) -> list[str]:
    return [each.member.name for each in desk.shifts.today(desk.staff_id, desk.now()) if each.here]


def greeting(desk: FrontDesk) -> ShiftGreeting | None:
    return desk.submit(desk.shifts.greet, desk.act()).result().greeting


def test_the_plan_of_a_week_is_the_managers(desk: FrontDesk) -> None:
    la, lu = hire(desk), hire(desk, "Lu")
    plan(desk, lu, THURSDAY + timedelta(days=6), ALL_DAY)
    plan(desk, la, THURSDAY, EARLY)
    plan(desk, la, THURSDAY + timedelta(days=7), ALL_DAY)
    assert desk.shifts.plan(THURSDAY) == (
        PlannedShift(la, THURSDAY, EARLY),
        PlannedShift(lu, THURSDAY + timedelta(days=6), ALL_DAY),
    )
    saved = plan(desk, la, THURSDAY, None)
    assert (saved.before, saved.hours, saved.changes.team) == (EARLY, None, True)
    assert [each.staff_id for each in desk.shifts.plan(THURSDAY)] == [lu]
    plan(desk, la, THURSDAY, saved.before)
    assert desk.shifts.today(desk.staff_id, desk.now())[1].planned == EARLY
    desk.submit(desk.staffing.leave, desk.act(), lu).result()
    assert [each.staff_id for each in desk.shifts.plan(THURSDAY)] == [la]
    desk.take_over(la).result()
    with pytest.raises(Refused) as refused:
        plan(desk, la, THURSDAY, ALL_DAY)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")


def test_who_is_here_is_said_by_anybody_or_shown_by_what_they_do(desk: FrontDesk, clock: FakeClock) -> None:
    owner = desk.staff_id
    la, lu = hire(desk), hire(desk, "Lu")
    desk.take_over(la).result()
    clock.forward(minutes=1)
    say(desk, lu, True)
    assert here(desk) == ["Noy", "La", "Lu"]
    say(desk, owner, False)
    assert here(desk) == ["La", "Lu"]
    since = start_of_day(desk.now(), desk.zone)
    assert [each.id for each in desk.staffing.on_duty(la, since, desk.now())] == [la, lu]
    clock.forward(minutes=1)
    desk.take_over(owner).result()
    assert here(desk) == ["Noy", "La", "Lu"]
    clock.forward(days=1)
    assert here(desk) == ["Noy"]


def test_what_a_customer_does_makes_nobody_come(desk: FrontDesk, clock: FakeClock) -> None:
    hire(desk, "Lu")
    la, card, poster = hire(desk), issue(desk), issue(desk, format=CardFormat.POSTER)
    clock.forward(days=3)

    def at_work() -> list[str]:
        return [each.member.name for each in desk.shifts.today(la, desk.now()) if each.here]

    take(desk, card, draft(liked="Lu was kind"))
    take(desk, poster)
    clock.forward(minutes=1)
    take(desk, card, draft(liked="La was kind"))
    clock.forward(minutes=1)
    desk.submit(desk.manager_calls.call, desk.act()).result()
    assert len(desk.staff_thanks.waiting()) == 1
    assert at_work() == ["La"]
    clock.forward(minutes=1)
    take(desk, poster, draft(), WayBack.PAPER)
    assert at_work() == ["Noy", "La"]


def test_nobody_who_left_comes_or_is_planned(desk: FrontDesk) -> None:
    la = hire(desk)
    desk.submit(desk.staffing.leave, desk.act(), la).result()
    for act in (lambda: say(desk, la, True), lambda: plan(desk, la, THURSDAY, ALL_DAY)):
        with pytest.raises(Refused) as refused:
            act()
        assert refusal(refused) == ("UNKNOWN_STAFF", "CHOOSE_ANOTHER")


def test_whoever_takes_over_is_told_once_a_day_what_is_new_for_them(
    desk: FrontDesk, clock: FakeClock
) -> None:
    owner = desk.staff_id
    la = hire(desk)
    desk.submit(desk.staff_thanks.thank, desk.act(), la, "So kind").result()
    desk.take_over(la).result()
    asked = desk.submit(desk.staff_requests.ask, desk.act(), "Sunday off?").result()
    told = greeting(desk)
    assert told is not None
    assert (told.member.name, told.thanks, told.answers, told.asked) == ("La", 1, 0, 0)
    assert greeting(desk) is None
    clock.forward(minutes=5)
    desk.take_over(owner).result()
    told = greeting(desk)
    assert told is not None
    assert (told.thanks, told.asked) == (0, 1)
    answer = desk.staff_requests.answer
    desk.submit(answer, desk.act(), asked.request.id, StaffRequestState.YES).result()
    clock.forward(days=1)
    desk.take_over(la).result()
    told = greeting(desk)
    assert told is not None
    assert (told.thanks, told.answers) == (0, 1)


def test_the_same_act_greets_once(desk: FrontDesk) -> None:
    act = desk.act()
    greeted = [desk.submit(desk.shifts.greet, act).result().greeting for _ in range(2)]
    assert [each is not None for each in greeted] == [True, False]
    assert greeted[0] is not None
    assert greeted[0].member.role is Role.OWNER
