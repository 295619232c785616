"""Stamps in the ledger: the kinds of entries, and what one act did.

The ledger is the truth and whole numbers are its only currency. A balance is the sum of the entries of
a card; whatever stands above full cards carries over.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.origins import Origin
from frontdesk.domain.loyalty.programmes import Reward

MAX_STAMPS_AT_ONCE = 20

MOST_PAID_AT_ONCE: Final = 10**12
"""In the currency's smallest unit. More is a slip of the keys, in any currency."""

MOST_FOR_AN_AMOUNT: Final = 1000
"""Stamps that one payment may earn on a card. More is a slip, too: of the keys, or in the terms."""


class EntryKind(StrEnum):
    """Why a balance changed."""

    EARNED = "EARNED"
    REDEEMED = "REDEEMED"
    GOODWILL = "GOODWILL"
    EXPIRED = "EXPIRED"
    REVERSED = "REVERSED"
    CARRIED_OVER = "CARRIED_OVER"


class EarnReason(StrEnum):
    """What an EARNED entry was for. Buying (the plain tap or a product) has no code of its own."""

    BOUGHT = ""
    AMOUNT = "AMOUNT"
    BOOST = "BOOST"
    WELCOME = "WELCOME"
    BIRTHDAY = "BIRTHDAY"
    FRIEND = "FRIEND"
    """For somebody who was brought along and came twice."""
    REFERRER = "REFERRER"
    """For whoever brought them."""
    MOVED = "MOVED"
    """Bought, and given to the wrong person first."""
    MOVED_BOOST = "MOVED_BOOST"
    """What the hour had added to it."""
    SOLD = "SOLD"
    """A pass or membership was paid for."""


BASE_REASONS: Final = (EarnReason.BOUGHT, EarnReason.AMOUNT, EarnReason.MOVED)
"""What the caps of a programme count."""

BUYING_REASONS: Final = (*BASE_REASONS, EarnReason.BOOST, EarnReason.MOVED_BOOST)
"""What was given for buying: no gift, and no pass that was sold."""


class GoodwillReason(StrEnum):
    """Why stamps were given that nobody had bought: the benefit of the doubt."""

    WAITED = "WAITED"
    WENT_WRONG = "WENT_WRONG"
    FORGOTTEN = "FORGOTTEN"
    """A stamp of an earlier visit that was forgotten, as the customer says."""
    KINDNESS = "KINDNESS"
    SURPRISE = "SURPRISE"
    """A small surprise that nobody promised; it has a budget of its own."""


class ReversalReason(StrEnum):
    """Why an entry was taken back."""

    SLIP = "SLIP"
    """Undo, beside what had just happened."""
    CORRECTION = "CORRECTION"
    """Found later, in a customer's history."""
    IMPORT_UNDONE = "IMPORT_UNDONE"
    WRONG_PERSON = "WRONG_PERSON"
    """Given to another customer in the same act."""
    RECKONED_ANEW = "RECKONED_ANEW"
    """What it rested on was taken back: the sum of a visit, or the stamp whose end it was."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line of the ledger. `stamps` is signed; `reverses_id` names the entry that a REVERSED undoes.

    `done_as` is the kind of act that wrote it, such as STAMP, MOVE or EXPIRE; `origin` where the stamps came
    from, if they were not given at the till as they were earned.
    """

    id: int
    card_id: int
    kind: EntryKind
    stamps: int
    reason: str
    at: int
    gesture: bytes
    reverses_id: int | None = None
    reversed: bool = False
    programme_id: int = 0
    staff_id: int = 0
    done_as: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class StampOutcome:
    """What an act left behind on a card; returned only after it is on the disk.

    `stamps` is what it changed on this card in all, gifts and boosts included; `clipped` what a cap held
    back; `reward` what was taken; `others` the other cards that the same act changed.
    """

    customer_id: int
    card: CardView
    gesture: bytes
    kind: EntryKind
    stamps: int
    repeated: bool
    changes: Changes
    item: str = ""
    reward: Reward | None = None
    clipped: int = 0
    gifts: int = 0
    others: tuple[CardView, ...] = ()

    @property
    def became_ready(self) -> bool:
        """True when this very gesture completed a card."""
        cheapest = self.card.terms.cheapest
        if cheapest is None or self.stamps <= 0:
            return False
        before = max(self.card.balance - self.stamps, 0) // cheapest.price
        return max(self.card.balance, 0) // cheapest.price > before
