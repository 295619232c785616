"""The day-close slip: what the till did today, and the ledger's end for somebody to keep on paper."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.manager_calls import AnsweredCall
from frontdesk.domain.days import MINUTE, day_at, end_of_day
from frontdesk.domain.paper.day_close import DayBook, DayClose, DayLine
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.trust.chain import short_hash
from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import manager_calls
from frontdesk.storage.paper import day_close
from frontdesk.storage.store import Store
from frontdesk.storage.trust.anchors import anchor_of

DAYS_BACK: Final = 14
"""So many days can be seen to have a slip, today among them."""


@dataclass(frozen=True, slots=True)
class DayCloseSaved:
    """The day that was closed."""

    day: date
    changes: Changes


class DayCloseService:
    """Of the till that this window is."""

    def __init__(self, store: Store, shop: ShopService, till_id: int) -> None:
        self._store, self._shop, self._till_id = store, shop, till_id

    def slip(self, now: int) -> DayClose:
        """What the slip of today says. It writes nothing, and may be asked for as often as one likes."""
        return self._of(day_at(now, self._shop.facts().zone), now)

    def of_day(self, act: Act, day: date) -> DayClose:
        """The same of any day up to today, as its acts stand now.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED.
        """
        check_role(self._store, act, Role.MANAGER, "READ_DAY")
        return self._of(day, act.at)

    def book(self, act: Act) -> DayBook:
        """Which of the latest days were closed. Raises as `of_day` does."""
        check_role(self._store, act, Role.MANAGER, "READ_DAY")
        db, zone = self._store.read(), self._shop.facts().zone
        today = day_at(act.at, zone)
        days = [today - timedelta(days=back) for back in range(DAYS_BACK)]
        closed = day_close.closed(db, self._till_id, days)
        lines = (
            DayLine(day, day_close.is_busy(db, self._till_id, *_span(day, zone)), closed.get(day))
            for day in days
        )
        return DayBook(tuple(lines), day_close.ever_closed(db, self._till_id))

    def close(self, act: Act, day: date) -> DayCloseSaved:
        """The slip of a day came out. Whoever prints it closes the day, once more where it was closed."""
        db = self._store.write()
        begun = begin(self._store, act, "CLOSE_DAY")
        if begun is not None:
            day_close.close(db, self._store.new_id, act, begun.id, day)
        return DayCloseSaved(day, Changes(today=True))

    def _of(self, day: date, now: int) -> DayClose:
        facts = self._shop.facts()
        begin_, end = _span(day, facts.zone)
        db, asked_on = self._store.read(), day_at(now, facts.zone)
        ledger = anchor_of(db)
        anchor = PaperAnchor(ledger.entries, short_hash(ledger.last_hash)) if ledger.entries else None
        staff = day_close.staff_between(db, self._till_id, begin_, end)
        return DayClose(
            ShopSigns(facts.settings.name, facts.settings.contacts),
            day_close.till_name(db, self._till_id),
            day,
            _clock(now, facts.zone),
            facts.settings.language,
            day_close.sums_between(db, self._till_id, begin_, end, staff),
            anchor,
            staff,
            tuple(
                AnsweredCall(_clock(at, facts.zone), by, ((answered or at) - at) // MINUTE)
                for at, answered, by in manager_calls.answers(db, self._till_id, begin_, end)
            ),
            asked_on if asked_on != day else None,
        )


def _span(day: date, zone: ZoneInfo) -> tuple[int, int]:
    """From its beginning on, and before its end."""
    return end_of_day(day - timedelta(days=1), zone), end_of_day(day, zone)


def _clock(at: int, zone: ZoneInfo) -> str:
    return f"{datetime.fromtimestamp(at / 1000, zone):%H:%M}"
