"""When a promise is behind."""

import pytest

from frontdesk.domain.requests import OPEN_STATES, RequestState, SpecialRequest

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
