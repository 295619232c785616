"""Notices that the store's file, or its journal, was taken away under an open connection.

On most systems a file can be deleted or replaced while a program has it open. SQLite then goes on writing to
what nobody will ever open again, and every commit succeeds.
"""

import ctypes
from pathlib import Path

import apsw

from frontdesk.storage.database import Db


class Presence:
    """Looks after one write connection; ask `lost` inside each transaction, before anything is written."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._journal_path = Path(f"{db.database}-wal")
        self._journal: tuple[int, int] | None = None

    def lost(self) -> bool:
        """Whether what is written now would be out of reach afterwards; about five microseconds."""
        moved = ctypes.c_int(0)
        self._db.connection().file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, ctypes.addressof(moved))
        return bool(moved.value) or self._journal_is_another()

    def _journal_is_another(self) -> bool:
        try:
            found = self._journal_path.stat()
        except OSError:
            return self._journal is not None
        seen = (found.st_dev, found.st_ino)
        if self._journal is None:
            self._journal = seen
        return seen != self._journal
