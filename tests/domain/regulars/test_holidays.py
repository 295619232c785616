"""The days around which regulars go home."""

from datetime import date

import pytest

from frontdesk.domain.regulars.holidays import holidays, orthodox_easter


@pytest.mark.parametrize(
    "sunday",
    [
        date(1983, 5, 8),
        date(2016, 5, 1),
        date(2024, 5, 5),
        date(2025, 4, 20),
        date(2026, 4, 12),
        date(2027, 5, 2),
    ],
)
def test_orthodox_easter_is_on_the_day_on_which_it_was_or_will_be(sunday: date) -> None:
    assert orthodox_easter(sunday.year) == sunday


@pytest.mark.parametrize("year", range(1990, 2060))
def test_orthodox_easter_is_a_sunday_of_spring(year: int) -> None:
    sunday = orthodox_easter(year)
    assert sunday.weekday() == 6
    assert date(year, 4, 4) <= sunday <= date(year, 5, 8)


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("LA", {(4, 14), (4, 15), (4, 16), (12, 2)}),
        ("TH", {(4, 13), (4, 14), (4, 15), (12, 31)}),
        ("KH", {(4, 13), (4, 14), (4, 15), (4, 16)}),
        ("GE", {(1, 2), (1, 7), (4, 10), (4, 11), (4, 12), (4, 13)}),
        ("SE", set()),
    ],
)
def test_each_country_has_its_own_and_all_have_new_year(country: str, days: set[tuple[int, int]]) -> None:
    assert holidays(country, 2026) == {date(2026, 1, 1)} | {date(2026, *day) for day in days}
