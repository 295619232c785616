"""The open store: one writer, and a read-only connection for each thread that asks."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, Final, TypeVar

from frontdesk.domain.acts import Act
from frontdesk.domain.team.proofs import Proofs
from frontdesk.storage import database
from frontdesk.storage.database import Db
from frontdesk.storage.writer import DiskFull, Writer

T = TypeVar("T")
NewId = Callable[[int], bytes]
"""UTC milliseconds → a fresh UUIDv7 in 16 bytes."""
_KIB_BESIDE: Final = -4_000
"""What is read beside the window is read through once: more pages kept would be memory and no help."""


class Store:
    """A store that has been brought to the present schema. `new_id` makes the ids of its rows; `make_room`
    is called when the disk had none for a job, whoever submitted it.
    """

    def __init__(self, path: Path, new_id: NewId, make_room: Callable[[], None]) -> None:
        database.assert_engine()
        self.path = path
        self.new_id = new_id
        self._make_room = make_room
        self.proofs = Proofs(time.monotonic)
        self._readers = database.connect(path, read_only=True)
        self._writer = Writer(self._open_for_writing)

    def _open_for_writing(self) -> Db:
        db = database.connect(self.path)
        db.connect()
        database.assert_durable(db)
        return db

    @property
    def in_job(self) -> bool:
        """Whether a submitted job is what asks."""
        return self._writer.is_here

    @property
    def moment(self) -> tuple[int, int]:
        """In a job: what was read of the shop's own rows holds as long as this stays the same."""
        return self._writer.jobs_begun, self._writer.db.shop_writes

    def read(self) -> Db:
        """This thread's read-only connection; in a job the writer's, which sees what the job has done."""
        if self._writer.is_here:
            return self._writer.db
        fresh = self._readers.connect(reuse_if_open=True)
        if fresh and current_thread() is not main_thread():
            self._readers.run(f"PRAGMA cache_size = {_KIB_BESIDE}")
        return self._readers

    def write(self) -> Db:
        """The write connection, inside a submitted job; its savepoint is the caller's transaction."""
        return self._writer.db

    def submit(self, job: Callable[[], T], act: Act | None = None) -> "Future[T]":
        """Run `job` on the writer's thread; the Future resolves after COMMIT."""
        future = self._writer.submit(job, act.gesture if act is not None else None)
        future.add_done_callback(self._look_for_room)
        return future

    def _look_for_room(self, finished: "Future[Any]") -> None:
        if isinstance(finished.exception(), DiskFull):
            self._make_room()

    def close(self) -> None:
        """Finish what was submitted and close. Readers of other threads end with their threads."""
        self._writer.close()
        self._readers.close()
