"""The door: somebody came in, somebody greets them, and what the greetings of a week come to.

Only a tap answers an arrival. Neither choosing a customer nor a stamp does: while one customer is served
another comes in, and the next stamp is still for the one who was there before. Taken for a greeting it would
write down a time that nobody took, and take the chip away from somebody who still waits. An arrival that
nobody answered lapses and is counted as not noted; it is no part of a median.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import Final

from frontdesk.domain.days import MINUTE

LAPSES_AFTER: Final = 10 * MINUTE
"""Whoever waited longer was greeted, or went, without a tap."""


_SLIP: Final = 10_000


class ArrivalState(StrEnum):
    """WAITING is also what an undo leaves; DROPPED went again, or was a key pressed by mistake."""

    WAITING = "WAITING"
    GREETED = "GREETED"
    DROPPED = "DROPPED"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came in `at`. `greeted_by` is the key of who greeted them, and `greeter` their name."""

    id: int
    at: int
    state: ArrivalState = ArrivalState.WAITING
    greeted_at: int | None = None
    greeted_by: int | None = None
    greeter: str = ""

    def waited(self, now: int) -> int:
        """For how long they have waited, in milliseconds: never less than none, whatever the clock did."""
        return max(0, now - self.at)

    def waits(self, now: int) -> bool:
        """Does somebody still stand there? An arrival later than now is one of a clock since put back."""
        return self.state is ArrivalState.WAITING and -MINUTE <= now - self.at <= LAPSES_AFTER

    def greeted_after(self) -> int | None:
        """After how many milliseconds they were greeted; None where that was not noted, or cannot be true."""
        if self.state is not ArrivalState.GREETED or self.greeted_at is None:
            return None
        after = self.greeted_at - self.at
        return after if 0 <= after <= LAPSES_AFTER else None


def long_wait(within_s: int) -> int:
    """After how many milliseconds a wait is said to be long: at three quarters of what the shop allows."""
    return within_s * 750


def whom_to_drop(waiting: Sequence[Arrival], now: int) -> Arrival | None:
    """Who is meant by "not counted" of those who wait, the first first: the last one while it has just been
    noted, because then the key was a slip; later whoever waits longest, because they have gone.
    """
    if not waiting:
        return None
    return waiting[-1] if waiting[-1].waited(now) <= _SLIP else waiting[0]


@dataclass(frozen=True, slots=True)
class Greetings:
    """What a span's arrivals come to. `median_s` and `in_time` (a share) are None where none was measured."""

    median_s: float | None
    in_time: float | None
    measured: int
    not_noted: int


def greetings_of(arrivals: Iterable[Arrival], within_s: int, now: int) -> Greetings:
    """The median of those that were greeted, and how many of them within the shop's time.

    Dropped ones and those who still wait are left out of everything.
    """
    after, not_noted = list[int](), 0
    for arrival in arrivals:
        measured = arrival.greeted_after()
        if measured is not None:
            after.append(measured)
        elif arrival.state is not ArrivalState.DROPPED and not arrival.waits(now):
            not_noted += 1
    if not after:
        return Greetings(None, None, 0, not_noted)
    in_time = sum(each <= within_s * 1000 for each in after) / len(after)
    return Greetings(median(after) / 1000, in_time, len(after), not_noted)
