"""Some room kept aside on the disk: when it is full, a store with a WAL cannot even be read."""

import os
import shutil
from pathlib import Path
from typing import Final

import apsw

from frontdesk.storage.database import NotDurable
from frontdesk.storage.migrations import MigrationFailed
from frontdesk.storage.opening import FULL_DISK, CannotOpen, NeedsItsFolder, NoRoom
from frontdesk.storage.writer import NotSaved, NotSure, StoreBusy, StoreGone

BALLAST_BYTES: Final = 8 * 1024 * 1024
_BLOCK: Final = 1024 * 1024
_NEARLY_NOTHING: Final = 1024 * 1024

_MAY_BE_FULL: Final = (
    NoRoom,
    CannotOpen,
    NotDurable,
    MigrationFailed,
    NotSaved,
    NotSure,
    apsw.FullError,
    apsw.IOError,
    apsw.CantOpenError,
)
"""What an opening can raise on a full disk: SQLite cannot tell one from a folder that takes no file."""
_IS_ANOTHER: Final = (NeedsItsFolder, StoreBusy, StoreGone)


def ensure_ballast(path: Path, size: int = BALLAST_BYTES) -> bool:
    """Make the ballast file unless it is there. False when the disk has no room for it."""
    try:
        if path.exists() and path.stat().st_size >= size:
            return True
        with path.open("wb") as file:
            for start in range(0, size, _BLOCK):
                # Chance does not compress: the room is taken on every file system.
                file.write(os.urandom(min(_BLOCK, size - start)))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        release_ballast(path)
        return False
    return True


def release_ballast(path: Path) -> bool:
    """Give the room back. False when there was none."""
    try:
        path.unlink()
    except OSError:
        return False
    return True


def lacks_room(error: BaseException, folder: Path) -> bool:
    """Whether the store in `folder` could not be opened because there is next to no room on its disk."""
    is_likely = isinstance(error, _MAY_BE_FULL) and not isinstance(error, _IS_ANOTHER)
    if not is_likely and not (isinstance(error, OSError) and error.errno in FULL_DISK):
        return False
    try:
        return shutil.disk_usage(folder).free < _NEARLY_NOTHING
    except OSError:
        return False
