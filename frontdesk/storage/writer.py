"""The one thread that writes.

Jobs are closures run one at a time, each in a savepoint; what waits in the queue is committed together.
A job's Future resolves only after COMMIT, so nothing is ever shown as done before it is on the disk.

A commit that fails may still have been saved, and one that says nothing may not. So after a failed
commit the connection is opened anew and each job's gesture is looked up. When it is not there, one
further small write is committed: it overwrites the journal pages of the failed one, so that they cannot
come back to life at the next start. Only then is the job called not saved; else nobody is sure.

A full disk or a failed read can make SQLite roll the whole transaction back within a job. Its group ends
there, for certain not saved: what came after would be committed by itself, outside of any transaction.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import apsw

from frontdesk.storage.database import Db
from frontdesk.storage.presence import Presence
from frontdesk.storage.wal import Wal

log = logging.getLogger(__name__)

T = TypeVar("T")
GROUP_SECONDS: Final = 0.02
GROUP_JOBS: Final = 64


class NotSaved(Exception):
    """The act was not saved, for certain: it may be done again."""


class DiskFull(NotSaved):
    """Not saved: there is no room on the disk."""


class StoreGone(NotSaved):
    """Not saved: the store's file was moved, deleted or replaced while it was open."""


class StoreBusy(NotSaved):
    """Not saved: another program held the store for too long."""


class NotSure(Exception):
    """The disk gave an error and cannot say whether the act was saved: look before repeating it."""


@dataclass(slots=True)
class _Job:
    run: Callable[[], Any]
    gesture: bytes | None
    future: "Future[Any]"
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class Writer:
    """Owns the write connection. `open_db` is called in the writer's own thread, anew after a fault."""

    def __init__(self, open_db: Callable[[], Db]) -> None:
        self._open_db = open_db
        self._db: Db | None = None
        self._presence: Presence
        self._gone = False
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._ready: Future[None] = Future()
        self._closed = False
        self._wal: Wal
        self.jobs_begun = 0
        self._thread = threading.Thread(target=self._live, name="writer", daemon=True)
        self._thread.start()
        self._ready.result()

    @property
    def is_here(self) -> bool:
        """Whether a submitted job is what asks."""
        return threading.current_thread() is self._thread

    @property
    def db(self) -> Db:
        """The write connection; only a job that runs on the writer's thread may ask for it."""
        if not self.is_here:
            raise RuntimeError("only a submitted job may write")
        assert self._db is not None
        return self._db

    def submit(self, job: Callable[[], T], gesture: bytes | None = None) -> "Future[T]":
        """Queue `job`. `gesture` is the unique key under which the job's act is recorded, if it is one."""
        if self._closed:
            raise RuntimeError("the store is closed")
        future: Future[T] = Future()
        self._jobs.put(_Job(job, gesture, future))
        return future

    def close(self) -> None:
        """Finish what was submitted, then close the connection. May be called twice."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        self._thread.join()

    def _live(self) -> None:
        try:
            self._db = self._open()
        except BaseException as error:
            self._ready.set_exception(error)
            return
        self._ready.set_result(None)
        going = True
        while going:
            first = self._jobs.get()
            if first is None:
                break
            going = self._commit_group(first)
            if self._db is not None:
                self._wal.shorten()
        self._drop_connection()

    def _open(self) -> Db:
        db = self._open_db()
        self._presence, self._wal = Presence(db), Wal(db.connection())
        return db

    def _commit_group(self, first: _Job) -> bool:
        """Run `first` and what already waits behind it in one transaction. False at the end of work."""
        done: list[_Job] = []
        going = True
        try:
            self._begin()
        except (apsw.Error, StoreGone) as error:
            first.error = _meaning(error)
            first.settle()
            return True
        until = time.monotonic() + GROUP_SECONDS
        job: _Job | None = first
        while job is not None:
            self._run(job)
            done.append(job)
            if self._rolled_back():
                self._fail(done)
                return True
            job = None
            if len(done) < GROUP_JOBS and time.monotonic() < until:
                try:
                    job = self._jobs.get_nowait()
                except queue.Empty:
                    break
                going = job is not None
        self._finish(done)
        return going

    def _begin(self) -> None:
        if self._gone:
            raise StoreGone
        if self._db is None:
            try:
                self._db = self._open()
            except Exception as error:
                raise apsw.CantOpenError(str(error)) from error
        self._db.run("BEGIN IMMEDIATE")
        if self._presence.lost():
            # What is at its place now may be another shop, or nothing: only a new start can tell.
            self._gone = True
            self._drop_connection()
            raise StoreGone

    def _run(self, job: _Job) -> None:
        assert self._db is not None
        self.jobs_begun += 1
        try:
            self._db.run("SAVEPOINT job")
            job.result = job.run()
            self._db.run("RELEASE job")
        except BaseException as error:
            job.error = _meaning(error)
            self._undo_job()

    def _undo_job(self) -> None:
        assert self._db is not None
        if self._rolled_back():
            return
        try:
            self._db.run("ROLLBACK TO job")
            self._db.run("RELEASE job")
        except apsw.Error:
            log.warning("a job's savepoint was already gone")

    def _rolled_back(self) -> bool:
        """Whether SQLite has ended the group's transaction by itself."""
        assert self._db is not None
        ended: bool = self._db.connection().getautocommit()
        return ended

    @staticmethod
    def _fail(done: list[_Job]) -> None:
        """Settle a group that was rolled back: none of it was saved, for the reason of its last job."""
        log.error("the store gave a whole group up")
        cause = done[-1].error
        for job in done:
            if job.error is None:
                job.error = _rolled_back_by(cause)
            job.settle()

    def _finish(self, done: list[_Job]) -> None:
        assert self._db is not None
        try:
            self._db.run("COMMIT")
        except apsw.Error as error:
            log.error("commit failed: %s", type(error).__name__)
            self._find_out(done, error)
        for job in done:
            job.settle()

    def _find_out(self, done: list[_Job], cause: apsw.Error) -> None:
        self._drop_connection()
        claimed = [job for job in done if job.error is None]
        try:
            self._begin()
            assert self._db is not None
            missing = [job for job in claimed if not self._is_saved(self._db, job)]
            if missing:
                self._db.run(
                    "INSERT INTO setting VALUES ('settled_after_fault', ?, 0)"
                    " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    (str(time.monotonic_ns()),),
                )
            self._db.run("COMMIT")
        except (apsw.Error, StoreGone) as error:
            log.error("could not look the acts up: %s", type(error).__name__)
            self._drop_connection()
            for job in claimed:
                job.error = DiskFull() if _is_full(cause) and _is_full(error) else NotSure()
            return
        for job in missing:
            # Without a gesture nothing can be found. Only a full disk shows that its end was never written.
            job.error = NotSure() if job.gesture is None and not _is_full(cause) else _not_saved(cause)

    @staticmethod
    def _is_saved(db: Db, job: _Job) -> bool:
        if job.gesture is None:
            return False
        return db.value("SELECT 1 FROM gesture WHERE uid = ?", (job.gesture,)) is not None

    def _drop_connection(self) -> None:
        if self._db is None:
            return
        try:
            self._db.close()
        except Exception as error:
            log.warning("closing the store failed: %s", type(error).__name__)
        self._db = None


def _is_full(error: BaseException) -> bool:
    return isinstance(error, apsw.FullError)


def _rolled_back_by(cause: BaseException | None) -> NotSaved:
    """What a job is told that was undone together with the one that failed of `cause`; each its own error."""
    kind = type(cause) if isinstance(cause, NotSaved) else NotSaved
    error = kind()
    error.__cause__ = cause
    return error


def _not_saved(error: apsw.Error) -> BaseException:
    """What an SQLite error before or at COMMIT means to the one who asked."""
    if _is_full(error):
        kind: NotSaved = DiskFull()
    elif isinstance(error, apsw.BusyError):
        kind = StoreBusy()
    elif isinstance(error, (apsw.ConstraintError, apsw.SQLError)):
        return error  # a fault of ours, not of the disk: it must be seen as what it is
    else:
        kind = NotSaved()
    kind.__cause__ = error
    return kind


def _meaning(error: BaseException) -> BaseException:
    """The error of a job as its caller should see it; peewee hides SQLite's own in the context."""
    cause = error.__context__ if type(error).__module__ == "peewee" else error
    return _not_saved(cause) if isinstance(cause, apsw.Error) else error
