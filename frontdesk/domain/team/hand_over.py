"""The hand-over of a shift, as it goes on half a page of paper: what is open, and who knows of it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.text import clean_line

NOTE_LIMIT: Final = 200

HANDED_OVER: Final = frozenset(
    {
        TodayKind.RECOVERY,
        TodayKind.UPSET_EXPECTED,
        TodayKind.PROMISE_DUE,
        TodayKind.PASS_NOT_RENEWED,
        TodayKind.FOLLOW_UP,
        TodayKind.FIRST_DAY,
        TodayKind.BIRTHDAY,
        TodayKind.STAFF_THANKS,
    }
)
"""What the next shift has to know of. What somebody asks of the manager is for these two only."""

WENT_WRONG: Final = frozenset({TodayKind.RECOVERY, TodayKind.UPSET_EXPECTED})
"""Whose it is, is on the paper; what happened to them is read in Today only."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """What the page says, in the order of Today's list. Paper lies about: `items` have short names. `duty` is
    who was here today, `note` what whoever hands over wants the next ones to know. `unsaid` are the
    customers who are not to be called by name; `left_out` counts what else stands in Today.
    """

    shop: ShopSigns
    at: int
    day: date
    zone: ZoneInfo
    language: str
    duty: tuple[str, ...]
    items: tuple[TodayItem, ...]
    note: str = ""
    unsaid: frozenset[int] = frozenset()
    left_out: int = 0

    def with_note(self, typed: str) -> "HandOver":
        """The same page with another word to the next shift. Raises `BadInput` for one that is too long."""
        return replace(self, note=clean_line(typed, NOTE_LIMIT))
