"""Records that look like one person, offered to be joined. Joining itself is in merging.py."""

from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.people.doubles import Double, doubles
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.gesture import begin, check_role, root_of
from frontdesk.storage.people import doubles as storage
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]


class _Stopped(Exception):
    """Whoever waited wants them no more."""


@dataclass(frozen=True, slots=True)
class TwoSaid:
    """Two records are two people now, or may be one again. The opposite undoes it."""

    one_id: int
    other_id: int
    two: bool
    changes: Changes


class DoubleService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def find(
        self, act: Act, *, progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[Double, ...] | None:
        """All of them, the surest first; None when it was cancelled. For a worker: it reads everybody.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED.
        """
        check_role(self._store, act, Role.MANAGER, "READ_DOUBLES")
        db = self._store.read()

        def step(done: int, total: int) -> None:
            if cancelled():
                raise _Stopped
            if progress is not None:
                progress(done, total)

        try:
            return doubles(storage.told(db), storage.two_people(db), step)
        except _Stopped:
            return None

    def say_two(self, act: Act, one_id: int, other_id: int, two: bool = True) -> TwoSaid:
        """They are two people and are not offered again; `two` False takes it back.

        Raises `Refused` SAME_PERSON (they are one by now), UNKNOWN_CUSTOMER, ONLY_MANAGER, PIN_NEEDED.
        """
        db = self._store.write()
        pair = (root_of(db, one_id), root_of(db, other_id))
        if pair[0] == pair[1]:
            raise Refused(RefusalCode.SAME_PERSON)
        begun = begin(self._store, act, "SAY_TWO_PEOPLE", customer_id=pair[0], needs=Role.MANAGER)
        if begun is not None:
            storage.say_two(db, self._store.new_id, act, begun.id, pair, two)
        return TwoSaid(*pair, two, Changes.of(*pair))
