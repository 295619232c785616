"""The demo shop's year as a list of things that happen, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from frontdesk.bootstrap import FrontDesk
from frontdesk.commands.demo.people import DemoPerson
from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.special_requests import DemoRequest, DemoStep
from frontdesk.commands.demo.tastes import DemoFact
from frontdesk.domain.acts import Act

BEFORE_FIRST_VISIT = timedelta(minutes=2)
BETWEEN_TAPS = timedelta(seconds=4)
_QUIET_HOUR = time(16, 40)


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Somebody becomes a customer; `facts` are what they say at once."""

    person: DemoPerson
    facts: tuple[DemoFact, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """Something is noted about a customer later on."""

    person: DemoPerson
    fact: DemoFact


@dataclass(frozen=True, slots=True)
class RequestStep:
    """A request is asked for (its first step) or moves on. `number` tells the requests apart."""

    number: int
    request: DemoRequest
    step: DemoStep


class Living(Protocol):
    """Whoever lives the year, as what else happens in it sees them."""

    @property
    def desk(self) -> FrontDesk: ...
    def act(self, staff: str, at: datetime) -> Act:
        """An act of one of the staff, by their key, at a local time."""
        ...

    def staff(self, key: str) -> int:
        """One of the staff in the store, by their key."""
        ...

    def customer(self, person: int) -> int:
        """A customer in the store, by the index of the person."""
        ...


@dataclass(frozen=True, slots=True)
class Doing:
    """Anything else that happens: it is done when its time has come."""

    do: Callable[[Living], object]


Happening = Enrolment | Learning | RequestStep | DemoVisit | Doing


@dataclass(frozen=True, slots=True)
class Event:
    """What happens at a local time."""

    at: datetime
    what: Happening


def timeline(shop: DemoShop) -> list[Event]:
    """All events before the demo day, in the order of time; nobody acts before they are enrolled."""
    enrolled = _enrolment_times(shop)
    events = [
        *_people_events(shop, enrolled),
        *(Event(visit.at, visit) for visit in shop.visits),
        *(
            Event(step.at, RequestStep(number, request, step))
            for number, request in enumerate(shop.requests)
            for step in request.steps
        ),
    ]
    events.sort(key=lambda event: event.at)  # stable: equal times stay in the order above
    return events


def _enrolment_times(shop: DemoShop) -> dict[int, datetime]:
    """Two minutes before a person's first visit; on the eve for somebody who has none before the demo day."""
    eve = datetime.combine(shop.today - timedelta(days=1), _QUIET_HOUR)
    times = {person.index: eve for person in shop.people}
    for visit in reversed(shop.visits):
        times[visit.person] = visit.at - BEFORE_FIRST_VISIT
    return times


def _people_events(shop: DemoShop, enrolled: dict[int, datetime]) -> Iterator[Event]:
    for person in shop.people:
        at = enrolled[person.index]
        first = tuple(fact for fact in person.facts if fact.noted <= at.date())
        yield Event(at, Enrolment(person, first))
        for fact in person.facts:
            if fact not in first:
                yield Event(_quiet_moment(fact.noted), Learning(person, fact))


def _quiet_moment(day: date) -> datetime:
    return datetime.combine(day, _QUIET_HOUR)
