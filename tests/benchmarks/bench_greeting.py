"""The greeting of somebody of whom there is all to say, and of whoever comes, in a shop of 100,000."""

import random
from functools import partial
from statistics import median

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.days import DAY, HOUR
from frontdesk.domain.people.facts import FactKind, Reason
from tests.benchmarks.figures import Figure, percentile, timed

TIMES = 300
MOST_MS = 5.0
_TWO_YEARS = 730 * DAY


def run(desk: FrontDesk) -> list[Figure]:
    """Of a regular with everything, and of regulars drawn as they come."""
    now, rng = desk.now(), random.Random(9)
    desk.slipping.refresh(now)  # as a counter has done by the time somebody comes
    desk.suggesting.refresh(now)
    everything = 1
    _fill(desk, everything)
    drawn = [1 + int(100_000 * rng.random() ** 3) for _ in range(TIMES)]
    for customer_id in (everything, *drawn[:20]):
        desk.greetings.open(customer_id, now)
    full = [timed(partial(desk.greetings.open, everything, now)) for _ in range(TIMES)]
    usual = [timed(partial(desk.greetings.open, each, now)) for each in drawn]
    lines = len(desk.greetings.open(everything, now).lines)
    return [
        _figure(f"the greeting of a regular with {lines} lines", full),
        _figure("the greeting of whoever comes", usual),
    ]


def _figure(what: str, times: list[float]) -> Figure:
    p99 = percentile(times, 0.99)
    said = f"{p99:.1f} ms (p50 {median(times):.1f})"
    return Figure(f"{what}, read among 100,000, p99", said, f"≤ {MOST_MS:.0f} ms", p99 <= MOST_MS)


def _fill(desk: FrontDesk, customer_id: int) -> None:
    """Let there be something to say from every side."""
    long_ago = desk.act(desk.now() - _TWO_YEARS)
    desk.submit(desk.facts.note, desk.act(), customer_id, FactKind.ALLERGY, "nuts").result()
    desk.submit(desk.facts.note, long_ago, customer_id, FactKind.PREFERENCE, "oat milk").result()
    desk.submit(desk.facts.note_why, desk.act(), customer_id, Reason.VALUED).result()
    soon = desk.now() + HOUR
    desk.submit(desk.requests.ask, desk.act(), customer_id, "a cake for twelve", "", soon).result()
    desk.submit(desk.recoveries.record, desk.act(), Situation.WAITED, customer_id).result()
    desk.submit(
        desk.follow_ups.add, desk.act(), customer_id, FollowUpKind.CALL, desk.today(), "how it tasted"
    ).result()
