"""What somebody of the staff asks of the manager, and the answer: for these two only."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class StaffRequestState(StrEnum):
    """OPEN waits for an answer; LATER is one, too. The asker may take it back."""

    OPEN = "OPEN"
    YES = "YES"
    NO = "NO"
    LATER = "LATER"
    WITHDRAWN = "WITHDRAWN"


ANSWERS: Final = (StaffRequestState.YES, StaffRequestState.NO, StaffRequestState.LATER)


@dataclass(frozen=True, slots=True)
class StaffRequest:
    """One request in the asker's words. `words` are the manager's, and `answered_by` their name."""

    id: int
    asker_id: int
    asker: str
    text: str
    asked_at: int
    state: StaffRequestState = StaffRequestState.OPEN
    words: str = ""
    answered_at: int | None = None
    answered_by: str = ""

    @property
    def answered(self) -> bool:
        return self.state in ANSWERS
