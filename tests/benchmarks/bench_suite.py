"""The test suite itself: how long it takes, and the hundred kills that are part of it."""

import os
import re
import subprocess
import sys
import time

from tests.benchmarks.figures import Figure

MOST_SECONDS = 300.0
KILLS = "tests/storage/test_kill.py"
SCANS = "tests/ui/counter/test_thousand_scans.py"


def run() -> list[Figure]:
    killed = _pytest(KILLS)
    kills = "100 random kill -9 while stamping (in the test suite)"
    counted = "0 lost, 0 double" if killed[0] else killed[1]
    scanned = _pytest(SCANS)
    scans = "scanner: 1,000 cards under five keyboard layouts (in the test suite)"
    counted_scans = "1,000 read, 0 shortcuts fired, 0 characters left" if scanned[0] else scanned[1]
    passed, closing, seconds = _pytest()
    return [
        Figure(scans, counted_scans, "all read, no shortcut fired, no character left behind", scanned[0]),
        Figure(kills, counted, "0 acknowledged lost, 0 double", killed[0]),
        Figure(
            "test suite",
            f"{seconds:.0f} s: {closing}",
            "≤ 5 minutes on two cores",
            passed and seconds <= MOST_SECONDS,
        ),
    ]


def _pytest(*what: str) -> tuple[bool, str, float]:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal", *what],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    closing = re.sub(r" in .*", "", done.stdout.strip().splitlines()[-1].strip("= "))
    return done.returncode == 0, closing, time.monotonic() - began
