"""The wall with 100,000 customers and 1,000,000 visits, and how often it names who comes next."""

import csv
import gzip
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from frontdesk.domain.regulars.wall import Wall
from tests.benchmarks.figures import Figure, percentile, timed
from tests.benchmarks.wall_rivals import RIVALS, Ranks

CUSTOMERS, VISITS, A_DAYS_VISITS = 100_000, 1_000_000, 2_700
FIRST = datetime(2025, 1, 6, tzinfo=UTC)
LOG = Path(__file__).parents[1] / "data" / "grocery_store_visits.csv.gz"
LARGE_SCREEN = 24


def run() -> Iterator[Figure]:
    yield from _speed()
    yield _hits()


def _speed() -> Iterator[Figure]:
    """A year of visits, then one more day: a redraw before each visit, over all its half-hours."""
    rng = random.Random(1)
    own = [(rng.gauss(rng.choice([8.5, 12.5, 17]), 1.2), rng.randrange(7)) for _ in range(CUSTOMERS)]
    year = sorted(_visit(rng, own, rng.randrange(364)) for _ in range(VISITS))
    wall = Wall(UTC)
    observed = [_observed(wall, hours, customer) for hours, customer in year]
    day = sorted(_visit(rng, own, 364) for _ in range(A_DAYS_VISITS))
    wall.prepare(FIRST + timedelta(hours=day[0][0]))
    redraws, turns, half_hour = [], [], -1
    for hours, customer in day:
        at = FIRST + timedelta(hours=hours)
        took = timed(lambda at=at: wall.rank(at, LARGE_SCREEN))
        redraws.append(took)
        if int(hours * 2) != half_hour:
            turns.append(took)
        half_hour = int(hours * 2)
        observed.append(_observed(wall, hours, customer))
    p99, worst = percentile(redraws, 0.99), max(turns)
    spread = f"p50 {percentile(redraws, 0.5):.1f}; the slowest of {len(turns)} new half-hours {worst:.1f}"
    yield Figure(
        "the wall's order anew, 100,000 customers and 1,000,000 visits, p99",
        f"{p99:.1f} ms ({spread})",
        "≤ 5 ms",
        p99 <= 5,
    )
    learnt = percentile(observed, 0.99) * 1000
    yield Figure("the wall learns of a visit, p99", f"{learnt:.0f} µs", "≤ 50 µs", learnt <= 50)


def _visit(rng: random.Random, own: list[tuple[float, int]], day: int) -> tuple[float, int]:
    """Hours since the first day, and who: few come often, most of them at their own hour and weekday."""
    customer = min(int(CUSTOMERS * rng.random() ** 3), CUSTOMERS - 1)
    hour, weekday = own[customer]
    if rng.random() < 0.5:
        day += weekday - day % 7
    spread = 0.7 if rng.random() < 0.7 else 3.0
    return min(day, 364) * 24 + min(max(rng.gauss(hour, spread), 7.0), 20.9), customer


def _observed(wall: Wall, hours: float, customer: int) -> float:
    at = FIRST + timedelta(hours=hours)
    return timed(lambda: wall.observe(customer, at))


def _hits() -> Figure:
    with gzip.open(LOG, "rt", encoding="utf-8") as lines:
        log = [
            (datetime(2017, 1, 1, tzinfo=UTC) + timedelta(minutes=int(row["minute"])), row["customer"])
            for row in csv.DictReader(lines)
        ]
    hits = {name: _hit_rate(rival(UTC), log) for name, rival in RIVALS.items()}
    said = (
        f"{hits['wall']:.1%} (habit and one curve {hits['habit']:.1%},"
        f" frequency {hits['frequency']:.1%}, recency {hits['recency']:.1%})"
    )
    best = max(hits["habit"], hits["frequency"], hits["recency"])
    return Figure(
        "who comes next is among the first twelve, 3,753 visits to a grocer's",
        said,
        "more than any of those",
        hits["wall"] > best,
    )


def _hit_rate(rival: Ranks, log: list[tuple[datetime, str]]) -> float:
    hits = 0
    for at, customer in log:
        hits += customer in rival.rank(at, 12)
        rival.observe(customer, at)
    return hits / len(log)
