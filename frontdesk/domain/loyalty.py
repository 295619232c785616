"""Stamps, cards and rewards: the rules, without a store.

The ledger is the truth and whole numbers are its only currency. A balance is the sum of the entries of
a card; whatever stands above full cards carries over.
"""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.acts import Changes

MAX_STAMPS_AT_ONCE = 20
MIN_GOAL, MAX_GOAL = 2, 20


class EntryKind(StrEnum):
    """Why a balance changed."""

    EARNED = "EARNED"
    REDEEMED = "REDEEMED"
    GOODWILL = "GOODWILL"
    EXPIRED = "EXPIRED"
    REVERSED = "REVERSED"
    CARRIED_OVER = "CARRIED_OVER"


class ReversalReason(StrEnum):
    """Why an entry was taken back."""

    SLIP = "SLIP"
    """Undo, beside what had just happened."""
    CORRECTION = "CORRECTION"
    """Found later, in a customer's history."""
    IMPORT_UNDONE = "IMPORT_UNDONE"


@dataclass(frozen=True, slots=True)
class Programme:
    """A loyalty scheme: `goal` stamps earn one `reward`. Retired, never deleted."""

    id: int
    name: str
    goal: int
    reward: str
    icon: str = "coffee"
    retired_at: int | None = None


@dataclass(frozen=True, slots=True)
class CardView:
    """A customer's card as it is shown. `balance` is in stamps and may be below zero (stamps owed)."""

    programme: Programme
    balance: int

    @property
    def rewards_ready(self) -> int:
        return max(self.balance, 0) // self.programme.goal

    @property
    def filled(self) -> int:
        """Stamps to paint on the card in hand: a full card stays full until its reward is taken."""
        if self.balance <= 0:
            return 0
        return self.balance % self.programme.goal or self.programme.goal

    @property
    def short(self) -> int:
        """Stamps missing for the next reward; 0 when one is ready."""
        return 0 if self.rewards_ready else self.programme.goal - self.balance

    @property
    def owed(self) -> int:
        return max(-self.balance, 0)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger. `stamps` is signed; `reverses_id` names the entry that a REVERSED undoes."""

    id: int
    card_id: int
    kind: EntryKind
    stamps: int
    reason: str
    at: int
    gesture: bytes
    reverses_id: int | None = None
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class StampOutcome:
    """What a stamp, a redemption or an undo left behind; returned only after it is on the disk."""

    customer_id: int
    card: CardView
    gesture: bytes
    kind: EntryKind
    stamps: int
    repeated: bool
    changes: Changes
    item: str = ""

    @property
    def became_ready(self) -> bool:
        """True when this very gesture completed a card."""
        before = max(self.card.balance - self.stamps, 0) // self.card.programme.goal
        return self.stamps > 0 and self.card.rewards_ready > before
