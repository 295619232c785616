"""What they usually take."""

from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.regulars.usual import Usual, minutes_apart, ranked

AFTERNOON = timedelta(hours=6)


def test_a_share_is_of_visits_and_lately_counts_more() -> None:
    own = dict(ranked([["latte"], ["latte"], ["tea"]], 9))
    assert own["latte"] > 0.6
    assert abs(own["latte"] + own["tea"] - 1) < 1e-9


@pytest.mark.parametrize(("ago", "weight"), [(1, 0.909), (4, 0.706), (12, 0.442), (30, 0.253)])
def test_a_new_taste_is_soon_seen_and_an_old_one_long_kept(ago: int, weight: float) -> None:
    own = dict(ranked([["latte"], *([] for _ in range(ago - 1)), ["tea"]], 9))
    assert own["tea"] / own["latte"] == pytest.approx(weight, abs=0.001)


def test_a_visit_at_another_time_of_day_counts_a_fifth() -> None:
    own = dict(ranked([["latte"], ["tea"]], 9, apart=[600, 0]))
    assert own["latte"] / own["tea"] == pytest.approx(0.2 / 0.909, abs=0.001)


def test_the_clock_goes_round_midnight() -> None:
    late, early = datetime(2026, 11, 19, 23, 30, tzinfo=UTC), datetime(2026, 11, 22, 0, 15, tzinfo=UTC)
    assert minutes_apart(late, early) == minutes_apart(early, late) == 45


def test_two_of_one_thing_on_one_visit_count_once() -> None:
    assert ranked([["latte", "latte"]], 9) == [("latte", 1.0)]


def test_what_is_taken_most_comes_first_and_no_more_than_asked_for() -> None:
    assert [item for item, _ in ranked([["tea"], ["latte"], ["latte"], ["cake"]], 2)] == ["latte", "tea"]


def test_nobody_has_a_usual_before_they_bought() -> None:
    assert ranked([], 3) == []


NINE = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)


def learnt(*orders: tuple[str, datetime, list[str]]) -> Usual:
    usual = Usual()
    for who, at, items in orders:
        usual.observe(who, at, items)
    return usual


def test_morning_and_afternoon_have_a_usual_each() -> None:
    days = [NINE + timedelta(days=day) for day in range(6)]
    usual = learnt(
        *(order for day in days for order in [("noy", day, ["latte"]), ("noy", day + AFTERNOON, ["tea"])])
    )
    tomorrow = NINE + timedelta(days=7)
    assert usual.predict("noy", tomorrow, 2) == ["latte", "tea"]
    assert usual.predict("noy", tomorrow + AFTERNOON, 2) == ["tea", "latte"]
    assert usual.sure("noy", tomorrow) == "latte"
    assert usual.sure("noy", tomorrow + AFTERNOON) == "tea"
    assert usual.sure("noy", tomorrow + AFTERNOON / 2) is None


def test_the_usual_is_named_from_the_third_time_on() -> None:
    usual = learnt(("noy", NINE, ["latte"]), ("noy", NINE + timedelta(days=1), ["latte"]))
    assert usual.sure("noy", NINE) is None
    usual.observe("noy", NINE + timedelta(days=2), ["latte"])
    assert usual.sure("noy", NINE) == "latte"


def test_a_stranger_is_foretold_what_sells_best() -> None:
    usual = learnt(("noy", NINE, ["latte"]), ("keo", NINE, ["latte", "cake"]), ("noy", NINE, []))
    assert usual.predict("somebody", NINE, 3) == ["latte", "cake"]
    assert usual.sure("somebody", NINE) is None
    assert Usual().predict("somebody", NINE, 3) == []
