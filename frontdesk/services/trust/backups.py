"""Backups of the shop: made while it goes on, listed, and put back. Nothing here is for the UI thread."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from frontdesk.config import Paths
from frontdesk.domain.trust.backups import BackupMade, furthest_first, latest_first
from frontdesk.domain.trust.kept_shops import BroughtBack, KeptShop
from frontdesk.storage.opening import DamagedBackup
from frontdesk.storage.trust import backups, restoring
from frontdesk.storage.trust.kept_shops import kept_shop
from frontdesk.storage.trust.reached import move_on
from frontdesk.storage.trust.restoring import Restored

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Clock = Callable[[], int]

__all__ = ["BackupMade", "BackupService", "Restored", "bring_back", "restore"]


class BackupService:
    """Needs no open store: it copies the file with a connection of its own, from any thread."""

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock

    def make(self, progress: Progress | None = None) -> BackupMade:
        """Make and verify a backup, then delete those whose time has come.

        Before that the ledger's end is noted beside the key: that must not hang on room for a backup.
        Raises an error of storage/opening.py or `BackupFailed`; the backups that there are stay then.
        """
        move_on(self._paths)
        made = backups.make_backup(
            self._paths.store, self._paths.backups, at=self._clock(), progress=progress
        )
        gone = backups.prune(self._paths.backups, made, self._clock())
        log.info("deleted %s backups whose time had come", gone)
        return made

    def before_migration(self, store: Path) -> BackupMade:
        """A backup that outlives its hour, for `migrate`."""
        return backups.make_backup(store, self._paths.backups, at=self._clock(), why="before-migration")

    def list(self) -> tuple[BackupMade, ...]:
        """All backups, the latest first; each says whether it can be read."""
        return latest_first(backups.list_backups(self._paths.backups), self._clock())

    def good(self) -> tuple[BackupMade, ...]:
        """Those that can be read, the one to restore first."""
        return furthest_first(backups.list_backups(self._paths.backups), self._clock())

    def kept_shops(self) -> tuple[KeptShop, ...]:
        """The good backups in which somebody has worked, the one to bring back first."""
        looked_into = (kept_shop(made) for made in self.good())
        return tuple(kept for kept in looked_into if kept is not None)

    def clear_litter(self) -> None:
        """At a start: remove what a backup left behind that was cut short."""
        backups.clear_litter(self._paths.backups)


def restore(paths: Paths, chosen: Path, *, clock: Clock, progress: Progress | None = None) -> Restored:
    """Put a backup in the place of a store that nobody has open; what it replaces becomes a backup.

    Raises `AlreadyOpen` while the window is open, `DamagedBackup`, or an error of storage/opening.py. Nothing
    changed then.
    """
    return restoring.restore(paths, chosen, at=clock(), progress=progress)


def bring_back(
    paths: Paths, candidates: Iterable[BackupMade], *, clock: Clock, progress: Progress | None = None
) -> BroughtBack:
    """Restore the first of the candidates that is whole: only reading all of a file shows whether it is.

    Raises what `restore` does; `DamagedBackup` when none is whole. Nothing changed then.
    """
    for made in candidates:
        try:
            done = restore(paths, made.path, clock=clock, progress=progress)
        except DamagedBackup:
            log.warning("a backup to be brought back is damaged; the next one is tried")
        else:
            return BroughtBack(made, done.replaced)
    raise DamagedBackup("none of those chosen is whole")
