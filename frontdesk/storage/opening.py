"""What a file is before anything is done with it, and SQLite's errors as what they mean for the shop."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import apsw
from peewee import PeeweeException

from frontdesk.storage.database import BUSY_SECONDS, Db, StoreError, connect

APPLICATION_ID: Final = 0x46_44_53_4B
"""FDSK, in the file's header: tells a store from any other SQLite file."""


_JOURNAL_BYTE: Final = 18
_WAL: Final = b"\x02"
"""A byte of SQLite's file header: which version of it, and so which journal, a reader must know."""

FULL_DISK: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


DAMAGED_ROW: Final = (apsw.Error, UnicodeDecodeError, TypeError, AttributeError)
"""What reading a damaged row can raise: a flipped bit can also change the type of a value."""


class NotAStore(StoreError):
    """There is a file, and it is not one of ours. It was not changed."""


class DamagedStore(StoreError):
    """The file is a store that SQLite cannot read any more: a backup has to be restored."""


class BackupFailed(StoreError):
    """The copy is not what the store was; it was thrown away."""


class DamagedBackup(StoreError):
    """The chosen backup cannot be read whole. Nothing was changed; another one may do."""


class CannotOpen(StoreError):
    """The file or its folder cannot be opened or written: rights, a missing folder, a broken disk."""


class NeedsItsFolder(CannotOpen):
    """The latest changes lie in a WAL, which SQLite reads only in a folder that it may write to."""


class NoRoom(StoreError):
    """The disk is full. What was there before is still there."""


class HeldByAnother(StoreError):
    """Another program kept the file locked for longer than we wait."""


@contextmanager
def opened(path: Path, *, read_only: bool = True, busy_seconds: float = BUSY_SECONDS) -> Iterator[Db]:
    """A connection to the file at `path`, which must exist, closed at the end.

    A reader needs no right to write: a store that was closed is read as it lies in a read-only folder.
    What SQLite says against it is raised as one of the errors above.
    """
    if not path.is_file():
        raise CannotOpen("there is no such file")
    try:
        immutable = read_only and _lies_still(path)
        db = connect(path, read_only=read_only, busy_seconds=busy_seconds, immutable=immutable)
        db.connect()
        try:
            yield db
        finally:
            db.close()
    except (apsw.Error, PeeweeException) as error:
        raise meaning(error) from error


def _lies_still(path: Path) -> bool:
    """Is this a closed store in a folder that takes no file, where SQLite could not even make its WAL?

    Raises `NeedsItsFolder` for one that was not closed and lacks what SQLite needs beside its WAL.
    """
    wal, shm = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    try:
        if _may_write(path.parent) or not _uses_wal(path):
            return False
        if not wal.exists() or wal.stat().st_size == 0:
            return True
    except OSError:
        return False  # SQLite will say why
    if not shm.exists():
        raise NeedsItsFolder("a WAL in a read-only folder")
    return False


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _uses_wal(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(_JOURNAL_BYTE + 1)[_JOURNAL_BYTE:] == _WAL


def schema_version(db: Db) -> int:
    """The schema number, 0 for an empty file. Raises `NotAStore` for a file that somebody else made."""
    db.run("SAVEPOINT look")  # all of one moment: another program may be making the store just now
    version: int = db.value("PRAGMA user_version")
    is_empty = db.value("SELECT count(*) FROM sqlite_schema") == 0
    is_ours = db.value("PRAGMA application_id") == APPLICATION_ID
    db.run("RELEASE look")
    if is_ours and version > 0 and not is_empty:
        return version
    if is_empty and version == 0:
        return 0
    raise NotAStore("an SQLite file of another program")


def file_version(path: Path, busy_seconds: float = BUSY_SECONDS) -> int:
    """`schema_version` of the file at `path`. Nothing is written."""
    with opened(path, busy_seconds=busy_seconds) as db:
        return schema_version(db)


def meaning(error: BaseException) -> StoreError:
    """What an error of SQLite, peewee or the system means; peewee hides SQLite's own in the context."""
    if isinstance(error, PeeweeException) and isinstance(error.__context__, apsw.Error):
        error = error.__context__
    name = type(error).__name__
    match error:
        case apsw.NotADBError():
            return NotAStore("not an SQLite file")
        case apsw.CorruptError() | apsw.FormatError():
            return DamagedStore(name)
        case apsw.FullError():
            return NoRoom(name)
        case apsw.BusyError() | apsw.LockedError():
            return HeldByAnother(name)
        case OSError(errno=number) if number in FULL_DISK:
            return NoRoom(name)
    return CannotOpen(name)
