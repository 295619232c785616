"""Special requests: something a customer asked for, promised for a time, and followed to its end."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.days import DAY, HOUR


class RequestState(StrEnum):
    OPEN = "OPEN"
    IN_PROGRESS = "IN_PROGRESS"
    READY = "READY"
    FULFILLED = "FULFILLED"
    DECLINED = "DECLINED"
    CANCELLED = "CANCELLED"


OPEN_STATES = frozenset({RequestState.OPEN, RequestState.IN_PROGRESS, RequestState.READY})

_NEXT: dict[RequestState, tuple[RequestState, ...]] = {
    RequestState.OPEN: (
        RequestState.IN_PROGRESS,
        RequestState.READY,
        RequestState.FULFILLED,
        RequestState.DECLINED,
        RequestState.CANCELLED,
    ),
    RequestState.IN_PROGRESS: (
        RequestState.READY,
        RequestState.FULFILLED,
        RequestState.DECLINED,
        RequestState.CANCELLED,
    ),
    RequestState.READY: (RequestState.FULFILLED, RequestState.CANCELLED),
    RequestState.FULFILLED: (),
    RequestState.DECLINED: (),
    RequestState.CANCELLED: (),
}


def next_states(state: RequestState) -> tuple[RequestState, ...]:
    """Where a request may go from `state`, the usual next step first."""
    return _NEXT[state]


IN_HAND_AT_MOST: Final = 2 * HOUR
"""Of a promise within a day, more is not kept in hand: what is promised for nine is not aimed for at five."""


def target_of(asked_at: int, promised_at: int | None, margin_percent: int) -> int | None:
    """What to aim for so that a promise is beaten: `margin_percent` of its span ahead of it. Promise 60
    minutes, aim for 45. From a day on whole days are kept in hand, for the shop is open at the promised hour.
    """
    if promised_at is None:
        return None
    in_hand = max(promised_at - asked_at, 0) * margin_percent // 100
    return promised_at - (in_hand // DAY * DAY if in_hand >= DAY else min(in_hand, IN_HAND_AT_MOST))


class DeclineReason(StrEnum):
    """The honest reason why something is not done, in the order in which it is offered."""

    CANNOT_MAKE = "CANNOT_MAKE"
    NOTHING_LEFT = "NOTHING_LEFT"
    NO_TIME = "NO_TIME"
    TOO_COSTLY = "TOO_COSTLY"
    NOT_ALLOWED = "NOT_ALLOWED"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Declined:
    """Why it was not done, and what was offered instead; what was typed may be empty."""

    reason: DeclineReason
    words: str = ""
    alternative: str = ""
    at: int = 0


class PictureKind(StrEnum):
    """A request has at most one picture of each kind."""

    PHOTO = "PHOTO"
    SKETCH = "SKETCH"


class Detail(StrEnum):
    """What else of a request can be changed, besides its state."""

    OWNER = "OWNER"
    AXIS = "AXIS"
    QUOTED = "QUOTED"
    FINAL = "FINAL"
    CONTACT_POINT = "CONTACT_POINT"


@dataclass(frozen=True, slots=True)
class SpecialRequest:
    """Who asked for what, promised for when. Times in UTC milliseconds, prices in the least unit.

    `target_at` is what is aimed for, ahead of the promise; a request of before there were targets has none.
    `declined` is why, where it was declined and said so.
    """

    id: int
    customer_id: int
    customer_name: str
    what: str
    note: str
    state: RequestState
    asked_at: int
    promised_at: int | None
    owner_id: int
    owner_name: str = ""
    target_at: int | None = None
    axis: Axis = Axis.TIME
    quoted: int | None = None
    final: int | None = None
    contact_point: ContactPoint | None = None
    declined: Declined | None = None
    pictures: frozenset[PictureKind] = frozenset()

    def overdue(self, now: int) -> bool:
        return self.state in OPEN_STATES and self.promised_at is not None and self.promised_at < now

    def pressing(self, now: int) -> bool:
        """Should it be done by now, to beat its promise? What is ready presses nobody."""
        if self.state not in (RequestState.OPEN, RequestState.IN_PROGRESS):
            return False
        return self.target_at is not None and self.target_at <= now

    @property
    def over_price(self) -> bool:
        """Did it cost more than was said?"""
        return self.quoted is not None and self.final is not None and self.final > self.quoted


@dataclass(frozen=True, slots=True)
class RequestOutcome:
    """A request after it was asked for or moved. `previous` is None for a new one."""

    request: SpecialRequest
    previous: RequestState | None
    gesture: bytes
    changes: Changes


@dataclass(frozen=True, slots=True)
class RequestChanged:
    """A request after a detail of it was changed; `gesture` takes it back."""

    request: SpecialRequest
    detail: Detail
    gesture: bytes
    changes: Changes
