"""What went wrong in the demo shop: nearly all of it put right, as the customers said when they came again.

Drawn from a stream of its own, and lived between everything else, in the order of time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import RecoveryState
from frontdesk.services.care.recoveries import RecoveryService

_EVERY: Final = 160
"""Visits, on the average, in which one complaint came."""
_MOST: Final = 60
_TOLD_AFTER: Final = timedelta(minutes=6)
_PUT_RIGHT_AFTER: Final = timedelta(minutes=11)
_A_STEP: Final = timedelta(seconds=20)
_MANAGER: Final = "noy"

# (what went wrong, where, in their words, whether a stamp was given, how often)
_WHAT: Final = (
    (Situation.WAITED, ContactPoint.QUEUE, "Twenty minutes for two coffees", True, 6),
    (Situation.WRONG_ORDER, ContactPoint.ORDER, "Iced, and it was to be hot", True, 6),
    (Situation.WRONG_ORDER, ContactPoint.PRODUCT, "Cow's milk in place of oat", True, 3),
    (Situation.PRICE, ContactPoint.PAYING, "The sign by the door says less", False, 3),
    (Situation.UNCOMFORTABLE, ContactPoint.PLACE, "The fan blows on the table", False, 3),
    (Situation.NOT_CLEAN, ContactPoint.PLACE, "Lipstick on the cup", True, 2),
    (Situation.LOST, ContactPoint.LEAVING, "Sunglasses, brown, at the window", False, 2),
    (Situation.DAMAGED, ContactPoint.PRODUCT, "The lid came off in the bag", True, 2),
    (Situation.RUDE, ContactPoint.SERVICE, "Was not looked at when ordering", True, 1),
    (Situation.UNWELL, ContactPoint.PRODUCT, "Stomach ache after the sandwich", False, 1),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What somebody said went wrong in a visit; `person` is None for one whom nobody knows."""

    visit: DemoVisit
    person: int | None
    situation: Situation
    point: ContactPoint
    what: str
    gives: bool

    @property
    def at(self) -> datetime:
        return self.visit.at + _TOLD_AFTER


@dataclass(frozen=True, slots=True)
class _Live:
    """A complaint of so many days ago that the demo day begins with, as far as it is."""

    ago: int
    situation: Situation
    point: ContactPoint
    what: str
    resolved: bool
    stranger: bool = False


_LIVE: Final = (
    _Live(1, Situation.WAITED, ContactPoint.QUEUE, "Half an hour for a sandwich", resolved=False),
    _Live(1, Situation.NOT_CLEAN, ContactPoint.PLACE, "Red bag, will call again", False, stranger=True),
    _Live(2, Situation.WRONG_ORDER, ContactPoint.ORDER, "Two sugars, and none was asked for", resolved=True),
    _Live(5, Situation.PRICE, ContactPoint.PAYING, "Charged for the large one", resolved=True),
)


def complaint_events(shop: DemoShop) -> Iterator[Event]:
    """All of it before the demo day, in no order."""
    rng = Random(f"{shop.seed}/complaints")
    again = _next_visits(shop)
    settled = [visit for visit in shop.visits if visit in again]
    for visit in rng.sample(settled, min(len(settled) // _EVERY, _MOST)):
        yield from _put_right(_told(visit, rng), again[visit])
    busy = set[int]()
    for live in _LIVE:
        last = _visit_of(shop, live.ago, busy)
        if last is not None:
            busy.add(last.person)
            person = None if live.stranger else last.person
            told = _Told(last, person, live.situation, live.point, live.what, gives=False)
            yield from _go_on(told, resolved=live.resolved)


def _told(visit: DemoVisit, rng: Random) -> _Told:
    situation, point, what, gives, _ = rng.choices(_WHAT, [often for *_, often in _WHAT])[0]
    return _Told(visit, visit.person, situation, point, what, gives)


def _put_right(told: _Told, again: DemoVisit) -> Iterator[Event]:
    """Put right on the spot, and the customer's word when they came again."""
    known = list[int]()
    yield from _events(told, known, resolved=True)
    yield Event(again.at, Doing(lambda living: _confirm(living, known[0], again)))


def _go_on(told: _Told, *, resolved: bool) -> Iterator[Event]:
    yield from _events(told, list[int](), resolved=resolved)


def _events(told: _Told, known: list[int], *, resolved: bool) -> Iterator[Event]:
    yield Event(told.at, Doing(lambda living: _tell(living, told, known)))
    if resolved:
        done = told.visit.at + _PUT_RIGHT_AFTER
        yield Event(done, Doing(lambda living: _resolve(living, told, known[0], done)))


def _tell(living: Living, told: _Told, known: list[int]) -> None:
    service, by, at = living.desk.recoveries, told.visit.served_by, told.at
    customer_id = living.customer(told.person) if told.person is not None else None
    outcome = service.record(living.act(by, at), told.situation, customer_id)
    known.append(outcome.recovery.id)
    service.tag(living.act(by, at + _A_STEP), known[0], told.point)
    words = ("", told.what) if told.person is None else (told.what, "")
    service.describe(living.act(by, at + 2 * _A_STEP), known[0], *words)
    for call in living.desk.manager_calls.waiting(living.act(by, at).at):
        if call.recovery_id == known[0]:
            living.desk.manager_calls.answer(living.act(_MANAGER, at + 3 * _A_STEP), call.id)


def _resolve(living: Living, told: _Told, recovery_id: int, at: datetime) -> None:
    service: RecoveryService = living.desk.recoveries
    if told.gives:
        service.give(living.act(_MANAGER, at), recovery_id)
    service.tick(living.act(told.visit.served_by, at + _A_STEP), recovery_id, 1, done=True)
    service.move(living.act(told.visit.served_by, at + 2 * _A_STEP), recovery_id, RecoveryState.RESOLVED)


def _confirm(living: Living, recovery_id: int, again: DemoVisit) -> None:
    act = living.act(again.served_by, again.at - _A_STEP)
    living.desk.recoveries.move(act, recovery_id, RecoveryState.CONFIRMED)


def _next_visits(shop: DemoShop) -> dict[DemoVisit, DemoVisit]:
    """Visit → when the same person came on another day, where they did."""
    last, again = dict[int, DemoVisit](), dict[DemoVisit, DemoVisit]()
    for visit in sorted(shop.visits, key=lambda visit: visit.at):
        before = last.get(visit.person)
        if before is not None and _day(before) < _day(visit):
            again[before] = visit
        last[visit.person] = visit
    return again


def _visit_of(shop: DemoShop, ago: int, busy: set[int]) -> DemoVisit | None:
    """The first visit on the last open day that is so long ago."""
    days = sorted({_day(visit) for visit in shop.visits if _day(visit) <= shop.today - timedelta(days=ago)})
    found = (visit for visit in shop.visits if days and _day(visit) == days[-1] and visit.person not in busy)
    return min(found, key=lambda visit: visit.at, default=None)


def _day(visit: DemoVisit) -> date:
    return visit.at.date()
