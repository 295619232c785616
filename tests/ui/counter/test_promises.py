"""What a promise means, at each time of the day, and how its time is typed and moved."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from frontdesk.ui.counter.promises import (
    HALF_HOUR,
    HOUR,
    OnDay,
    Soon,
    in_days,
    promised_at,
    read_time,
    stepped,
)

ZONE = ZoneInfo("Asia/Vientiane")


@pytest.mark.parametrize(
    ("promise", "now", "then"),
    [
        (HALF_HOUR, "2026-11-20 08:42", "2026-11-20 09:12"),
        (HOUR, "2026-11-20 23:30", "2026-11-21 00:30"),
        (OnDay(date(2026, 11, 21), time(14)), "2026-11-19 08:30", "2026-11-21 14:00"),
    ],
)
def test_promises(promise: Soon | OnDay, now: str, then: str) -> None:
    assert promised_at(promise, _ms(now), ZONE) == _ms(then)


@pytest.mark.parametrize(
    ("days", "now", "then"),
    [
        (0, "2026-11-20 08:42", "2026-11-20 18:00"),
        (0, "2026-11-20 17:30", "2026-11-20 21:00"),
        (0, "2026-11-20 22:10", "2026-11-20 23:59"),
        (1, "2026-12-31 20:00", "2027-01-01 09:00"),
        (6, "2026-11-20 00:10", "2026-11-26 09:00"),
    ],
)
def test_a_day_means_a_time_until_one_is_said(days: int, now: str, then: str) -> None:
    assert promised_at(in_days(days, _ms(now), ZONE), _ms(now), ZONE) == _ms(then)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("14:30", time(14, 30)),
        (" 9.05 ", time(9, 5)),
        ("1430", time(14, 30)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("0:00", time(0)),
        ("໑໔:໓໐", time(14, 30)),
        ("24:00", None),
        ("14:60", None),
        ("14:3", None),
        ("noon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, read: time | None) -> None:
    assert read_time(typed) == read


@pytest.mark.parametrize(
    ("at", "steps", "then"),
    [
        (time(18), 1, time(18, 15)),
        (time(18), -1, time(17, 45)),
        (time(14, 20), 1, time(14, 30)),
        (time(14, 20), -1, time(14, 15)),
        (time(0), -1, time(0)),
        (time(23, 45), 1, time(23, 45)),
        (time(23, 59), -1, time(23, 45)),
    ],
)
def test_a_time_moves_by_quarters_within_its_day(at: time, steps: int, then: time) -> None:
    assert stepped(at, steps) == then


def _ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)
