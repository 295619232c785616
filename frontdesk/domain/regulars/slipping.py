"""Slipping away: who is missed, by their own rhythm and by what such silences came to in this shop.

A *silence* is the time after a visit day, in open days; it is *long* once it is half as long again as was
usual. The measure weighs how long it is against how often somebody came. It was fitted on the logs of a
coffee corner, a kiosk and twelve groceries, and moves between shops; multiples of one's own gap, and plain
days silent, tell less. It is only for regulars: with `VISIT_DAYS` visit days and a usual gap of
`LONGEST_GAP` open days at most. A salon to which people come every two months is beyond what it was tried
on: such people, and those of too few visits to tell, are never said to slip away.

Long is not lost: of people who come every third day and had been silent for two weeks, five in six came
again. So somebody is *quiet* until fewer than one in three such silences of this very shop, those that told
as much by the measure, ended with a visit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, exp, floor, log, sqrt
from typing import Final

from frontdesk.domain.regulars.open_days import OpenDays

VISIT_DAYS: Final = 5
KNOWN_FOR: Final = 14
"""Days of the calendar between the first and the last of them: whoever came each day of one stay had no
rhythm, but was passing through.
"""
LONGEST_GAP: Final = 30.0
LONG: Final = 1.5
FADING: Final = 0.85
LISTED_AT: Final = {5: 0.3, 10: -0.4, 20: -1.2}
"""False alarms per 100 regulars a month → from which score on somebody is missed."""

HORIZON: Final = 60
"""Within so many open days more a silence ends with a visit, or it counts as one that did not."""
ENOUGH: Final = 10
"""From so many such silences on the shop's own table is believed."""
LOST_BELOW: Final = 1 / 3
LOST_AT: Final = 4.0
"""Where the shop has too few such silences: from this score on fewer than a third came again, at a
grocer's.
"""
UNCLEAR_AT: Final = 2.5
"""From this score on fewer than two in three came again, at that grocer's."""
_EVEN_AT, _SPREAD = 3.5, 1.5
"""Of those with a score of 3.5 at that grocer's, half came again; 1.5 more or less, and it is one in four."""
GIVEN_UP_AFTER: Final = 365
"""Days of the calendar. Who has not come for a year is no longer missed, but somebody of former times."""

_ROUNDING: Final = 1e-9
_STEP, _FIRST_STEP, _STEPS = 0.5, -3, 32
"""The shop's table has a row for each half of a score, from -1.5 on."""


class Missing(StrEnum):
    """How it stands with somebody who is missed."""

    QUIET = "QUIET"
    LOST = "LOST"


@dataclass(frozen=True, slots=True)
class Silence:
    """A long silence of a regular. `last` and `came` are days of the calendar as `date.toordinal` counts
    them; `came` is None where nobody came yet. `gap` is how many open days apart their visit days had been,
    `every` the same by the calendar, in whole days; `length` counts the open days of the silence.
    """

    last: int
    gap: float
    every: int
    length: int
    came: int | None = None

    @property
    def score(self) -> float:
        return score(self.length, self.gap)


@dataclass(frozen=True, slots=True)
class Chance:
    """Of `of` such silences in this shop, `came` ended with a visit."""

    of: int = 0
    came: int = 0

    @property
    def enough(self) -> bool:
        return self.of >= ENOUGH

    @property
    def share(self) -> float:
        return self.came / self.of if self.of else 0.0


def score(silent: float, gap: float) -> float:
    """How much speaks for it that somebody slips away; more is worse. Both are open days, from 1 on."""
    e, g = log(silent), log(gap)
    return -7.58 + 1.104 * e + 1.689 * g - 0.746 * e * g + 0.429 * e * e + 0.073 * g * g


def is_missed(silence: Silence, false_alarms: int) -> bool:
    """Is somebody to be listed, where so many false alarms (5, 10 or 20) are borne with?"""
    return silence.length > LONG * silence.gap and silence.score >= LISTED_AT[false_alarms]


def missed_from(gap: float, false_alarms: int) -> int:
    """From how many open days of silence on somebody with this usual gap is missed."""
    return _reaches(LISTED_AT[false_alarms], gap)


def missing(silence: Silence, chance: Chance) -> Missing:
    """Quiet or lost, by the shop's own table; by the measure alone where that has too few such silences."""
    lost = chance.share < LOST_BELOW if chance.enough else silence.score >= LOST_AT
    return Missing.LOST if lost else Missing.QUIET


def too_long_to_say(silence: Silence, chance: Chance) -> bool:
    """The measure does not say what comes of it, nor the shop's own table, which has too few of them."""
    return not chance.enough and UNCLEAR_AT <= silence.score < LOST_AT


def gone(silence: Silence, chance: Chance) -> float:
    """How likely it is that they do not come again by themselves, from 0 to 1."""
    return 1 - chance.share if chance.enough else 1 / (1 + exp((_EVEN_AT - silence.score) / _SPREAD))


def long_silences(days: Sequence[int], today: int, opening: OpenDays) -> Iterator[Silence]:
    """The long silences of one person, the last one perhaps still going on; `days` are the visit days in
    order, each once. What lies after `today` (a clock was wrong) ends a silence as any visit does.
    """
    weight = total = calendar = 0.0
    for place, last in enumerate(days):
        came = days[place + 1] if place + 1 < len(days) else None
        until = today if came is None else came
        if until <= last:
            return
        length = max(opening.between(last, until), 1)
        gap = (total + 2) / (weight + 0.5)
        regular = place + 1 >= VISIT_DAYS and last - days[0] >= KNOWN_FOR and gap <= LONGEST_GAP
        if regular and length > LONG * gap:
            yield Silence(last, gap, max(round(calendar / weight), 1), length, came)
        weight, total = FADING * weight + 1, FADING * total + length
        calendar = FADING * calendar + until - last


class PastSilences:
    """What became of the shop's silences: of those that came to tell as much as another one does now, whoever
    they were.
    """

    def __init__(self) -> None:
        self._of = [0] * _STEPS
        self._came = [0] * _STEPS

    def add(self, silence: Silence, since: int) -> None:
        """Count a silence at each step of the score that it reached, where what became of it within the
        horizon is known by now; `since` is how many open days ago it began.
        """
        for step in range(_step(silence.score) + 1):
            length = _reaches((step + _FIRST_STEP) * _STEP, silence.gap)
            if length + HORIZON > since or length > silence.length:
                return
            self._of[step] += 1
            self._came[step] += silence.came is not None and silence.length <= length + HORIZON

    def like(self, silence: Silence) -> Chance:
        """What became of those that told as much."""
        step = _step(silence.score)
        return Chance(self._of[step], self._came[step]) if step >= 0 else Chance()


def _step(told: float) -> int:
    """The row of a score in the table; below 0 for one that is of no interest."""
    return min(floor(told / _STEP) - _FIRST_STEP, _STEPS - 1)


def _reaches(told: float, gap: float) -> int:
    """After how many open days a long silence has this score: the measure, turned round."""
    g = log(gap)
    a, b = 0.429, 1.104 - 0.746 * g
    c = -7.58 + 1.689 * g + 0.073 * g * g - told
    length = exp((sqrt(max(b * b - 4 * a * c, 0.0)) - b) / (2 * a))
    return max(ceil(length - _ROUNDING), int(LONG * gap) + 1)
