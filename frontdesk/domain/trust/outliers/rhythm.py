"""At which hours somebody comes: how far a shop's customers keep to hours of their own.

A regular comes about the same time, or mostly in the morning; a card that is stamped at somebody's shifts is
stamped at any time of these. Each visit is told by the card's earlier hours, near or half a morning wide, or
by the shop's, in the proportion in which this sort of person keeps to their own. How the shop's customers
divide over the sorts is learnt from them.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import prod
from typing import Final

from frontdesk.domain.trust.outliers.habits import shares
from frontdesk.domain.trust.outliers.shop_log import ShopLog, Stamping, by_person

_BIN_MINUTES: Final = 15
_BINS: Final = 24 * 60 // _BIN_MINUTES
_NARROW: Final = 2
_WIDE: Final = 9
_SORTS: Final = ((0.0, 0.0), (0.3, 0.0), (0.6, 0.0), (0.9, 0.0), (0.0, 0.5), (0.0, 0.9))
"""(by their own near hours, by their own wide ones); what is left goes by the shop's."""
_ROUNDS: Final = 10
_ENOUGH: Final = 1500
"""Visits that are asked: more would teach nothing new, and take their time."""
_FEWEST_VISITS: Final = 3
_MOST_VISITS: Final = 12


class Rhythm:
    """Learnt from the days before the first `blocks` blocks. `weights` are the parts of the sorts."""

    def __init__(self, log: ShopLog, blocks: int) -> None:
        older = [s for s in log.stampings if s.block >= blocks]
        counts = [1.0 / _BINS] * _BINS
        for stamping in older:
            counts[stamping.minute // _BIN_MINUTES] += 1
        until = list(accumulate(counts, initial=0.0))
        self._narrow = [_around(until, place, _NARROW) / until[-1] for place in range(_BINS)]
        self._wide = [_around(until, place, _WIDE) / until[-1] for place in range(_BINS)]
        self.weights = self._learn(older)

    def likeness(self, visits: Sequence[Stamping], before: Sequence[Stamping] = ()) -> list[list[float]]:
        """For each of a person's visits, and each sort: how much likelier this hour is than by the shop's,
        after the visits `before`."""
        known = [stamping.minute // _BIN_MINUTES for stamping in before[-_MOST_VISITS:]]
        found = []
        for stamping in visits:
            place = stamping.minute // _BIN_MINUTES
            narrow = wide = 1.0
            if known:
                away = [abs(each - place) for each in known]
                narrow = len([each for each in away if each <= _NARROW]) / len(known) / self._narrow[place]
                wide = len([each for each in away if each <= _WIDE]) / len(known) / self._wide[place]
            found.append([a * narrow + b * wide + 1 - a - b for a, b in _SORTS])
            known = [*known[1 - _MOST_VISITS :], place]
        return found

    def _learn(self, stampings: Sequence[Stamping]) -> list[float]:
        """The parts that make the hours of those asked likeliest, by EM; one imagined person of each sort
        besides."""
        told: list[list[float]] = []
        asked = 0
        for visits in by_person(stampings).values():
            if len(visits) >= _FEWEST_VISITS and asked < _ENOUGH:
                likeness = self.likeness(visits[-_MOST_VISITS:])
                told.append([prod(sort) for sort in zip(*likeness, strict=True)])
                asked += len(likeness)
        weights = [1 / len(_SORTS)] * len(_SORTS)
        for _ in range(_ROUNDS):
            grown = [1.0] * len(_SORTS)
            for chances in told:
                likely = [weight * chance for weight, chance in zip(weights, chances, strict=True)]
                total = sum(likely)
                grown = [sofar + each / total for sofar, each in zip(grown, likely, strict=True)]
            weights = shares(grown)
        return weights


def _around(until: Sequence[float], place: int, near: int) -> float:
    return until[min(_BINS, place + near + 1)] - until[max(0, place - near)]
