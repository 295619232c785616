"""The list's order, and what gives its button a colour."""

from dataclasses import replace
from datetime import date

from frontdesk.domain.care.today import TodayItem, TodayKind, in_order

DAY = date(2026, 11, 19)


def item(kind: TodayKind, subject: int = 1, at: int | None = None, day: date = DAY) -> TodayItem:
    return TodayItem(kind, subject, day, at=at)


def test_what_went_wrong_is_first_then_what_is_due_first() -> None:
    listed = [
        item(TodayKind.SURPRISE),
        item(TodayKind.PROMISE_DUE, 3),
        item(TodayKind.PROMISE_DUE, 1, 20),
        item(TodayKind.PROMISE_DUE, 2, 10),
        item(TodayKind.BIRTHDAY, 1, day=date(2026, 11, 21)),
        item(TodayKind.BIRTHDAY, 2),
        item(TodayKind.RECOVERY),
    ]
    assert [(each.kind.name, each.subject) for each in in_order(listed)] == [
        ("RECOVERY", 1),
        ("PROMISE_DUE", 2),
        ("PROMISE_DUE", 1),
        ("PROMISE_DUE", 3),
        ("BIRTHDAY", 2),
        ("BIRTHDAY", 1),
        ("SURPRISE", 1),
    ]


def test_what_cannot_wait_is_before_what_waits_longer_the_latest_first() -> None:
    listed = [
        item(TodayKind.RECOVERY, 1, 10),
        replace(item(TodayKind.RECOVERY, 2, 20), at_once=True),
        item(TodayKind.RECOVERY, 3, 30),
        replace(item(TodayKind.RECOVERY, 4, 40), at_once=True),
    ]
    assert [each.subject for each in in_order(listed)] == [4, 2, 1, 3]


def test_a_promise_presses_once_its_time_has_come_and_a_complaint_always() -> None:
    promise = item(TodayKind.PROMISE_DUE, at=100)
    assert not promise.presses(99)
    assert promise.is_late(100)
    assert promise.presses(100)
    assert item(TodayKind.RECOVERY, at=500).presses(0)
    assert not item(TodayKind.BIRTHDAY, at=1).presses(100)
    assert not item(TodayKind.FOLLOW_UP).presses(100)
