"""The photo wall: who is likely to walk in now."""

import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Final

from frontdesk.domain.days import DAY, HOUR
from frontdesk.domain.hits import Hit
from frontdesk.domain.wall import Wall
from frontdesk.services.search import SearchService
from frontdesk.services.shop import ShopService
from frontdesk.storage import search, visits
from frontdesk.storage.store import Store

LEARN_FROM_DAYS: Final = 120
MOST_VISITS: Final = 200_000
KEPT: Final = 200
STEP_BACK_MS: Final = 2 * HOUR


class WallService:
    """`refresh` learns and ranks, on a worker thread; `tiles` only reads and may be called at any time."""

    def __init__(self, store: Store, shop: ShopService, finder: SearchService) -> None:
        self._store = store
        self._shop = shop
        self._finder = finder
        self._lock = threading.Lock()
        self._ranking: tuple[int, ...] = ()

    def refresh(self, now: int) -> None:
        """Rank anew for the moment `now` (UTC milliseconds)."""
        zone = self._shop.facts().zone
        wall = Wall(zone)
        seen = visits.since(self._store.read(), now - LEARN_FROM_DAYS * DAY, MOST_VISITS)
        for customer_id, at in reversed(seen):
            wall.observe(customer_id, datetime.fromtimestamp(at / 1000, UTC))
        ranked = wall.rank(datetime.fromtimestamp(now / 1000, UTC), KEPT)
        with self._lock:
            self._ranking = tuple(id_ for id_ in ranked if isinstance(id_, int))

    def tiles(self, now: int, k: int) -> tuple[Hit, ...]:
        """The `k` likeliest customers; who was served within two hours steps back to the end.

        Before the first `refresh`, and in a young shop, the latest customers take the free places.
        """
        programme_id, today = self._programme_and_day(now)
        db = self._store.read()
        with self._lock:
            ranking = self._ranking[: 2 * k + 12]
        hits = self._finder.hits(search.by_ids(db, ranking, programme_id), today)
        if len(hits) < k:
            seen = {hit.customer_id for hit in hits}
            latest = self._finder.hits(search.latest(db, 2 * k, programme_id), today)
            hits += tuple(hit for hit in latest if hit.customer_id not in seen)
        waiting = [hit for hit in hits if not _just_served(hit, now)]
        served = [hit for hit in hits if _just_served(hit, now)]
        return tuple((waiting + served)[:k])

    def again(self, customer_ids: Sequence[int], now: int) -> tuple[Hit, ...]:
        """These customers as they stand now, in this order, whoever else is likely meanwhile."""
        programme_id, today = self._programme_and_day(now)
        return self._finder.hits(search.by_ids(self._store.read(), customer_ids, programme_id), today)

    def _programme_and_day(self, now: int) -> tuple[int, date]:
        facts = self._shop.facts()
        programme_id = facts.main_programme.id if facts.main_programme else 0
        return programme_id, datetime.fromtimestamp(now / 1000, facts.zone).date()


def _just_served(hit: Hit, now: int) -> bool:
    return hit.last_at is not None and 0 <= now - hit.last_at < STEP_BACK_MS
