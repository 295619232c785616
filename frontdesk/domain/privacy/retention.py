"""For how long the shop keeps people who no longer come, and who has been silent for longer.

Nobody is forgotten by a clock: the shop proposes, and a manager does it. Time that the shop did not live
through does not count, as with stamps that end (domain/loyalty/expiry.py): a stretch without anybody for more
than a week may be a holiday or a leap of the clock, and proposes nobody.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Final, Self

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.expiry import LEAP_DAYS
from frontdesk.domain.privacy.erasing import Standing

USUAL_YEARS: Final = 2
LEAST_YEARS, MOST_YEARS = 1, 10
_DAYS_OF_A_YEAR: Final = 365.25
NEWS_DAYS: Final = 7
"""Whoever has looked at the page is not told of it again for so long."""


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """After how many years of silence somebody is proposed; None is never."""

    years: int | None = USUAL_YEARS

    def document(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, document: str) -> Self:
        """As it was saved, each number within reason; the usual where nothing was."""
        years = json.loads(document)["years"] if document else USUAL_YEARS
        return cls(min(max(years, LEAST_YEARS), MOST_YEARS) if years is not None else None)


@dataclass(frozen=True, slots=True)
class RulesSaved:
    """The rules as they now stand; `before` undoes the change."""

    rules: RetentionRules
    before: RetentionRules
    changes: Changes


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody who has not been heard of since `last_at`. They are proposed unless something still stands."""

    customer_id: int
    name: str
    last_at: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class SilentPeople:
    """Who is proposed to be forgotten, and who would be if nothing stood between them and the shop.

    The longest silent are first. `years` is the rule by which they were found, None where there is none;
    `too_young` where the shop has not lived so long itself.
    """

    years: int | None
    proposed: tuple[Silent, ...] = ()
    held: tuple[Silent, ...] = ()
    too_young: bool = False
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Somebody is kept until a moment, though they were silent for long; `gesture` takes it back."""

    customer_id: int
    until: int
    gesture: bytes
    changes: Changes


def silent_before(shop_days: Iterable[date], years: int) -> date | None:
    """The day before which somebody must have been seen last to count as silent, given the days on which
    customers came, the latest first; None where the shop has not lived so long.
    """
    days = list(shop_days)
    gaps = [(later - earlier).days for later, earlier in pairwise(days)]
    leap = max(LEAP_DAYS, 2 * median(gaps)) if gaps else LEAP_DAYS
    lived = 0
    for earlier, gap in zip(days[1:], gaps, strict=True):
        lived += gap if gap <= leap else 0
        if lived >= years * _DAYS_OF_A_YEAR:
            return earlier
    return None
