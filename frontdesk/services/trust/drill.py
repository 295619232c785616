"""A restore drill: a backup is brought back beside the shop, opened as a shop is, looked through and
compared.

The shop itself is never touched: the copy has a folder of its own, which is gone at the end, whatever came of
it. Nothing here is for the UI thread.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Final

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.domain.trust.safety import Counted, Drill, DrillFault
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import StoreError
from frontdesk.storage.migrations import NewerFile, migrate
from frontdesk.storage.opening import DAMAGED_ROW, NoRoom, meaning
from frontdesk.storage.store import Store
from frontdesk.storage.trust import drills
from frontdesk.storage.trust.backups import check_copy, copy_store
from frontdesk.storage.trust.custody import ChainKey, Custody, custody_of, latest_mark, marks_in
from frontdesk.storage.trust.verifying.verify import verify_store

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_PARTS: Final = 100
_COPIED_BY, _OPENED_BY = 40, 50
_SHOWN: Final = 12
_LOOK_EVERY: Final = 0.2
"""Seconds after which one that waits for another looks whether it is still wanted."""


class _Stopped(Exception):
    """Whoever waited for it wants it no more."""


class DrillService:
    """Of an open shop, whose keys the backup's books are checked with."""

    def __init__(self, store: Store, paths: Paths, keeper: Custody, now: Callable[[], int]) -> None:
        self._store, self._paths, self._keeper, self._now = store, paths, keeper, now
        self._one_at_a_time = Lock()

    def latest(self, act: Act) -> tuple[Drill, ...]:
        """The last ones that were done, the latest first. Raises `Refused` ONLY_MANAGER."""
        check_role(self._store, act, Role.MANAGER, "LOOK_AT_SAFETY")
        return drills.latest(self._store.read(), _SHOWN)

    def clear_litter(self) -> None:
        """At a start: remove what a drill left behind that was killed."""
        drills.remove_scratch(self._paths)

    def run(
        self,
        act: Act,
        made: BackupMade,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Drill | None:
        """Try a backup out, and keep what came of it; None when it was cancelled, and nothing is kept.
        One at a time: another one waits, as it does for one that was cancelled and has not come to its end.

        Raises `Refused` ONLY_MANAGER, and what writing the outcome down does.
        """
        check_role(self._store, act, Role.MANAGER, "TRY_BACKUP")

        def tell(done: int, total: int) -> None:
            if cancelled is not None and cancelled():
                raise _Stopped
            if progress is not None:
                progress(done, total)

        try:
            with self._alone(tell):
                found, fault = self._tried(made.path, tell)
        except _Stopped:
            return None
        drill = Drill(made.at, act.at, found, drills.counted(self._store.read()), fault)
        self._store.submit(lambda: self._keep(act, drill), act).result()
        log.info("a backup was tried out: %s", fault or "it is good")
        return drill

    @contextmanager
    def _alone(self, tell: Progress) -> Iterator[None]:
        """In the folder beside the shop there is room for one, and nothing of it is left."""
        while not self._one_at_a_time.acquire(timeout=_LOOK_EVERY):
            tell(0, _PARTS)
        try:
            yield
        finally:
            drills.remove_scratch(self._paths)
            self._one_at_a_time.release()

    def _keep(self, act: Act, drill: Drill) -> None:
        begun = begin(self._store, act, "TRY_BACKUP", needs=Role.MANAGER)
        if begun is not None:
            drills.add(begun.db, self._store.new_id, act, begun.id, drill)

    def _tried(self, backup: Path, tell: Progress) -> tuple[Counted | None, DrillFault | None]:
        tell(0, _PARTS)
        try:
            return self._looked_through(backup, tell)
        except NewerFile:
            return None, DrillFault.NEWER
        except (*DAMAGED_ROW, StoreError, OSError) as error:
            meant = error if isinstance(error, StoreError) else meaning(error)
            if isinstance(meant, NoRoom):
                return None, DrillFault.NO_ROOM
            log.info("the backup that was tried out is not good: %s", type(error).__name__)
            return None, DrillFault.DAMAGED if backup.exists() else DrillFault.GONE

    def _looked_through(self, backup: Path, tell: Progress) -> tuple[Counted | None, DrillFault | None]:
        place = drills.make_scratch(self._paths)
        copy_store(backup, place.store, watch=_part_of(tell, 0, _COPIED_BY))
        check_copy(place.store)
        migrate(place.store)
        counted = self._opened(place)
        tell(_OPENED_BY, _PARTS)
        keys = self._keeper.known(marks_in(place.store)).values()
        report = verify_store(place.store, keys, _part_of(tell, _OPENED_BY, _PARTS))
        return (None, DrillFault.BOOKS) if report.fault_count else (counted, None)

    def _opened(self, place: Paths) -> Counted:
        """Open the copy as a shop is opened, with a key of its own, and ask it who it is."""
        store = Store(place.store, self._store.new_id, lambda: None)
        try:
            ShopService(store, ChainKey(custody_of(place), latest_mark(store.read()))).facts()
            store.submit(lambda: None).result()
            return drills.counted(store.read())
        finally:
            store.close()


def _part_of(tell: Progress, first: int, last: int) -> Progress:
    """A step of the work, from one part in a hundred to another."""
    return lambda done, total: tell(first + (last - first) * done // max(total, 1), _PARTS)
