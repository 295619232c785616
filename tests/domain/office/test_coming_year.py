"""What is said of the coming weeks, held against what a grocer's regulars then did."""

import csv
import gzip
from collections import defaultdict
from pathlib import Path
from random import Random
from statistics import quantiles

import pytest

from frontdesk.domain.office.bg_nbd import BgNbd, Comings, fit
from frontdesk.domain.office.coming_year import (
    DRAWN,
    ComingYear,
    Forecast,
    Regular,
    coming_year,
    is_old_enough,
)

LOG = Path(__file__).parents[2] / "data" / "grocery_store_visits.csv.gz"
HALF, YEAR = 182, 365
MODEL = BgNbd(0.6, 1.2, 0.05, 0.7)


def grocer() -> dict[int, list[int]]:
    """Customer → the days on which they came."""
    days = defaultdict[int, set[int]](set)
    with gzip.open(LOG, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            days[int(row["customer"])].add(int(row["minute"]) // 1440)
    return {who: sorted(each) for who, each in days.items()}


def as_of(day: int, came: list[int], who: int) -> Regular:
    seen = Comings(len(came) - 1, (came[-1] - came[0]) / 7, (day - came[0]) / 7)
    return Regular(who, seen, sum(0.5 ** ((day - each) / 60) for each in came[1:]))


def test_half_of_a_grocers_regulars_did_what_was_said_of_half_of_them() -> None:
    log = grocer()
    before = {who: [day for day in days if day < HALF] for who, days in log.items()}
    known = [as_of(HALF, days, who) for who, days in before.items() if days]
    regulars = [each for each in known if each.seen.repeats >= 4 and each.seen.last >= 2]
    weeks = (YEAR - HALF) / 7
    forecast, dice = Forecast(fit(each.seen for each in known), weeks), Random(1)
    drawn = [forecast.draw(each, dice) for each in dice.choices(regulars, k=DRAWN)]
    low, _, high = quantiles(drawn, n=4)
    did = {each.customer_id: sum(day >= HALF for day in log[each.customer_id]) for each in regulars}
    assert 0.4 <= sum(low <= times <= high for times in did.values()) / len(did) <= 0.6
    said = sum(map(forecast.visits, regulars))
    assert said == pytest.approx(sum(did.values()), rel=0.15)
    year = ComingYear(total=said)
    assert year.least < sum(did.values()) < year.most


def test_a_ticket_of_few_known_amounts_is_drawn_to_the_shops() -> None:
    """One cake bought once does not make somebody the best customer of the year to come."""
    seen = Comings(20, 20, 20)
    once, often = Regular(1, seen, 9.0, 1, 500), Regular(2, seen, 9.0, 40, 40 * 200)
    unknown = once._replace(priced=0, total=0)
    people = dict(coming_year(MODEL, [once, often], 2, 100, 365, Random(1)).first)
    assert people[2] > people[1] > coming_year(MODEL, [unknown], 1, 100, 365, Random(1)).total


def test_without_amounts_visits_are_told() -> None:
    said = coming_year(MODEL, [Regular(1, Comings(20, 20, 20), 9.0)] * 10, 10, 0, 365, Random(1))
    assert not said.in_money
    assert 10 < said.low < said.high < 120


def test_a_young_shop_does_not_say() -> None:
    assert not is_old_enough(89, 100)
    assert not is_old_enough(400, 9)
    assert is_old_enough(90, 10)
