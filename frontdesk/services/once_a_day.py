"""What is dear to read and holds for a day of the shop."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


class OnceADay(Generic[T]):
    """Reads once for each day that is asked for, and remembers the last. May be asked on any thread: at worst
    two read the same at once.
    """

    def __init__(self, read: Callable[[date], T]) -> None:
        self._read = read
        self._known: tuple[date, T] | None = None

    def of(self, day: date) -> T:
        known = self._known
        if known is None or known[0] != day:
            known = self._known = (day, self._read(day))
        return known[1]
