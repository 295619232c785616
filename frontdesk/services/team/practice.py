"""Practice: a copy of the shop on which anything may be tried, and nothing counts."""

import threading
from collections.abc import Callable

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.services.gesture import role_of
from frontdesk.storage.store import Store
from frontdesk.storage.team import practice

Progress = Callable[[int, int], None]
Clock = Callable[[], int]


class _Stopped(Exception):
    """Whoever waited for the copy wants it no more."""


class PracticeService:
    """Of the shop whose window this is: it alone makes a copy and removes it.

    Nothing here is for the UI thread.
    """

    def __init__(self, store: Store, paths: Paths, clock: Clock) -> None:
        self._store, self._paths, self._clock = store, paths, clock
        self._one_at_a_time = threading.Lock()
        self._wanted = False

    def make(self, act: Act, *, progress: Progress, cancelled: Callable[[], bool]) -> Paths | None:
        """Copy the shop as it is now, and give the place of the copy; None when it was stopped.

        Whoever has a manager's right now has it there, by their name alone. In a copy that anybody else makes
        of a shop with PINs, nobody can do what only a manager may: it is no way around a PIN, nor a place to
        try one.

        Nothing is left then, nor after an error of storage/opening.py.
        """

        def watch(done: int, total: int) -> None:
            if cancelled():
                raise _Stopped
            progress(done, total)

        with self._one_at_a_time:
            try:
                free = role_of(self._store, act) in {Role.MANAGER, Role.OWNER}
                made = practice.make_copy(self._paths, self._clock(), watch, free=free)
            except _Stopped:
                return None
            self._wanted = True
            return made

    def remove(self) -> bool:
        """The practice is over: remove the copy. False when it cannot be removed before the next start."""
        with self._one_at_a_time:
            self._wanted = False
            return practice.remove_copy(self._paths)

    def stands(self) -> bool:
        """Whether there is a copy: whoever was in the shop when it was made is in it until it is removed."""
        return self._paths.practice.is_practice()

    def clear_litter(self) -> None:
        """At a start: remove what a practice left behind that was killed."""
        with self._one_at_a_time:
            if not self._wanted:
                practice.remove_copy(self._paths)
