"""Online backups: whole, verified files beside the shop's folder, made while the shop goes on.

A backup is copied by SQLite's own backup (copying the file would miss what is in its WAL),
under a name that says it is not finished; only when it has been read back does it get its own.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

import apsw

from frontdesk.domain.trust.backups import BackupMade, BackupName, backup_name, read_name, to_delete
from frontdesk.domain.trust.chain import short_hash
from frontdesk.storage.database import StoreError
from frontdesk.storage.durable import assert_room, put_in_place, sync_folder
from frontdesk.storage.lock import FileLock, Held
from frontdesk.storage.migrations import refuse_newer
from frontdesk.storage.opening import (
    DAMAGED_ROW,
    BackupFailed,
    DamagedStore,
    HeldByAnother,
    meaning,
    opened,
    schema_version,
)
from frontdesk.storage.trust.anchors import Anchor, Heads, Unreadable, anchor_of, heads_of

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]

PATIENCE_SECONDS: Final = 120.0
DAMAGED: Final = ".damaged"
"""Follows the name of a store that was kept as it lay because it could not be read."""

_LOCK: Final = ".backup.lock"
_PART: Final = ".part"
_OWNER_ONLY: Final = 0o600
_STEPS: Final = 3
_PIECE: Final = 1000
"""Pages of a copy that somebody watches: a few milliseconds of work."""


def make_backup(
    store: Path, folder: Path, *, at: int, why: str = "", progress: Progress | None = None
) -> BackupMade:
    """Copy the store at `store` into `folder`, verify the copy and give it.

    Raises `NoRoom`, `DamagedStore` (the store itself is), `BackupFailed`, `HeldByAnother`, `CannotOpen`.
    """
    say = progress or _silent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with only_one(folder):
            clear_parts(folder)
            path = _free_name(folder, at, why)
            part = path.with_name(path.name + _PART)
            say(0, _STEPS)
            with _thrown_away_on_failure(part):
                anchor = copy_store(store, part)
                say(1, _STEPS)
                check_copy(part, anchor)
                say(2, _STEPS)
                put_in_place(part, path)
    except OSError as error:
        raise meaning(error) from error
    say(_STEPS, _STEPS)
    log.info("backup made: %s entries", anchor.entries)
    return _made(path, at // 1000 * 1000, why, anchor)


def adopt(part: Path, folder: Path, *, at: int, why: str) -> BackupMade:
    """Make the finished store `part`, which lies on the same disk, a backup in `folder`, and give it; while
    `only_one` is held.

    Raises as `make_backup` does; `part` is where it was then.
    """
    try:
        anchor = check_copy(part)
        path = _free_name(folder, at, why)
        put_in_place(part, path)
    except OSError as error:
        raise meaning(error) from error
    return _made(path, at // 1000 * 1000, why, anchor)


def copy_store(source: Path, target: Path, *, watch: Progress | None = None) -> Anchor:
    """Copy a store, live or not, into the new file `target`: one file, without a WAL beside it.

    Gives the end of the ledger as the copy must have it. `watch` hears of each piece (pages done, of all) and
    may raise to end it.
    """
    assert_room(target.parent, source.stat().st_size)
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ONLY))
    with opened(source, busy_seconds=PATIENCE_SECONDS) as db:
        schema_version(db)
        db.run("BEGIN")  # the count and the copy are of one moment, and no writer makes it begin again
        anchor = anchor_of(db)
        copy = apsw.Connection(str(target))
        try:
            with copy.backup("main", db.connection(), "main") as work:
                while not work.done:
                    work.step(-1 if watch is None else _PIECE)
                    if watch is not None:
                        watch(work.page_count - work.remaining, work.page_count)
            copy.execute("PRAGMA journal_mode = delete").fetchall()
        finally:
            copy.close()
    return anchor


def check_copy(path: Path, expected: Anchor | None = None) -> Anchor:
    """Read a whole copy and give its ledger's end.

    Raises `DamagedStore`, or `BackupFailed` when the ledger does not end as `expected`.
    """
    with opened(path) as db:
        schema_version(db)
        if db.value("PRAGMA quick_check(1)") != "ok":
            raise DamagedStore("quick_check")
        anchor = anchor_of(db)
    if expected is not None and anchor != expected:
        raise BackupFailed(f"{anchor.entries} entries instead of {expected.entries}")
    return anchor


def list_backups(folder: Path) -> tuple[BackupMade, ...]:
    """All backups in `folder`, the latest first. Each is opened, so this is nothing for the UI thread."""
    return tuple(sorted(_found(folder), key=lambda made: (made.at, made.path.name), reverse=True))


def ends_in_backups(folder: Path) -> Iterator[Heads | Unreadable]:
    """Where the ledger ended in each backup, the latest first, for `verify_store`."""
    names = [name for file in _files(folder) if (name := read_name(file.name)) is not None]
    for name in sorted(names, key=lambda one: (one.at, one.name), reverse=True):
        try:
            yield _read(folder / name.name)[1]
        except StoreError:
            if (folder / name.name).exists():  # its time has not just come
                yield Unreadable(name.name)


def prune(folder: Path, newest_good: BackupMade, now: int) -> int:
    """Delete this shop's backups whose time has come, never `newest_good`; give how many.

    Damaged stores that a restore kept leave with age alone.
    Another shop's are left alone, however old: a new shop may have been opened where the old one was lost.
    """
    strangers = {one.path.name for one in _found(folder) if one.good and one.shop != newest_good.shop}
    names = [
        name
        for file in folder.iterdir()
        if file.name not in strangers and (name := read_name(file.name)) is not None
    ]
    mine = read_name(newest_good.path.name)
    assert mine is not None
    gone = to_delete(names, mine, now)
    # Each by itself: they are of no use to count by, and must not push out what can be restored.
    ordinary = [name for name in names if not name.why]
    gone += [name for name in _kept_damaged(folder) if name in to_delete([*ordinary, name], mine, now)]
    for name in gone:
        (folder / name.name).unlink(missing_ok=True)
    sync_folder(folder)
    return len(gone)


def _kept_damaged(folder: Path) -> list[BackupName]:
    """The damaged stores in `folder` and their WALs, each with the time in its name."""
    files = [file.name for file in folder.glob(f"*{DAMAGED}*")]
    found = [(file, read_name(file.removesuffix("-wal").removesuffix(DAMAGED))) for file in files]
    return [replace(name, name=file) for file, name in found if name is not None]


def clear_litter(folder: Path) -> None:
    """At a start: remove what a backup left behind that was cut short, unless one is under way now."""
    if not folder.is_dir():
        return
    with suppress(Held), FileLock(folder / _LOCK):
        clear_parts(folder)


def clear_parts(folder: Path) -> None:
    """Remove unfinished copies; only while nobody else writes one there."""
    for part in folder.glob(f"frontdesk-*{_PART}*"):
        part.unlink(missing_ok=True)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the folder, so that whatever is unfinished in it is litter and every free name stays free.
    Raises `HeldByAnother`.
    """
    try:
        with FileLock(folder / _LOCK, PATIENCE_SECONDS):
            yield
    except Held as error:
        raise HeldByAnother("another backup") from error


@contextmanager
def _thrown_away_on_failure(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for leftover in part.parent.glob(f"{part.name}*"):
            with suppress(OSError):
                leftover.unlink()
        raise


def _free_name(folder: Path, at: int, why: str) -> Path:
    paths = (folder / backup_name(at, why, turn) for turn in count(1))
    return next(path for path in paths if not path.exists())


def _found(folder: Path) -> Iterator[BackupMade]:
    for file in _files(folder):
        name = read_name(file.name)
        if name is None:
            continue
        try:
            yield _made(file, name.at, name.why, _read(file)[0])
        except StoreError:
            with suppress(FileNotFoundError):  # its time has just come
                yield BackupMade(file, name.at, file.stat().st_size, 0, "", name.why, good=False)


def _files(folder: Path) -> Iterator[Path]:
    return folder.iterdir() if folder.is_dir() else iter(())


def _read(backup: Path) -> tuple[Anchor, Heads]:
    """What a backup knows of the ledger. Raises a `StoreError` for one that cannot be restored here."""
    try:
        with opened(backup) as db:
            refuse_newer(schema_version(db))
            return anchor_of(db), heads_of(db, backup.name)
    except DAMAGED_ROW as error:
        raise DamagedStore(type(error).__name__) from error


def _made(path: Path, at: int, why: str, anchor: Anchor) -> BackupMade:
    return BackupMade(
        path,
        at,
        path.stat().st_size,
        anchor.entries,
        short_hash(anchor.last_hash),
        why,
        restored_at=anchor.restored_at,
        shop=anchor.shop.hex(),
    )


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""
