"""The door in words."""

from frontdesk.domain.regulars.arrivals import Arrival, ArrivalState, Greetings
from frontdesk.texts import texts_for
from frontdesk.wording.arrivals import greeted_line, stopwatch, waiting_line, week_line

EN = texts_for("en")


def test_a_watch() -> None:
    assert [stopwatch(each) for each in (0, 999, 12_000, 61_500, 600_000)] == [
        "0:00",
        "0:00",
        "0:12",
        "1:01",
        "10:00",
    ]


def test_a_long_wait_says_so_in_words() -> None:
    assert waiting_line(EN, 1, 12_000, long=False) == "1 waiting · 0:12"
    assert waiting_line(EN, 2, 31_000, long=True) == "2 still waiting · 0:31"


def test_a_greeting_that_was_not_measured_has_no_time() -> None:
    greeted = Arrival(1, 0, ArrivalState.GREETED, 22_000, 1, "La")
    assert greeted_line(EN, greeted) == "La greeted them after 0:22."
    late = Arrival(1, 0, ArrivalState.GREETED, 999_000, 1, "La")
    assert greeted_line(EN, late) == "La greeted them."


def test_a_week_in_one_line() -> None:
    assert week_line(EN, Greetings(None, None, 0, 0), 40) == ""
    assert week_line(EN, Greetings(None, None, 0, 2), 40) == "2 greetings were not noted."
    assert week_line(EN, Greetings(21.6, 0.91, 11, 1), 40) == (
        "In the last seven days half were greeted within 22 seconds, and 91% within 40."
        " 1 greeting was not noted."
    )
