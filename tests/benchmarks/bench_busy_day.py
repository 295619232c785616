"""A busy day of 2,000 visits at both screens: the event loop, the memory, what Qt complains of."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.figures import Figure, percentile

VISITS = 2000
MOST_GAP_MS = 100.0
MOST_GROWTH = 0.05


def run(shop: Path, visits: int = VISITS) -> list[Figure]:
    said = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.busy_day_process", str(shop), str(visits)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=600,
    )
    found = json.loads(said.stdout)
    return [_gaps(found["idle"], found["busy"], visits), _memory(found), _warnings(found["warnings"])]


def _gaps(idle: list[float], busy: list[float], visits: int) -> Figure:
    quiet, working, worst = percentile(idle, 0.99), percentile(busy, 0.99), max(busy)
    said = f"{working / quiet:.1f}× ({working:.1f} against {quiet:.1f} ms, worst {worst:.0f} ms)"
    what = f"event-loop gap over a busy day, {visits:,} visits, both screens, p99, against the idle counter's"
    held = working <= 2 * quiet and worst <= MOST_GAP_MS
    return Figure(what, said, f"≤ 2×, none over {MOST_GAP_MS:.0f} ms", held)


def _memory(found: dict[str, float]) -> Figure:
    growth = found["end"] / found["warm"] - 1
    said = f"{growth:+.1%} ({found['warm']:.0f} to {found['end']:.0f} MB)"
    what = "memory over the last three quarters of that day"
    return Figure(what, said, f"flat within {MOST_GROWTH:.0%}", abs(growth) <= MOST_GROWTH)


def _warnings(said: list[str]) -> Figure:
    return Figure("Qt's warnings on that day", str(len(said)), "none", not said)
