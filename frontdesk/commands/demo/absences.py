"""Those of the demo shop who slip away: some were called, some said why, one is away until a day.

Who stops coming is drawn with everybody's habits. What is done about it happens in the quiet hour of a day.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from random import Random
from typing import Final

from frontdesk.commands.demo.cafe import next_open_day
from frontdesk.commands.demo.habits import Habit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.days import add_months
from frontdesk.domain.regulars.absences import AwayReason
from frontdesk.domain.regulars.open_days import OpenDays
from frontdesk.domain.regulars.slipping import is_missed, long_silences

_QUIET_HOUR: Final = time(10, 20)
_A_CALL: Final = timedelta(minutes=4)
_BY: Final = "noy"
_QUIET_DAYS: Final = 70
_MISSED_AFTER: Final = timedelta(days=40)
_LONG: Final = timedelta(days=26)
_CALLED_BEFORE: Final = timedelta(days=2)
_MOST: Final = 8

# (why they stay away, in their words)
_SAID: Final = (
    (AwayReason.HOURS, "Works from home now"),
    (AwayReason.ANOTHER_SHOP, "A café opened below the office"),
    (AwayReason.MOVED, "To Pakse"),
    (AwayReason.PRICE, ""),
    (AwayReason.FORGOT, "Will come by"),
    (AwayReason.QUALITY, "The coffee was often cold"),
    (AwayReason.UNKNOWN, ""),
)


def absence_events(shop: DemoShop) -> Iterator[Event]:
    """All of it before the demo day, in no order."""
    rng = Random(f"{shop.seed}/absences")
    came = _days_of(shop)
    quiet, lost = list[int](), list[tuple[int, date]]()
    for person, days in came.items():
        silent = _missed(days, shop.today)
        if silent is not None and silent <= _QUIET_DAYS:
            quiet.append(person)
        elif silent is not None:
            lost.append((person, days[-1]))
    for person, do in zip(quiet, (_away_until, _called_lately), strict=False):
        yield from do(person, shop.today)
    for place, (person, last) in enumerate(rng.sample(lost, min(len(lost), _MOST))):
        yield from _said_why(person, last, _SAID[place % len(_SAID)], shop.today)
    yield from _called_and_back(came, rng)


def _days_of(shop: DemoShop) -> dict[int, list[date]]:
    """On which days whoever may have a rhythm came; the longest-known first."""
    days: dict[int, list[date]] = {
        each.index: [] for each in shop.people if each.habit not in (Habit.TOURIST, Habit.NOW_AND_THEN)
    }
    for visit in shop.visits:
        came = days.get(visit.person)
        if came is not None and visit.at.date() not in came[-1:]:
            came.append(visit.at.date())
    return days


def _missed(days: list[date], today: date) -> int | None:
    """How long somebody has been silent who is missed today."""
    opening = OpenDays(today.toordinal(), today.toordinal())
    told = long_silences([day.toordinal() for day in days], today.toordinal(), opening)
    lasts = next((each for each in told if each.came is None), None)
    missed = lasts is not None and is_missed(lasts, CareRules().false_alarms)
    return lasts.length if lasts is not None and missed else None


def _away_until(person: int, today: date) -> Iterator[Event]:
    at, until = _hour(today - timedelta(days=5)), add_months(today.replace(day=1), 2)
    yield Event(at, Doing(partial(_let_be, person=person, at=at, until=until)))


def _let_be(living: Living, person: int, at: datetime, until: date) -> None:
    act = living.act(_BY, at)
    living.desk.slipping.fine(act, living.customer(person), until, "In Bangkok for work")


def _called_lately(person: int, today: date) -> Iterator[Event]:
    at = _hour(today - timedelta(days=3))
    yield Event(at, Doing(partial(_call, person=person, at=at, note="Broke a leg, comes once well")))
    then = at + _A_CALL
    yield Event(then, Doing(partial(_ask, person=person, at=then, reason=AwayReason.HEALTH, note="")))


def _said_why(person: int, last: date, said: tuple[AwayReason, str], today: date) -> Iterator[Event]:
    at = _hour(last + _MISSED_AFTER)
    if at.date() < today:
        yield Event(at, Doing(partial(_call, person=person, at=at, note="")))
        then = at + _A_CALL
        yield Event(then, Doing(partial(_ask, person=person, at=then, reason=said[0], note=said[1])))


def _called_and_back(came: dict[int, list[date]], rng: Random) -> Iterator[Event]:
    """Some of those who came again after long had been called two days before."""
    back = [
        (person, after)
        for person, days in came.items()
        for before, after in pairwise(days)
        if after - before >= _LONG
    ]
    for person, after in rng.sample(back, len(back) // 2):
        at = _hour(after - _CALLED_BEFORE)
        yield Event(at, Doing(partial(_call, person=person, at=at, note="Will come by")))


def _call(living: Living, person: int, at: datetime, note: str) -> None:
    living.desk.slipping.called(living.act(_BY, at), living.customer(person), note)


def _ask(living: Living, person: int, at: datetime, reason: AwayReason, note: str) -> None:
    living.desk.slipping.asked(living.act(_BY, at), living.customer(person), reason, note)


def _hour(day: date) -> datetime:
    """The quiet hour of that day, or of the next on which the shop is open."""
    return datetime.combine(next_open_day(day), _QUIET_HOUR)
