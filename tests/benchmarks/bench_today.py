"""Today's list in a shop of 100,000: read for the header's count after each act, beside the counter."""

from statistics import median

from frontdesk.bootstrap import FrontDesk
from tests.benchmarks.figures import Figure, percentile, timed

TIMES = 200
MOST_MS = 10.0
MOST_FIRST_MS = 1000.0


def run(desk: FrontDesk) -> list[Figure]:
    """The first reading of a day, and those after a visit each."""
    now = desk.now()
    desk.slipping.refresh(now)  # as a counter has done by then
    first, items = timed(lambda: desk.today_list.items(now)), len(desk.today_list.items(now))
    took = []
    for number in range(TIMES):
        desk.submit(desk.loyalty.add_stamps, desk.act(now), 1 + number * 97 % 100_000).result()
        took.append(timed(lambda: desk.today_list.items(now)))
    p99 = percentile(took, 0.99)
    return [
        Figure(
            "Today's list for the first time on a day, 100,000 customers, beside the counter",
            f"{first:.0f} ms",
            f"≤ {MOST_FIRST_MS:.0f} ms",
            first <= MOST_FIRST_MS,
        ),
        Figure(
            f"Today's list of {items} items after a visit, 100,000 customers, p99",
            f"{p99:.1f} ms (p50 {median(took):.1f})",
            f"≤ {MOST_MS:.0f} ms",
            p99 <= MOST_MS,
        ),
    ]
