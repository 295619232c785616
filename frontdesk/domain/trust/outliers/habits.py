"""On how large a part of the days somebody comes: what one shop's customers teach about a new face.

The chances are kept as shares over `GRID`. Every shop has its own: at an office's coffee corner most people
come daily, at a grocer's a few in a hundred.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from frontdesk.domain.trust.outliers.shop_log import ShopLog, is_weekend

GRID: Final = tuple((step + 0.5) / 12 for step in range(12))
OWN_WEIGHT: Final = 0.5
"""Of a person's own earlier days against the shop's: habits do change."""
OWN_DAYS: Final = 14
_ROUNDS: Final = 15

Kinds = frozenset[bool]
"""The kinds of day that count: False for weekdays, True for the weekend."""


class Habits:
    """Learnt from all days before the first `blocks` blocks, so that what is judged teaches nothing."""

    def __init__(self, log: ShopLog, blocks: int) -> None:
        self._log = log
        self._came: dict[int, set[int]] = defaultdict(set)
        for stamping in log.stampings:
            if stamping.block >= blocks:
                self._came[stamping.day].add(stamping.person)
        self._of_the_shop: dict[Kinds, list[float]] = {}

    def of(self, person: int, kinds: Kinds) -> list[float]:
        """How likely each chance of `GRID` is for this person, who comes at all, on such days."""
        if kinds not in self._of_the_shop:
            self._of_the_shop[kinds] = self._learn(kinds)
        shop, own = self._of_the_shop[kinds], self._own(person, kinds)
        if own is None:
            return shop
        return [OWN_WEIGHT * a + (1 - OWN_WEIGHT) * b for a, b in zip(own, shop, strict=True)]

    def _learn(self, kinds: Kinds) -> list[float]:
        weeks: dict[int, list[set[int]]] = defaultdict(list)
        for day, people in self._came.items():
            if is_weekend(day) in kinds:
                weeks[self._log.block(day)].append(people)
        seen: Counter[tuple[int, int]] = Counter()
        everybody: set[int] = set()
        for days in weeks.values():
            times = Counter(who for people in days for who in people)
            everybody |= times.keys()
            seen.update((n, len(days)) for n in times.values())
        # One imagined person of every habit: nobody here comes daily yet, and still somebody may begin to.
        floor = 1 / (len(everybody) + 1) / len(GRID)
        return shares([weight + floor for weight in mixture(seen)])

    def _own(self, person: int, kinds: Kinds) -> list[float] | None:
        """By the person's own days since the first; None where these are too few."""
        days = [day for day in self._came if is_weekend(day) in kinds]
        came = [day for day in days if person in self._came[day]]
        known = sum(day >= min(came) for day in days) if came else 0
        return posterior(len(came), known) if known >= OWN_DAYS else None


def mixture(seen: Mapping[tuple[int, int], int]) -> list[float]:
    """How people divide over `GRID`, from (days come, days open) of each week in which they came → how often.

    The mixture that makes what was seen likeliest, by EM (N. Laird, Nonparametric maximum likelihood
    estimation of a mixing distribution, 1978), stopped early, which keeps it smooth.
    """
    weights = [1 / len(GRID)] * len(GRID)
    chances = {week: [_chance(p, *week) for p in GRID] for week in seen}
    for _ in range(_ROUNDS if seen else 0):
        grown = [0.0] * len(GRID)
        for week, times in seen.items():
            likely = [weight * chance for weight, chance in zip(weights, chances[week], strict=True)]
            total = sum(likely)
            grown = [sofar + times * each / total for sofar, each in zip(grown, likely, strict=True)]
        weights = shares(grown)
    return weights


def posterior(times: int, of: int) -> list[float]:
    """What the chance may be after so many days of so many (Jeffreys' prior)."""
    return shares([p ** (times - 0.5) * (1 - p) ** (of - times - 0.5) for p in GRID])


def shares(weights: Sequence[float]) -> list[float]:
    """The weights, brought to a sum of one."""
    total = sum(weights)
    return [weight / total for weight in weights]


def _chance(p: float, times: int, of: int) -> float:
    """Of these days, for somebody of whom it is known that they came at all."""
    return float(p**times * (1 - p) ** (of - times) / (1 - (1 - p) ** of))
