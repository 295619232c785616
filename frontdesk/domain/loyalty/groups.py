"""Group cards: an office or a family that collects on one card. Each keeps a record and card of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.domain.acts import Changes
from frontdesk.domain.loyalty.cards import CardView


@dataclass(frozen=True, slots=True)
class GroupPerson:
    """Somebody of a group, as they are addressed."""

    customer_id: int
    address: str
    has_photo: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A shared card: whose it is, who collects on it, and how its cards of stamps stand."""

    holder: GroupPerson
    members: tuple[GroupPerson, ...]
    cards: tuple[CardView, ...]

    def is_shared_by(self, customer_id: int) -> bool:
        """Do they collect on it without being its holder?"""
        return any(member.customer_id == customer_id for member in self.members)


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """Somebody joined a group or left one, which now has so many members."""

    member: GroupPerson
    holder: GroupPerson
    joined: bool
    members: int
    changes: Changes


def people_of(bought_for: Sequence[int], size: int) -> int:
    """For how many people a shared card of so many was stamped. `bought_for` is what each said who came.

    Whoever says "for all of us" counts those who come after them: more than the group has it is only where
    one alone said so, or more came themselves.
    """
    came = sum(people > 0 for people in bought_for)
    return min(sum(bought_for), max(size, came, *bought_for, 0))
