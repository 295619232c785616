"""Who slips away: how well a year of a grocer's visits tells it, and what it costs in a large shop."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.regulars.open_days import OpenDays
from frontdesk.domain.regulars.slipping import FADING, HORIZON, KNOWN_FOR, LONGEST_GAP, VISIT_DAYS
from tests.benchmarks.figures import Figure, percentile, timed
from tests.benchmarks.slipping_rivals import MEASURES, listed_from, ranked_right

LOG = Path(__file__).parents[1] / "data" / "grocery_store_visits.csv.gz"
A_DAY = 24 * 60
YEAR = 365
LAPSED_AFTER, NOTICED_WITHIN = 60, 45
FALSE_ALARMS = 10
TIMES = 200


@dataclass(frozen=True, slots=True)
class Gap:
    """After a visit day of a regular: how far apart those had been, and how long it was to the next."""

    last: int
    usual: float
    length: int
    came: bool


def run() -> Iterator[Figure]:
    gaps = list(_gaps())
    yield _ranking(gaps)
    yield _noticing(gaps)


def speed(desk: FrontDesk) -> Iterator[Figure]:
    """In a shop of 100,000: all of it once, then Today's items, each time after a visit."""
    now = desk.now()
    learnt = timed(lambda: desk.slipping.refresh(now)) / 1000
    yield Figure(
        "who slips away, learnt anew from 100,000 customers beside the counter",
        f"{learnt:.1f} s",
        "≤ 10 s",
        learnt <= 10,
    )
    took = []
    for number in range(TIMES):
        desk.submit(desk.loyalty.add_stamps, desk.act(now), 1 + number * 97 % 100_000).result()
        took.append(timed(lambda: desk.slipping.today_items(now)))
    p99 = percentile(took, 0.99)
    yield Figure("Today's items of who slips away, after a visit, p99", f"{p99:.1f} ms", "≤ 10 ms", p99 <= 10)


def _ranking(gaps: list[Gap]) -> Figure:
    """Every day of every silence whose sixty days more are over."""
    moments = [
        (silent, gap.usual, gap.came and gap.length - silent <= HORIZON)
        for gap in gaps
        for silent in range(1, gap.length)
        if gap.last + silent < YEAR - HORIZON
    ]
    right = {name: ranked_right(measure, moments) for name, measure in MEASURES.items()}
    return Figure(
        "of two silences at a grocer's, the one that stayed one is ranked worse",
        f"{right['ours']:.1%} (days silent {right['days']:.1%}, times their own gap {right['times']:.1%})",
        "more than either",
        right["ours"] > max(right["days"], right["times"]),
    )


def _noticing(gaps: list[Gap]) -> Figure:
    ours = _told(gaps, partial(listed_from, "ours", threshold=FALSE_ALARMS))
    days = _as_calm(gaps, "days", ours.alarms)
    times = _as_calm(gaps, "times", ours.alarms)
    said = (
        f"{ours.alarms:.1f} false alarms per 100 regulars a month, {ours.caught} of {ours.lapses} noticed"
        f" within {NOTICED_WITHIN} days, after {ours.after} (days silent {days.caught}, after {days.after};"
        f" times their own gap {times.caught}, after {times.after})"
    )
    return Figure(
        "regulars who slipped away from a grocer's",
        said,
        "≤ 12, at least as many as either notices with as few false alarms",
        ours.alarms <= 12 and ours.caught >= max(days.caught, times.caught),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule would have done: false alarms per 100 regulars a month, lapses, how many of them it
    noticed in time, and after how many days half of all.
    """

    alarms: float
    lapses: int
    caught: int
    after: int


def _told(gaps: list[Gap], listed: Callable[[float], int]) -> Told:
    alarms, months = 0, 0.0
    noticed = []
    for gap in gaps:
        months += min(gap.length, 30) / 30 if not gap.came else gap.length / 30
        since = listed(gap.usual)
        alarms += gap.came and since < gap.length
        if not gap.came and gap.length >= LAPSED_AFTER:
            noticed.append(since)
    noticed.sort()
    in_time = sum(since <= NOTICED_WITHIN for since in noticed)
    return Told(100 * alarms / months, len(noticed), in_time, noticed[len(noticed) // 2])


def _as_calm(gaps: list[Gap], name: str, alarms: float) -> Told:
    """A rival with its threshold set so that it gives just as few false alarms, or the least fewer."""
    for tenths in range(10, 1000):
        told = _told(gaps, partial(listed_from, name, threshold=tenths / 10))
        if told.alarms <= alarms:
            return told
    raise AssertionError("no threshold is calm enough")


def _gaps() -> Iterator[Gap]:
    visits: defaultdict[str, set[int]] = defaultdict(set)
    with gzip.open(LOG, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            visits[row["customer"]].add(int(row["minute"]) // A_DAY)
    for days in visits.values():
        yield from _gaps_of(sorted(days))


def _gaps_of(days: list[int]) -> Iterator[Gap]:
    """Each gap of one person once they are a regular, as the program reckons it."""
    weight = total = 0.0
    opening = OpenDays(0, 0)
    for place, last in enumerate(days):
        came = place + 1 < len(days)
        length = opening.between(last, days[place + 1] if came else YEAR)
        usual = (total + 2) / (weight + 0.5)
        known = place + 1 >= VISIT_DAYS and last - days[0] >= KNOWN_FOR
        if known and usual <= LONGEST_GAP:
            yield Gap(last, usual, length, came)
        weight, total = FADING * weight + 1, FADING * total + length
