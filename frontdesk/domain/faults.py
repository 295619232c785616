"""What can go wrong with the store itself, as codes: the sentences live in wording/faults.py."""

from enum import StrEnum


class StoreFault(StrEnum):
    """Why the store did not do its work. NOT_SURE alone leaves open whether something was written."""

    NOT_SAVED = "NOT_SAVED"
    DISK_FULL = "DISK_FULL"
    STORE_BUSY = "STORE_BUSY"
    STORE_GONE = "STORE_GONE"
    NOT_SURE = "NOT_SURE"
    STORE_IN_USE = "STORE_IN_USE"
    NEWER_FILE = "NEWER_FILE"
    NOT_A_STORE = "NOT_A_STORE"
    DAMAGED = "DAMAGED"
    DAMAGED_BACKUP = "DAMAGED_BACKUP"
    BACKUP_FAILED = "BACKUP_FAILED"
    NOT_BROUGHT_UP = "NOT_BROUGHT_UP"
    READ_ONLY_FOLDER = "READ_ONLY_FOLDER"
    NEEDS_ITS_FOLDER = "NEEDS_ITS_FOLDER"
