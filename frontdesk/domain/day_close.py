"""The end of a till's day, as it goes on a slip of paper."""

from dataclasses import dataclass
from datetime import date

from frontdesk.domain.paper_anchor import PaperAnchor


@dataclass(frozen=True, slots=True)
class DaySums:
    """What a till gave and took on one day, in programmes that count stamps. What was undone is left out.

    `stamps` are those for buying; `gifts` came by the programme itself, as a welcome or for a birthday;
    `adopted` were taken over from paper cards.
    """

    stamps: int
    gifts: int
    rewards: int
    goodwill: int
    expired: int
    adopted: int = 0


@dataclass(frozen=True, slots=True)
class StaffDay:
    """The same of one member of staff, of what was in their hands."""

    name: str
    stamps: int
    goodwill: int
    rewards: int
    adopted: int = 0


@dataclass(frozen=True, slots=True)
class DayClose:
    """What the slip says. `time` is when it was asked for, as it is written in the shop; `staff` are those
    who gave or took anything, whoever did most first.

    `anchor` is the end of the ledger then; None while there is no entry at all.
    """

    shop_name: str
    till_name: str
    day: date
    time: str
    language: str
    sums: DaySums
    anchor: PaperAnchor | None
    staff: tuple[StaffDay, ...] = ()
