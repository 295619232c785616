"""Who does what, when: the four facts that every row of an act carries."""

from dataclasses import dataclass, fields
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff may do; each role may do all that the one before it may."""

    CASHIER = "CASHIER"
    MANAGER = "MANAGER"
    OWNER = "OWNER"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody who works in the shop."""

    id: int
    name: str
    role: Role
    has_photo: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One deliberate gesture at one till.

    `gesture` is a UUIDv7 in 16 bytes, made once when the finger comes down: repeating a service call
    with the same act changes nothing. `at` is UTC in milliseconds. `key` is the proof of who acts
    (team/proofs.py), or empty where none was asked for.
    """

    gesture: bytes
    staff_id: int
    till_id: int
    at: int
    key: bytes = b""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one write touched, so that a view refreshes only what it shows."""

    customers: frozenset[int] = frozenset()
    requests: bool = False
    shop: bool = False
    calls: bool = False
    everything: bool = False
    tickets: bool = False
    arrivals: bool = False
    team: bool = False
    today: bool = False
    recoveries: bool = False
    playbooks: bool = False
    responses: bool = False
    feedback_rules: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Both, for a view that hears of them late."""
        both = {each.name: getattr(self, each.name) | getattr(other, each.name) for each in fields(self)}
        return Changes(**both)

    @staticmethod
    def of(*customer_ids: int, requests: bool = False) -> "Changes":
        return Changes(customers=frozenset(customer_ids), requests=requests)
