"""Days and promises are said as people say them, in the shop's zone and the reader's language."""

from datetime import datetime
from gettext import NullTranslations
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.people.customers import Birthday
from frontdesk.texts import Texts, texts_for
from frontdesk.wording import dates

VIENTIANE = ZoneInfo("Asia/Vientiane")
EN = texts_for("en")


def speaking(language: str) -> Texts:
    """Texts of a language whose sentences are not needed here, only its dates."""
    return Texts(language, NullTranslations())


def at(written: str, zone: ZoneInfo = VIENTIANE) -> int:
    return int(datetime.fromisoformat(written).replace(tzinfo=zone).timestamp() * 1000)


NOW = at("2026-11-20 14:00")  # a Friday


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20 13:59", "just now"),
        ("2026-11-20 14:01", "just now"),
        ("2026-11-20 13:57", "earlier today"),
        ("2026-11-20 00:00", "earlier today"),
        ("2026-11-20 18:00", "later today"),
        ("2026-11-19 23:59", "yesterday"),
        ("2026-11-18 12:00", "Wednesday"),
        ("2026-11-14 23:00", "Saturday"),
        ("2026-11-13 12:00", "a week ago"),
        ("2026-11-06 12:00", "2 weeks ago"),
        ("2026-10-17 12:00", "4 weeks ago"),
        ("2026-10-16 12:00", "16 October"),
        ("2025-12-31 12:00", "31 December 2025"),
        ("2026-11-25 12:00", "25 November"),
    ],
)
def test_a_day_is_said_in_the_fewest_words_that_tell_it(moment: str, said: str) -> None:
    assert dates.day(EN, at(moment), VIENTIANE, NOW) == said


def test_the_day_is_the_shops_own_not_that_of_utc() -> None:
    late_evening, after_midnight = at("2026-11-19 23:30"), at("2026-11-20 00:30")
    assert dates.day(EN, late_evening, VIENTIANE, after_midnight) == "yesterday"
    assert dates.day(EN, late_evening, ZoneInfo("UTC"), after_midnight) == "earlier today"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20 15:30", "today at 15:30"),
        ("2026-11-20 09:05", "today at 9:05"),
        ("2026-11-21 09:00", "tomorrow at 9:00"),
        ("2026-11-24 15:30", "Tuesday at 15:30"),
        ("2026-11-26 15:30", "Thursday at 15:30"),
        ("2026-11-27 15:30", "27 November at 15:30"),
        ("2027-01-02 08:00", "2 January 2027 at 8:00"),
        ("2026-11-19 15:30", "yesterday at 15:30"),
        ("2026-11-17 15:30", "17 November at 15:30"),
    ],
)
def test_a_promise_names_its_day_and_time(moment: str, said: str) -> None:
    assert dates.promise(EN, at(moment), VIENTIANE, NOW) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-11-20 14:00", "due now"),
        ("2026-11-20 13:59", "1 minute late"),
        ("2026-11-20 13:10", "50 minutes late"),
        ("2026-11-20 12:00", "2 hours late"),
        ("2026-11-18 13:00", "2 days late"),
        ("2026-11-20 18:00", "due now"),
    ],
)
def test_what_is_late_says_by_how_much(moment: str, said: str) -> None:
    assert dates.overdue(EN, at(moment), NOW) == said


@pytest.mark.parametrize(
    ("language", "date", "weekday"),
    [
        ("en", "4 March 2025", "Tuesday"),
        ("lo", "4 ມີນາ 2025", "ວັນອັງຄານ"),
        ("th", "4 มีนาคม 2568", "วันอังคาร"),
        ("km", "4 មីនា 2025", "អង្គារ"),
        ("ka", "4 მარტი, 2025", "სამშაბათი"),
    ],
)
def test_dates_are_written_as_each_language_writes_them(language: str, date: str, weekday: str) -> None:
    texts, day = speaking(language), datetime(2025, 3, 4).date()
    assert dates.full_date(texts, day) == date
    assert dates.weekday(texts, day) == weekday


def test_a_birthday_has_its_year_only_where_it_was_told() -> None:
    assert dates.birthday(EN, Birthday(3, 4)) == "4 March"
    assert dates.birthday(EN, Birthday(3, 4, 1990)) == "4 March 1990"
    assert dates.birthday(speaking("th"), Birthday(2, 29, 2000)) == "29 กุมภาพันธ์ 2543"


def test_a_leap_day_without_a_year_can_be_written() -> None:
    assert dates.birthday(EN, Birthday(2, 29)) == "29 February"
