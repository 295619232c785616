"""Whose day it is, for Today's list: newcomers to reassure, birthdays, anniversaries."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Final

from frontdesk.domain.care.today import QUIETLY, TodayItem, TodayKind
from frontdesk.domain.days import DAY, day_at, end_of_day
from frontdesk.domain.people.customers import Birthday, Purpose
from frontdesk.domain.regulars.open_days import declared
from frontdesk.services.once_a_day import OnceADay
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import care_rules, today_people
from frontdesk.storage.care.today_people import Born
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store

AHEAD, BEHIND = 3, 1
"""Days before a birthday on which it is in the list, for a card to be ready; and after it."""
MOST_A_DAY, MOST_OF_OTHER_DAYS = 12, 4
"""More cards than these nobody writes in a day: then those of the most regular."""
MOST_NEW: Final = 40
"""More newcomers than these in two days are a list that somebody typed in."""
CLOSED_AT_MOST: Final = 10
"""A newcomer of the last day before a holiday is reassured after it, unless that was too long ago."""
_BORN_LOOKED_AT: Final = 4 * MOST_A_DAY
_STILL_A_CUSTOMER, _STILL_A_REGULAR = 365 * DAY, 60 * DAY
_ROUND_YEARS: Final = (1, 2, *range(5, 101, 5))

Anniversary = tuple[int, date, int]
"""Who, on which day, and how many years it is."""


class PeopleOfToday:
    """Whoever does not want to be greeted by name is told of as such, and has no anniversary."""

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop
        self._anniversaries = OnceADay(self._read_anniversaries)

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        today = day_at(now, self._shop.facts().zone)
        return (*self._newcomers(today), *self._birthdays(today, now), *self._celebrated(today))

    def _newcomers(self, today: date) -> Iterator[TodayItem]:
        """Who was here for the first time today, or on the day before on which the shop was open."""
        zone, db = self._shop.facts().zone, self._store.read()
        since = end_of_day(self._day_before(db, today) - timedelta(days=1), zone)
        for each in today_people.newcomers(db, since, MOST_NEW):
            day = day_at(each.at, zone)
            days, about = (today - day).days, "" if each.greet_by_name else QUIETLY
            yield TodayItem(
                TodayKind.FIRST_DAY, each.customer_id, day, each.customer_id, each.name, "", days, about=about
            )

    def _day_before(self, db: Db, today: date) -> date:
        """The last day before this one that was no closed day."""
        country, last = self._shop.settings().country, today.toordinal() - 1
        closed, free = declared(care_rules.rules(db), country, last - CLOSED_AT_MOST, last)
        days = range(last, last - CLOSED_AT_MOST, -1)
        return date.fromordinal(next((day for day in days if day not in closed | free), last))

    def _birthdays(self, today: date, now: int) -> Iterator[TodayItem]:
        db = self._store.read()
        for shift in range(-BEHIND, AHEAD + 1):
            day = today + timedelta(days=shift)
            agreed = (each for each in self._born(db, day, now) if _agreed(db, each.customer_id))
            for each in islice(agreed, MOST_OF_OTHER_DAYS if shift else MOST_A_DAY):
                about = "" if each.greet_by_name else QUIETLY
                yield TodayItem(
                    TodayKind.BIRTHDAY,
                    each.customer_id,
                    day,
                    each.customer_id,
                    each.name,
                    "",
                    shift,
                    about=about,
                )

    @staticmethod
    def _born(db: Db, day: date, now: int) -> Iterator[Born]:
        """Whose birthday is kept on a day, of those who were here lately."""
        for month, of_month in _kept_on(day):
            yield from today_people.birthdays(db, month, of_month, now - _STILL_A_CUSTOMER, _BORN_LOOKED_AT)

    def _celebrated(self, today: date) -> Iterator[TodayItem]:
        found = self._anniversaries.of(today)
        known = today_people.known(self._store.read(), [who for who, _, _ in found])
        for who, day, years in found:
            if who in known and known[who].greet_by_name:
                yield TodayItem(TodayKind.ANNIVERSARY, who, day, who, known[who].name, "", years)

    def _read_anniversaries(self, today: date) -> tuple[Anniversary, ...]:
        """Whose first visit was a round number of years ago today or will be tomorrow, of the regulars."""
        zone, db = self._shop.facts().zone, self._store.read()
        spans = sorted(
            (end_of_day(first - timedelta(days=1), zone), end_of_day(first, zone), day, years)
            for day in (today, today + timedelta(days=1))
            for years in _ROUND_YEARS
            for first in _days_in(day.year - years, _kept_on(day))
        )
        begins = [begin for begin, _, _, _ in spans]
        seen_since = end_of_day(today, zone) - _STILL_A_REGULAR
        found: list[Anniversary] = []
        for customer_id, first_at in today_people.first_visits(db, seen_since):
            place = bisect_right(begins, first_at) - 1
            if place >= 0 and first_at < spans[place][1]:
                found.append((customer_id, spans[place][2], spans[place][3]))
        return tuple(found[:MOST_A_DAY])


def _agreed(db: Db, root_id: int) -> bool:
    """Did they agree to be wished well on their birthday?"""
    consents = customers.consents(db, root_id)
    return any(each.purpose is Purpose.BIRTHDAY and each.granted for each in consents)


def _kept_on(day: date) -> tuple[tuple[int, int], ...]:
    """The months and days that are kept on a day: 29 February on the 28th where there is none."""
    leap_day = ((2, 29),) if Birthday(2, 29).days_from(day) == 0 and day.day != 29 else ()
    return ((day.month, day.day), *leap_day)


def _days_in(year: int, days: tuple[tuple[int, int], ...]) -> Iterator[date]:
    """Those of these days that a year has."""
    for month, of_month in days:
        if of_month <= monthrange(year, month)[1]:
            yield date(year, month, of_month)
