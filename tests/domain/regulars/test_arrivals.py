"""What greetings come to: only what was measured, and never a time that cannot be."""

from frontdesk.domain.days import HOUR, MINUTE
from frontdesk.domain.regulars.arrivals import (
    LAPSES_AFTER,
    Arrival,
    ArrivalState,
    Greetings,
    greetings_of,
    long_wait,
    whom_to_drop,
)

NINE = 9 * HOUR
SECOND = 1000


def greeted(after: float, at: int = NINE) -> Arrival:
    return Arrival(1, at, ArrivalState.GREETED, at + int(after * SECOND), 1, "La")


def test_the_median_and_the_share_in_time() -> None:
    found = greetings_of([greeted(10), greeted(40), greeted(41), greeted(90)], 40, NINE + HOUR)
    assert found == Greetings(40.5, 0.5, 4, 0)


def test_what_nobody_noted_is_counted_apart_and_is_no_part_of_the_median() -> None:
    lapsed, dropped = Arrival(2, NINE), Arrival(3, NINE, ArrivalState.DROPPED)
    waits = Arrival(4, NINE + HOUR - 5 * SECOND)
    found = greetings_of([greeted(20), lapsed, dropped, waits], 40, NINE + HOUR)
    assert found == Greetings(20, 1, 1, 1)
    assert greetings_of([], 40, NINE) == Greetings(None, None, 0, 0)


def test_a_clock_that_is_put_back_makes_no_negative_time() -> None:
    before = greeted(-3600)
    assert before.greeted_after() is None
    assert greetings_of([before, greeted(20)], 40, NINE + HOUR) == Greetings(20, 1, 1, 1)
    arrival = Arrival(2, NINE)
    assert arrival.waited(NINE - 5 * SECOND) == 0
    assert arrival.waits(NINE - 5 * SECOND)
    assert not arrival.waits(NINE - HOUR)


def test_a_greeting_noted_after_all_too_late_is_not_measured() -> None:
    assert greeted(LAPSES_AFTER / SECOND).greeted_after() == LAPSES_AFTER
    assert greeted(LAPSES_AFTER / SECOND + 1).greeted_after() is None


def test_whoever_waited_ten_minutes_waits_no_more() -> None:
    arrival = Arrival(1, NINE)
    assert arrival.waits(NINE + 10 * MINUTE)
    assert not arrival.waits(NINE + 10 * MINUTE + 1)
    assert not greeted(20).waits(NINE)


def test_a_wait_is_long_before_the_shops_time_is_over() -> None:
    assert long_wait(40) == 30 * SECOND


def test_a_slip_of_the_key_takes_the_last_one_and_later_whoever_waits_longest_has_gone() -> None:
    first, last = Arrival(1, NINE), Arrival(2, NINE + 20 * SECOND)
    assert whom_to_drop((first, last), NINE + 25 * SECOND) is last
    assert whom_to_drop((first, last), NINE + 31 * SECOND) is first
    assert whom_to_drop((), NINE) is None
