"""How often people will come: the BG/NBD model of Fader, Hardie and Lee (2005), in plain sums.

Everybody comes at a rate of their own, and after each visit may be gone for good, unseen, with a chance of
their own. Both spread over the shop's people: the rates as a gamma (`r`, `alpha`), the chances as a beta
(`a`, `b`). So what is known of one, how often they came and when last, says how likely it is that they still
come, and how often they will. Spans are in weeks: with them as the unit the fit begins near where it ends.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, lgamma, log, log1p
from typing import Final, NamedTuple, Protocol

from frontdesk.domain.office.simplex import lowest

_PRIOR: Final = 0.001
"""So little that it moves no fit that has data, and so much that one of few people does not run away."""
_EVENLY: Final = 700.0
"""exp() of more is none."""
_TERMS, _CLOSE = 500, 1e-9
_AT_ONE: Final = 1e-6
_NEVER: Final = 1e-9
"""A chance to be gone after a visit that is none."""


class Dice(Protocol):
    """Chance, as whoever asks brings it along: `random.Random` with a seed says the same again."""

    def random(self) -> float: ...
    def gauss(self, mu: float, sigma: float, /) -> float: ...
    def gammavariate(self, alpha: float, beta: float, /) -> float: ...
    def betavariate(self, alpha: float, beta: float, /) -> float: ...


class Comings(NamedTuple):
    """One customer: so many visits after the first, the last of them so many weeks after it; the first visit
    was `known` weeks ago.
    """

    repeats: int
    last: float
    known: float


@dataclass(frozen=True, slots=True)
class BgNbd:
    """The shop's people, as four numbers."""

    r: float
    alpha: float
    a: float
    b: float

    def alive(self, seen: Comings) -> float:
        """How likely it is that they still come. Of whoever came once the model knows nothing: 1."""
        if not seen.repeats:
            return 1.0
        against = _odds_gone(self, seen)
        return 1 / (1 + exp(against)) if against < _EVENLY else 0.0

    def expected(self, seen: Comings, weeks: float) -> float:
        """How many visits they are likely to make in so many weeks from now on."""
        return self.expected_of_alive(seen.repeats, seen.known, weeks) * self.alive(seen)

    def expected_of_alive(self, repeats: int, known: float, weeks: float) -> float:
        """The same, of whoever has not gone by now."""
        a = self.a if abs(self.a - 1) > _AT_ONE else 1 + _AT_ONE
        whole = a + self.b + repeats - 1
        z = weeks / (self.alpha + known + weeks)
        # Euler's form of the series: its terms stay small, however often somebody came.
        series = _hypergeometric(a + self.b - 1 - self.r, a - 1, whole, z)
        visits: float = whole / (a - 1) * (1 - (1 - z) ** (a - 1) * series)
        return visits

    def draw(self, seen: Comings, weeks: float, dice: Dice) -> int:
        """One way in which the next weeks may go for somebody."""
        if dice.random() >= self.alive(seen):
            return 0
        rate = dice.gammavariate(self.r + seen.repeats, 1 / (self.alpha + seen.known))
        leaves = dice.betavariate(self.a, self.b + seen.repeats)
        visits = _poisson(rate * weeks, dice)
        if leaves < _NEVER:
            return visits
        return min(visits, 1 + int(log(1 - dice.random()) / log1p(-min(leaves, 1 - _NEVER))))


def fit(people: Iterable[Comings]) -> BgNbd:
    """The four numbers under which these people are likeliest; a sample of some hundreds is enough."""
    counted = list(Counter(people).items())
    most = max((seen.repeats for seen, _ in counted), default=0)

    def unlikely(logs: list[float]) -> float:
        if max(map(abs, logs)) > 10:
            return float("inf")
        model = BgNbd(*map(exp, logs))
        return _PRIOR * sum(each * each for each in logs) - _likelihood(model, counted, most)

    return BgNbd(*map(exp, lowest(unlikely, [0.0, 1.0, 0.0, 0.0])))


def _likelihood(model: BgNbd, counted: list[tuple[Comings, int]], most: int) -> float:
    """The logarithm of how likely it is that all of them came as they did."""
    r, alpha, a, b = model.r, model.alpha, model.a, model.b
    fixed = r * log(alpha) - lgamma(r) + lgamma(a + b) - lgamma(b)
    repeats = {seen.repeats for seen, _ in counted} if most else {0}
    head = {x: fixed + lgamma(r + x) + lgamma(b + x) - lgamma(a + b + x) for x in repeats}
    gone = {x: log(a / (b + x - 1)) for x in repeats if x}
    total = 0.0
    for seen, times in counted:
        x = seen.repeats
        so_far = log(alpha + seen.known)
        one = head[x] - (r + x) * so_far
        if x:
            odds = gone[x] + (r + x) * (so_far - log(alpha + seen.last))
            one += log1p(exp(odds)) if odds < _EVENLY else odds
        total += times * one
    return total


def _odds_gone(model: BgNbd, seen: Comings) -> float:
    """The logarithm of how much likelier it is that they are gone than that they still come."""
    silence = log((model.alpha + seen.known) / (model.alpha + seen.last))
    return log(model.a / (model.b + seen.repeats - 1)) + (model.r + seen.repeats) * silence


def _hypergeometric(a: float, b: float, c: float, z: float) -> float:
    """Gauss's series 2F1(a, b; c; z) for 0 <= z < 1."""
    total = term = 1.0
    for j in range(_TERMS):
        term *= (a + j) * (b + j) / ((c + j) * (j + 1)) * z
        total += term
        if abs(term) < _CLOSE * abs(total):
            break
    return total


def _poisson(mean: float, dice: Dice) -> int:
    """How many of something happen that happens so often on average; nearly exact from thirty on."""
    if mean > 30:
        return max(round(dice.gauss(mean, mean**0.5)), 0)
    count, left = 0, exp(-mean)
    chance = dice.random()
    while chance > left:
        count, chance = count + 1, chance * dice.random()
    return count
