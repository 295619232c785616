"""The demo shop's team: who came in and how soon they were greeted, the plan, thanks, and what was asked.

Drawn from a stream of its own, and lived between everything else, in the order of time.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Final

from frontdesk.commands.demo.cafe import open_hours
from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.team.shifts import ALL_DAY, EARLY, LATE, Hours
from frontdesk.domain.team.staff_requests import StaffRequestState

_AT_THE_DOOR: Final = timedelta(days=15)
_PLANNED_DAYS: Final = 14
_USUAL_WAIT_S: Final = 21.0
_SPREAD: Final = 0.5
_LONGEST_WAIT_S: Final = 240
_NOT_NOTED, _GONE_AGAIN = 0.06, 0.02
_BEFORE_PAYING: Final = timedelta(minutes=4)
_WHEN_LEAVING: Final = timedelta(minutes=9)
_SUNDAY: Final = 6
_THANKED_EVERY: Final = 60
"""Visits, on the average."""
_THANKS_LAST: Final = timedelta(days=90)

_WORDS: Final = (
    "So patient with my children",
    "Remembered my order after a month",
    "Ran after me with my umbrella",
    "",
    "Always a smile, even in the rush",
    "Explained the stamp card so kindly",
    "",
)

# (who asks, days ago, what, the answer and its words where there is one)
_ASKED: Final = (
    ("maly", 40, "A stool behind the counter", StaffRequestState.YES, "It comes on Friday"),
    ("keo", 12, "Learn to pull a good espresso", StaffRequestState.LATER, "After the holidays, with Noy"),
    ("maly", 1, "Next Saturday off, for my sister's wedding", None, ""),
)


def team_events(shop: DemoShop) -> Iterator[Event]:
    """What happens in the team before the demo day, in no order; nothing in a shop that has just opened."""
    if not shop.visits:
        return
    rng = Random(f"{shop.seed}/team")
    for visit in shop.visits:
        if shop.today - visit.at.date() <= _AT_THE_DOOR:
            yield from _come_in(visit, rng)
        if shop.today - visit.at.date() <= _THANKS_LAST and rng.random() * _THANKED_EVERY < 1:
            yield from _thank(visit, rng.choice(_WORDS), told=True)
    yield from _thank(shop.visits[-1], _WORDS[0], told=False)
    yield from _plan(shop)
    yield from _ask(shop)


def _come_in(visit: DemoVisit, rng: Random) -> Iterator[Event]:
    """Somebody pressed the key; most were greeted soon, some without a tap, a few went again."""
    at = visit.at - _BEFORE_PAYING - timedelta(seconds=rng.randrange(120))
    wait = min(rng.lognormvariate(0, _SPREAD) * _USUAL_WAIT_S, _LONGEST_WAIT_S)
    then, fate, known = at + timedelta(seconds=round(wait)), rng.random(), list[int]()

    def come_in(living: Living) -> None:
        known.append(living.desk.arrivals.came(living.act(visit.served_by, at)).arrival.id)

    def end(living: Living) -> None:
        arrivals, act = living.desk.arrivals, living.act(visit.served_by, then)
        if fate < _GONE_AGAIN:
            arrivals.drop(act, known[0])
        else:
            arrivals.greet(act, known[0])

    yield Event(at, Doing(come_in))
    if not _GONE_AGAIN <= fate < _GONE_AGAIN + _NOT_NOTED:
        yield Event(then, Doing(end))


def _thank(visit: DemoVisit, words: str, *, told: bool) -> Iterator[Event]:
    """Noted as they left; `told` an hour later, or not yet."""
    at, later, known = visit.at + _WHEN_LEAVING, visit.at + timedelta(hours=1), list[int]()

    def thank(living: Living) -> None:
        staff_id, customer_id = living.staff(visit.served_by), living.customer(visit.person)
        act = living.act(visit.served_by, at)
        known.append(living.desk.staff_thanks.thank(act, staff_id, words, customer_id).thanks.id)

    yield Event(at, Doing(thank))
    if told:
        yield Event(
            later, Doing(lambda living: living.desk.staff_thanks.pass_on(living.act("noy", later), known[0]))
        )


def _plan(shop: DemoShop) -> Iterator[Event]:
    """Noy is there all day but on Sundays; the others share the day, and each has one off."""
    at = datetime.combine(shop.today - timedelta(days=1), time(17, 30))
    for ahead in range(_PLANNED_DAYS):
        day = shop.today + timedelta(days=ahead)
        if open_hours(day) is None:
            continue
        for place, each in enumerate(shop.staff):
            hours = _hours(place, day.weekday())
            if hours is not None:
                yield Event(at, Doing(partial(_set_hours, each.key, at, day, hours)))
                at += timedelta(seconds=2)


def _set_hours(key: str, at: datetime, day: date, hours: Hours, living: Living) -> None:
    living.desk.shifts.set_hours(living.act("noy", at), living.staff(key), day, hours)


def _hours(place: int, weekday: int) -> Hours | None:
    if place == 0:
        return None if weekday == _SUNDAY else ALL_DAY
    if weekday == place:
        return None
    return EARLY if (weekday + place) % 2 else LATE


def _ask(shop: DemoShop) -> Iterator[Event]:
    for key, days, what, answer, words in _ASKED:
        at = datetime.combine(shop.today - timedelta(days=days), time(17, 45))
        yield Event(at, Doing(partial(_ask_and_answer, key, at, what, answer, words)))


def _ask_and_answer(
    key: str, at: datetime, what: str, answer: StaffRequestState | None, words: str, living: Living
) -> None:
    requests, later = living.desk.staff_requests, at + timedelta(seconds=40)
    asked = requests.ask(living.act(key, at), what).request
    if answer is not None:
        requests.answer(living.act("noy", later), asked.id, answer, words)
