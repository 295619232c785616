"""Which days count: without those that were said to be closed, holidays, and empty ones that tell."""

from datetime import date

import pytest

from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.regulars.open_days import OpenDays, open_days

FIRST = date(2026, 3, 2).toordinal()
"""A Monday."""
TODAY = date(2026, 5, 1).toordinal()
RULES = CareRules()
BUSY = dict.fromkeys(range(FIRST, TODAY), 8)


def counted(visits: dict[int, int], rules: CareRules = RULES, country: str = "SE") -> OpenDays:
    return open_days(rules, country, visits, FIRST, TODAY, TODAY)


def skipped(opening: OpenDays) -> set[date]:
    return {date.fromordinal(day) for day in range(FIRST, TODAY + 1) if not opening.between(day - 1, day)}


def test_days_outside_of_what_is_known_are_open() -> None:
    opening = OpenDays(100, 102, [101])
    assert opening.between(99, 102) == 2
    assert opening.between(90, 99) == 9
    assert opening.between(102, 110) == 8
    assert opening.between(90, 110) == 19
    assert opening.between(110, 90) == -19


def test_of_no_days_that_are_known_all_are_open() -> None:
    opening = OpenDays(100, 90)
    assert (opening.between(95, 99), opening.between(99, 103)) == (4, 4)


def test_weekdays_and_single_days_that_the_owner_named_are_closed() -> None:
    quiet = dict.fromkeys(range(FIRST, TODAY), 0)
    rules = CareRules(closed_weekdays=frozenset({6}), closed_days=frozenset({date(2026, 3, 10)}))
    closed = skipped(counted(quiet, rules))
    assert date(2026, 3, 10) in closed
    assert {day for day in closed if day != date(2026, 3, 10)} == {
        date.fromordinal(day) for day in range(FIRST + 6, TODAY + 1, 7)
    }


def test_somebody_who_came_on_a_closed_day_shows_that_it_was_open() -> None:
    rules = CareRules(closed_days=frozenset({date(2026, 3, 10)}))
    assert skipped(counted(BUSY, rules)) == set()


@pytest.mark.parametrize(("holidays", "nights"), [(True, {14, 15, 16}), (False, set())])
def test_over_a_holiday_nobody_is_missed_even_where_some_came(holidays: bool, nights: set[int]) -> None:
    opening = counted(BUSY, CareRules(holidays=holidays), "LA")
    assert skipped(opening) == {date(2026, 4, day) for day in nights}


def test_an_empty_day_of_a_busy_shop_was_a_closed_one() -> None:
    gap = date(2026, 4, 20).toordinal()
    assert skipped(counted({day: n for day, n in BUSY.items() if day != gap})) == {date(2026, 4, 20)}


def test_empty_days_up_to_yesterday_are_closed_and_today_is_open() -> None:
    visits = {day: n for day, n in BUSY.items() if day < TODAY - 3}
    assert skipped(counted(visits)) == {date(2026, 4, day) for day in (28, 29, 30)}


@pytest.mark.parametrize(("a_day", "days", "closed"), [(2, 2, 0), (2, 3, 3), (1, 20, 0)])
def test_in_a_small_shop_several_empty_days_in_a_row_tell_and_in_a_tiny_one_none(
    a_day: int, days: int, closed: int
) -> None:
    begin = date(2026, 4, 1).toordinal()
    visits = {day: a_day for day in range(FIRST, TODAY) if not begin <= day < begin + days}
    assert len(skipped(counted(visits))) == closed


def test_a_shop_that_is_not_open_yet_has_no_closed_days() -> None:
    assert skipped(counted({TODAY - 1: 30})) == set()
    assert skipped(counted({})) == set()
