"""Slipping away: who is missed, by their own rhythm and by what such silences came to in this shop.

A *silence* is the time after a visit day, in open days; it is *long* once it is half as long again as was
usual. The measure weighs how long it is against how often somebody came. It was fitted on the logs of a
coffee corner, a kiosk and twelve groceries, and moves between shops; multiples of one's own gap, and plain
days silent, tell less. It is only for regulars: with `VISIT_DAYS` visit days and a usual gap of
`LONGEST_GAP` open days at most. A salon to which people come every two months is beyond what it was tried
on: such people, and those of too few visits to tell, are never said to slip away.

Long is not lost: of people who come every third day and had been silent for two weeks, five in six came
again. So somebody is *quiet* until fewer than one in three such silences of this very shop ended with a
visit.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log
from typing import Final

from frontdesk.domain.open_days import OpenDays

VISIT_DAYS: Final = 5
LONGEST_GAP: Final = 30.0
LONG: Final = 1.5
FADING: Final = 0.85
LISTED_AT: Final = {5: 0.3, 10: -0.4, 20: -1.2}
"""False alarms per 100 regulars a month → from which score on somebody is missed."""

HORIZON: Final = 60
"""Within so many open days more a silence ends with a visit, or it counts as one that did not."""
ENOUGH: Final = 20
"""From so many such silences on the shop's own table is believed."""
LOST_BELOW: Final = 1 / 3
LOST_AT: Final = 4.0
"""Where the shop has too few such silences: from this score on fewer than a third came again, at a
grocer's.
"""
_EVEN_AT, _SPREAD = 3.5, 1.5
"""Of those with a score of 3.5 at that grocer's, half came again; 1.5 more or less, and it is one in four."""
GIVEN_UP_AFTER: Final = 365
"""Days of the calendar. Who has not come for a year is no longer missed, but somebody of former times."""

_MILESTONES: Final = (
    *(2, 3, 4, 5, 6, 8, 10, 12, 14, 17, 21, 25, 28, 35, 42, 50),
    *(60, 75, 90, 110, 130, 160, 200, 250, 300, 350),
)
_GAPS: Final = (2.0, 4.0, 8.0, 15.0)
"""How often people come, in five kinds: every other day at least, twice a week, weekly, fortnightly,
monthly.
"""


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
    length = int(LONG * gap) + 1
    while score(length, gap) < LISTED_AT[false_alarms]:
        length += 1
    return length


def missing(silence: Silence, chance: Chance) -> Missing:
    """Quiet or lost, by the shop's own table; by the measure alone where that has too few such silences."""
    lost = chance.share < LOST_BELOW if chance.enough else silence.score >= LOST_AT
    return Missing.LOST if lost else Missing.QUIET


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
        if place + 1 >= VISIT_DAYS and gap <= LONGEST_GAP and length > LONG * gap:
            yield Silence(last, gap, max(round(calendar / weight), 1), length, came)
        weight, total = FADING * weight + 1, FADING * total + length
        calendar = FADING * calendar + until - last


class PastSilences:
    """What became of the shop's long silences: by how often somebody came, and how long they lasted."""

    def __init__(self) -> None:
        self._of = [[0] * len(_MILESTONES) for _ in range(len(_GAPS) + 1)]
        self._came = [[0] * len(_MILESTONES) for _ in range(len(_GAPS) + 1)]

    def add(self, silence: Silence, since: int) -> None:
        """Count a silence at each milestone that it reached, where what became of it within the horizon is
        known by now; `since` is how many open days ago the silence began.
        """
        kind = _kind(silence.gap)
        for place, milestone in enumerate(_MILESTONES[: bisect_right(_MILESTONES, silence.length)]):
            if milestone + HORIZON > since:
                return
            if milestone > LONG * silence.gap:
                self._of[kind][place] += 1
                in_time = silence.came is not None and silence.length <= milestone + HORIZON
                self._came[kind][place] += in_time

    def like(self, silence: Silence) -> Chance:
        """What became of those who came about as often, and were silent about as long or longer."""
        place = bisect_right(_MILESTONES, silence.length) - 1
        kind = _kind(silence.gap)
        return Chance(self._of[kind][place], self._came[kind][place]) if place >= 0 else Chance()


def _kind(gap: float) -> int:
    return bisect_right(_GAPS, gap)
