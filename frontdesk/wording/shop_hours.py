"""When the shop is open, as a line of a print says it."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from frontdesk.domain.care.shop_hours import DaysAlike, WeekHours, days_alike
from frontdesk.texts import Texts
from frontdesk.wording.dates import time_of_day, weekday_in_short

_BETWEEN: Final = ", "
_A_DAY: Final = 24 * 60


def hours_line(texts: Texts, week: WeekHours, closed: Set[int]) -> str:
    """Such as "Mon–Fri 7:00–18:00, Sat 8:00–12:00"; empty where nobody said when."""
    return _BETWEEN.join(_line(texts, alike) for alike in days_alike(week, closed))


def _line(texts: Texts, alike: DaysAlike) -> str:
    first, last = weekday_in_short(texts, alike.first), weekday_in_short(texts, alike.last)
    days = first if alike.first == alike.last else f"{first}–{last}"
    opens = time_of_day(texts, alike.hours.opens)
    return f"{days} {opens}–{time_of_day(texts, alike.hours.closes or _A_DAY)}"
