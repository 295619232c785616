"""When a customer comes, no more than their visits bear out."""

from datetime import datetime, timedelta

import pytest

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.regulars.wall.rhythms import Rhythm, RhythmKind, rhythm_of

TUESDAY = datetime(2026, 11, 17, 8, 40)
SATURDAY = datetime(2026, 11, 21, 10, 0)
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


def told(visits: list[datetime], now: datetime = TUESDAY) -> Rhythm:
    found = rhythm_of(visits, now)
    assert found is not None
    return found


def days(now: datetime, count: int, *weekdays: int, minutes: int = 0) -> list[datetime]:
    """So many days before `now` that are one of these weekdays, `minutes` after its time of day."""
    every = (now - DAY * ago + timedelta(minutes=minutes) for ago in range(1, 8 * count))
    return [at for at in every if not weekdays or at.weekday() in weekdays][:count]


def test_most_tuesdays_about_half_past_eight() -> None:
    rhythm = told([TUESDAY - WEEK * ago - timedelta(minutes=12) for ago in (1, 2, 3, 5, 6)])
    assert (rhythm.kind, rhythm.weekday, rhythm.minute) == (RhythmKind.MOST_OF_A_WEEKDAY, 1, 510)


def test_most_tuesdays_at_no_time_in_particular() -> None:
    times = [
        TUESDAY - WEEK * ago + timedelta(hours=hours) for ago, hours in ((1, 0), (2, 4), (3, 8), (4, 11))
    ]
    assert told(times) == Rhythm(RhythmKind.MOST_OF_A_WEEKDAY, times[0], 1)


def test_every_other_tuesday_is_not_most_tuesdays() -> None:
    rhythm = told([TUESDAY - 2 * WEEK * ago for ago in range(1, 5)])
    assert (rhythm.kind, rhythm.days) == (RhythmKind.EVERY, 14)


def test_two_tuesdays_say_nothing() -> None:
    assert told([TUESDAY - WEEK, TUESDAY - 2 * WEEK]).kind is RhythmKind.LAST_SEEN


@pytest.mark.parametrize(
    ("weekdays", "now", "kind"),
    [
        ((), TUESDAY, RhythmKind.MOST_DAYS),
        ((0, 1, 2, 3, 4), TUESDAY, RhythmKind.MOST_WORKING_DAYS),
        ((5, 6), SATURDAY, RhythmKind.MOST_WEEKENDS),
        ((1, 3), TUESDAY, RhythmKind.MOST_OF_A_WEEKDAY),
        ((5,), SATURDAY, RhythmKind.MOST_OF_A_WEEKDAY),
    ],
)
def test_the_widest_kind_of_day_that_holds_is_said(
    weekdays: tuple[int, ...], now: datetime, kind: RhythmKind
) -> None:
    rhythm = told(days(now, 12, *weekdays), now)
    assert rhythm.kind is kind
    assert rhythm.minute is not None


def test_what_is_usual_on_weekdays_is_not_said_on_a_saturday() -> None:
    assert told(days(SATURDAY, 20, 0, 1, 2, 3, 4), SATURDAY).kind is not RhythmKind.MOST_WORKING_DAYS


def test_most_mornings_when_the_time_varies() -> None:
    visits = [at.replace(hour=6 + at.day * 7 % 6, minute=at.day * 13 % 60) for at in days(TUESDAY, 30)]
    assert told(visits).kind is RhythmKind.MOST_PARTS
    assert told(visits).part is DayPart.MORNING


def test_about_once_a_week_on_saturdays() -> None:
    rhythm = told([SATURDAY - WEEK * ago for ago in range(1, 7)])
    assert (rhythm.kind, rhythm.weekday) == (RhythmKind.WEEKLY, 5)


def test_no_rhythm_is_claimed_of_whoever_left_it() -> None:
    kept, left = TUESDAY, TUESDAY + 30 * DAY
    visits = [TUESDAY - DAY * 3 * ago for ago in range(1, 12)]
    assert told(visits, kept) == Rhythm(RhythmKind.EVERY, visits[0], days=3)
    assert told(visits, left) == Rhythm(RhythmKind.LAST_SEEN, visits[0])


def test_a_wild_gap_is_no_rhythm() -> None:
    visits = [TUESDAY - DAY * ago for ago in (2, 3, 20, 23, 60, 61, 100)]
    assert told(visits).kind is RhythmKind.LAST_SEEN


def test_who_was_here_within_three_hours_was_just_here() -> None:
    visits = days(TUESDAY, 20)
    just = TUESDAY - timedelta(hours=3)
    assert told([*visits, just]) == Rhythm(RhythmKind.HERE_BEFORE, just)
    assert told([*visits, just - timedelta(minutes=1)]).kind is RhythmKind.MOST_DAYS


def test_of_a_stranger_nothing_is_said() -> None:
    assert rhythm_of([], TUESDAY) is None
    assert rhythm_of([TUESDAY + DAY], TUESDAY) is None
