"""The formulas, against numbers that can be worked out by hand or from the law itself."""

from math import exp, log
from random import Random

import pytest

from frontdesk.domain.trust.outliers.rarity import log_mean_exp, rate_tail, record_tail


def test_a_record_is_beaten_as_often_as_the_law_says() -> None:
    rng = Random(7)
    records = [100 - 10 * log(-log(rng.random())) for _ in range(400)]
    fresh = [100 - 10 * log(-log(rng.random())) for _ in range(20_000)]
    level = sorted(fresh)[int(0.98 * len(fresh))]
    assert record_tail(level, records) == pytest.approx(0.02, rel=0.3)


def test_records_that_are_all_alike_still_leave_room_for_chance() -> None:
    assert record_tail(4, [3, 3, 3, 3]) > 0.02
    assert record_tail(18, [3, 3, 3, 3]) < 1e-6


def test_a_record_far_below_the_others_is_no_record() -> None:
    assert record_tail(1, [30, 31, 29]) == 1.0


def test_one_record_says_nothing() -> None:
    with pytest.raises(ValueError, match="two others"):
        record_tail(5, [3])


def test_what_nobody_else_ever_did_is_judged_by_how_often_they_could_have() -> None:
    # One of one, after none of n: Laplace's rule of succession, 1 / (n + 2).
    assert rate_tail(1, 1, 0, 8) == pytest.approx(0.1)
    assert rate_tail(2, 2, 0, 0) == pytest.approx(1 / 3)


def test_the_tails_of_a_rate_run_from_one_to_nothing() -> None:
    tails = [rate_tail(times, 20, 5, 100) for times in range(21)]
    assert tails[0] == 1.0
    assert tails == sorted(tails, reverse=True)
    assert tails[20] < 1e-12


def test_a_mean_of_what_is_too_small_for_floats() -> None:
    assert log_mean_exp([-2000.0, -2000.0 + log(3)], [0.5, 0.5]) == pytest.approx(-2000 + log(2))
    assert exp(log_mean_exp([0.0], [1.0])) == 1.0
