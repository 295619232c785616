"""The overview of 100,000 customers and 1,000,000 visits until it is painted, and the counter meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from frontdesk.config import paths_for
from tests.benchmarks import overview_shop
from tests.benchmarks.figures import Figure, percentile

MOST_MS = 300.0
SAID = {
    "TODAY": "today",
    "YESTERDAY": "yesterday",
    "THIS_WEEK": "this week",
    "FOUR_WEEKS": "4 weeks",
    "THIS_MONTH": "this month",
    "TWELVE_MONTHS": "12 months",
    "ALL": "all",
}


def run(shop: Path) -> Iterator[Figure]:
    """In the shop of five years, in which the door and promises are noted first."""
    overview_shop.add(paths_for(shop).store)
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.overview_process", str(shop)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=300,
    )
    found = json.loads(said.stdout)
    yield _painted(found["painted"])
    yield _gaps(found["idle"], found["busy"])


def _painted(times: dict[str, list[float]]) -> Figure:
    middle = {SAID[kind]: median(several) for kind, several in times.items()}
    worst = max(middle.values())
    return Figure(
        "tap on a period to its overview painted, 100,000 customers and 1,000,000 visits, p50",
        ", ".join(f"{kind} {took:.0f}" for kind, took in middle.items()) + " ms",
        f"each ≤ {MOST_MS:.0f} ms",
        worst <= MOST_MS,
    )


def _gaps(idle: list[float], busy: list[float]) -> Figure:
    quiet, working = percentile(idle, 0.99), percentile(busy, 0.99)
    return Figure(
        "event-loop gap while one overview after the other is read, p99, against the idle counter's",
        f"{working / quiet:.1f}× ({working:.1f} against {quiet:.1f} ms, worst {max(busy):.0f} ms)",
        "≤ 2×",
        working <= 2 * quiet,
    )
