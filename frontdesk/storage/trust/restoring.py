"""Puts a backup in the store's place, and loses nothing: what it replaces becomes a backup itself.

An old WAL must never lie beside a new file: SQLite would replay it into the restored store, and no check
would notice. So SQLite itself ends the old WAL, which it does only when nobody else has the store open, and
nobody may open it until the new file is in place.
"""

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from frontdesk.config import Paths
from frontdesk.domain.trust.backups import backup_name
from frontdesk.storage.database import StoreError
from frontdesk.storage.durable import assert_room, put_in_place, sync_file, sync_folder
from frontdesk.storage.lock import StoreLock, no_restore_meanwhile
from frontdesk.storage.migrations import migrate, refuse_newer
from frontdesk.storage.opening import (
    CannotOpen,
    DamagedBackup,
    DamagedStore,
    HeldByAnother,
    NotAStore,
    file_version,
    meaning,
    opened,
)
from frontdesk.storage.privacy import erased_list
from frontdesk.storage.trust import epochs
from frontdesk.storage.trust.anchors import Anchor, Heads
from frontdesk.storage.trust.backups import (
    DAMAGED,
    Progress,
    check_copy,
    copy_store,
    ends_in_backups,
    make_backup,
)
from frontdesk.storage.trust.custody import Custody, custody_of, latest_mark_in
from frontdesk.storage.trust.epochs import Epoch, epochs_of

log = logging.getLogger(__name__)

WHY: Final = "before-restore"
PATIENCE_SECONDS: Final = 5.0
_ASIDE: Final = "-aside"
_STEPS: Final = 4


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands in the store's place now, and where that which it replaced is kept (None: nothing was)."""

    anchor: Anchor
    schema_before: int
    replaced: Path | None


def restore(
    paths: Paths, chosen: Path, *, at: int, progress: Progress | None = None, keeper: Custody | None = None
) -> Restored:
    """Put the backup `chosen` in the store's place. Until the last step, the store is as it was.

    Raises `AlreadyOpen` while a window has the store, `HeldByAnother` while a command reads it,
    `NewerFile`, `NotAStore` or `DamagedBackup` for what was chosen, `NoRoom` or `CannotOpen`.
    """
    say = progress or _silent
    say(0, _STEPS)
    try:
        paths.create()
        with StoreLock(paths.lock), _unfinished(paths.store) as part:
            version = _check(chosen)
            say(1, _STEPS)
            _set_wal_aside(paths.store, part)
            copy_store(chosen, part)
            anchor = _prepare(paths, part, at, keeper or custody_of(paths))
            sync_file(part)  # it takes its time, which the steps from here on must not
            say(2, _STEPS)
            with no_restore_meanwhile(paths.lock, PATIENCE_SECONDS):
                erased_list.take_over(paths, chosen.parent)
                replaced = _keep_what_is_there(paths, part, at)
                say(3, _STEPS)
                _end_wal(paths.store)
                put_in_place(part, paths.store)
    except OSError as error:
        raise meaning(error) from error
    say(_STEPS, _STEPS)
    log.warning("restored a backup of schema %s with %s entries", version, anchor.entries)
    return Restored(anchor, version, replaced)


def _check(chosen: Path) -> int:
    """The schema of a file that can be restored."""
    try:
        version = refuse_newer(file_version(chosen))
        if version == 0:
            raise NotAStore("an empty file")
        check_copy(chosen)
    except (DamagedStore, CannotOpen) as error:
        raise DamagedBackup(str(error)) from error
    return version


def _prepare(paths: Paths, part: Path, at: int, keeper: Custody) -> Anchor:
    """Bring the copy to the present schema and declare in each chain that it goes on from a backup."""
    migrate(part)
    key = keeper.current((*latest_mark_in(paths.store), *latest_mark_in(part)))
    with opened(part, read_only=False) as db:
        db.run("BEGIN IMMEDIATE")
        epochs.adopt_epochs(db, lambda: key)
        began = _after_all_that_is_known(paths, epochs_of(db), at)
        for (till_id,) in list(db.run("SELECT id FROM till WHERE is_local = 1")):
            epochs.begin_epoch(db, till_id, key, epochs.RESTORED, began)
        db.run("COMMIT")
    _end_wal(part)
    return check_copy(part)


def _after_all_that_is_known(paths: Paths, chosen: Iterable[Epoch], at: int) -> int:
    """The time `at`, or just after the latest epoch that the shop's files know, whatever the clock says.

    By it the verification tells which of two restores was the later one.
    """
    known = [epoch.at for epoch in chosen]
    ends = (one for one in ends_in_backups(paths.backups) if isinstance(one, Heads))
    known += [epoch.at for one in ends for epoch in one.epochs]
    with suppress(StoreError), opened(paths.store) as db:
        known += [epoch.at for epoch in epochs_of(db)]
    return max([at - 1, *known]) + 1


def _keep_what_is_there(paths: Paths, part: Path, at: int) -> Path | None:
    """Make a backup of the store that will be replaced; of a damaged one, keep the bare file."""
    if not paths.store.exists():
        return None
    try:
        return make_backup(paths.store, paths.backups, at=at, why=WHY).path
    except (DamagedStore, NotAStore, CannotOpen):
        return _keep_damaged(paths, part, at)


def _set_wal_aside(store: Path, part: Path) -> None:
    """Copy the store's WAL before SQLite looks at it: of a damaged store, the look alone may remove it."""
    wal = _beside(store, "-wal")
    if wal.exists():
        assert_room(part.parent, wal.stat().st_size)
        aside = _beside(part, _ASIDE)
        aside.touch(mode=0o600)
        shutil.copyfile(wal, aside)


def _keep_damaged(paths: Paths, part: Path, at: int) -> Path:
    """Copy a store that cannot be read, byte for byte, and the latest acts, which may lie in its WAL.

    Somebody may still get something out of it; they are named so that SQLite takes them together.
    """
    kept = paths.backups / (backup_name(at, WHY) + DAMAGED)
    files = [(paths.store, kept), (_beside(part, _ASIDE), _beside(kept, "-wal"))]
    files = [(file, copy) for file, copy in files if file.exists()]
    assert_room(kept.parent, sum(file.stat().st_size for file, _ in files))
    for file, copy in files:
        copy.touch(mode=0o600)
        shutil.copyfile(file, copy)
        sync_file(copy)
    sync_folder(kept.parent)
    return kept


def _end_wal(store: Path) -> None:
    """Have SQLite write the WAL back and remove it. Raises `HeldByAnother` while somebody has it open."""
    try:
        if store.exists():
            with opened(store, read_only=False, busy_seconds=PATIENCE_SECONDS) as db:
                left = db.value("PRAGMA journal_mode = delete")
            if left != "delete":
                raise HeldByAnother("the WAL is in use")
    except (DamagedStore, NotAStore, CannotOpen):
        log.warning("the store that is replaced cannot be read; its WAL is removed with it")
    for ending in ("-wal", "-shm"):
        _beside(store, ending).unlink(missing_ok=True)


@contextmanager
def _unfinished(store: Path) -> Iterator[Path]:
    """A place beside the store for the copy to be made ready; emptied before and after."""
    part = _beside(store, ".part")
    _clear(part)
    try:
        yield part
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal", _ASIDE):
        _beside(part, ending).unlink(missing_ok=True)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""
