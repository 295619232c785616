"""Why somebody is on the wall, in few words: "most Tuesdays about 8:30"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.regulars.wall.rhythms import Rhythm, RhythmKind
from frontdesk.texts import Texts
from frontdesk.wording import dates

_A_MONDAY: Final = date(2024, 1, 1)
_JUST_NOW: Final = 2
_MINUTES_SAID: Final = 45
"""Up to so many minutes are said as minutes; more as hours."""
DAYS_IN_WEEK: Final = 7


def reason(texts: Texts, rhythm: Rhythm, now: datetime) -> str:
    """When they come, as of `now`; both in the shop's local time."""
    match rhythm.kind:
        case RhythmKind.HERE_BEFORE:
            return _here_before(texts, now - rhythm.last)
        case RhythmKind.MOST_PARTS:
            return _parts(texts, rhythm.part)
        case RhythmKind.WEEKLY:
            return texts.gettext("about once a week, on {weekday}s").format(weekday=_weekday(texts, rhythm))
        case RhythmKind.EVERY:
            return _every(texts, rhythm.days)
        case RhythmKind.LAST_SEEN:
            return _last_seen(texts, rhythm.last, now)
        case _ if rhythm.minute is None:
            return _most(texts, rhythm)
        case _:
            return _most_about(texts, rhythm, dates.time_of_day(texts, rhythm.minute))


def _most(texts: Texts, rhythm: Rhythm) -> str:
    match rhythm.kind:
        case RhythmKind.MOST_DAYS:
            return texts.gettext("most days")
        case RhythmKind.MOST_WORKING_DAYS:
            return texts.gettext("most weekdays")
        case RhythmKind.MOST_WEEKENDS:
            return texts.gettext("most weekends")
        case _:
            return texts.gettext("most {weekday}s").format(weekday=_weekday(texts, rhythm))


def _most_about(texts: Texts, rhythm: Rhythm, time: str) -> str:
    match rhythm.kind:
        case RhythmKind.MOST_DAYS:
            return texts.gettext("most days about {time}").format(time=time)
        case RhythmKind.MOST_WORKING_DAYS:
            return texts.gettext("most weekdays about {time}").format(time=time)
        case RhythmKind.MOST_WEEKENDS:
            return texts.gettext("most weekends about {time}").format(time=time)
        case _:
            said = texts.gettext("most {weekday}s about {time}")
            return said.format(weekday=_weekday(texts, rhythm), time=time)


def _parts(texts: Texts, part: DayPart | None) -> str:
    match part:
        case DayPart.MORNING:
            return texts.gettext("most mornings")
        case DayPart.AFTERNOON:
            return texts.gettext("most afternoons")
        case _:
            return texts.gettext("most evenings")


def _every(texts: Texts, days: int) -> str:
    if days == DAYS_IN_WEEK:
        return texts.gettext("about once a week")
    return texts.ngettext("about every day", "about every {n} days", days).format(n=days)


def _here_before(texts: Texts, ago: timedelta) -> str:
    minutes = int(ago / timedelta(minutes=1))
    if minutes < _JUST_NOW:
        return texts.gettext("was here just now")
    if minutes <= _MINUTES_SAID:
        return texts.ngettext("was here {n} minute ago", "was here {n} minutes ago", minutes).format(
            n=minutes
        )
    hours = round(ago / timedelta(hours=1))
    return texts.ngettext("was here an hour ago", "was here {n} hours ago", hours).format(n=hours)


def _last_seen(texts: Texts, last: datetime, now: datetime) -> str:
    days = (now.date() - last.date()).days
    if days == 0:
        return texts.gettext("was here earlier today")
    if days == 1:
        return texts.gettext("was here yesterday")
    if days < DAYS_IN_WEEK:
        return texts.gettext("was here on {weekday}").format(weekday=dates.weekday(texts, last.date()))
    weeks = days // DAYS_IN_WEEK
    if weeks <= dates.WEEKS_COUNTED:
        return texts.ngettext("was here a week ago", "was here {n} weeks ago", weeks).format(n=weeks)
    said = dates.day_of_year if last.year == now.year else dates.full_date
    return texts.gettext("was here last on {date}").format(date=said(texts, last.date()))


def _weekday(texts: Texts, rhythm: Rhythm) -> str:
    return dates.weekday(texts, _A_MONDAY + timedelta(days=rhythm.weekday or 0))
