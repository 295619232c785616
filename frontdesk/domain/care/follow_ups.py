"""Follow-ups: something to do for a customer by a day, so that nobody is forgotten once they have left."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdesk.domain.acts import Changes


class FollowUpKind(StrEnum):
    """What is to be done, in the order in which it is offered."""

    CALL = "CALL"
    NOTE = "NOTE"
    BIRTHDAY_CARD = "BIRTHDAY_CARD"
    REASSURE = "REASSURE"
    RENEWAL = "RENEWAL"
    RECOVERY = "RECOVERY"
    OTHER = "OTHER"


class FollowUpState(StrEnum):
    OPEN = "OPEN"
    DONE = "DONE"
    DROPPED = "DROPPED"
    """It need not be done any more; nor do those that would have come after it."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is to be done for whom by which of the shop's days. `every_days` is a cadence: once done, it is
    due again so many days later (0: it comes once). Without an owner it is everybody's.
    """

    id: int
    customer_id: int
    customer_name: str
    kind: FollowUpKind
    due: date
    text: str = ""
    every_days: int = 0
    owner_id: int | None = None
    owner_name: str = ""
    state: FollowUpState = FollowUpState.OPEN


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """A follow-up that was done: when, by whom, and what was noted of it."""

    follow_up: FollowUp
    at: int
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpOutcome:
    """A follow-up after it was written down, done or dropped. `previous` is None for a new one; `then` is the
    next one of a cadence, where this act made it or took it away.
    """

    follow_up: FollowUp
    previous: FollowUpState | None
    gesture: bytes
    changes: Changes
    then: FollowUp | None = None
