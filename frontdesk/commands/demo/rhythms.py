"""A year of visits of one person, as their habit would have it.

The stamps follow the shop's rule: each coffee paid for earns one, and with the goal reached most people
take the free one along at once, the others when they next come. A visit's stamps are earned first and its
reward taken after that, so that no balance is ever below zero, wherever the year is cut off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from frontdesk.commands.demo.cafe import PRODUCT, PROGRAMME, open_hours
from frontdesk.commands.demo.habits import WEEKDAY_WEIGHTS, Habit
from frontdesk.commands.demo.people import DemoPerson
from frontdesk.commands.demo.tastes import contains

_MIDDAY = 12 * 60 + 30
_SATURDAY = 5
_USUAL_SHARE = 0.78
_SECOND_COFFEE_SHARE = 0.06
_EXTRA_FOOD_SHARE = 0.10
_COMES_BACK_SHARE = 0.05
_TAKES_AT_ONCE_SHARE = 0.75
_TAKES_NEXT_TIME_SHARE = 0.9

_OTHER_ORDERS = (
    *("iced_latte", "americano", "lao_coffee", "cappuccino", "hot_latte", "lao_iced_coffee") * 2,
    *("matcha_latte", "mango_smoothie", "lime_soda", "jasmine_tea", "iced_americano"),
)
_FOODS = ("croissant", "banana_bread", "peanut_cookie", "khao_jee", "baguette_sandwich", "khao_piak")

_HOURS: dict[Habit, tuple[tuple[int, int], int]] = {
    Habit.MORNING: ((7 * 60 + 35, 8 * 60 + 45), 9),
    Habit.COFFEE_BREAK: ((9 * 60 + 20, 10 * 60 + 50), 14),
    Habit.LUNCH: ((11 * 60 + 40, 13 * 60 + 10), 14),
    Habit.AFTERNOON: ((13 * 60 + 45, 17 * 60 + 20), 22),
    Habit.TWICE_A_WEEK: ((8 * 60, 17 * 60), 30),
    Habit.WEEKEND: ((8 * 60 + 45, 11 * 60 + 45), 25),
    Habit.MONTHLY: ((8 * 60, 17 * 60), 60),
    Habit.NOW_AND_THEN: ((9 * 60, 16 * 60), 100),
    Habit.TOURIST: ((8 * 60 + 30, 16 * 60), 80),
}
"""Each habit's usual minute of the day, somewhere between two, and how far a person strays from theirs."""


@dataclass(frozen=True, slots=True)
class DemoVisit:
    """One attendance: `at` in the shop's local time, `items` product keys, `stamps` earned, `redeems` one
    reward taken after that, `paid` in kip without the free coffee, `served_by` a key of the staff."""

    person: int
    at: datetime
    items: tuple[str, ...]
    stamps: int
    redeems: bool
    paid: int
    served_by: str


def visits_of(person: DemoPerson, today: date, rng: Random) -> list[DemoVisit]:
    """Return the visits of `person` from the day of enrolment to the close of `today`, in time order.

    The first is on the day of enrolment; two are never within an hour.
    """
    days = sorted({person.enrolled, *_days(person, today, rng)})
    visits: list[DemoVisit] = []
    balance = 0
    for at in _moments(person.habit, days, rng):
        visit = _visit(person, at, balance, rng)
        balance += visit.stamps - PROGRAMME.goal * visit.redeems
        visits.append(visit)
    return visits


def _days(person: DemoPerson, today: date, rng: Random) -> Iterator[date]:
    """Yield days after enrolment on which the person comes, closed days left out."""
    last = min(today, person.stopped or today)
    match person.habit:
        case Habit.TOURIST:
            wanted = _burst(person, rng)
        case Habit.NOW_AND_THEN:
            wanted = _scattered(person, last, rng)
        case Habit.MONTHLY:
            wanted = _monthly(person, last, rng)
        case _:
            wanted = _weekly(person, last, rng)
    return (day for day in wanted if person.enrolled < day <= last and open_hours(day) is not None)


def _burst(person: DemoPerson, rng: Random) -> Iterator[date]:
    """A tourist comes on most days of one stay, and never again."""
    for offset in range(1, rng.randint(2, 6)):
        if rng.random() < person.keenness:
            yield person.enrolled + timedelta(days=offset)


def _scattered(person: DemoPerson, last: date, rng: Random) -> Iterator[date]:
    """No rhythm at all: up to five more days, and most people fewer."""
    known_for = (last - person.enrolled).days
    for _ in range(round(5 * rng.random() * person.keenness)):
        yield person.enrolled + timedelta(days=rng.randint(1, max(known_for, 1)))


def _monthly(person: DemoPerson, last: date, rng: Random) -> Iterator[date]:
    day = person.enrolled
    while day < last:
        day += timedelta(days=max(15, round(rng.gauss(30 / person.keenness - 2, 4))))
        yield day


def _weekly(person: DemoPerson, last: date, rng: Random) -> Iterator[date]:
    """Most weekdays of the habit, each by chance, with a holiday or two in the year."""
    weights = WEEKDAY_WEIGHTS[person.habit]
    if person.habit is Habit.TWICE_A_WEEK:
        first = person.enrolled.weekday()
        own = (first, (first + rng.choice((2, 3, 4))) % 7)
        weights = tuple(1.0 if weekday in own else 0.02 for weekday in range(7))
    away = _days_away(person, last, rng)
    day = person.enrolled
    while day < last:
        day += timedelta(days=1)
        if rng.random() < person.keenness * weights[day.weekday()] and day not in away:
            yield day


def _days_away(person: DemoPerson, last: date, rng: Random) -> set[date]:
    """Return the days of up to two holidays, none of them lately: on the demo day people are in town."""
    known_for = (last - person.enrolled).days
    away: set[date] = set()
    if known_for > 60:
        for _ in range(rng.randint(0, 2)):
            start = person.enrolled + timedelta(days=rng.randint(10, known_for - 32))
            away |= {start + timedelta(days=offset) for offset in range(rng.randint(5, 18))}
    return away


def _moments(habit: Habit, days: list[date], rng: Random) -> Iterator[datetime]:
    """Yield a time on each day, near the person's own, and now and then a second one in the afternoon."""
    (earliest, latest), stray = _HOURS[habit]
    own_minute = rng.uniform(earliest, latest)
    for day in days:
        hours = open_hours(day)
        assert hours is not None, "only open days are drawn"
        soonest, closing = hours.opens + rng.uniform(2, 20), hours.closes - rng.uniform(5, 30)
        minute = min(max(rng.gauss(own_minute, stray), soonest), closing)
        yield _at(day, minute)
        if habit is Habit.MORNING and rng.random() < _COMES_BACK_SHARE:
            again = rng.uniform(13 * 60, 17 * 60)
            if again > minute + 60 and again < closing:
                yield _at(day, again)


def _at(day: date, minute: float) -> datetime:
    return datetime.combine(day, time()) + timedelta(seconds=int(minute * 60))


def _visit(person: DemoPerson, at: datetime, balance: int, rng: Random) -> DemoVisit:
    items = _order(person, rng)
    coffees = [key for key in items if PRODUCT[key].stamps]
    paid = sum(PRODUCT[key].price for key in items)
    stamps = sum(PRODUCT[key].stamps for key in coffees)
    redeems = False
    if coffees and balance >= PROGRAMME.goal and rng.random() < _TAKES_NEXT_TIME_SHARE:
        redeems, free = True, coffees[0]
        # What is free earns nothing.
        stamps -= PRODUCT[free].stamps
        paid -= PRODUCT[free].price
    elif coffees and balance + stamps >= PROGRAMME.goal and rng.random() < _TAKES_AT_ONCE_SHARE:
        # The free one to take along, on top of what was paid for.
        redeems, items = True, (*items, coffees[0])
    return DemoVisit(person.index, at, items, stamps, redeems, paid, _served_by(at, rng))


def _order(person: DemoPerson, rng: Random) -> tuple[str, ...]:
    """Return what the person takes: mostly the usual, and never what they are allergic to."""
    order = person.usual
    if rng.random() > _USUAL_SHARE:
        order = (rng.choice(_OTHER_ORDERS),)
    if rng.random() < _SECOND_COFFEE_SHARE:
        order = (*order, order[0])
    if rng.random() < _EXTRA_FOOD_SHARE:
        order = (*order, rng.choice(_FOODS))
    return person.usual if contains(order, person.avoids) else order


def _served_by(at: datetime, rng: Random) -> str:
    """Keo has the mornings, Maly the afternoons, and Noy the weekends; now and then Noy helps out."""
    if at.weekday() >= _SATURDAY or rng.random() < 0.08:
        return "noy"
    return "keo" if at.hour * 60 + at.minute < _MIDDAY else "maly"
