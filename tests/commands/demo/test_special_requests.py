"""Requests in the demo tell a story that the states allow."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from frontdesk.commands.demo.cafe import STAFF, open_hours
from frontdesk.commands.demo.shop import DemoShop, make_demo
from frontdesk.domain.care.requests import OPEN_STATES, RequestState, next_states


def test_most_are_done_and_a_few_are_not(shop: DemoShop) -> None:
    states = Counter(request.state for request in shop.requests)
    assert set(states) == set(RequestState)
    assert states[RequestState.FULFILLED] > len(shop.requests) / 2
    assert states[RequestState.DECLINED] <= 12


def test_the_day_begins_with_some_overdue_some_due_today_and_some_tomorrow(shop: DemoShop) -> None:
    days = Counter(
        (request.promised.date() - shop.today).days
        for request in shop.requests
        if request.state in OPEN_STATES
    )
    assert sum(days[ahead] for ahead in days if ahead < 0) == 2
    assert days[0] == 3
    assert days[1] == 3


@pytest.mark.parametrize(
    "today", [date(2026, 10, 14), date(2026, 4, 17), date(2026, 4, 15), date(2026, 1, 1), date(2026, 3, 1)]
)
def test_steps_follow_each_other_as_the_states_allow(today: date) -> None:
    for request in make_demo(300, 4, today).requests:
        assert request.steps[0].state is RequestState.OPEN
        for before, after in pairwise(request.steps):
            assert after.state in next_states(before.state), request
            assert before.at < after.at, request
        assert request.asked < request.promised
        assert request.steps[-1].at < datetime.combine(today, time())


def test_what_is_promised_is_promised_for_when_the_shop_is_open(shop: DemoShop) -> None:
    for request in shop.requests:
        hours = open_hours(request.promised.date())
        assert hours is not None
        assert hours.opens < request.promised.hour * 60 + request.promised.minute < hours.closes


def test_a_request_is_made_during_a_visit_and_taken_by_who_served(shop: DemoShop) -> None:
    visits = {(visit.person, visit.at): visit for visit in shop.visits}
    for request in shop.requests:
        visit = visits[request.person, request.asked - timedelta(minutes=2)]
        assert request.owner == visit.served_by
        assert request.owner in {member.key for member in STAFF}


def test_promises_are_mostly_kept(shop: DemoShop) -> None:
    done = [request for request in shop.requests if request.state is RequestState.FULFILLED]
    kept = [request for request in done if request.steps[-1].at <= request.promised]
    assert 0.75 < len(kept) / len(done) < 1


def test_some_wish_is_made_often_enough_to_be_a_hint(shop: DemoShop) -> None:
    assert Counter(request.what for request in shop.requests).most_common(1)[0][1] >= 3


def test_nobody_has_two_open_requests_at_once_in_the_demo(shop: DemoShop) -> None:
    waiting = Counter(request.person for request in shop.requests if request.state in OPEN_STATES)
    assert max(waiting.values()) == 1


def test_whoever_was_declined_was_told_why_and_offered_something(shop: DemoShop) -> None:
    ends = [request.steps[-1] for request in shop.requests if request.state is RequestState.DECLINED]
    assert all(step.declined is not None and step.declined.alternative for step in ends)


def test_some_prices_were_said_before_and_most_of_them_kept(shop: DemoShop) -> None:
    priced = [(request.quoted, request.final) for request in shop.requests if request.quoted is not None]
    kept = [quoted for quoted, final in priced if quoted == final]
    assert 0.7 < len(kept) / len(priced) < 1
