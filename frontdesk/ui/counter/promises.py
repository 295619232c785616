"""What a cashier can promise: so many minutes from now, or a time on one of the next days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

DAYS_AHEAD: Final = 6
"""After that, the name of a weekday would mean two days."""
STEP: Final = 15
_TODAY_AT: Final = (time(18), time(21))
_LAST: Final = time(23, 59)
_ANOTHER_DAY_AT: Final = time(9)
_DAY: Final = 24 * 60
_TYPED: Final = re.compile(r"(\d{1,2})(?:[:.,h ]?(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Soon:
    """So many minutes after it is noted."""

    minutes: int


@dataclass(frozen=True, slots=True)
class OnDay:
    """A time of a day, by the clock of the shop."""

    day: date
    at: time


Promise = Soon | OnDay

HALF_HOUR: Final = Soon(30)
HOUR: Final = Soon(60)


def promised_at(promise: Promise, now: int, zone: ZoneInfo) -> int:
    """The moment that a promise means, in UTC milliseconds."""
    match promise:
        case Soon():
            then = _local(now, zone) + timedelta(minutes=promise.minutes)
        case OnDay():
            then = datetime.combine(promise.day, promise.at, zone)
    return int(then.replace(second=0, microsecond=0).timestamp() * 1000)


def today(now: int, zone: ZoneInfo) -> date:
    """The shop's own day."""
    return _local(now, zone).date()


def in_days(days: int, now: int, zone: ZoneInfo) -> OnDay:
    """What is meant by a day until a time is said: six in the evening today, nine on any other day.

    When six is near or over, nine in the evening; late at night, the end of the day.
    """
    moment = _local(now, zone)
    if days:
        return OnDay(moment.date() + timedelta(days=days), _ANOTHER_DAY_AT)
    return OnDay(moment.date(), next((at for at in _TODAY_AT if moment.hour < at.hour - 1), _LAST))


def read_time(typed: str) -> time | None:
    """A time as people write it (14:30, 14.30, 1430, 9), in the digits of any script; or None."""
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def stepped(at: time, steps: int) -> time:
    """The next quarter of an hour later (1) or earlier (-1), within the day."""
    minutes = at.hour * 60 + at.minute
    onto = (minutes // STEP + 1) * STEP if steps > 0 else (-(-minutes // STEP) - 1) * STEP
    return time(*divmod(onto, 60)) if 0 <= onto < _DAY else at


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone)
