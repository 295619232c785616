"""The days around which regulars go home or away, by country: not every public holiday.

Most shops are open on most public holidays, and their regulars come. Over the New Year's week nobody does,
for days on end, and no silence is to be counted then. Where a shop is really shut on other days, its own
log or its owner says so.

- Laos, Pi Mai Lao: 14 to 16 April, and the National Day on 2 December (Decree on Holidays No. 386 of 2017).
- Thailand, Songkran: 13 to 15 April (Holidays Act No. 19 of 1997), and New Year's Eve.
- Cambodia, Khmer New Year: three days from 13 or 14 April, as the year's almanac says; the widest span
  here.
- Georgia: New Year on 1 and 2 January, Orthodox Christmas on 7 January, Good Friday to Easter Monday
  (Labour Code of Georgia, on public holidays).
- 1 January everywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

_DAY: Final = timedelta(days=1)


def holidays(country: str, year: int) -> frozenset[date]:
    """The days of a Gregorian year on which nobody is missed; `country` is an ISO code."""
    days = {date(year, 1, 1)}
    days.update(date(year, month, day) for month, day in _FIXED.get(country, ()))
    if country in _MOVING:
        days.update(_MOVING[country](year))
    return frozenset(days)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a Gregorian date, from 1900 to 2099.

    Meeus' Julian algorithm (Astronomical Algorithms, 2nd edition, chapter 8); in these years the Julian
    calendar is 13 days behind.
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + 13 * _DAY


def _easter_days(year: int) -> Iterator[date]:
    """Good Friday to Easter Monday."""
    sunday = orthodox_easter(year)
    return (sunday + days * _DAY for days in range(-2, 2))


_FIXED: Final[Mapping[str, tuple[tuple[int, int], ...]]] = {
    "LA": ((4, 14), (4, 15), (4, 16), (12, 2)),
    "TH": ((4, 13), (4, 14), (4, 15), (12, 31)),
    "KH": ((4, 13), (4, 14), (4, 15), (4, 16)),
    "GE": ((1, 2), (1, 7)),
}
_MOVING: Final[Mapping[str, Callable[[int], Iterator[date]]]] = {"GE": _easter_days}
