"""Today: one list for the shift of what is to be done for people. Each feature says what it has to add."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from frontdesk.domain.acts import Changes


class TodayKind(IntEnum):
    """What an item is; the smaller, the higher in the list."""

    RECOVERY = 10
    UPSET_EXPECTED = 15
    PROMISE_DUE = 20
    RESPONSE = 25
    PASS_NOT_RENEWED = 30
    FOLLOW_UP = 35
    FIRST_DAY = 45
    BIRTHDAY = 50
    ANNIVERSARY = 55
    GONE_QUIET = 60
    SURPRISE = 70
    STAFF_THANKS = 80
    STAFF_REQUEST = 85


OF_A_CUSTOMER: Final = frozenset(
    {
        TodayKind.PASS_NOT_RENEWED,
        TodayKind.FIRST_DAY,
        TodayKind.BIRTHDAY,
        TodayKind.ANNIVERSARY,
        TodayKind.SURPRISE,
    }
)
"""Their `subject` is the customer. They have no state of their own: whoever saw to one ticks it."""

PROMISED: Final = frozenset({TodayKind.PROMISE_DUE, TodayKind.FOLLOW_UP})
"""Their `at` is when they are due: after it they are late."""

QUIETLY: Final = "QUIETLY"
"""What an item is `about` where the customer does not want to be greeted by name."""


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One thing to do for somebody. `subject` is the key of what it is about (a request, a recovery, a
    follow-up) within its kind, or the customer's; with kind and `day` it names the item for good, so that it
    can be ticked once. `text` is what a person typed; `number` is days, years or visits as the kind means it;
    `at` is when it is due or happened. `owner` is who took it on; `about` the code of what it is about (what
    sort of follow-up, which box was ticked) where a kind has several. `at_once`: the manager was told of
    it, and nobody has spoken with them yet; of an answer, that they were not happy.
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
    at_once: bool = False

    def is_late(self, now: int) -> bool:
        return self.kind in PROMISED and self.at is not None and self.at <= now

    def presses(self, now: int) -> bool:
        """Is it late, or something that went wrong? Then the list's button has a colour."""
        unhappy = self.kind is TodayKind.RESPONSE and self.at_once
        return self.kind is TodayKind.RECOVERY or unhappy or self.is_late(now)

    @property
    def key(self) -> tuple[TodayKind, int, date]:
        """What names the item for good."""
        return self.kind, self.subject, self.day


@dataclass(frozen=True, slots=True)
class TodayTicked:
    """An item that was seen to; `gesture` takes it back."""

    gesture: bytes
    changes: Changes


def in_order(items: Iterable[TodayItem]) -> tuple[TodayItem, ...]:
    """As the list shows them: by kind; then what cannot wait, the latest first; then what is due first. What
    has no time comes by its day.
    """
    return tuple(sorted(items, key=_place))


def _place(item: TodayItem) -> tuple[TodayKind, bool, bool, int, date, int]:
    at = item.at or 0
    return item.kind, not item.at_once, item.at is None, -at if item.at_once else at, item.day, item.subject
