"""Forgetting somebody for good: what is known before it is done, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.acts import Changes


class WhyErased(StrEnum):
    """They asked for it, or they were silent for longer than the shop keeps people."""

    ASKED = "ASKED"
    SILENT = "SILENT"


@dataclass(frozen=True, slots=True)
class Theirs:
    """How much there is of one person; every number counts over all their records. `others` are words about
    them in places that no other number counts.
    """

    visits: int = 0
    entries: int = 0
    photos: int = 0
    notes: int = 0
    requests: int = 0
    complaints: int = 0
    answers: int = 0
    follow_ups: int = 0
    records: int = 1
    cards: int = 0
    pictures: int = 0
    consents: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What is still open between the shop and somebody, which the shop would owe to nobody afterwards.

    `rewards` are ready to be taken, `passes` still valid, `collecting` the people who collect on their card.
    """

    rewards: int = 0
    passes: int = 0
    requests: int = 0
    complaints: int = 0
    collecting: int = 0

    def __bool__(self) -> bool:
        return any((self.rewards, self.passes, self.requests, self.complaints, self.collecting))


@dataclass(frozen=True, slots=True)
class ErasurePlan:
    """Exactly what would go and what stays, told before anything is done.

    `elsewhere` counts words about other things in which the whole name stands, too: nobody can say for a
    person whether they mean this one. `backups_until` is when the last backup that has the name leaves; 0
    where there is none.
    """

    customer_id: int
    name: str
    theirs: Theirs
    standing: Standing
    elsewhere: int
    backups_until: int


@dataclass(frozen=True, slots=True)
class Erased:
    """One person is forgotten. Nothing brings them back."""

    customer_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ErasedMany:
    """How many were forgotten, and how many could not be: gone by then, or on their way out already.

    `clean` is whether nothing of them is left in the shop's folder; if not, the next start clears it. A
    `practice` that is open has a copy of its own in which they are, until it ends.
    """

    erased: int
    missed: int
    clean: bool
    changes: Changes
    stopped: bool = False
    practice: bool = False


@dataclass(frozen=True, slots=True)
class ErasedPerson:
    """Somebody who was forgotten, as the page lists them: when, why, and by whom; who it was is gone."""

    at: int
    why: WhyErased
    by: str
    again: bool
