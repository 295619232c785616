"""The limits of what may be given at the counter: set by the manager, asked at every stamp.

What is used up is counted from the beginning of the day (or week) on, and without an end: what lies in the
future was given under a clock that was ahead, or the clock was set back since. So setting it back brings no
second budget. A budget that was spent under a wrong clock comes back when that is undone; until then the
manager gives.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.days import HOUR, WEEK
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.stamping import GoodwillReason
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import Begun, begin
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import limits
from frontdesk.storage.paper import power_sheets
from frontdesk.storage.store import Store
from frontdesk.storage.trust import acts_about


@dataclass(frozen=True, slots=True)
class LimitsSaved:
    """The limits as they now stand; `before` undoes the change."""

    limits: Limits
    before: Limits
    changes: Changes


class LimitService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> Limits:
        return limits.limits(self._store.read())

    def save(self, act: Act, chosen: Limits) -> LimitsSaved:
        """Set the limits. Raises `Refused` ONLY_MANAGER."""
        db = self._store.write()
        before = limits.limits(db)
        begun = begin(self._store, act, "SAVE_LIMITS", needs=Role.MANAGER)
        if begun is not None:
            limits.save(db, chosen, act.at)
            acts_about.note_change(db, begun.id, asdict(before), asdict(chosen))
        return LimitsSaved(limits.limits(db), before, Changes(shop=True))


def check_at_once(most: int, *counts: int, least: int = 1) -> None:
    """Is each of these what one act may be about? Raises `Refused` TOO_MANY_AT_ONCE."""
    if not all(least <= count <= most for count in counts):
        raise Refused(RefusalCode.TOO_MANY_AT_ONCE, most=most)


def check_stamps(begun: Begun, act: Act, root_id: int, stamps: int, zone: ZoneInfo) -> None:
    """May whoever acts give so many stamps for buying now? Raises `Refused` CARD_LIMIT, STAFF_LIMIT."""
    if begun.role is not Role.CASHIER:
        return
    db = begun.db
    standing = limits.limits(db)
    if standing.card_stamps:
        had = limits.on_cards(db, root_id, act.at - standing.card_hours * HOUR)
        _check_card(begun, standing, had, stamps)
    if standing.staff_stamps:
        given = limits.by_staff(db, act.staff_id, day_of(act.at, zone)[0])
        _check_staff(begun, standing, given, stamps)


def check_then(begun: Begun, act: Act, root_id: int, stamps: int, zone: ZoneInfo, then: int) -> None:
    """The same for what was bought at an earlier moment, as if it had been written `then`: the hours of a
    card reach back from that moment and on from it, and the day is that day.
    """
    if begun.role is not Role.CASHIER:
        return
    db = begun.db
    standing = limits.limits(db)
    if standing.card_stamps:
        span = standing.card_hours * HOUR
        had = limits.earned_on_cards(db, root_id, then - span, then + span)
        _check_card(begun, standing, had, stamps)
    if standing.staff_stamps:
        begin_at, end_at = day_of(then, zone)
        given = limits.earned_by_staff(db, act.staff_id, begin_at, end_at)
        given += power_sheets.earned_by(db, act.staff_id, begin_at, end_at)
        _check_staff(begun, standing, given, stamps)


def check_adopted(begun: Begun, act: Act, root_id: int, stamps: int, zone: ZoneInfo) -> None:
    """May whoever acts take over so many stamps of a paper card? They count towards the same limits as stamps
    for buying, and have one of their own. Raises `Refused` CARD_LIMIT, STAFF_LIMIT, PAPER_LIMIT.
    """
    if begun.role is not Role.CASHIER:
        return
    db = begun.db
    check_stamps(begun, act, root_id, stamps, zone)
    most = limits.limits(db).paper_stamps
    adopted = limits.adopted_by(db, act.staff_id, day_of(act.at, zone)[0])
    if most and adopted + stamps > most:
        raise Refused(RefusalCode.PAPER_LIMIT, begun.remedy, most=most, left=max(most - adopted, 0))


def check_goodwill(begun: Begun, act: Act, reason: str, stamps: int, zone: ZoneInfo) -> None:
    """May whoever acts give so many stamps of goodwill? Raises `Refused` GOODWILL_SPENT, SURPRISES_SPENT."""
    db = begun.db
    standing = limits.limits(db)
    if reason == GoodwillReason.SURPRISE:
        left = surprises_left(db, act.at)
        if stamps > left:
            raise Refused(
                RefusalCode.SURPRISES_SPENT, Remedy.CALL_MANAGER, most=standing.surprises, left=max(left, 0)
            )
    elif begun.role is Role.CASHIER:
        left = goodwill_left(db, act.staff_id, act.at, zone)
        if stamps > left:
            raise Refused(RefusalCode.GOODWILL_SPENT, begun.remedy, most=standing.goodwill, left=max(left, 0))


def goodwill_left(db: Db, staff_id: int, at: int, zone: ZoneInfo) -> int:
    """Stamps of goodwill that a cashier may still give this day; below zero where it is overdrawn."""
    return limits.limits(db).goodwill - limits.goodwill_by(db, staff_id, day_of(at, zone)[0])


def surprises_left(db: Db, at: int) -> int:
    """Surprises that the shop may still give within these seven days; below zero where it is overdrawn."""
    return limits.limits(db).surprises - limits.surprises(db, at - WEEK + 1)


def _check_card(begun: Begun, standing: Limits, had: int, stamps: int) -> None:
    if had + stamps > standing.card_stamps:
        raise Refused(
            RefusalCode.CARD_LIMIT,
            begun.remedy,
            most=standing.card_stamps,
            hours=standing.card_hours,
            left=max(standing.card_stamps - had, 0),
        )


def _check_staff(begun: Begun, standing: Limits, given: int, stamps: int) -> None:
    if given + stamps > standing.staff_stamps:
        raise Refused(RefusalCode.STAFF_LIMIT, begun.remedy, most=standing.staff_stamps)


def day_of(at: int, zone: ZoneInfo) -> tuple[int, int]:
    """When the shop's own day that `at` falls in begins and ends, in UTC milliseconds."""
    midnight = datetime.fromtimestamp(at / 1000, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return tuple(int((midnight + timedelta(days=days)).timestamp() * 1000) for days in (0, 1))  # type: ignore[return-value]
