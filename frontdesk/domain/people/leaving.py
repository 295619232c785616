"""Leaving: one act, and what is left on the cards stays theirs."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.people.customers import Customer


class LeavingReason(StrEnum):
    """Why somebody leaves, in the order in which it is offered; nobody has to say."""

    MOVED = "MOVED"
    NO_NEED = "NO_NEED"
    ANOTHER_SHOP = "ANOTHER_SHOP"
    PRICE = "PRICE"
    NOT_HAPPY = "NOT_HAPPY"
    NO_DATA = "NO_DATA"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left on one card; `worth` is what a pass's visits that are left were paid for, in the smallest
    unit.
    """

    card: CardView
    worth: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """All that the shop still owes somebody; cards with nothing on them are not among `kept`."""

    kept: tuple[Kept, ...] = ()

    @property
    def rewards_ready(self) -> int:
        return sum(each.card.rewards_ready for each in self.kept)


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who left and has not come back."""

    customer_id: int
    name: str
    at: int
    reason: LeavingReason | None = None


@dataclass(frozen=True, slots=True)
class LeavingSaved:
    """Somebody left, said why or came back: who, and what is theirs. `gesture` takes it back; there is none
    where nothing of it stands to be taken back.
    """

    customer: Customer
    balance: Balance
    gesture: bytes | None
    changes: Changes
