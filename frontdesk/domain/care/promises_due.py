"""Which promises are to be kept in this shift, as items of Today."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.domain.care.requests import OPEN_STATES, RequestState, SpecialRequest
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at, end_of_day


def due_items(requests: Iterable[SpecialRequest], now: int, zone: ZoneInfo) -> tuple[TodayItem, ...]:
    """Open requests whose target or promise comes by the end of today, what is late first, then by when it
    presses. `at` is the promise; `number` is 1 once the target has come, so that it is to be done now.
    """
    end = end_of_day(day_at(now, zone), zone)
    due = [
        (when, request)
        for request in requests
        if request.state in OPEN_STATES and (when := due_at(request)) is not None and when < end
    ]
    due.sort(key=lambda each: (not each[1].overdue(now), each[0], each[1].id))
    return tuple(_item(request, now, zone) for _, request in due)


def due_at(request: SpecialRequest) -> int | None:
    """The moment from which it is to be seen to: its target; of what is ready, or has none, its promise."""
    if request.state is RequestState.READY or request.target_at is None:
        return request.promised_at
    return request.target_at


def _item(request: SpecialRequest, now: int, zone: ZoneInfo) -> TodayItem:
    assert request.promised_at is not None, "what is due was promised"
    return TodayItem(
        TodayKind.PROMISE_DUE,
        request.id,
        day_at(request.promised_at, zone),
        request.customer_id,
        request.customer_name,
        request.what,
        int(request.pressing(now)),
        request.promised_at,
        request.owner_id,
        request.owner_name,
    )
