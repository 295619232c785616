"""Who counts as silent for long, whatever the clock says."""

from datetime import date, timedelta

from frontdesk.domain.privacy.retention import RetentionRules, silent_before

TODAY = date(2026, 11, 19)


def days(count: int, until: date = TODAY) -> list[date]:
    """So many days on which customers came, one after the other, the latest first."""
    return [until - timedelta(days=at) for at in range(count)]


def test_two_years_that_the_shop_lived_are_two_years_ago() -> None:
    assert silent_before(days(3 * 366), 2) == TODAY - timedelta(days=731)


def test_a_young_shop_proposes_nobody() -> None:
    assert silent_before(days(700), 2) is None
    assert silent_before([], 2) is None


def test_a_leap_of_the_clock_proposes_nobody() -> None:
    ahead = TODAY + timedelta(days=5 * 365)
    assert silent_before([*days(3, ahead), *days(700)], 2) is None
    assert silent_before([*days(3, ahead), *days(800)], 2) == TODAY - timedelta(days=729)


def test_a_long_holiday_puts_it_off_by_as_long() -> None:
    holiday = TODAY - timedelta(days=160)
    assert silent_before([*days(100), *days(900, holiday)], 2) == TODAY - timedelta(days=731 + 61)


def test_a_shop_that_opens_every_other_week_lives_as_long() -> None:
    assert silent_before(days(60 * 14)[::14], 2) == TODAY - timedelta(days=53 * 14)


def test_years_out_of_reason_are_brought_within() -> None:
    assert [RetentionRules.of(RetentionRules(years).document()).years for years in (0, 3, 99, None)] == [
        1,
        3,
        10,
        None,
    ]
    assert RetentionRules.of("").years == 2
