"""When a customer comes, as one would say it of them at a counter; no more than their visits bear out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import Final

from frontdesk.domain.day_parts import DayPart, day_part

LOOKED_BACK: Final = timedelta(days=56)
JUST_HERE: Final = timedelta(hours=3)
MOST: Final = 0.5
"""More than this share of the days in question is "most"."""
FEWEST_TIMES: Final = 3
FEWEST_DAYS: Final = 6
"""Of every day, or every weekday, one speaks when there were so many since they first came; of Tuesdays, when
there were three."""
NEAR_MINUTES: Final = 60
FEWEST_GAPS: Final = 3
STEADY: Final = 0.4
"""Half of the gaps differ from the usual one by no more than this share of it."""
GIVEN_UP_GAPS: Final = 3
"""Silent for so many of their gaps, they no longer have that rhythm."""
ON_ONE_WEEKDAY: Final = 0.7
_SATURDAY: Final = 5
_HALF_HOUR: Final = 30
_A_DAY: Final = 24 * 60


class RhythmKind(StrEnum):
    HERE_BEFORE = "HERE_BEFORE"
    """They were here within hours: `last`."""
    MOST_DAYS = "MOST_DAYS"
    MOST_WORKING_DAYS = "MOST_WORKING_DAYS"
    MOST_WEEKENDS = "MOST_WEEKENDS"
    MOST_OF_A_WEEKDAY = "MOST_OF_A_WEEKDAY"
    """Of these four: at about `minute`, or at no time in particular."""
    MOST_PARTS = "MOST_PARTS"
    """Most mornings, afternoons or evenings: `part`."""
    WEEKLY = "WEEKLY"
    """About once a week, on `weekday`."""
    EVERY = "EVERY"
    """About every so many `days`."""
    LAST_SEEN = "LAST_SEEN"
    """Nothing more can be said: `last`."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`weekday` is 0 for Monday, `minute` the minute of the day, to the half-hour; `last` the last visit."""

    kind: RhythmKind
    last: datetime
    weekday: int | None = None
    minute: int | None = None
    part: DayPart | None = None
    days: int = 0


def rhythm_of(visits: Sequence[datetime], now: datetime) -> Rhythm | None:
    """Why somebody may be here `now`, by their visits, all in the shop's local time; None before the first.

    What holds for this day and hour is said before what holds in general.
    """
    past = sorted(at for at in visits if at <= now)
    if not past:
        return None
    last = past[-1]
    if now - last <= JUST_HERE:
        return Rhythm(RhythmKind.HERE_BEFORE, last)
    lately = [at for at in past if now - at <= LOOKED_BACK and at.date() < now.date()]
    since = max(past[0].date(), (now - LOOKED_BACK).date())
    return (
        _on_most(lately, since, now, near=True)
        or _in_most_parts(lately, since, now)
        or _on_most(lately, since, now, near=False)
        or _regular(past, now)
        or Rhythm(RhythmKind.LAST_SEEN, last)
    )


def _on_most(lately: Sequence[datetime], since: date, now: datetime, *, near: bool) -> Rhythm | None:
    """Most days like this one: of the widest kind that holds. With `near`, at about this time of day."""
    counted = [at for at in lately if not near or _apart(at, now) <= NEAR_MINUTES]
    working = now.weekday() < _SATURDAY
    kinds: list[tuple[RhythmKind, set[int], int]] = [
        (RhythmKind.MOST_DAYS, set(range(7)), FEWEST_DAYS),
        (RhythmKind.MOST_WORKING_DAYS, set(range(_SATURDAY)), FEWEST_DAYS)
        if working
        else (RhythmKind.MOST_WEEKENDS, {5, 6}, FEWEST_DAYS),
        (RhythmKind.MOST_OF_A_WEEKDAY, {now.weekday()}, FEWEST_TIMES),
    ]
    for kind, weekdays, fewest in kinds:
        days = _days(since, now.date(), weekdays)
        came = [at for at in counted if at.weekday() in weekdays]
        came_days = {at.date() for at in came}
        if days >= fewest and len(came_days) >= FEWEST_TIMES and _most_of(came_days, weekdays, days):
            weekday = now.weekday() if kind is RhythmKind.MOST_OF_A_WEEKDAY else None
            minute = _half_hour(came) if near else None
            return Rhythm(kind, lately[-1], weekday, minute)
    return None


def _most_of(came: set[date], weekdays: set[int], days: int) -> bool:
    """More than half of all such days; of days of several kinds, each kind more than a third of its own."""
    if len(came) <= MOST * days:
        return False
    by_weekday = Counter(day.weekday() for day in came)
    each = days / len(weekdays)
    return all(by_weekday[weekday] * 3 > each for weekday in weekdays)


def _in_most_parts(lately: Sequence[datetime], since: date, now: datetime) -> Rhythm | None:
    part = day_part(now.hour)
    days = _days(since, now.date(), set(range(7)))
    came = {at.date() for at in lately if day_part(at.hour) is part}
    if days >= FEWEST_DAYS and len(came) > MOST * days:
        return Rhythm(RhythmKind.MOST_PARTS, lately[-1], part=part)
    return None


def _regular(past: Sequence[datetime], now: datetime) -> Rhythm | None:
    """A steady gap between the days of the latest visits, if there is one and they have kept to it."""
    last = past[-1]
    days = sorted({at.date() for at in past})[-13:]
    gaps = [(after - before).days for before, after in pairwise(days)]
    if len(gaps) < FEWEST_GAPS:
        return None
    usual = median(gaps)
    if median(abs(gap - usual) for gap in gaps) > STEADY * usual:
        return None
    if (now.date() - last.date()).days > GIVEN_UP_GAPS * usual:
        return None
    weekday, times = Counter(day.weekday() for day in days).most_common(1)[0]
    if 6 <= usual <= 8 and times >= ON_ONE_WEEKDAY * len(days):
        return Rhythm(RhythmKind.WEEKLY, last, weekday=weekday)
    return Rhythm(RhythmKind.EVERY, last, days=round(usual))


def _days(since: date, until: date, weekdays: set[int]) -> int:
    """How many days of these weekdays lie from `since` to the one before `until`."""
    weeks, over = divmod((until - since).days, 7)
    first = since.weekday()
    return weeks * len(weekdays) + sum((first + day) % 7 in weekdays for day in range(over))


def _apart(one: datetime, other: datetime) -> int:
    """Minutes between two times of day, over midnight where that is nearer."""
    minutes = abs(_minute(one) - _minute(other))
    return min(minutes, _A_DAY - minutes)


def _half_hour(times: Sequence[datetime]) -> int:
    """The time of day in their middle, rounded to the half-hour."""
    return round(median(map(_minute, times)) / _HALF_HOUR) * _HALF_HOUR % _A_DAY


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute
