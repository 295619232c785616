"""The promises that a cashier gives with one tap: in 30 minutes, in an hour, today, tomorrow."""

from datetime import datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

DAY_ENDS_AT, DAY_BEGINS_AT, LATEST = 18, 10, 21


class Promise(Enum):
    HALF_HOUR = "30min"
    HOUR = "1h"
    TODAY = "today"
    TOMORROW = "tomorrow"


def promised_at(promise: Promise, now: int, zone: ZoneInfo) -> int:
    """The moment that a promise means, in UTC milliseconds."""
    moment = datetime.fromtimestamp(now / 1000, zone)
    match promise:
        case Promise.HALF_HOUR:
            moment += timedelta(minutes=30)
        case Promise.HOUR:
            moment += timedelta(hours=1)
        case Promise.TODAY:
            moment = _later_today(moment)
        case Promise.TOMORROW:
            moment = (moment + timedelta(days=1)).replace(hour=DAY_BEGINS_AT, minute=0)
    return int(moment.replace(second=0, microsecond=0).timestamp() * 1000)


def _later_today(moment: datetime) -> datetime:
    """Six in the evening; when that is near or over, nine; late at night, the end of the day."""
    for hour in (DAY_ENDS_AT, LATEST):
        if moment.hour < hour - 1:
            return moment.replace(hour=hour, minute=0)
    return moment.replace(hour=23, minute=59)
