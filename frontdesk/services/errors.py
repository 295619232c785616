"""What a service can raise besides `Refused` and `BadInput`, for those who may not import storage."""

from frontdesk.domain.faults import StoreFault
from frontdesk.storage.writer import DiskFull, NotSaved, NotSure, StoreBusy

__all__ = ["DiskFull", "NotSaved", "NotSure", "StoreBusy", "store_fault"]


def store_fault(error: BaseException) -> StoreFault | None:
    """The code of a store's fault, for its sentence; None for any other error."""
    match error:
        case DiskFull():
            return StoreFault.DISK_FULL
        case StoreBusy():
            return StoreFault.STORE_BUSY
        case NotSaved():
            return StoreFault.NOT_SAVED
        case NotSure():
            return StoreFault.NOT_SURE
        case _:
            return None
