"""The outlier report: friends' cards found, honest shops left in peace, and the time that a report takes.

Seeds, rosters and shops on which nothing was tuned (outlier_tables.py prints all of them, one by one).
"""

import time
from collections.abc import Iterator
from datetime import UTC
from random import Random

from frontdesk.domain.trust.outliers.report import find_outliers
from tests.benchmarks.figures import Figure
from tests.benchmarks.outlier_tables import FEWEST_SHIFTS, HELD_BACK, SURE, honest, planted, store
from tests.domain.trust.outliers.cheats import Cheat
from tests.domain.trust.outliers.rosters import DAY, weekly_turns
from tests.domain.trust.outliers.shops_replayed import FIRST_DAY, kiosk, lived, office_corner, salon

SEED = 100
DAYS, A_DAY, PEOPLE = 98, 200, 600


def run() -> Iterator[Figure]:
    yield friends()
    yield busiest()
    yield alarms()
    yield time_taken()


def friends() -> Figure:
    found = [
        each.found is not None
        for each in planted(HELD_BACK, SURE, range(SEED, SEED + 8))
        if each.shifts >= FEWEST_SHIFTS
    ]
    share = sum(found) / len(found)
    return Figure(
        "a friend's card stamped at each shift, four or more a week, in a grocer's year, found in seven days",
        f"{share:.0%} ({sum(found)} of {len(found)})",
        "≥ 95%",
        share >= 0.95,
    )


def busiest() -> Figure:
    cheats = (Cheat.BUSY, Cheat.BUSY_OWN)
    found = [each.found is not None for each in planted(HELD_BACK, cheats, range(SEED, SEED + 4))]
    return Figure(
        "a card stamped 950 times a year, found in seven days",
        f"{sum(found)} of {len(found)}",
        "all",
        all(found),
    )


def alarms() -> Figure:
    shops = [
        *honest("grocer", store(), 365, HELD_BACK, SEED),
        *honest("kiosk", kiosk(SEED), 199, HELD_BACK, SEED),
        *honest("salon", salon(SEED), 364, HELD_BACK, SEED),
        *honest("office corner", office_corner(SEED, 130), 129, HELD_BACK, SEED),
    ]
    a_week = sum(shop.alarms for shop in shops) / sum(shop.weeks for shop in shops)
    most, worst = max(shop.alarms / shop.weeks for shop in shops), max(shop.worst for shop in shops)
    return Figure(
        "false alarms a week in four honest shops by seven rosters",
        f"{a_week:.2f} (the worst shop {most:.2f}, its worst seven days {worst})",
        "≤ 1 in each, at most 2 in any seven days",
        most <= 1 and worst <= 2,
    )


def time_taken() -> Figure:
    """The least of five: what the work takes, whatever else the machine does."""
    rng = Random(SEED)
    rates = [rng.lognormvariate(0, 1.2) for _ in range(PEOPLE)]
    visits = [
        (person, day * DAY + minute)
        for day in range(DAYS)
        for minute, person in zip(
            sorted(rng.randrange(8 * 60, 20 * 60) for _ in range(A_DAY)),
            rng.choices(range(PEOPLE), rates, k=A_DAY),
            strict=True,
        )
    ]
    lines = lived(visits, weekly_turns(15 * 60), SEED).lines()
    now = (FIRST_DAY + DAYS) * DAY * 60_000
    took = []
    for _ in range(5):
        begun = time.process_time()
        find_outliers(lines, now, UTC)
        took.append(time.process_time() - begun)
    return Figure(
        f"an outlier report over {DAYS} days of {A_DAY} stamps (CPU)",
        f"{min(took) * 1000:.0f} ms",
        "≤ 200 ms",
        min(took) <= 0.2,
    )
