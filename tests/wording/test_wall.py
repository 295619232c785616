"""Why somebody is on the wall, as one would say it."""

from datetime import datetime, timedelta

import pytest

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.regulars.wall.rhythms import Rhythm, RhythmKind
from frontdesk.texts import texts_for
from frontdesk.wording.wall import reason

NOW = datetime(2026, 11, 19, 14, 0)
EN, LO = texts_for("en"), texts_for("lo")
LONG_AGO = NOW - timedelta(days=3)


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (Rhythm(RhythmKind.MOST_DAYS, LONG_AGO, minute=510), "most days about 8:30"),
        (Rhythm(RhythmKind.MOST_DAYS, LONG_AGO), "most days"),
        (Rhythm(RhythmKind.MOST_WORKING_DAYS, LONG_AGO, minute=0), "most weekdays about 0:00"),
        (Rhythm(RhythmKind.MOST_WORKING_DAYS, LONG_AGO), "most weekdays"),
        (Rhythm(RhythmKind.MOST_WEEKENDS, LONG_AGO, minute=930), "most weekends about 15:30"),
        (Rhythm(RhythmKind.MOST_WEEKENDS, LONG_AGO), "most weekends"),
        (Rhythm(RhythmKind.MOST_OF_A_WEEKDAY, LONG_AGO, 1, 510), "most Tuesdays about 8:30"),
        (Rhythm(RhythmKind.MOST_OF_A_WEEKDAY, LONG_AGO, 6), "most Sundays"),
        (Rhythm(RhythmKind.MOST_PARTS, LONG_AGO, part=DayPart.MORNING), "most mornings"),
        (Rhythm(RhythmKind.MOST_PARTS, LONG_AGO, part=DayPart.AFTERNOON), "most afternoons"),
        (Rhythm(RhythmKind.MOST_PARTS, LONG_AGO, part=DayPart.EVENING), "most evenings"),
        (Rhythm(RhythmKind.WEEKLY, LONG_AGO, 5), "about once a week, on Saturdays"),
        (Rhythm(RhythmKind.EVERY, LONG_AGO, days=1), "about every day"),
        (Rhythm(RhythmKind.EVERY, LONG_AGO, days=3), "about every 3 days"),
        (Rhythm(RhythmKind.EVERY, LONG_AGO, days=7), "about once a week"),
        (Rhythm(RhythmKind.LAST_SEEN, LONG_AGO), "was here on Monday"),
        (Rhythm(RhythmKind.LAST_SEEN, NOW - timedelta(hours=9)), "was here earlier today"),
        (Rhythm(RhythmKind.LAST_SEEN, NOW - timedelta(days=1)), "was here yesterday"),
        (Rhythm(RhythmKind.LAST_SEEN, NOW - timedelta(days=8)), "was here a week ago"),
        (Rhythm(RhythmKind.LAST_SEEN, NOW - timedelta(days=20)), "was here 2 weeks ago"),
        (Rhythm(RhythmKind.LAST_SEEN, NOW - timedelta(days=50)), "was here last on 30 September"),
        (Rhythm(RhythmKind.LAST_SEEN, NOW - timedelta(days=400)), "was here last on 15 October 2025"),
    ],
)
def test_a_rhythm_is_said_in_a_few_words(rhythm: Rhythm, said: str) -> None:
    assert reason(EN, rhythm, NOW) == said
    assert reason(LO, rhythm, NOW) != said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "was here just now"),
        (20, "was here 20 minutes ago"),
        (50, "was here an hour ago"),
        (125, "was here 2 hours ago"),
    ],
)
def test_who_was_just_here_is_said_to_have_been(minutes: int, said: str) -> None:
    rhythm = Rhythm(RhythmKind.HERE_BEFORE, NOW - timedelta(minutes=minutes))
    assert reason(EN, rhythm, NOW) == said
