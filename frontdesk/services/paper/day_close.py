"""The day-close slip: what the till did today, and the ledger's end for somebody to keep on paper."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.care.manager_calls import AnsweredCall
from frontdesk.domain.days import MINUTE, day_at, end_of_day
from frontdesk.domain.paper.day_close import DayClose
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.trust.chain import short_hash
from frontdesk.domain.trust.paper_anchor import PaperAnchor
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import manager_calls
from frontdesk.storage.paper.day_close import staff_between, sums_between, till_name
from frontdesk.storage.store import Store
from frontdesk.storage.trust.anchors import anchor_of


class DayCloseService:
    """Of the till that this window is."""

    def __init__(self, store: Store, shop: ShopService, till_id: int) -> None:
        self._store, self._shop, self._till_id = store, shop, till_id

    def slip(self, now: int) -> DayClose:
        """What the slip of today says. It writes nothing, and may be asked for as often as one likes."""
        facts = self._shop.facts()
        day = day_at(now, facts.zone)
        begin, end = (end_of_day(one, facts.zone) for one in (day - timedelta(days=1), day))
        db = self._store.read()
        ledger = anchor_of(db)
        anchor = PaperAnchor(ledger.entries, short_hash(ledger.last_hash)) if ledger.entries else None
        staff = staff_between(db, self._till_id, begin, end)
        return DayClose(
            ShopSigns(facts.settings.name, facts.settings.contacts),
            till_name(db, self._till_id),
            day,
            _clock(now, facts.zone),
            facts.settings.language,
            sums_between(db, self._till_id, begin, end, staff),
            anchor,
            staff,
            tuple(
                AnsweredCall(_clock(at, facts.zone), by, ((answered or at) - at) // MINUTE)
                for at, answered, by in manager_calls.answers(db, self._till_id, begin, end)
            ),
        )


def _clock(at: int, zone: ZoneInfo) -> str:
    return f"{datetime.fromtimestamp(at / 1000, zone):%H:%M}"
