"""The shop's own days, months as people count them, and spans in milliseconds, in which all moments are."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

MINUTE: Final = 60 * 1000
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
"""As long as most days are: one on which the clocks are changed is an hour more or less."""
WEEK: Final = 7 * DAY


def day_at(at: int, zone: ZoneInfo) -> date:
    """The shop's own day that a moment falls in."""
    return datetime.fromtimestamp(at / 1000, zone).date()


def start_of_day(at: int, zone: ZoneInfo) -> int:
    """The first moment of the day that `at` falls in, in UTC milliseconds."""
    return int(datetime.combine(day_at(at, zone), time(), zone).timestamp() * 1000)


def end_of_day(day: date, zone: ZoneInfo) -> int:
    """The first moment that the day no longer has, in UTC milliseconds."""
    return int(datetime.combine(day + timedelta(days=1), time(), zone).timestamp() * 1000)


def add_months(day: date, months: int) -> date:
    """So many months later (or earlier), on the month's last day where it has no such day: 31 January and a
    month is 28 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
