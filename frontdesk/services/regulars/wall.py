"""The photo wall: who is likely to walk in now, and why."""

import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from frontdesk.domain.days import day_at
from frontdesk.domain.finding.hits import Hit
from frontdesk.services.finding.search import SearchService
from frontdesk.services.gesture import root_of
from frontdesk.services.regulars.wall_lesson import Lesson, moment
from frontdesk.services.shop import ShopService
from frontdesk.storage.finding import search
from frontdesk.storage.regulars import habits
from frontdesk.storage.store import Store

if TYPE_CHECKING:
    from frontdesk.domain.regulars.wall.rhythms import Rhythm

PORTION: Final = 5_000
"""So many steps of a half-hour are made ready before the window may ask in between: half a millisecond."""
SPARE: Final = 12
"""Some of the likeliest are on no list any more."""
TOLD_OF: Final = 40
"""From so many of the latest visits one says when somebody comes."""


class WallService:
    """`refresh` learns from the store, on a worker thread; everything else may be called at any time.

    What happened since is taken in whenever the wall is asked. Until it has learnt, it knows nobody.
    """

    def __init__(self, store: Store, shop: ShopService, finder: SearchService) -> None:
        self._store = store
        self._shop = shop
        self._finder = finder
        self._lock = threading.Lock()
        self._lesson: Lesson | None = None
        finder.chances = self.chances

    def refresh(self, now: int) -> None:
        """Learn what there is, once; later only make ready the present half-hour and the next."""
        db, zone = self._store.read(), self._shop.facts().zone
        lesson = self._lesson
        if lesson is None or lesson.zone != zone:
            lesson = Lesson(zone, now)
            for _ in lesson.learn(db):
                time.sleep(0)  # the window goes first
            lesson.follow(db)
        ready = False
        while not ready:
            with self._lock:
                ready = lesson.wall.prepare(moment(now), PORTION)
            time.sleep(0)
        with self._lock:
            self._lesson = lesson

    def tiles(self, now: int, k: int) -> tuple[Hit, ...]:
        """The `k` likeliest customers, the likeliest first.

        Before the first `refresh`, and in a young shop, the latest customers take the free places.
        """
        programme_id = self._programme_id()
        today = day_at(now, self._shop.facts().zone)
        db = self._store.read()
        hits = self._finder.hits(search.by_ids(db, self._rank(now, k + SPARE), programme_id), today)
        if len(hits) < k:
            seen = {hit.customer_id for hit in hits}
            latest = self._finder.hits(search.latest(db, 2 * k, programme_id), today)
            hits += tuple(hit for hit in latest if hit.customer_id not in seen)
        return hits[:k]

    def again(self, customer_ids: Sequence[int], now: int) -> tuple[Hit, ...]:
        """These customers as they stand now, in this order, whoever else is likely meanwhile."""
        today = day_at(now, self._shop.facts().zone)
        rows = search.by_ids(self._store.read(), customer_ids, self._programme_id())
        return self._finder.hits(rows, today)

    def chances(self, customer_ids: Sequence[int], now: int) -> Mapping[int, float]:
        """How likely each is to walk in now, on a scale of its own; empty until there is something to say."""
        with self._lock:
            if self._lesson is None:
                return {}
            self._lesson.follow(self._store.read())
            found = self._lesson.wall.chances(customer_ids, moment(now))
        return {id_: found[id_] for id_ in customer_ids}

    def why(self, customer_id: int, now: int) -> "Rhythm | None":
        """When somebody comes, as far as it bears on now; None before their first visit.

        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        from frontdesk.domain.regulars.wall.rhythms import rhythm_of  # the first frame tells of nobody

        db, zone = self._store.read(), self._shop.facts().zone
        visits = habits.begun(db, root_of(db, customer_id), TOLD_OF)
        return rhythm_of([_local(at, zone) for at in visits], _local(now, zone))

    def _rank(self, now: int, k: int) -> Iterable[int]:
        with self._lock:
            if self._lesson is None:
                return ()
            self._lesson.follow(self._store.read())
            return [id_ for id_ in self._lesson.wall.rank(moment(now), k) if isinstance(id_, int)]

    def _programme_id(self) -> int:
        programme = self._shop.facts().main_programme
        return programme.id if programme else 0


def _local(at: int, zone: ZoneInfo) -> datetime:
    return datetime.fromtimestamp(at / 1000, zone)
