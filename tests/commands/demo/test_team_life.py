"""The demo's team: greeted soon, planned, thanked, with something left to do; the same for the same seed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.bootstrap import FrontDesk, open_desk
from frontdesk.commands.demo.build import build
from frontdesk.commands.demo.shop import make_demo
from frontdesk.config import paths_for
from frontdesk.domain.team.staff_requests import StaffRequestState
from frontdesk.domain.team.staff_thanks import ThanksState
from tests.services.counter_acts import in_order

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDesk]:
    paths = paths_for(tmp_path_factory.mktemp("demo") / "shop")
    build(make_demo(40, 3, TODAY), paths, lambda done, total: None)
    morning = int(datetime(2026, 11, 21, 7, 30, tzinfo=ZoneInfo("Asia/Vientiane")).timestamp() * 1000)
    opened = open_desk(paths, clock=lambda: morning)
    yield opened
    opened.close()


def test_most_were_greeted_in_time_and_some_were_not_noted(desk: FrontDesk) -> None:
    week = desk.arrivals.week(desk.now())
    assert week.median_s is not None
    assert week.in_time is not None
    assert 12 < week.median_s < 32
    assert 0.7 < week.in_time < 1
    assert week.measured > 20
    assert desk.arrivals.waiting(desk.now()) == ()


def test_the_week_ahead_is_planned(desk: FrontDesk) -> None:
    plan = desk.shifts.plan(TODAY)
    assert {each.staff_id for each in plan} == {each.id for each in desk.staffing.staff()}
    assert {each.day for each in plan} > {TODAY}


def test_something_waits_for_the_manager(desk: FrontDesk) -> None:
    by_hand = [each for each in desk.staff_thanks.waiting() if each.words.startswith("So patient")]
    assert [bool(each.customer) for each in by_hand] == [True]
    assert any(each.state is ThanksState.PASSED_ON for each in desk.staff_thanks.since(0))
    (asked,) = desk.staff_requests.to_answer(desk.act())
    assert asked.asker == "Maly"
    mine = desk.staff_requests.of(asked.asker_id)
    assert [each.state for each in mine] == [StaffRequestState.OPEN, StaffRequestState.YES]


def test_it_is_in_order(desk: FrontDesk) -> None:
    in_order(desk)
