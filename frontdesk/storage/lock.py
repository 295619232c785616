"""One window per store: a lock of the operating system, so that a crash or a kill lets go of it.

The file stays when the lock is gone; only the lock on it counts. It says which process holds it.
"""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from frontdesk.storage.database import StoreError


class AlreadyOpen(StoreError):
    """Another window has this store open; `pid` is its process, or None when it could not be read."""

    def __init__(self, pid: int | None) -> None:
        super().__init__(f"process {pid} has the store open")
        self.pid = pid


class StoreLock:
    """Holds the lock from `acquire` to `release`, or within a `with` block."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, mode=0o600, thread_local=False)
        # Windows keeps a locked file from being read, so the number stands beside it.
        self._pid_file = path.with_name(f"{path.name}.pid")

    def acquire(self) -> "StoreLock":
        """Take the lock at once. Raises `AlreadyOpen`; `OSError` where the folder takes no file."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            raise AlreadyOpen(self._holder()) from None
        with suppress(OSError):  # a full disk must not keep the shop closed
            self._pid_file.write_text(f"{os.getpid()}\n", encoding="ascii")
        return self

    def release(self) -> None:
        """Let go. May be called twice."""
        if self._lock.is_locked:
            self._pid_file.unlink(missing_ok=True)
            self._lock.release()

    def _holder(self) -> int | None:
        try:
            return int(self._pid_file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def __enter__(self) -> "StoreLock":
        return self.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
