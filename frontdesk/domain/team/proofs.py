"""Who has just proved who they are. A proof is a random key; it is held in memory only, and for a while."""

from collections.abc import Callable
from threading import Lock
from typing import Final

STANDS_FOR: Final = 120.0
"""Seconds without use after which a proof is over."""


class Proofs:
    """Of one open store. Any thread may ask.

    `ticks` counts seconds and never goes back: a clock that is set has no say in how long a proof stands.
    """

    def __init__(self, ticks: Callable[[], float]) -> None:
        self.ticks: Final = ticks
        self._began = ticks()
        self._given: dict[bytes, tuple[int, float]] = {}
        self._held: dict[bytes, int] = {}
        self._lent = (b"", 0)
        self._lock = Lock()

    def ran(self) -> float:
        """For how many seconds the store has been open."""
        return self.ticks() - self._began

    def give(self, key: bytes, staff_id: int) -> None:
        """From now on acts of `staff_id` that carry `key` are proven; what stands no longer is forgotten."""
        with self._lock:
            self._given = {each: told for each, told in self._given.items() if self._left(each) > 0}
            self._given[key] = (staff_id, self.ticks())

    def stands(self, key: bytes, staff_id: int) -> bool:
        """Whether `key` proves that `staff_id` acts. Being used renews it."""
        with self._lock:
            if self._left(key) <= 0 or self._given[key][0] != staff_id:
                return self._held.get(key) == staff_id
            self._given[key] = (staff_id, self.ticks())
            return True

    def left(self, key: bytes) -> float:
        """For how many seconds more it stands unless it is used; 0 where it stands no longer."""
        with self._lock:
            return max(self._left(key), 0.0)

    def hold(self, key: bytes) -> None:
        """What was begun under it goes on under it until `let_go`: however long it takes, and though the
        door is closed meanwhile. Nothing is opened by it: nothing of it is `left`.
        """
        with self._lock:
            if self._left(key) > 0:
                self._held[key] = self._given[key][0]

    def let_go(self, key: bytes) -> None:
        """All that was begun under it has come to its end."""
        with self._lock:
            self._held.pop(key, None)

    def end(self, key: bytes) -> None:
        """The door is closed: it proves nothing any more but what is held."""
        with self._lock:
            self._given.pop(key, None)

    def lend(self, key: bytes, staff_id: int) -> None:
        """The till of `staff_id` is lent to whoever gave `key`; 0: what was lent is not to be given back."""
        with self._lock:
            self._lent = (key, staff_id)

    def lent_by(self, key: bytes) -> int:
        """Whose till whoever gave `key` has for a while, and gives back also when it proves nothing any more;
        0: nobody's.
        """
        with self._lock:
            return self._lent[1] if key and key == self._lent[0] else 0

    def end_all_of(self, staff_id: int) -> None:
        """Whoever has another PIN now, or works here no longer, proves it anew."""
        with self._lock:
            self._given = {key: each for key, each in self._given.items() if each[0] != staff_id}

    def _left(self, key: bytes) -> float:
        found = self._given.get(key)
        return STANDS_FOR - (self.ticks() - found[1]) if found is not None else 0.0
