"""Who is to work when, who is here today, and the greeting of whoever takes the till over."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role, StaffMember
from frontdesk.domain.days import DAY, day_at, start_of_day
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.team.shifts import AtWork, Hours, PlannedShift, ShiftGreeting, on_duty
from frontdesk.services.gesture import begin, number_of
from frontdesk.services.shop import ShopService
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import shifts, staff_requests, staff_thanks, staffing

FIRST_TELLS_OF: Final = 14 * DAY
"""Whoever was never greeted before is told what came since so long ago."""


@dataclass(frozen=True, slots=True)
class HoursSaved:
    """When somebody is to work on a day now (None: not at all), and `before`, which undoes it."""

    member: StaffMember
    day: date
    hours: Hours | None
    before: Hours | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class HereSaved:
    """Somebody is here now, or no longer. The opposite undoes it."""

    member: StaffMember
    here: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class ShiftGreeted:
    """What to say to whoever took the till over; None where they were greeted today."""

    greeting: ShiftGreeting | None
    changes: Changes


class ShiftService:
    """The plan is the manager's; that somebody came or went may be said by whoever is at the till."""

    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def plan(self, first: date, days: int = 7) -> tuple[PlannedShift, ...]:
        """Who is to work on which of so many days."""
        return shifts.plan(self._store.read(), first, first + timedelta(days=days - 1))

    def set_hours(self, act: Act, staff_id: int, day: date, hours: Hours | None) -> HoursSaved:
        """Plan somebody's day; None takes them out of it. Raises `Refused` ONLY_MANAGER, UNKNOWN_STAFF."""
        db = self._store.write()
        member = _member(db, staff_id)
        begun = begin(self._store, act, "PLAN_SHIFT", needs=Role.MANAGER)
        if begun is not None:
            shifts.add(db, self._store.new_id, act, begun.id, staff_id, day, hours)
        now = shifts.hours_on(db, staff_id, day)
        before = shifts.hours_on(db, staff_id, day, before=number_of(db, act))
        return HoursSaved(member, day, now, before, Changes(team=True))

    def say_here(self, act: Act, staff_id: int, here: bool) -> HereSaved:
        """Somebody came to work, or went home. Raises `Refused` UNKNOWN_STAFF."""
        db = self._store.write()
        member = _member(db, staff_id)
        begun = begin(self._store, act, "SAY_HERE")
        if begun is not None:
            shifts.say_here(db, self._store.new_id, act, begun.id, staff_id, here)
        return HereSaved(member, here, Changes(team=True))

    def today(self, here: int, now: int) -> tuple[AtWork, ...]:
        """All who work here, in the order they came: whether they are here, and whether they are to be."""
        db = self._store.read()
        day = day_at(now, self._shop.facts().zone)
        planned = {each.staff_id: each.hours for each in shifts.plan(db, day, day)}
        since = start_of_day(now, self._shop.facts().zone)
        on = on_duty(here, staffing.acted_lately(db, since, now), shifts.said_here(db, since, now))
        return tuple(AtWork(each, each.id in on, planned.get(each.id)) for each in shop.staff(db))

    def greet(self, act: Act) -> ShiftGreeted:
        """Whoever acts took the till over: tell them, once a day, what came since they were told before."""
        db = self._store.write()
        day = day_at(act.at, self._shop.facts().zone)
        if shifts.was_greeted(db, act.staff_id, day):
            return ShiftGreeted(None, Changes())
        before = shifts.greeted_at(db, act.staff_id)
        begun = begin(self._store, act, "BEGIN_SHIFT")
        if begun is None:
            return ShiftGreeted(None, Changes())
        shifts.greet(db, self._store.new_id, act, begun.id, day)
        member = _member(db, act.staff_id)
        # A clock that was ahead when they were greeted keeps no thanks from them.
        since = min(before, act.at) if before is not None else act.at - FIRST_TELLS_OF
        greeting = ShiftGreeting(
            member,
            staff_thanks.count_for(db, member.id, since),
            staff_requests.answers_since(db, member.id, since),
            sum(each.asker_id != member.id for each in staff_requests.open_ones(db))
            if member.role is not Role.CASHIER
            else 0,
        )
        return ShiftGreeted(greeting, Changes(team=True))


def _member(db: Db, staff_id: int) -> StaffMember:
    """Somebody who works here. Raises `Refused` UNKNOWN_STAFF."""
    found = next((each for each in shop.staff(db) if each.id == staff_id), None)
    if found is None:
        raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
    return found
