"""A customer asked to speak to the manager now: nobody asks why, and nobody says no."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.days import MINUTE

AGAIN_AFTER: Final = MINUTE
"""Taps that follow a call within this belong to it: a hand that bounces, a child that plays."""

TOLD_LATELY: Final = 10 * MINUTE
"""Whoever was told of what guests wrote on a poster looks at the answers, and need not be told of each."""


@dataclass(frozen=True, slots=True)
class ManagerCall:
    """One call. `customer` is who was greeted at that till, by the name they like, or empty; `situation` what
    went wrong for them, where the call is about a complaint.
    """

    id: int
    at: int
    till_id: int
    customer_id: int | None = None
    customer: str = ""
    answered_at: int | None = None
    answered_by: int | None = None
    recovery_id: int | None = None
    situation: str = ""

    @property
    def open(self) -> bool:
        return self.answered_at is None


def same_call(latest: ManagerCall | None, at: int) -> bool:
    """Does a tap at `at` belong to their latest call at this till: one that waits, or one of just now?

    A clock that was put back makes no tap wait for ever.
    """
    return latest is not None and (latest.open or 0 <= at - latest.at < AGAIN_AFTER)


@dataclass(frozen=True, slots=True)
class AnsweredCall:
    """What the owner reads of a call later: when it came (as it is written in the shop), and who was there
    after how many minutes. `by` is empty where nobody answered.
    """

    time: str
    by: str = ""
    minutes: int = 0
