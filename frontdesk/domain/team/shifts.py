"""Who is to work when, who is here, and what whoever takes the till over is told first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.domain.acts import StaffMember

HALF_DAY: Final = 13 * 60
"""Where the plan cuts a day in two, in minutes of the day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From and to which minute of the day somebody is to work; None is the shop's own opening or closing."""

    from_minute: int | None = None
    to_minute: int | None = None


ALL_DAY: Final = Hours()
EARLY: Final = Hours(to_minute=HALF_DAY)
LATE: Final = Hours(from_minute=HALF_DAY)

_ROUND: Final = (None, ALL_DAY, EARLY, LATE)


def next_hours(hours: Hours | None) -> Hours | None:
    """What one more tap on the plan says: the whole day, the first half, the second half, not at all."""
    return _ROUND[(_ROUND.index(hours) + 1) % len(_ROUND)] if hours in _ROUND else None


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """Somebody is to work on a day."""

    staff_id: int
    day: date
    hours: Hours = ALL_DAY


@dataclass(frozen=True, slots=True)
class AtWork:
    """One of the staff today: `here` now, `planned` or not, and when it was said that they came."""

    member: StaffMember
    here: bool
    planned: Hours | None = None


@dataclass(frozen=True, slots=True)
class ShiftGreeting:
    """What whoever takes the till over for the first time on a day is told. `thanks` came since they were
    told before, `answers` are to their own requests since then; `asked` is how many wait for a manager.
    """

    member: StaffMember
    thanks: int = 0
    answers: int = 0
    asked: int = 0


def on_duty(
    here: int, acted: Iterable[tuple[int, int]], said: Mapping[int, tuple[bool, int]]
) -> tuple[int, ...]:
    """Who is here: whoever is at the till (`here`), then who did something since the day began, the latest
    first, then whom somebody said to have come. `acted` has a person and when they last did something, `said`
    whether they are here and when that was said.

    Whoever went home is not here, until they do something again.
    """
    found = {here: None}
    for staff_id, at in acted:
        is_here, said_at = said.get(staff_id, (True, at))
        if is_here or at > said_at:
            found[staff_id] = None
    for staff_id, (is_here, _) in sorted(said.items(), key=lambda each: -each[1][1]):
        if is_here:
            found[staff_id] = None
    return tuple(found)
