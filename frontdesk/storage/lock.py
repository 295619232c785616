"""Locks of the operating system: a crash or a kill lets go of them.

SQLite takes them, on an empty database of its own, with the library that is loaded anyway: it knows every
system's way of locking, and adds nothing to the start. The file stays when the lock is gone; only the
lock on it counts.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from frontdesk.storage.database import StoreError
from frontdesk.storage.opening import HeldByAnother

_OWNER_ONLY = 0o600


class Held(Exception):
    """Somebody else has the lock."""


class AlreadyOpen(StoreError):
    """Another window has this store open; `pid` is its process, or None when it could not be read."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"process {pid} has the store open")
        self.pid = pid


class FileLock:
    """A lock on `path` for one holder, of this process or another, which waits `patience` seconds for it."""

    def __init__(self, path: Path, patience: float = 0.0) -> None:
        self._path = path
        self._patience = patience
        self._held: apsw.Connection | None = None

    def acquire(self) -> Self:
        """Take the lock. Raises `Held`; `OSError` where the folder takes no file."""
        self._path.touch(mode=_OWNER_ONLY)
        connection = apsw.Connection(str(self._path))
        connection.set_busy_timeout(int(self._patience * 1000))
        try:
            connection.pragma("journal_mode", "memory")
            connection.execute("BEGIN EXCLUSIVE")
        except apsw.BusyError:
            connection.close()
            raise Held(str(self._path)) from None
        except BaseException:
            connection.close()
            raise
        self._held = connection
        return self

    def release(self) -> None:
        """Let go. May be called twice."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def __enter__(self) -> Self:
        return self.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


class StoreLock(FileLock):
    """One window per store. A file beside the lock says which process holds it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        # While it is locked, some systems keep the file itself from being read.
        self._pid_file = path.with_name(f"{path.name}.pid")

    def acquire(self) -> Self:
        """Take the lock at once. Raises `AlreadyOpen`; `OSError` where the folder takes no file."""
        try:
            super().acquire()
        except Held:
            raise AlreadyOpen(self._holder()) from None
        with suppress(OSError):  # a full disk must not keep the shop closed
            self._pid_file.write_text(f"{os.getpid()}\n", encoding="ascii")
        return self

    def release(self) -> None:
        if self._held is not None:
            self._pid_file.unlink(missing_ok=True)
        super().release()

    def _holder(self) -> int | None:
        try:
            return int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None


@contextmanager
def no_restore_meanwhile(store_lock: Path, patience: float) -> Iterator[None]:
    """Keep a restore and the openings beside a window apart, for which the `StoreLock` is no hindrance.

    An opening holds this until SQLite itself shows that the store is open; a restore holds it from its last
    look at the old store until the new one is in place. Raises `HeldByAnother` when the patience is over.
    """
    lock = FileLock(store_lock.with_name(f"{store_lock.name}.restore"), patience)
    try:
        lock.acquire()
    except Held as error:
        raise HeldByAnother("a restore, or an opening beside a window") from error
    try:
        yield
    finally:
        lock.release()
