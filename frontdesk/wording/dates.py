"""Days and times as people say them at a counter, in the reader's language.

Times come as UTC milliseconds and are read in the shop's zone. Clock times are written 15:30 in every
language here: that is how shops in these countries write opening hours and promises.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.days import MINUTE
from frontdesk.domain.people.customers import Birthday
from frontdesk.texts import Texts

JUST_NOW = 2 * MINUTE
DAYS_BY_NAME = 6
WEEKS_COUNTED = 4
BUDDHIST_YEARS = 543  # Thai readers count from the Buddha's time; neither Qt nor Babel does it for them


def day(texts: Texts, at: int, zone: ZoneInfo, now: int) -> str:
    """When something happened: "just now", "earlier today", "Tuesday", "3 weeks ago", then its date."""
    then, today = _local(at, zone).date(), _local(now, zone).date()
    days = (today - then).days
    if abs(now - at) < JUST_NOW:
        return texts.gettext("just now")
    if days == 0:
        return texts.gettext("earlier today") if at < now else texts.gettext("later today")
    if days == 1:
        return texts.gettext("yesterday")
    if 1 < days <= DAYS_BY_NAME:
        return weekday(texts, then)
    weeks = days // 7
    if 1 <= weeks <= WEEKS_COUNTED:
        return texts.ngettext("a week ago", "{n} weeks ago", weeks).format(n=weeks)
    return full_date(texts, then) if then.year != today.year else day_of_year(texts, then)


def clock_time(texts: Texts, at: int, zone: ZoneInfo) -> str:
    """The time of day, such as 9:05 or 15:30. Every language here writes it so; `texts` keeps the place
    for one that does not."""
    local = _local(at, zone)
    return time_of_day(texts, local.hour * 60 + local.minute)


def time_of_day(texts: Texts, minute: int) -> str:
    """A minute of the day, such as 510, as a time: 8:30."""
    return f"{minute // 60}:{minute % 60:02d}"


def promise(texts: Texts, at: int, zone: ZoneInfo, now: int) -> str:
    """The time that was promised, as one says it before it has come: "tomorrow at 9:00"."""
    then, today = _local(at, zone).date(), _local(now, zone).date()
    time, days = clock_time(texts, at, zone), (then - today).days
    if days == 0:
        return texts.gettext("today at {time}").format(time=time)
    if days == 1:
        return texts.gettext("tomorrow at {time}").format(time=time)
    if days == -1:
        return texts.gettext("yesterday at {time}").format(time=time)
    if 1 < days <= DAYS_BY_NAME:
        return texts.gettext("{weekday} at {time}").format(weekday=weekday(texts, then), time=time)
    shown = full_date(texts, then) if then.year != today.year else day_of_year(texts, then)
    return texts.gettext("{date} at {time}").format(date=shown, time=time)


def on_paper(texts: Texts, at: int, zone: ZoneInfo) -> str:
    """A moment as paper says it, which is still read when today is another day."""
    then = _local(at, zone).date()
    return texts.gettext("{weekday}, {date} at {time}").format(
        weekday=weekday(texts, then), date=day_of_year(texts, then), time=clock_time(texts, at, zone)
    )


def last_day(texts: Texts, end: int, zone: ZoneInfo, now: int) -> str:
    """The last day of something that ends with the moment `end`: "5 March", or "5 March 2027" where that is
    not this year.
    """
    last, today = _local(end - 1, zone).date(), _local(now, zone).date()
    return full_date(texts, last) if last.year != today.year else day_of_year(texts, last)


def overdue(texts: Texts, at: int, now: int) -> str:
    """How far a promise is behind, in the largest unit that says enough: "20 minutes late"."""
    minutes = max(now - at, 0) // MINUTE
    hours, days = minutes // 60, minutes // (24 * 60)
    if days:
        return texts.ngettext("{n} day late", "{n} days late", days).format(n=days)
    if hours:
        return texts.ngettext("{n} hour late", "{n} hours late", hours).format(n=hours)
    if minutes:
        return texts.ngettext("{n} minute late", "{n} minutes late", minutes).format(n=minutes)
    return texts.gettext("due now")


def birthday(texts: Texts, when: Birthday) -> str:
    """A birthday with its year where it is known: "4 March" or "4 March 1990"."""
    # 2000 stands in for an unknown year: it has a 29 February.
    told = date(when.year or 2000, when.month, when.day)
    return day_of_year(texts, told) if when.year is None else full_date(texts, told)


def weekday(texts: Texts, when: date) -> str:
    """The name of the day of the week."""
    return _written(texts, when, "EEEE")


def weekday_in_short(texts: Texts, number: int) -> str:
    """A day of the week, 0 is Monday, as short as a line of opening hours has it: "Mon"."""
    return _written(texts, date.fromordinal(1 + number), "EEE")


def short_day(texts: Texts, when: date) -> str:
    """The day of the week and of the month, as short as a column of a table."""
    return _written(texts, when, "EEE d")


def short_weekday(texts: Texts, when: date) -> str:
    """The day of the week, as short as it stands below a bar."""
    return _written(texts, when, "EEE")


def short_date(texts: Texts, when: date) -> str:
    """Day and month, as short as they stand below a bar."""
    return _written(texts, when, "d MMM")


def short_month(texts: Texts, when: date) -> str:
    """The month, as short as it stands below a bar."""
    return _written(texts, when, "MMM")


def month_of_year(texts: Texts, when: date) -> str:
    """Month and year, short."""
    return _written(texts, when, "MMM y")


def day_of_year(texts: Texts, when: date) -> str:
    """Day and month, without a year."""
    return _written(texts, when, "d MMMM")


def full_date(texts: Texts, when: date) -> str:
    """Day, month and year; the year as readers of the language count it."""
    pattern = "d MMMM, y" if texts.language == "ka" else "d MMMM y"
    if texts.language == "th":
        pattern = f"d MMMM '{when.year + BUDDHIST_YEARS}'"
    return _written(texts, when, pattern)


def day_in_column(texts: Texts, when: date) -> str:
    """A day with its year, as short as a column of a table."""
    if texts.language == "th":
        return _written(texts, when, f"d MMM '{when.year + BUDDHIST_YEARS}'")
    return _written(texts, when, "d MMM y")


def month_name(texts: Texts, month: int) -> str:
    """The name of a month by itself."""
    return _written(texts, date(2000, month, 1), "LLLL")


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone)


def _written(texts: Texts, when: date, pattern: str) -> str:
    from babel.dates import format_date  # the first frame has no date to write, so it does not wait for Babel

    return format_date(when, pattern, locale=texts.language)
