"""What they usually take."""

import pytest

from frontdesk.domain.usual import ranked, shares


def test_a_share_is_of_visits_and_lately_counts_more() -> None:
    own = shares([["latte"], ["latte"], ["tea"]])
    assert own["latte"] > 0.6
    assert abs(own["latte"] + own["tea"] - 1) < 1e-9


@pytest.mark.parametrize(("ago", "weight"), [(1, 0.917), (4, 0.7071), (8, 0.5), (16, 0.25)])
def test_a_visit_counts_half_after_eight_others(ago: int, weight: float) -> None:
    own = shares([["latte"], *([] for _ in range(ago - 1)), ["tea"]])
    assert own["tea"] / own["latte"] == pytest.approx(weight, abs=0.001)


def test_two_of_one_thing_on_one_visit_count_once() -> None:
    assert shares([["latte", "latte"]]) == {"latte": 1.0}


def test_popularity_decides_between_equals_and_adds_nothing_never_taken() -> None:
    baskets = [["tea", "latte"]]
    assert [item for item, _ in ranked(baskets, {"latte": 0.9, "cake": 1.0}, 3)] == ["latte", "tea"]


def test_nobody_has_a_usual_before_they_bought() -> None:
    assert ranked([], {"latte": 1.0}, 3) == []
