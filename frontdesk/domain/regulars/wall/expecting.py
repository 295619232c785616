"""Whether somebody may well come on a day, by the rhythm that one would tell of them."""

from datetime import date
from typing import Final

from frontdesk.domain.regulars.wall.rhythms import Rhythm, RhythmKind

_HOLDS_TODAY: Final = frozenset(
    {
        RhythmKind.MOST_DAYS,
        RhythmKind.MOST_WORKING_DAYS,
        RhythmKind.MOST_WEEKENDS,
        RhythmKind.MOST_OF_A_WEEKDAY,
        RhythmKind.MOST_PARTS,
    }
)
"""A rhythm of these kinds is told only on a day that it is true of."""
_NEARLY: Final = 0.75
"""From this share of their usual gap on, they may be back any day."""


def may_come(rhythm: Rhythm, today: date) -> bool:
    """`rhythm` was told today. Who was here within hours is not expected any more."""
    if rhythm.kind is RhythmKind.WEEKLY:
        return rhythm.weekday == today.weekday()
    if rhythm.kind is RhythmKind.EVERY:
        return (today - rhythm.last.date()).days >= rhythm.days * _NEARLY
    return rhythm.kind in _HOLDS_TODAY
