"""What a customer usually takes at this time of day, and when one may dare to say "the usual".

An item's share is that of the customer's visits with it: the latest count most, those at another time of
day a fifth. What the shop sells to everybody decides between equals and speaks for who is new. Measured on a
grocer's log and on made-up coffee corners; where one dares to say "the usual" it is right in about four of
five cases.
"""

from collections import Counter, deque
from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from math import exp
from typing import Final, TypeVar

Item = TypeVar("Item", bound=Hashable)

SOON_FORGOTTEN_VISITS: Final = 4
LONG_KEPT_VISITS: Final = 30
"""Half of a visit's weight halves after so many others, half of it after so many more: a new taste is soon
seen, and an old one is not lost over one exception."""
CLOCK_SPREAD_MINUTES: Final = 90.0
AT_ANY_HOUR: Final = 0.2
"""What a visit at quite another time of day counts."""
POPULARITY_WEIGHT: Final = 1.0
"""What the shop's habit counts, in visits of the customer's own."""
SURE: Final = 0.6
"""From this share on one may say "the usual"."""
DOUBT: Final = 0.5
FEWEST_VISITS: Final = 3
VISITS_KEPT: Final = 60
_MINUTES_A_DAY: Final = 24 * 60


def weights(count: int, apart: Sequence[float] | None = None) -> list[float]:
    """What each of so many visits counts, the newest first; `apart` are minutes by the clock from now."""
    found = [
        (0.5 ** (ago / SOON_FORGOTTEN_VISITS) + 0.5 ** (ago / LONG_KEPT_VISITS)) / 2 for ago in range(count)
    ]
    if apart is None:
        return found
    return [weight * _clock(minutes) for weight, minutes in zip(found, apart, strict=True)]


def minutes_apart(now: datetime, then: datetime) -> float:
    """How far two times of day lie apart, over midnight where that is nearer; both in one zone."""
    return _around(now.hour * 60 + now.minute - then.hour * 60 - then.minute)


def is_sure(total: float, whole: float, visits: int) -> bool:
    """May one say "the usual" of what weighs `total` of `whole`? A few visits could make it look so."""
    return visits >= FEWEST_VISITS and total >= SURE * (whole + DOUBT)


def ranked(
    baskets: Sequence[Iterable[Item]], k: int, apart: Sequence[float] | None = None
) -> list[tuple[Item, float]]:
    """The `k` likeliest items of one customer with their shares (0 to 1) of the visits, the likeliest first;
    the newest visit comes first in `baskets`.
    """
    totals, whole = _totals(baskets, apart)
    best = sorted(totals, key=totals.__getitem__, reverse=True)[:k]
    return [(item, totals[item] / whole) for item in best]


class Usual:
    """Learns from what was bought, in the order it happens, and foretells an order. Pure."""

    def __init__(self) -> None:
        self._baskets: dict[Hashable, deque[tuple[int, tuple[Hashable, ...]]]] = {}
        self._sold: Counter[Hashable] = Counter()
        self._visits = 0

    def observe(
        self, customer: Hashable, at: datetime, items: Iterable[Hashable] = (), value: float = 0
    ) -> None:
        """What `customer` took at the aware datetime `at`; its own clock is the one that counts."""
        taken = tuple(dict.fromkeys(items))
        if not taken:
            return
        baskets = self._baskets.setdefault(customer, deque(maxlen=VISITS_KEPT))
        baskets.appendleft((at.hour * 60 + at.minute, taken))
        self._sold.update(taken)
        self._visits += 1

    def predict(self, customer: Hashable, at: datetime, k: int) -> list[Hashable]:
        """The `k` items likeliest in the next order, the likeliest first; of a stranger, what sells best."""
        totals, _ = self._own(customer, at)
        scores = {
            item: totals.get(item, 0.0) + POPULARITY_WEIGHT * count / self._visits
            for item, count in self._sold.items()
        }
        return sorted(scores, key=scores.__getitem__, reverse=True)[:k]

    def sure(self, customer: Hashable, at: datetime) -> Hashable | None:
        """What one may call their usual at this time of day, or None where nothing is usual enough."""
        totals, whole = self._own(customer, at)
        best = max(totals, key=totals.__getitem__, default=None)
        visits = len(self._baskets.get(customer, ()))
        return best if best is not None and is_sure(totals[best], whole, visits) else None

    def _own(self, customer: Hashable, at: datetime) -> tuple[dict[Hashable, float], float]:
        baskets, now = self._baskets.get(customer, ()), at.hour * 60 + at.minute
        return _totals([items for _, items in baskets], [_around(now - minute) for minute, _ in baskets])


def _totals(
    baskets: Sequence[Iterable[Item]], apart: Sequence[float] | None
) -> tuple[dict[Item, float], float]:
    totals: dict[Item, float] = {}
    counted = weights(len(baskets), apart)
    for weight, basket in zip(counted, baskets, strict=True):
        for item in dict.fromkeys(basket):
            totals[item] = totals.get(item, 0.0) + weight
    return totals, sum(counted)


def _clock(minutes: float) -> float:
    return AT_ANY_HOUR + (1 - AT_ANY_HOUR) * exp(-((minutes / CLOCK_SPREAD_MINUTES) ** 2) / 2)


def _around(minutes: int) -> int:
    apart = abs(minutes)
    return min(apart, _MINUTES_A_DAY - apart)
