"""The spans of time that the care figures are asked for, each up to now."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from frontdesk.domain.days import add_months, day_at


class CareSpan(StrEnum):
    """In the order in which they are offered."""

    THIS_WEEK = "THIS_WEEK"
    FOUR_WEEKS = "FOUR_WEEKS"
    THREE_MONTHS = "THREE_MONTHS"
    SINCE_OPENING = "SINCE_OPENING"


def begin_of(span: CareSpan, now: int, zone: ZoneInfo) -> int:
    """The moment with which a span begins, in UTC milliseconds: always with a whole day of the shop."""
    today = day_at(now, zone)
    match span:
        case CareSpan.THIS_WEEK:
            return _morning(today - timedelta(days=today.weekday()), zone)
        case CareSpan.FOUR_WEEKS:
            return _morning(today - timedelta(weeks=4), zone)
        case CareSpan.THREE_MONTHS:
            return _morning(add_months(today, -3), zone)
        case CareSpan.SINCE_OPENING:
            return 0


def _morning(day: date, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, time(), zone).timestamp() * 1000)
