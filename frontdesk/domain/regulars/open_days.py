"""The days on which somebody could have come: a silence is counted in these.

Days are counted as `date.toordinal` counts them.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.regulars.holidays import holidays

MANY: Final = 2.0
"""Visits a day. Where there are fewer, an empty week may as well be that of two people who went on a
journey.
"""
AROUND: Final = 14
"""So many days before and after an empty day tell how many visits it might have had."""
SURELY: Final = 5.0
"""Where so many visits were to be expected and none came, the shop was closed: by chance 7 times in 1,000."""


class OpenDays:
    """Counts the days from `first` to `last` that are not `skipped`; those before and after are all open."""

    def __init__(self, first: int, last: int, skipped: Iterable[int] = ()) -> None:
        closed = set(skipped)
        self._first = first
        self._counted = array("i", accumulate(day not in closed for day in range(first, last + 1)))

    def between(self, earlier: int, later: int) -> int:
        """How many open days there are after `earlier`, up to and with `later`."""
        return self._until(later) - self._until(earlier)

    def _until(self, day: int) -> int:
        place = day - self._first
        if place < 0:
            return place + 1
        beyond = place + 1 - len(self._counted)
        if beyond <= 0:
            return self._counted[place]
        return (self._counted[-1] if self._counted else 0) + beyond


def declared(rules: CareRules, country: str, first: int, last: int) -> tuple[set[int], set[int]]:
    """What is known beforehand of the days from `first` to `last`: on which the shop is closed as its owner
    said, and on which nobody is missed because of the country's holidays.
    """
    days = range(first, last + 1)
    closed = {day for day in days if (day - 1) % 7 in rules.closed_weekdays}
    closed.update(day.toordinal() for day in rules.closed_days if first <= day.toordinal() <= last)
    if not rules.holidays or not days:
        return closed, set()
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    free = {day.toordinal() for year in years for day in holidays(country, year)}
    return closed, free.intersection(days)


def open_days(
    rules: CareRules, country: str, visits: Mapping[int, int], first: int, today: int, last: int
) -> OpenDays:
    """What counts of the days from `first` to `last`, in a shop that had so many `visits` on each day.

    A day on which somebody came was open, whatever the owner set. An empty one counts as closed where that
    was said, or where it speaks for itself. A holiday never counts. What is still to come, and `today`, is as
    it was said beforehand.
    """
    closed, free = declared(rules, country, first, last)
    closed -= {day for day in closed if visits.get(day) and day < today}
    return OpenDays(first, last, closed | free | set(_speaking(visits, first, today)))


def _speaking(visits: Mapping[int, int], first: int, today: int) -> Iterable[int]:
    """Empty days, alone or in a row, on which so many were to be expected that the shop must have been
    closed.
    """
    counts = [visits.get(day, 0) for day in range(first, today)]
    begun = next((place for place, count in enumerate(counts) if count), len(counts))
    place = begun
    while place < len(counts):
        if counts[place]:
            place += 1
            continue
        end = next((later for later in range(place, len(counts)) if counts[later]), len(counts))
        usual = _usual(counts, place, end)
        if usual >= MANY and usual * (end - place) >= SURELY:
            yield from range(first + place, first + end)
        place = end


def _usual(counts: Sequence[int], begin: int, end: int) -> float:
    """Visits a day around the empty days from `begin` to `end`."""
    near = [*counts[max(begin - AROUND, 0) : begin], *counts[end : end + AROUND]]
    return sum(near) / len(near) if near else 0.0
