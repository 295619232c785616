"""What a service can raise besides `Refused` and `BadInput`, for those who may not import storage."""

import errno
from pathlib import Path

from frontdesk.domain.faults import StoreFault
from frontdesk.storage.database import NotDurable, StoreError, WrongEngine
from frontdesk.storage.lock import AlreadyOpen
from frontdesk.storage.loyalty.promises import UnknownPromise
from frontdesk.storage.migrations import MigrationFailed, NewerFile
from frontdesk.storage.opening import (
    BackupFailed,
    CannotOpen,
    DamagedBackup,
    DamagedStore,
    HeldByAnother,
    NeedsItsFolder,
    NoRoom,
    NotAStore,
)
from frontdesk.storage.writer import DiskFull, NotSaved, NotSure, StoreBusy, StoreGone

__all__ = [
    "AlreadyOpen",
    "DiskFull",
    "NotSaved",
    "NotSure",
    "StoreBusy",
    "StoreError",
    "fault_folder",
    "store_fault",
]

_FAULTS: dict[type[BaseException], StoreFault] = {
    DiskFull: StoreFault.DISK_FULL,
    StoreBusy: StoreFault.STORE_BUSY,
    StoreGone: StoreFault.STORE_GONE,
    NotSaved: StoreFault.NOT_SAVED,
    NotSure: StoreFault.NOT_SURE,
    AlreadyOpen: StoreFault.STORE_IN_USE,
    NewerFile: StoreFault.NEWER_FILE,
    UnknownPromise: StoreFault.NEWER_FILE,
    MigrationFailed: StoreFault.NOT_BROUGHT_UP,
    NotAStore: StoreFault.NOT_A_STORE,
    DamagedStore: StoreFault.DAMAGED,
    DamagedBackup: StoreFault.DAMAGED_BACKUP,
    BackupFailed: StoreFault.BACKUP_FAILED,
    NeedsItsFolder: StoreFault.NEEDS_ITS_FOLDER,
    CannotOpen: StoreFault.READ_ONLY_FOLDER,
    NoRoom: StoreFault.DISK_FULL,
    HeldByAnother: StoreFault.STORE_BUSY,
    NotDurable: StoreFault.READ_ONLY_FOLDER,
    WrongEngine: StoreFault.NOT_BROUGHT_UP,
}

_FOLDER_FAULTS: dict[int, StoreFault] = {
    errno.ENOSPC: StoreFault.DISK_FULL,
    errno.EDQUOT: StoreFault.DISK_FULL,
    errno.EACCES: StoreFault.READ_ONLY_FOLDER,
    errno.EPERM: StoreFault.READ_ONLY_FOLDER,
    errno.EROFS: StoreFault.READ_ONLY_FOLDER,
    errno.ENOTDIR: StoreFault.READ_ONLY_FOLDER,
    errno.EEXIST: StoreFault.READ_ONLY_FOLDER,
}


def store_fault(error: BaseException) -> StoreFault | None:
    """The code of a store's fault, or of the folder that it lies in; None for any other error."""
    if isinstance(error, OSError):
        return _FOLDER_FAULTS.get(error.errno or 0)
    return next((fault for kind, fault in _FAULTS.items() if isinstance(error, kind)), None)


def fault_folder(error: BaseException, data: Path) -> Path:
    """The place that an error is about: the shop's folder `data`, unless the system named one outside it."""
    named = next((each.filename for each in (error, error.__cause__) if isinstance(each, OSError)), None)
    place = Path(named) if isinstance(named, str) else data
    return data if place.is_relative_to(data) else place
