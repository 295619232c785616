"""The only bridge from the writer's Futures, and from slow work, back to the screen.

A callback given here is always called on the window's thread, by a queued signal, and never for a widget
that is gone. A refusal, bad input or a failed write becomes a sentence for the notice bar; no dialog.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.acts import Changes
from frontdesk.domain.refusals import Refused, Remedy
from frontdesk.ui.faults import sentence_for

log = logging.getLogger(__name__)

TURN_SECONDS = 0.0005

Refusal = Callable[[str, Exception], None]


@dataclass(eq=False, slots=True)
class Job:
    """Slow work under way. `cancel()` asks it to stop; the work sees it through `cancelled()`."""

    done: Callable[[Any], None] | None = None
    refused: Refusal | None = None
    progress: Callable[[int, int], None] | None = None
    owner: QObject | None = None
    writes: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def wanted(self) -> bool:
        """Whether somebody is still there to hear of it."""
        return self.owner is None or shiboken6.isValid(self.owner)


class Bridge(QObject):
    """Submits gestures and slow jobs, and brings what came of them to the window's thread."""

    changed = Signal(object)
    """A write touched something: carries `domain.acts.Changes`. Views refresh only what they show."""
    refused = Signal(str, object)
    """A sentence for the notice bar, and its error, where the caller did not take the refusal itself."""

    settled = Signal()
    """Every act that was submitted has come back: what the notice bar speaks of is the last one."""

    _landed = Signal(object, object)
    _advanced = Signal(object, int, int)

    def __init__(self, desk: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._pool: ThreadPoolExecutor | None = None
        self._quick: ThreadPoolExecutor | None = None
        self._is_let_go = False
        self._jobs: set[Job] = set()
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        method: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        refused: Refusal | None = None,
        owner: QObject | None = None,
        **kwargs: Any,
    ) -> None:
        """Run a writing method: then `done(outcome)` after COMMIT, or `refused(sentence, error)`."""
        job = Job(done, refused, None, owner or owner_of(done) or owner_of(refused), writes=True)
        self._follow(job, self.desk.submit(method, *args, **kwargs))

    def follow(
        self,
        future: Future[Any],
        *,
        done: Callable[[Any], None] | None = None,
        refused: Refusal | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Bring the end of something that was submitted elsewhere to the screen, as `submit` does."""
        self._follow(Job(done, refused, None, owner or owner_of(done)), future)

    def work(
        self,
        fn: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        refused: Refusal | None = None,
        progress: Callable[[int, int], None] | None = None,
        owner: QObject | None = None,
        cancellable: bool = False,
        quick: bool = False,
        **kwargs: Any,
    ) -> Job:
        """Run slow work beside the window and the writer; `Job.cancel()` asks it to stop. After `let_go` none
        is begun: a clock may tick while the window goes.

        With `progress` the function gets ``progress=``, to call with (done, total); when it is `cancellable`
        it gets ``cancelled=``, to ask whether it should stop. What is `quick`, because somebody waits for it,
        never queues behind what is slow.
        """
        job = Job(done, refused, progress, owner or owner_of(done) or owner_of(progress))
        if progress is not None:
            kwargs["progress"] = lambda at, total: self._advanced.emit(job, at, total)
        if cancellable:
            kwargs["cancelled"] = job.cancelled
        if self._is_let_go:
            job.cancel()
        else:
            self._begin(job, partial(fn, *args, **kwargs), quick)
        return job

    @property
    def busy(self) -> bool:
        """Whether something submitted here has not come back yet."""
        return bool(self._jobs)

    @property
    def writing(self) -> bool:
        """Whether an act that was submitted here is still on its way: it is the one that Undo means."""
        return any(job.writes for job in self._jobs)

    def close(self) -> None:
        """Ask every job to stop and wait for the workers; what comes later is dropped."""
        self.let_go()
        self.wait()

    def let_go(self) -> None:
        """Ask every job to stop and begin no other; what comes later is dropped."""
        self._is_let_go = True
        for job in self._jobs:
            job.cancel()
        for pool in self._pools():
            pool.shutdown(wait=False, cancel_futures=True)
        self._jobs.clear()

    def wait(self) -> None:
        """After `let_go`: wait until no worker reads any more."""
        for pool in self._pools():
            pool.shutdown(wait=True)

    def _begin(self, job: Job, work: partial[Any], quick: bool) -> None:
        workers = self._quick_worker() if quick else self._workers()
        self._follow(job, workers.submit(work))

    def _workers(self) -> ThreadPoolExecutor:
        if self._pool is None:
            # Python's own five milliseconds a turn would let a worker hold up a frame; reading is no slower.
            sys.setswitchinterval(TURN_SECONDS)
            self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="beside")
        return self._pool

    def _quick_worker(self) -> ThreadPoolExecutor:
        if self._quick is None:
            self._workers()  # which sets how long a turn is
            self._quick = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quick")
        return self._quick

    def _pools(self) -> list[ThreadPoolExecutor]:
        return [pool for pool in (self._pool, self._quick) if pool is not None]

    def _follow(self, job: Job, future: Future[Any]) -> None:
        self._jobs.add(job)
        future.add_done_callback(lambda finished: self._report(job, finished))

    def _report(self, job: Job, future: Future[Any]) -> None:
        """On the writer's or a worker's thread: only hand over."""
        if shiboken6.isValid(self):
            self._landed.emit(job, future)

    def _advance(self, job: Job, at: int, total: int) -> None:
        if job in self._jobs and job.progress is not None and job.wanted():
            job.progress(at, total)

    def _land(self, job: Job, future: Future[Any]) -> None:
        if job not in self._jobs:
            return
        self._jobs.discard(job)
        try:
            if not future.cancelled():
                self._bring(job, future)
        finally:
            if job.writes and not self.writing:
                self.settled.emit()

    def _bring(self, job: Job, future: Future[Any]) -> None:
        error = future.exception()
        if error is None:
            self._deliver(job, future.result())
        elif isinstance(error, Exception):
            self._refuse(job, error)
        else:
            raise error

    def _deliver(self, job: Job, outcome: Any) -> None:
        try:
            if job.done is not None and job.wanted():
                job.done(outcome)
        finally:  # what was written was written, whatever came of showing it
            changes = getattr(outcome, "changes", None)
            if isinstance(changes, Changes):
                self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        """Whoever shows something of it hears of it."""
        self.changed.emit(changes)

    def _refuse(self, job: Job, error: Exception) -> None:
        sentence = sentence_for(error)
        if job.refused is None:
            self.refused.emit(sentence, error)
        elif job.wanted():
            job.refused(sentence, error)
        if job.refused is not None and isinstance(error, Refused) and error.remedy is Remedy.ENTER_PIN:
            self.refused.emit(sentence, error)  # wherever it was asked: the way on is in the notice bar


def owner_of(callback: Callable[..., Any] | None) -> QObject | None:
    """The widget whose bound method a callback is: when it is gone, nobody wants the result."""
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
