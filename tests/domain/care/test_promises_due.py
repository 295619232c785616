"""Which promises Today holds, and in which order."""

from zoneinfo import ZoneInfo

from frontdesk.domain.care.promises_due import due_items
from frontdesk.domain.care.requests import RequestState, SpecialRequest
from frontdesk.domain.care.today import TodayKind
from frontdesk.domain.days import DAY, HOUR, MINUTE

VIENTIANE = ZoneInfo("Asia/Vientiane")
NOW = 20_776 * DAY + 2 * HOUR  # 9:00 in Vientiane


def promised(
    id_: int,
    at: int | None,
    target: int | None = None,
    state: RequestState = RequestState.OPEN,
) -> SpecialRequest:
    return SpecialRequest(id_, 5, "Noy", f"Cake {id_}", "", state, NOW - DAY, at, 2, "Kham", target)


def test_what_is_late_comes_first_then_what_presses_first() -> None:
    requests = [
        promised(1, NOW + 5 * HOUR, NOW + 4 * HOUR),
        promised(2, NOW + 6 * HOUR, NOW + HOUR),
        promised(3, NOW - MINUTE, NOW - HOUR),
        promised(4, NOW + 2 * HOUR),
        promised(5, NOW + 7 * HOUR, NOW - 2 * HOUR),
    ]
    assert [item.subject for item in due_items(requests, NOW, VIENTIANE)] == [3, 5, 2, 4, 1]


def test_today_ends_at_the_shops_own_midnight() -> None:
    midnight = NOW + 15 * HOUR
    requests = [
        promised(1, midnight - MINUTE),
        promised(2, midnight),
        promised(3, midnight + HOUR, midnight - HOUR),
        promised(4, None),
        promised(5, NOW, state=RequestState.FULFILLED),
    ]
    assert [item.subject for item in due_items(requests, NOW, VIENTIANE)] == [3, 1]


def test_what_is_ready_waits_for_its_promise_not_for_its_target() -> None:
    tomorrow = NOW + DAY
    assert due_items([promised(1, tomorrow, NOW, RequestState.READY)], NOW, VIENTIANE) == ()
    assert len(due_items([promised(1, tomorrow, NOW)], NOW, VIENTIANE)) == 1


def test_an_item_says_who_what_when_and_whose() -> None:
    (item,) = due_items([promised(9, NOW + HOUR, NOW)], NOW, VIENTIANE)
    assert (item.kind, item.subject, item.customer_id, item.name) == (TodayKind.PROMISE_DUE, 9, 5, "Noy")
    assert (item.text, item.at, item.owner_id, item.owner) == ("Cake 9", NOW + HOUR, 2, "Kham")
    assert item.number == 1, "its target has come"
