"""The office's own bridge: what is refused there is said there, and what is changed is told everywhere."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from frontdesk.domain.acts import Act, Changes
from frontdesk.ui.bridge import Bridge, Job

_NOTHING = Changes()


class OfficeBridge(Bridge):
    """Beside the counter's. Its acts, its slow work and what Undo waits for are its own; a refusal never
    shows at the till.

    Behind the lock it rests, and with it every page: none hears of a change, and what one asks for waits
    until somebody is there again. What is under way goes on, under the proof that it was begun with.
    """

    def __init__(self, desk: Any, counter: Bridge, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._counter = counter
        self._resting = False
        self._missed = _NOTHING
        self._asked: list[tuple[Job, partial[Any], bool]] = []
        self._held: set[bytes] = set()
        counter.changed.connect(self._hear)

    def rest(self) -> None:
        """Nobody is there: the proof stands for nothing new."""
        self._resting = True
        self.desk.proofs.end(self.desk.key)

    def wake(self) -> None:
        """Whoever was there has proved it anew: what pages missed they hear of once, and what they asked for
        is begun.
        """
        self._resting = False
        if self.busy:
            self._hold()  # it may ask its desk for acts as it goes
        missed, self._missed = self._missed, _NOTHING
        asked, self._asked = self._asked, []
        if missed != _NOTHING:
            self.changed.emit(missed)
        for job, work, quick in asked:
            if job.wanted() and not job.cancelled():
                self._begin(job, self._of_now(work), quick)

    def wait(self) -> None:
        super().wait()
        self._let_go_of_proofs()

    def _begin(self, job: Job, work: partial[Any], quick: bool) -> None:
        if self._resting or self._is_over():
            self._asked.append((job, work, quick))
        else:
            super()._begin(job, work, quick)

    def _is_over(self) -> bool:
        """The lock is a moment behind its time: what is asked for in between would be refused."""
        return bool(self.desk.key) and not self.desk.proofs.left(self.desk.key)

    def _of_now(self, work: partial[Any]) -> partial[Any]:
        """The same, by an act of this moment and with the proof of now."""
        args = (self.desk.act() if isinstance(each, Act) else each for each in work.args)
        return partial(work.func, *args, **work.keywords)

    def _follow(self, job: Job, future: Future[Any]) -> None:
        self._hold()
        super()._follow(job, future)

    def _land(self, job: Job, future: Future[Any]) -> None:
        try:
            super()._land(job, future)
        finally:
            if not (self.busy or self._is_let_go):
                self._let_go_of_proofs()

    def _hold(self) -> None:
        self._held.add(self.desk.key)
        self.desk.proofs.hold(self.desk.key)

    def _let_go_of_proofs(self) -> None:
        while self._held:
            self.desk.proofs.let_go(self._held.pop())
        if self._resting:
            self.desk.proofs.end(self.desk.key)  # a PIN that was set on the way has proved it again

    def _hear(self, changes: Changes) -> None:
        if self._resting:
            self._missed |= changes
        else:
            self.changed.emit(changes)

    def _tell(self, changes: Changes) -> None:
        """By way of the counter's: each window hears of it once."""
        self._counter.changed.emit(changes)
