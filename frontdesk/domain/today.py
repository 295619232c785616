"""Today: one list for the shift of what is to be done for people. Each feature says what it has to add."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class TodayKind(IntEnum):
    """What an item is; the smaller, the higher in the list."""

    RECOVERY = 10
    UPSET_EXPECTED = 15
    PROMISE_DUE = 20
    PASS_NOT_RENEWED = 30
    FOLLOW_UP = 35
    FEEDBACK_TO_ANSWER = 40
    FIRST_DAY = 45
    BIRTHDAY = 50
    ANNIVERSARY = 55
    GONE_QUIET = 60
    SURPRISE = 70
    STAFF_THANKS = 80
    STAFF_REQUEST = 85


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One thing to do for somebody. `subject` is the key of what it is about (a request, a recovery, a
    follow-up) within its kind, or the customer's; with kind and `day` it names the item for good, so that it
    can be ticked once. `text` is what a person typed; `number` is days, years or visits as the kind means it;
    `at` is when it is due or happened. `owner` is who took it on; `about` the code of what it is about (what
    sort of follow-up) where a kind has several.
    """

    kind: TodayKind
    subject: int
    day: date
    customer_id: int | None = None
    name: str = ""
    text: str = ""
    number: int = 0
    at: int | None = None
    owner_id: int | None = None
    owner: str = ""
    about: str = ""
