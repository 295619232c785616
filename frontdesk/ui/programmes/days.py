"""Days as they are typed, and the moments at which they begin."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.days import day_at, end_of_day

_BUDDHIST_YEARS: Final = 543
_FIRST_BUDDHIST: Final = 2400
_CENTURY: Final = 2000


def begins_at(day: date, zone: ZoneInfo) -> int:
    """When the day begins by the shop's clock, in UTC milliseconds."""
    return end_of_day(day - timedelta(days=1), zone)


def last_day(end: int, zone: ZoneInfo) -> date:
    """The last day before an end: what `end_of_day` made one of."""
    return day_at(end - 1, zone)


def read_day(day: str, month: str, year: str) -> date | None:
    """A day as it was typed, in the digits of any script; None for what is none.

    A year of two digits is of this century, and one of the Buddhist era is taken for what it means.
    """
    typed = [part.strip() for part in (day, month, year)]
    if not all(part.isdecimal() for part in typed):
        return None
    of_month, of_year, written = (int(part) for part in typed)
    if written >= _FIRST_BUDDHIST:
        written -= _BUDDHIST_YEARS
    elif written < 100:
        written += _CENTURY
    try:
        return date(written, of_year, of_month)
    except ValueError:
        return None
