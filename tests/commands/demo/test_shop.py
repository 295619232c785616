"""The same number, seed and day make the same shop: here, in another process, and at any size."""

import hashlib
import os
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from frontdesk.commands.demo.habits import Habit
from frontdesk.commands.demo.shop import DemoShop, make_demo

PRINT_MARK = """
import hashlib
from datetime import date
from frontdesk.commands.demo.shop import make_demo
print(hashlib.sha256(repr(make_demo(300, 1, date(2026, 10, 14))).encode()).hexdigest())
"""


def test_the_same_seed_and_day_make_the_same_shop(shop: DemoShop) -> None:
    assert make_demo(300, 1, shop.today) == shop


def test_another_seed_makes_other_people(shop: DemoShop) -> None:
    other = make_demo(300, 2, shop.today)
    assert {person.name for person in other.people} != {person.name for person in shop.people}


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_another_process_makes_the_same_shop(shop: DemoShop, hash_seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINT_MARK],
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
        encoding="ascii",
    )
    assert done.stdout.strip() == hashlib.sha256(repr(shop).encode()).hexdigest()


def test_everything_is_in_the_order_of_time(shop: DemoShop) -> None:
    assert all(a.at <= b.at for a, b in pairwise((*shop.visits, *shop.visits_today)))
    assert all(a.asked <= b.asked for a, b in pairwise(shop.requests))


def test_history_ends_the_evening_before_and_the_day_s_own_visits_are_apart(shop: DemoShop) -> None:
    assert shop.visits[-1].at.date() == shop.today - timedelta(days=1)
    assert {visit.at.date() for visit in shop.visits_today} == {shop.today}


def test_on_a_holiday_nobody_comes() -> None:
    assert make_demo(300, 1, date(2026, 4, 15)).visits_today == ()


@pytest.mark.parametrize("customers", [0, 1, 7, 40])
def test_a_small_shop_is_a_shop_too(customers: int) -> None:
    shop = make_demo(customers, 1, date(2026, 10, 14))
    assert len(shop.people) == customers
    assert {visit.person for visit in shop.visits} == set(range(customers))


def test_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 customers"):
        make_demo(-1, 1, date(2026, 10, 14))


def test_a_shop_can_be_made_for_any_day_of_the_year() -> None:
    for days in range(0, 366, 5):
        today = date(2026, 1, 1) + timedelta(days=days)
        shop = make_demo(40, days, today)
        assert len(shop.people) == 40
        assert all(person.enrolled < today for person in shop.people)


def test_a_large_shop_has_no_more_regulars_than_a_counter_can_serve() -> None:
    shop = make_demo(10_000, 1, date(2026, 10, 14))
    regulars = [person for person in shop.people if person.habit is Habit.MORNING]
    assert len(regulars) < 250
    assert len(shop.visits) < 100_000
