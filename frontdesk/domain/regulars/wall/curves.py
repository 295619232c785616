"""How much likelier, or less, a customer is than their habit at this hour says: learnt from who came.

Five curves, each a factor on the habit: hours since the last visit, the same against the customer's own gap,
visits today, how many visits are known, how long they are known. A curve's factor is
``(arrivals seen + 8 * default) / (arrivals expected + 8)``, where what is expected follows from the scores of
those who were likeliest when somebody came. So a shop teaches how soon its people come back, who comes twice
a day, and how many newcomers stay; before it has, the defaults hold.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

PRIOR: Final = 8.0
"""The arrivals that the default is worth."""

FIRST_EDGE_HOURS: Final = 0.5
LAST_EDGE_HOURS: Final = 1300.0
_EDGES: Final = 23
HOURS_AWAY: Final = tuple(
    FIRST_EDGE_HOURS * (LAST_EDGE_HOURS / FIRST_EDGE_HOURS) ** (edge / (_EDGES - 1)) for edge in range(_EDGES)
)
GAPS_AWAY: Final = tuple(2 ** ((edge - 8) / 2) for edge in range(1, 16))
OFTEN_PER_DAY: Final = (0.35, 0.8, 2.5)
"""Usual gaps in days that part those who come several times a day, daily, every few days, more seldom."""
MOST_TODAY: Final = 2
MOST_KNOWN: Final = 5
LONGEST_KNOWN: Final = 9

STEP_BACK_HOURS: Final = 3.0
LEAST: Final = 0.02

Bins = tuple[int, int, int, int, int]
"""Where a customer stands on each of the five curves at a moment."""


def _of_hours() -> tuple[float, ...]:
    """Before anything is learnt: who was just in steps back, who is away for weeks fades."""
    middles = (FIRST_EDGE_HOURS / 2, *HOURS_AWAY)
    return tuple(
        max((hours / STEP_BACK_HOURS) ** 2, LEAST)
        if hours < STEP_BACK_HOURS
        else 0.5
        if hours > 1000
        else 1.0
        for hours in middles
    )


@dataclass(slots=True)
class Curve:
    """One factor in steps, and the arrivals that it was learnt from."""

    default: tuple[float, ...]
    factor: list[float] = field(init=False)
    _seen: list[float] = field(init=False)
    _expected: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.factor = list(self.default)
        self._seen = [0.0] * len(self.default)
        self._expected = [0.0] * len(self.default)

    def learn(self, came: int, shares: Sequence[tuple[int, float]]) -> None:
        """Somebody in step `came` arrived; `shares` are the steps and chances of all who might have."""
        factor, expected, touched = self.factor, self._expected, {came}
        for step, share in shares:
            expected[step] += share / factor[step]
            touched.add(step)
        self._seen[came] += 1
        for step in touched:
            factor[step] = (self._seen[step] + PRIOR * self.default[step]) / (expected[step] + PRIOR)


class Returning:
    """The five curves of a shop."""

    def __init__(self) -> None:
        self.hours = Curve(_of_hours())
        self.gaps = Curve((1.0,) * (len(GAPS_AWAY) + 1))
        self.today = Curve((1.0,) * ((len(OFTEN_PER_DAY) + 1) * (MOST_TODAY + 1)))
        self.known = Curve((1.0,) * (MOST_KNOWN + 1))
        self.tenure = Curve((1.0,) * (LONGEST_KNOWN + 1))
        self._curves = (self.hours, self.gaps, self.today, self.known, self.tenure)

    def learn(self, came: int, screen: Sequence[tuple[float, int, Bins]]) -> None:
        """The customer `came` arrived while `screen` (score, customer, bins) were the likeliest.

        Who was not among them teaches nothing: a chance among those shown is what the curves correct.
        """
        bins = next((bins for _, customer, bins in screen if customer == came), None)
        total = sum(score for score, _, _ in screen)
        if bins is None or total <= 0:
            return
        shares = [score / total for score, _, _ in screen]
        for curve, own, steps in zip(
            self._curves, bins, zip(*(b for _, _, b in screen), strict=True), strict=True
        ):
            curve.learn(own, list(zip(steps, shares, strict=True)))

    def settled(self, count: int, days_known: float) -> float:
        """The factor that does not change within the half-hour."""
        return self.known.factor[known_step(count)] * self.tenure.factor[tenure_step(days_known)]

    def most_settled(self) -> float:
        return max(self.known.factor) * max(self.tenure.factor)

    def most_passing(self) -> float:
        """No moment makes anybody likelier than so many times their settled score."""
        return max(self.hours.factor) * max(self.gaps.factor) * max(self.today.factor)


def hours_step(hours: float) -> int:
    return bisect_right(HOURS_AWAY, hours)


def today_step(usual_gap_days: float, visits_today: int) -> int:
    return bisect_right(OFTEN_PER_DAY, usual_gap_days) * (MOST_TODAY + 1) + min(visits_today, MOST_TODAY)


def known_step(count: int) -> int:
    return min(max(count, 1).bit_length() - 1, MOST_KNOWN)


def tenure_step(days_known: float) -> int:
    return min(int(max(days_known, 0.0)).bit_length(), LONGEST_KNOWN)
