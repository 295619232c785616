"""When a promise is behind, and what is aimed for ahead of it."""

from dataclasses import replace

import pytest

from frontdesk.domain.care.requests import (
    IN_HAND_AT_MOST,
    OPEN_STATES,
    RequestState,
    SpecialRequest,
    target_of,
)
from frontdesk.domain.days import DAY, HOUR, MINUTE

PROMISED = 1_000


def request(state: RequestState, promised_at: int | None = PROMISED) -> SpecialRequest:
    return SpecialRequest(1, 1, "Noy", "Cake", "", state, asked_at=0, promised_at=promised_at, owner_id=1)


@pytest.mark.parametrize(
    ("now", "late"), [(PROMISED - 1, False), (PROMISED, False), (PROMISED + 1, True)], ids=str
)
def test_a_promise_is_late_after_its_moment_and_not_at_it(now: int, late: bool) -> None:
    assert request(RequestState.OPEN).overdue(now) is late


@pytest.mark.parametrize("state", list(RequestState))
def test_only_what_is_still_open_can_be_late(state: RequestState) -> None:
    assert request(state).overdue(PROMISED + 1) is (state in OPEN_STATES)


def test_without_a_promise_nothing_is_late() -> None:
    assert not request(RequestState.OPEN, None).overdue(10**15)


@pytest.mark.parametrize(
    ("span", "margin", "in_hand"),
    [
        (60 * MINUTE, 25, 15 * MINUTE),
        (60 * MINUTE, 0, 0),
        (0, 25, 0),
        (16 * HOUR, 25, IN_HAND_AT_MOST),
        (3 * DAY, 25, IN_HAND_AT_MOST),
        (6 * DAY, 25, DAY),
        (8 * DAY, 25, 2 * DAY),
    ],
    ids=["an hour", "no margin", "at once", "overnight", "three days", "a day in hand", "two days in hand"],
)
def test_a_promise_is_aimed_at_ahead_of_it(span: int, margin: int, in_hand: int) -> None:
    assert target_of(5 * HOUR, 5 * HOUR + span, margin) == 5 * HOUR + span - in_hand


def test_a_promise_already_over_is_its_own_target_and_none_has_none() -> None:
    assert target_of(5 * HOUR, 4 * HOUR, 25) == 4 * HOUR
    assert target_of(5 * HOUR, None, 25) is None


@pytest.mark.parametrize("state", list(RequestState))
def test_only_what_is_not_ready_yet_presses_from_its_target_on(state: RequestState) -> None:
    aimed = replace(request(state), target_at=PROMISED - 100)
    assert aimed.pressing(PROMISED - 100) is (state in (RequestState.OPEN, RequestState.IN_PROGRESS))
    assert not aimed.pressing(PROMISED - 101)


def test_over_price_needs_both_prices() -> None:
    asked = request(RequestState.FULFILLED)
    assert not asked.over_price
    assert not replace(asked, quoted=100, final=100).over_price
    assert replace(asked, quoted=100, final=101).over_price
    assert not replace(asked, final=101).over_price
