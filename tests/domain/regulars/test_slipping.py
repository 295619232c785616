"""Who is missed: the measure, the shop's own table of what became of such silences, and closed days."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frontdesk.domain.regulars.open_days import OpenDays
from frontdesk.domain.regulars.slipping import (
    ENOUGH,
    HORIZON,
    KNOWN_FOR,
    LISTED_AT,
    LOST_AT,
    VISIT_DAYS,
    Chance,
    Missing,
    PastSilences,
    Silence,
    _reaches,
    gone,
    is_missed,
    long_silences,
    missed_from,
    missing,
    score,
)

START = date(2026, 1, 5).toordinal()
ALWAYS = OpenDays(START, START)


def every(days: int, times: int = 12) -> list[int]:
    return [START + days * time for time in range(times)]


def now(days: list[int], silent: int, opening: OpenDays = ALWAYS) -> Silence | None:
    """Their present silence, where it is long."""
    last = [each for each in long_silences(days, days[-1] + silent, opening) if each.came is None]
    return last[0] if last else None


def test_the_measure_is_the_one_that_was_fitted() -> None:
    assert score(28, 3) == pytest.approx(0.074, abs=0.001)
    assert score(14, 3) == pytest.approx(-1.898, abs=0.001)
    assert score(60, 7) == pytest.approx(1.751, abs=0.001)
    assert score(1, 1) == -7.58


def test_two_weeks_are_nothing_yet_for_who_comes_every_third_day() -> None:
    silence = now(every(3), 14)
    assert silence is not None
    assert not is_missed(silence, 10)


@pytest.mark.parametrize(("false_alarms", "days"), [(20, 19), (10, 25), (5, 31)])
def test_how_soon_somebody_is_missed_is_the_owners_choice(false_alarms: int, days: int) -> None:
    before, then = now(every(3, 60), days - 1), now(every(3, 60), days)
    assert before is not None
    assert then is not None
    assert not is_missed(before, false_alarms)
    assert is_missed(then, false_alarms)
    assert missed_from(then.gap, false_alarms) == days


def test_a_rhythm_is_told_in_open_days_and_said_in_those_of_the_calendar() -> None:
    sundays = [day for day in range(START, START + 400) if (day - 1) % 7 == 6]
    silence = now(every(7), 56, OpenDays(START, START + 400, sundays))
    assert silence is not None
    assert silence.every == 7
    assert silence.length == 48
    assert silence.gap == pytest.approx(6, abs=0.3)


def test_who_came_each_day_of_one_stay_was_passing_through() -> None:
    assert now(every(1, 14), 300) is None
    assert now(every(1, 15), 300) is not None


@given(gap=st.floats(0.8, 30.0), told=st.floats(-1.5, 12.0))
def test_the_measure_turned_round_names_the_first_day(gap: float, told: float) -> None:
    days = _reaches(told, gap)
    assert score(days, gap) >= told - 1e-6
    assert days == int(1.5 * gap) + 1 or score(days - 1, gap) < told + 1e-6


@pytest.mark.parametrize("times", range(1, VISIT_DAYS))
def test_who_came_too_seldom_is_never_missed(times: int) -> None:
    assert now(every(2, times), 300) is None


def test_who_comes_every_two_months_is_beyond_what_the_measure_was_tried_on() -> None:
    assert now(every(60), 300) is None
    assert now(every(28), 300) is not None


def test_a_visit_that_a_wrong_clock_put_into_tomorrow_ends_a_silence() -> None:
    days = [*every(3), START + 90]
    assert [each for each in long_silences(days, START + 80, ALWAYS) if each.came is None] == []


def test_a_silence_that_is_over_says_when_they_came() -> None:
    days = [*every(3), every(3)[-1] + 40]
    ended = list(long_silences(days, days[-1] + 1, ALWAYS))
    assert [(each.last, each.came, each.length) for each in ended] == [(days[-2], days[-1], 40)]


@given(
    steps=st.lists(st.integers(1, 12), min_size=VISIT_DAYS, max_size=40),
    closed=st.dictionaries(st.integers(0, 300), st.integers(1, 9), max_size=12),
    silent=st.integers(1, 120),
)
@example(steps=[1, 1, 1, 10, 6], closed={1: 1}, silent=1)
def test_closed_days_shift_nothing(steps: list[int], closed: dict[int, int], silent: int) -> None:
    """The same visits in a shop that was shut now and then: whoever was missed still is, by as much."""
    open_days = [START]
    for step in (KNOWN_FOR, *steps):  # how long they are known is told by the calendar
        open_days.append(open_days[-1] + step)
    today = open_days[-1] + silent
    moved, shut, by = {}, [], 0
    for day in range(START, today + 1):
        for _ in range(closed.get(day - START, 0)):
            shut.append(day + by)
            by += 1
        moved[day] = day + by
    opening = OpenDays(START, today + by, shut)
    plain = list(long_silences(open_days, today, ALWAYS))
    shifted = list(long_silences([moved[day] for day in open_days], moved[today], opening))
    assert [(moved[each.last], each.gap, each.length) for each in plain] == [
        (each.last, each.gap, each.length) for each in shifted
    ]


def silence(length: int, came: bool, gap: float = 3.0) -> Silence:
    return Silence(START, gap, 3, length, START + length if came else None)


def test_such_silences_are_those_that_told_as_much_whatever_became_of_them() -> None:
    past = PastSilences()
    for length, came in ((20, True), (30, True), (40, True), (95, True), (200, False)):
        past.add(silence(length, came), since=400)
    assert past.like(silence(28, False)) == Chance(4, 2), "after 28 + 60 days it is too late to count as back"
    assert past.like(silence(20, False)) == Chance(5, 3)
    assert past.like(silence(200, False)) == Chance(1, 0)
    assert past.like(silence(38, False, gap=10.0)) == Chance(4, 2), "others who come less often, as far gone"
    assert past.like(silence(300, False)) == Chance(), "nobody was gone for so long"
    assert past.like(silence(5, False)) == Chance(), "that tells nothing"


def test_what_may_still_come_of_a_silence_is_not_counted_yet() -> None:
    past = PastSilences()
    past.add(silence(30, True), since=28 + HORIZON - 1)
    past.add(silence(30, False), since=30)
    assert past.like(silence(28, False)).of == 0
    assert past.like(silence(20, False)) == Chance(1, 1)
    past.add(silence(30, True), since=28 + HORIZON)
    assert past.like(silence(28, False)) == Chance(1, 1)


def test_quiet_or_lost_is_what_the_shops_own_table_says() -> None:
    long, short = silence(300, False), silence(30, False)
    assert missing(short, Chance(ENOUGH, 3)) is Missing.LOST
    assert missing(long, Chance(ENOUGH, 4)) is Missing.QUIET
    assert gone(long, Chance(ENOUGH, 4)) == pytest.approx(0.6)


def test_with_too_few_of_them_the_measure_says_it() -> None:
    few = Chance(ENOUGH - 1, 0)
    assert not few.enough
    assert missing(silence(30, False), few) is Missing.QUIET
    assert missing(silence(300, False), few) is Missing.LOST
    assert silence(300, False).score > LOST_AT
    assert gone(silence(30, False), few) < gone(silence(90, False), few) < gone(silence(300, False), few)


@given(gap=st.floats(0.8, 30.0), length=st.integers(2, 360), longer=st.integers(1, 90))
def test_the_longer_the_silence_the_more_somebody_is_missed(gap: float, length: int, longer: int) -> None:
    one, other = Silence(START, gap, 3, length), Silence(START, gap, 3, length + longer)
    for false_alarms in LISTED_AT:
        assert is_missed(other, false_alarms) or not is_missed(one, false_alarms)
