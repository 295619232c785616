"""A customer thanked somebody of the staff by name: it waits until it was passed on."""

from dataclasses import dataclass
from enum import StrEnum


class ThanksState(StrEnum):
    """WAITING is also what an undo leaves; TAKEN_BACK was noted by mistake."""

    WAITING = "WAITING"
    PASSED_ON = "PASSED_ON"
    TAKEN_BACK = "TAKEN_BACK"


@dataclass(frozen=True, slots=True)
class StaffThanks:
    """Thanks for `member` (key `for_id`); `words` are the customer's own, `customer` how they are called,
    both empty where nobody noted them.
    """

    id: int
    for_id: int
    member: str
    words: str
    at: int
    customer_id: int | None = None
    customer: str = ""
    state: ThanksState = ThanksState.WAITING
