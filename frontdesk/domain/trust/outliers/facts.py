"""What the outlier report reads, and what it says."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from frontdesk.domain.loyalty.stamping import EntryKind


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One ledger entry as the report needs it. `customer_id` is the person (the root of merged records);
    `noted` says that its visit has a purchase: an item, or an amount paid."""

    id: int
    gesture: bytes
    kind: EntryKind
    stamps: int
    customer_id: int
    staff_id: int
    at: int
    reverses_id: int | None = None
    noted: bool = False


class FindingKind(StrEnum):
    """What is unusual."""

    BUSY_CARD = "BUSY_CARD"
    """A card is stamped far more often than any other here, or than it ever was."""
    ONE_PAIR = "ONE_PAIR"
    """A member of staff stamps one card at shift after shift, more than who happens to serve explains."""
    BURST = "BURST"
    """Many stamps on one card within an hour."""
    ODD_HOURS = "ODD_HOURS"
    """Stamps at times at which the shop is usually closed."""
    GOODWILL = "GOODWILL"
    """A member of staff gives goodwill stamps far more often than the others."""
    REWARDS_UNDONE = "REWARDS_UNDONE"
    """A member of staff takes rewards back far more often than the others."""
    FILLED_AND_REDEEMED = "FILLED_AND_REDEEMED"
    """A member of staff fills a card and redeems it on the same day, far more often than the others."""


class Severity(StrEnum):
    """How plainly the numbers speak; neither says that somebody did wrong."""

    LOOK = "LOOK"
    PLAIN = "PLAIN"


@dataclass(frozen=True, slots=True)
class Finding:
    """One unusual thing, with the entries behind it, oldest first, so that a manager can open them.

    `count` is what was seen and `usual` what to compare it with: for BUSY_CARD stampings in the window and
    the usual record of the shop; for ONE_PAIR shifts with this card, of `out_of` shifts, and the shifts
    that chance would give; for BURST stamps within an hour and the usual record; for the others acts,
    of `out_of` acts, and how many the others' rate would give. `staff_share` is the part of `count` by
    `staff_id`, where a card was also stamped by others. `first_day` is the shop's own day.
    """

    kind: FindingKind
    severity: Severity
    staff_id: int | None
    customer_ids: tuple[int, ...]
    count: int
    usual: float
    out_of: int
    days: int
    first_day: date
    entry_ids: tuple[int, ...]
    gestures: tuple[bytes, ...]
    staff_share: int = 0

    @property
    def subject(self) -> tuple[FindingKind, int | None, tuple[int, ...]]:
        """What it is about: the same subject tomorrow is the same finding, still standing."""
        by_card = self.kind in (FindingKind.BUSY_CARD, FindingKind.BURST)
        about = self.customer_ids if by_card or self.kind is FindingKind.ONE_PAIR else ()
        return self.kind, None if by_card else self.staff_id, about


@dataclass(frozen=True, slots=True)
class OutlierReport:
    """The findings, the plainest first; `enough` is False while the shop is too young to say what is usual.

    `first_day` and `last_day` bound the window looked at; `known_days` is how long the shop is known,
    of the `needed_days`.
    """

    enough: bool
    first_day: date
    last_day: date
    known_days: int
    needed_days: int
    findings: tuple[Finding, ...] = ()
