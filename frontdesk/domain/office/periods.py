"""The periods that figures are asked for, what each is compared with, and the steps that it is drawn in.

A period is whole days of the shop, the last one up to now. A day is compared with the same weekday of the
weeks before, up to the same hour where it is not over; every other period with the one before it, just as
far.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.days import add_months, day_at

WEEKDAYS_COMPARED: Final = 4
WEEKS_LOOKED_BACK: Final = 8
"""So far back open days are looked for to compare a day with."""
_A_DAY: Final = timedelta(days=1)
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 12, 31)
"""No shop has days beyond; what is compared with them is still in the calendar."""


class PeriodKind(StrEnum):
    """In the order in which they are offered; DAYS are from one day to another."""

    TODAY = "TODAY"
    YESTERDAY = "YESTERDAY"
    THIS_WEEK = "THIS_WEEK"
    FOUR_WEEKS = "FOUR_WEEKS"
    THIS_MONTH = "THIS_MONTH"
    TWELVE_MONTHS = "TWELVE_MONTHS"
    ALL = "ALL"
    DAYS = "DAYS"


@dataclass(frozen=True, slots=True)
class Period:
    """`first` and `last` are of DAYS, whichever way round they were chosen."""

    kind: PeriodKind
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` on and before `until`, in UTC milliseconds; `first` and `last` are its days."""

    since: int
    until: int
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


class Step(StrEnum):
    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    QUARTER = "QUARTER"
    YEAR = "YEAR"


_UP_TO_DAYS: Final = (
    (1, Step.HOUR),
    (35, Step.DAY),
    (182, Step.WEEK),
    (800, Step.MONTH),
    (2400, Step.QUARTER),
)
_MONTHS: Final = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a span: from `since` on and before `until`. It begins on `day`, at the hour `hour` of it."""

    since: int
    until: int
    day: date
    hour: int = 0


def span_of(period: Period, now: int, zone: ZoneInfo, opened: date) -> Span:
    """A period as it is at a moment, in a shop that knows of visits since `opened`."""
    first, last = _days_of(period, day_at(now, zone), opened)
    return _span(first, last, min(morning(last + _A_DAY, zone), now + 1), zone)


def before(period: Period, span: Span, now: int, zone: ZoneInfo) -> Span | None:
    """The span just before it, as far into it as `span` is into its own; None for a day, and for all."""
    if period.kind is PeriodKind.ALL or span.days == 1:
        return None
    today = day_at(now, zone)
    match period.kind:
        case PeriodKind.THIS_WEEK:
            first, last = (day - timedelta(weeks=1) for day in (span.first, span.last))
        case PeriodKind.THIS_MONTH:
            first, last = (add_months(day, -1) for day in (span.first, span.last))
        case PeriodKind.TWELVE_MONTHS:
            first, last = add_months(span.last, -24) + _A_DAY, add_months(span.last, -12)
        case _:
            first, last = (day - timedelta(days=span.days) for day in (span.first, span.last))
    return _span(first, last, _as_far(last, span.last == today, now, zone), zone)


def same_weekdays(span: Span, now: int, zone: ZoneInfo) -> Iterator[Span]:
    """The same weekday of the weeks before a span of one day, the latest first."""
    for weeks in range(1, WEEKS_LOOKED_BACK + 1):
        day = span.first - timedelta(weeks=weeks)
        until = _as_far(day, span.first == day_at(now, zone), now, zone)
        yield _span(day, day, until, zone)


def step_of(span: Span) -> Step:
    """In which steps a span is drawn: a dozen bars or two, at most as many as there are days in a month."""
    return next((step for days, step in _UP_TO_DAYS if span.days <= days), Step.YEAR)


def parts_of(span: Span, step: Step, zone: ZoneInfo) -> tuple[Part, ...]:
    """The whole parts of a span's days, also those of today that are still to come."""
    if step is Step.HOUR:
        begins = [datetime.combine(span.first, time(hour)) for hour in range(24)]
    else:
        begins = [datetime.combine(day, time()) for day in _begins(span, step)]
    ends = [*(_at(begin, zone) for begin in begins), morning(span.last + _A_DAY, zone)]
    return tuple(
        Part(ends[place], max(ends[place + 1], ends[place]), begin.date(), begin.hour)
        for place, begin in enumerate(begins)
    )


def morning(day: date, zone: ZoneInfo) -> int:
    """The first moment of a day, in UTC milliseconds."""
    return _at(datetime.combine(day, time()), zone)


def _days_of(period: Period, today: date, opened: date) -> tuple[date, date]:
    match period.kind:
        case PeriodKind.TODAY:
            return today, today
        case PeriodKind.YESTERDAY:
            return today - _A_DAY, today - _A_DAY
        case PeriodKind.THIS_WEEK:
            return today - timedelta(days=today.weekday()), today
        case PeriodKind.FOUR_WEEKS:
            return today - timedelta(days=27), today
        case PeriodKind.THIS_MONTH:
            return today.replace(day=1), today
        case PeriodKind.TWELVE_MONTHS:
            return add_months(today, -12) + _A_DAY, today
        case PeriodKind.ALL:
            return min(opened, today), today
        case PeriodKind.DAYS:
            chosen = (period.first or today, period.last or today)
            first, last = (min(max(day, _EARLIEST), _LATEST) for day in chosen)
            return min(first, last), max(first, last)


def _begins(span: Span, step: Step) -> Iterator[date]:
    """The days with which parts begin: a week on a Monday, a month on its first day."""
    day = span.first
    while day <= span.last:
        yield day
        if step in _MONTHS:
            months = _MONTHS[step]
            first = day.replace(month=(day.month - 1) // months * months + 1, day=1)
            day = add_months(first, months)
        else:
            day += timedelta(days=7 - day.weekday()) if step is Step.WEEK else _A_DAY


def _span(first: date, last: date, until: int, zone: ZoneInfo) -> Span:
    since = morning(first, zone)
    return Span(since, max(until, since), first, last)


def _as_far(day: date, is_today: bool, now: int, zone: ZoneInfo) -> int:
    """The end of a day, or the hour that it is now where what it is compared with is not over."""
    if not is_today:
        return morning(day + _A_DAY, zone)
    clock = datetime.fromtimestamp(now / 1000, zone).time()
    return _at(datetime.combine(day, clock), zone) + 1


def _at(local: datetime, zone: ZoneInfo) -> int:
    return int(local.replace(tzinfo=zone).timestamp() * 1000)
