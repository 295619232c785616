"""Periods, what they are compared with, and their steps: in days of the shop, whatever the clocks do."""

from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.office.periods import (
    Period,
    PeriodKind,
    Span,
    Step,
    before,
    parts_of,
    same_weekdays,
    span_of,
    step_of,
)

LAO, BERLIN = ZoneInfo("Asia/Vientiane"), ZoneInfo("Europe/Berlin")
OPENED = date(2024, 5, 1)


def at(said: str, zone: ZoneInfo = LAO) -> int:
    return int(datetime.fromisoformat(said).replace(tzinfo=zone).timestamp() * 1000)


NOW = at("2026-03-31T14:30")  # a Tuesday


def said(span: Span | None, zone: ZoneInfo = LAO) -> str:
    """From its first moment to the last one that it has no more."""
    assert span is not None
    begin, end = (datetime.fromtimestamp(each / 1000, zone) for each in (span.since, span.until))
    return f"{begin:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("kind", "now", "then"),
    [
        (PeriodKind.THIS_WEEK, "2026-03-30 00:00 – 2026-03-31 14:30", "2026-03-23 00:00 – 2026-03-24 14:30"),
        (PeriodKind.FOUR_WEEKS, "2026-03-04 00:00 – 2026-03-31 14:30", "2026-02-04 00:00 – 2026-03-03 14:30"),
        (PeriodKind.THIS_MONTH, "2026-03-01 00:00 – 2026-03-31 14:30", "2026-02-01 00:00 – 2026-02-28 14:30"),
        (
            PeriodKind.TWELVE_MONTHS,
            "2025-04-01 00:00 – 2026-03-31 14:30",
            "2024-04-01 00:00 – 2025-03-31 14:30",
        ),
    ],
)
def test_a_period_and_the_one_before_it_just_as_far(kind: PeriodKind, now: str, then: str) -> None:
    span = span_of(Period(kind), NOW, LAO, OPENED)
    assert said(span) == now
    assert said(before(Period(kind), span, NOW, LAO)) == then


def test_days_from_to_whichever_way_round() -> None:
    period = Period(PeriodKind.DAYS, date(2026, 3, 20), date(2026, 3, 11))
    span = span_of(period, NOW, LAO, OPENED)
    assert said(span) == "2026-03-11 00:00 – 2026-03-21 00:00"
    assert said(before(period, span, NOW, LAO)) == "2026-03-01 00:00 – 2026-03-11 00:00"


@pytest.mark.parametrize("days", [(date.min, date.min), (date.max, date.max), (date.min, date.max)])
def test_days_that_no_shop_has_are_asked_for_without_harm(days: tuple[date, date]) -> None:
    period = Period(PeriodKind.DAYS, *days)
    span = span_of(period, NOW, LAO, OPENED)
    assert parts_of(span, step_of(span), LAO)
    if span.days == 1:
        assert len(list(same_weekdays(span, NOW, LAO))) == 8
    else:
        assert before(period, span, NOW, LAO) is not None


def test_all_begins_with_the_first_visit_and_is_compared_with_nothing() -> None:
    span = span_of(Period(PeriodKind.ALL), NOW, LAO, OPENED)
    assert said(span) == "2024-05-01 00:00 – 2026-03-31 14:30"
    assert before(Period(PeriodKind.ALL), span, NOW, LAO) is None


def test_a_day_is_compared_with_its_weekday_at_the_same_hour() -> None:
    today = span_of(Period(PeriodKind.TODAY), NOW, LAO, OPENED)
    assert said(today) == "2026-03-31 00:00 – 2026-03-31 14:30"
    assert before(Period(PeriodKind.TODAY), today, NOW, LAO) is None
    assert said(next(same_weekdays(today, NOW, LAO))) == "2026-03-24 00:00 – 2026-03-24 14:30"
    yesterday = span_of(Period(PeriodKind.YESTERDAY), NOW, LAO, OPENED)
    assert said(next(same_weekdays(yesterday, NOW, LAO))) == "2026-03-23 00:00 – 2026-03-24 00:00"


def test_the_hour_is_that_of_the_wall_where_clocks_were_changed() -> None:
    """Berlin, the Tuesday after and the Tuesday before summer time began."""
    now = at("2026-03-31T14:30", BERLIN)
    today = span_of(Period(PeriodKind.TODAY), now, BERLIN, OPENED)
    assert said(next(same_weekdays(today, now, BERLIN)), BERLIN) == "2026-03-24 00:00 – 2026-03-24 14:30"


@pytest.mark.parametrize(
    ("first", "last", "step", "parts"),
    [
        (date(2026, 3, 29), date(2026, 3, 29), Step.HOUR, 24),  # a day of 23 hours
        (date(2026, 10, 25), date(2026, 10, 25), Step.HOUR, 24),  # and one of 25
        (date(2026, 3, 4), date(2026, 3, 31), Step.DAY, 28),
        (date(2026, 1, 1), date(2026, 3, 31), Step.WEEK, 14),
        (date(2025, 4, 1), date(2026, 3, 31), Step.MONTH, 12),
        (date(2021, 5, 17), date(2026, 3, 31), Step.QUARTER, 20),
        (date(2016, 5, 17), date(2026, 3, 31), Step.YEAR, 11),
    ],
)
def test_steps_cover_a_span_without_a_gap(first: date, last: date, step: Step, parts: int) -> None:
    span = span_of(Period(PeriodKind.DAYS, first, last), at("2027-01-01T00:00", BERLIN), BERLIN, OPENED)
    assert step_of(span) is step
    found = parts_of(span, step, BERLIN)
    assert len(found) == parts
    assert (found[0].since, found[-1].until) == (span.since, span.until)
    assert all(one.until == following.since for one, following in pairwise(found))
    assert all(part.since <= part.until for part in found)
    if step in (Step.WEEK, Step.MONTH, Step.QUARTER, Step.YEAR):
        begins = [part.day for part in found[1:]]
        assert all(day.weekday() == 0 if step is Step.WEEK else day.day == 1 for day in begins)
