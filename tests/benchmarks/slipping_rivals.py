"""What the measure of who slips away is held against: plainer ways to say it."""

from collections.abc import Callable, Iterable
from itertools import count
from typing import Final

from frontdesk.domain.regulars.slipping import missed_from, score

Measure = Callable[[float, float], float]
"""How much speaks for it that somebody slips away, by days silent and the usual gap."""


def days_silent(silent: float, gap: float) -> float:
    """Everybody alike: whoever was not here for so long."""
    return silent


def times_their_gap(silent: float, gap: float) -> float:
    """The textbook's: so many times one's own gap."""
    return silent / gap


MEASURES: Final[dict[str, Measure]] = {"ours": score, "days": days_silent, "times": times_their_gap}


def ranked_right(measure: Measure, moments: Iterable[tuple[int, float, bool]]) -> float:
    """How often, of a moment before which somebody did not come again and one before which somebody did, the
    measure says more of the former. A moment is days silent, the usual gap, and whether they came in time.
    """
    ranked = sorted((measure(silent, gap), came) for silent, gap, came in moments)
    lost = sum(not came for _, came in ranked)
    back, right, place = len(ranked) - lost, 0.0, 0
    before = 0
    while place < len(ranked):
        end = next((at for at in range(place, len(ranked)) if ranked[at][0] != ranked[place][0]), len(ranked))
        here = sum(came for _, came in ranked[place:end])
        right += (end - place - here) * (before + here / 2)
        before, place = before + here, end
    return right / (lost * back)


def listed_from(name: str, gap: float, threshold: float) -> int:
    """From how many days of silence on somebody is listed, by a measure and its threshold."""
    if name == "ours":
        return missed_from(gap, round(threshold))
    return next(days for days in count(1) if MEASURES[name](days, gap) >= threshold)
