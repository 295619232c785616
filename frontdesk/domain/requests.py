"""Special requests: something a customer asked for, promised for a time, and followed to its end."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.acts import Changes


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


@dataclass(frozen=True, slots=True)
class SpecialRequest:
    """Who asked for what, promised for when. Times in UTC milliseconds."""

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

    def overdue(self, now: int) -> bool:
        return self.state in OPEN_STATES and self.promised_at is not None and self.promised_at < now


@dataclass(frozen=True, slots=True)
class RequestOutcome:
    """A request after it was asked for or moved. `previous` is None for a new one."""

    request: SpecialRequest
    previous: RequestState | None
    gesture: bytes
    changes: Changes
