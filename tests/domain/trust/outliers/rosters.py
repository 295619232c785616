"""Who is at the till: rosters for the shops that are lived through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

DAY = 24 * 60
DAY_BEGINS = 4 * 60


@dataclass(frozen=True)
class Shift:
    """From `begins` to `ends` (minutes of one day) these are at the till."""

    begins: int
    ends: int
    staff: tuple[int, ...]


Roster = Callable[[int], Sequence[Shift]]
"""Day → its shifts."""


def fixed(middle: int) -> Roster:
    """One has the weekday mornings, one the afternoons, one the weekends."""
    return lambda day: (
        (Shift(DAY_BEGINS, DAY_BEGINS + DAY, (3,)),)
        if (day + 6) % 7 >= 5
        else (Shift(DAY_BEGINS, middle, (1,)), Shift(middle, DAY_BEGINS + DAY, (2,)))
    )


def rotating(middle: int) -> Roster:
    """Four in turn: each morning and each afternoon another, so that all hours come to everybody."""
    return lambda day: (
        Shift(DAY_BEGINS, middle, (1 + day % 4,)),
        Shift(middle, DAY_BEGINS + DAY, (1 + (day + 2 + day // 4) % 4,)),
    )


def together(seed: int) -> Roster:
    """Six; two or three are in on a day, side by side."""

    def shifts(day: int) -> Sequence[Shift]:
        rng = Random(seed * 1_000_003 + day)
        return (Shift(DAY_BEGINS, DAY_BEGINS + DAY, tuple(rng.sample(range(1, 7), rng.choice((2, 3))))),)

    return shifts


def weekly_turns(middle: int) -> Roster:
    """Three: early and late change places each week, and a third has two days of the weekend and one more."""

    def shifts(day: int) -> Sequence[Shift]:
        early, late = (1, 2) if (day // 7) % 2 else (2, 1)
        if (day + 6) % 7 in (2, 5, 6):
            early = 3
        return Shift(DAY_BEGINS, middle, (early,)), Shift(middle, DAY_BEGINS + DAY, (late,))

    return shifts


def alone(day: int) -> Sequence[Shift]:
    """A shop of one person."""
    return (Shift(DAY_BEGINS, DAY_BEGINS + DAY, (1,)),)


def side_by_side(staff: int, at_once: int, seed: int) -> Roster:
    """So many of the staff are in on a day, all day, drawn by lot."""

    def shifts(day: int) -> Sequence[Shift]:
        drawn = Random(seed * 1_000_003 + day).sample(range(1, staff + 1), at_once)
        return (Shift(DAY_BEGINS, DAY_BEGINS + DAY, tuple(drawn)),)

    return shifts


def four_on_two_off(middle: int) -> Roster:
    """Three, each four days of six, in the mornings and then in the afternoons."""

    def shifts(day: int) -> Sequence[Shift]:
        early, late = ((1, 2), (2, 3), (3, 1))[day % 6 // 2]
        return Shift(DAY_BEGINS, middle, (early,)), Shift(middle, DAY_BEGINS + DAY, (late,))

    return shifts


def owner_and_help(middle: int) -> Roster:
    """One is always there but for three late afternoons and the Sundays."""

    def shifts(day: int) -> Sequence[Shift]:
        weekday = (day + 6) % 7
        if weekday in (1, 3, 5):
            return Shift(DAY_BEGINS, middle, (1,)), Shift(middle, DAY_BEGINS + DAY, (2,))
        return (Shift(DAY_BEGINS, DAY_BEGINS + DAY, (3 if weekday == 6 else 1,)),)

    return shifts
