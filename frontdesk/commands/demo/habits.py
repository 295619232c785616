"""How people use a café: when they come, how often, since when, and who has stopped coming.

A `Plan` is drawn for each person before anything else is known about them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from frontdesk.commands.demo.cafe import open_hours

YEAR = 364
"""Days before the demo day on which the first customer enrolled; whole weeks, so that weekdays match."""


class Habit(StrEnum):
    MORNING = "morning"
    COFFEE_BREAK = "coffee break"
    LUNCH = "lunch"
    AFTERNOON = "afternoon"
    TWICE_A_WEEK = "twice a week"
    WEEKEND = "weekend"
    MONTHLY = "monthly"
    NOW_AND_THEN = "now and then"
    TOURIST = "tourist"


WEEKDAY_WEIGHTS: dict[Habit, tuple[float, ...]] = {
    Habit.MORNING: (1, 1, 1, 1, 1, 0.06, 0.03),
    Habit.COFFEE_BREAK: (1, 1, 1, 1, 1, 0.3, 0.1),
    Habit.LUNCH: (1, 1, 1, 1, 1, 0.1, 0.05),
    Habit.AFTERNOON: (1, 0.9, 1, 0.9, 1, 0.5, 0),
    Habit.TWICE_A_WEEK: (1, 1, 1, 1, 1, 1, 0.6),
    Habit.WEEKEND: (0, 0, 0, 0, 0.03, 1, 1),
    Habit.MONTHLY: (1, 1, 1, 1, 1, 1, 0.6),
    Habit.NOW_AND_THEN: (1, 1, 1, 1, 1, 1.3, 0.9),
    Habit.TOURIST: (1, 1, 1, 1, 1, 1, 1),
}
"""How likely each habit is on Monday to Sunday, against its best day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """When a person enrolled (a day of their habit), how often they come (0 to 1), and their last day, if
    they have stopped coming."""

    habit: Habit
    keenness: float
    enrolled: date
    stopped: date | None = None


@dataclass(frozen=True, slots=True)
class _Pattern:
    """People of one kind: how many of 300, how keen, and enrolled how many days ago."""

    habit: Habit
    people: int
    keenness: tuple[float, float]
    enrolled_ago: tuple[int, int]
    stopped_share: float = 0.0


_EVERYONE = (
    _Pattern(Habit.MORNING, 23, (0.50, 0.92), (335, YEAR), 0.06),
    _Pattern(Habit.LUNCH, 10, (0.48, 0.80), (335, YEAR), 0.06),
    _Pattern(Habit.AFTERNOON, 11, (0.50, 0.85), (335, YEAR), 0.06),
    _Pattern(Habit.MORNING, 16, (0.10, 0.40), (40, YEAR), 0.18),
    _Pattern(Habit.COFFEE_BREAK, 14, (0.15, 0.40), (40, YEAR), 0.18),
    _Pattern(Habit.LUNCH, 16, (0.10, 0.40), (40, YEAR), 0.18),
    _Pattern(Habit.AFTERNOON, 20, (0.10, 0.40), (40, YEAR), 0.18),
    _Pattern(Habit.TWICE_A_WEEK, 26, (0.70, 0.95), (60, YEAR), 0.12),
    _Pattern(Habit.WEEKEND, 38, (0.30, 0.80), (30, YEAR), 0.12),
    _Pattern(Habit.MONTHLY, 32, (0.60, 0.95), (60, YEAR), 0.10),
    _Pattern(Habit.NOW_AND_THEN, 52, (0.0, 1.0), (7, YEAR)),
    _Pattern(Habit.TOURIST, 32, (0.3, 1.0), (8, YEAR)),
    _Pattern(Habit.MORNING, 4, (0.40, 0.80), (1, 6)),
    _Pattern(Habit.AFTERNOON, 4, (0.40, 0.80), (1, 6)),
    _Pattern(Habit.NOW_AND_THEN, 2, (0.0, 0.2), (1, 6)),
)
_PASSERS_BY = (
    _Pattern(Habit.NOW_AND_THEN, 225, (0.0, 0.6), (7, YEAR)),
    _Pattern(Habit.TOURIST, 60, (0.3, 0.8), (8, YEAR)),
    _Pattern(Habit.MONTHLY, 15, (0.60, 0.95), (60, YEAR)),
)
_PATTERN_PEOPLE = 300
_MOST_REGULARS = 1_200
"""A counter has only so many hours: in a larger shop everyone else has passed by a few times."""


def draw_plans(customers: int, today: date, rng: Random) -> list[Plan]:
    """Return a plan for each of `customers` people, the longest-known first."""
    known = min(customers, _MOST_REGULARS)
    patterns = _shares(_EVERYONE, known) + _shares(_PASSERS_BY, customers - known)
    plans = [_plan(pattern, today, rng) for pattern in patterns]
    # Shuffled first, because sorting keeps people of one day in the order of the patterns.
    rng.shuffle(plans)
    return sorted(plans, key=lambda plan: plan.enrolled)


def _shares(patterns: tuple[_Pattern, ...], people: int) -> list[_Pattern]:
    """Give each of `people` a pattern, in the patterns' proportions and without a rounding error."""
    drawn: list[_Pattern] = []
    so_far = 0
    for pattern in patterns:
        so_far += pattern.people
        drawn += [pattern] * (so_far * people // _PATTERN_PEOPLE - len(drawn))
    return drawn


def _plan(pattern: _Pattern, today: date, rng: Random) -> Plan:
    nearest, farthest = pattern.enrolled_ago
    enrolled = _day_of_habit(pattern.habit, today, rng.randint(nearest, farthest))
    stopped = None
    if rng.random() < pattern.stopped_share:
        known_for = (today - enrolled).days
        stopped = today - timedelta(days=rng.randint(21, max(21, min(240, known_for - 30))))
    return Plan(pattern.habit, round(rng.uniform(*pattern.keenness), 3), enrolled, stopped)


def _day_of_habit(habit: Habit, today: date, days_ago: int) -> date:
    """Return the day nearest to `days_ago` on which this habit brings people in; never `today` itself."""
    wanted = today - timedelta(days=days_ago)
    # Eight: a holiday of three days may touch a weekend on either side.
    days = (wanted + timedelta(days=sign * shift) for shift in range(9) for sign in (-1, 1))
    return next(
        day
        for day in days
        if day < today and WEEKDAY_WEIGHTS[habit][day.weekday()] >= 0.5 and open_hours(day) is not None
    )
