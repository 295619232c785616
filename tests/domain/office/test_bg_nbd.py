"""The model's four numbers and what it says are those that its authors published."""

import csv
import gzip
from pathlib import Path
from random import Random

import pytest

from frontdesk.domain.office.bg_nbd import BgNbd, Comings, fit

CDNOW = Path(__file__).parents[2] / "data" / "cdnow_summary.csv.gz"
PUBLISHED = BgNbd(0.243, 4.414, 0.793, 2.426)


def cdnow() -> list[Comings]:
    with gzip.open(CDNOW, "rt", encoding="utf-8") as lines:
        return [
            Comings(int(row["repeats"]), int(row["last_day"]) / 7, int(row["days_known"]) / 7)
            for row in csv.DictReader(lines)
            for _ in range(int(row["customers"]))
        ]


def test_the_fit_finds_what_was_published_of_cdnow() -> None:
    model = fit(cdnow())
    found = (model.r, model.alpha, model.a, model.b)
    assert found == pytest.approx((PUBLISHED.r, PUBLISHED.alpha, PUBLISHED.a, PUBLISHED.b), abs=0.002)


def test_what_is_expected_of_one_customer_is_what_the_paper_says() -> None:
    """Who bought twice more, last after 30.43 of 38.86 weeks, is expected 1.226 times in the next 39."""
    assert PUBLISHED.expected(Comings(2, 30.43, 38.86), 39) == pytest.approx(1.226, abs=0.0005)


def test_what_is_drawn_is_on_average_what_is_expected() -> None:
    dice, seen = Random(3), Comings(6, 20, 30)
    drawn = sum(PUBLISHED.draw(seen, 39, dice) for _ in range(20_000)) / 20_000
    assert drawn == pytest.approx(PUBLISHED.expected(seen, 39), rel=0.05)


def test_the_longer_the_silence_the_less_likely_they_still_come() -> None:
    alive = [PUBLISHED.alive(Comings(5, 10, known)) for known in (10, 12, 20, 60)]
    assert alive == sorted(alive, reverse=True)
    assert alive[-1] < 0.05 < 0.7 < alive[0]
    assert PUBLISHED.alive(Comings(0, 0, 500)) == 1


def test_who_comes_each_day_for_years_breaks_no_sum() -> None:
    often = Comings(6000, 521, 521)
    assert PUBLISHED.expected(often, 52) == pytest.approx(560, rel=0.1)
    assert PUBLISHED.alive(Comings(6000, 20, 521)) == 0
    assert 400 < PUBLISHED.draw(often, 52, Random(1)) < 800


@pytest.mark.parametrize("people", [[], [Comings(0, 0, 3)] * 5, [Comings(9, 9, 10)] * 20])
def test_a_shop_of_which_little_is_known_gets_numbers_that_can_be_used(people: list[Comings]) -> None:
    model = fit(people)
    assert 0 <= model.expected(Comings(3, 2, 4), 52) < 1000
