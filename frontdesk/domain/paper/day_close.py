"""The end of a till's day, as it goes on a slip of paper."""

from dataclasses import dataclass
from datetime import date

from frontdesk.domain.care.manager_calls import AnsweredCall
from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.domain.trust.paper_anchor import PaperAnchor


@dataclass(frozen=True, slots=True)
class DaySums:
    """What a till gave and took on one day, in programmes that count stamps. What was undone is left out.

    `stamps` are those for buying, given to whoever stood there, and `rewards` those taken so. Apart from
    them, because nobody need have stood there: `claimed` from waiting tickets, `keyed` in from power-cut
    sheets and `free` ones of these, `adopted` from paper cards. A free one counts on the day on which its
    line was keyed in, whatever became of it since. `gifts` came by the programme itself, as a welcome or for
    a birthday. Of `goodwill`, `made_good` was for a wait or for what went wrong, with or without a complaint,
    and `surprises` just to please. `complaints` were noted at this till; it need not have cost anything.
    """

    stamps: int
    gifts: int
    rewards: int
    goodwill: int
    expired: int
    adopted: int = 0
    claimed: int = 0
    keyed: int = 0
    free: int = 0
    made_good: int = 0
    surprises: int = 0
    complaints: int = 0


@dataclass(frozen=True, slots=True)
class StaffDay:
    """The same of one member of staff, of what was in their hands; `enrolled` are their new customers."""

    name: str
    stamps: int = 0
    goodwill: int = 0
    rewards: int = 0
    adopted: int = 0
    claimed: int = 0
    keyed: int = 0
    free: int = 0
    enrolled: int = 0


@dataclass(frozen=True, slots=True)
class DayClose:
    """What the slip says. `time` is when it was asked for, as it is written in the shop; `staff` are those
    who gave or took anything or enrolled anybody, whoever did most first; `calls` those for the manager.

    `anchor` is the end of the ledger then; None while there is no entry at all.
    """

    shop: ShopSigns
    till_name: str
    day: date
    time: str
    language: str
    sums: DaySums
    anchor: PaperAnchor | None
    staff: tuple[StaffDay, ...] = ()
    calls: tuple[AnsweredCall, ...] = ()
    asked_on: date | None = None
    """Where it was not on the day itself that it was asked for: the ledger's end is the one of then."""


@dataclass(frozen=True, slots=True)
class DayClosed:
    """When a day's slip first came out, and who saw to it."""

    at: int
    by: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of a till: did it give or take anything, and was it closed?"""

    day: date
    busy: bool
    closed: DayClosed | None = None


@dataclass(frozen=True, slots=True)
class DayBook:
    """The latest days, the latest first, and whether any day was ever closed: a shop may not keep slips."""

    days: tuple[DayLine, ...]
    ever_closed: bool

    @property
    def left_open(self) -> tuple[DayLine, ...]:
        """Days that are over, on which something was given, and that have no slip."""
        return tuple(each for each in self.days[1:] if each.busy and each.closed is None)
