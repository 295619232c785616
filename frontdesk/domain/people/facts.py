"""What is known about a customer: what they must not have, like, are, and why they come. All of it ages."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY


class FactKind(StrEnum):
    """What sort of thing is known about a customer."""

    ALLERGY = "ALLERGY"
    PREFERENCE = "PREFERENCE"
    NOTE = "NOTE"
    WHY = "WHY"


class Reason(StrEnum):
    """Why somebody comes here and not elsewhere; one may have several."""

    VALUED = "VALUED"
    SAFE = "SAFE"
    INFORMED = "INFORMED"
    TASTE = "TASTE"
    HABIT = "HABIT"
    PEOPLE = "PEOPLE"


class Answer(StrEnum):
    """What came of asking whether a fact still holds."""

    STANDS = "STANDS"
    CHANGED = "CHANGED"
    GONE = "GONE"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about a customer: who noted it when, and who last asked when whether it still holds.

    `reason` is set where it is why they come, `text` is then their own words and may be empty; `whom` is who
    serves them usually.
    """

    id: int
    kind: FactKind
    text: str
    noted_at: int
    noted_by: str = ""
    checked_at: int | None = None
    checked_by: str = ""
    reason: Reason | None = None
    whom_id: int | None = None
    whom: str = ""

    @property
    def known_at(self) -> int:
        """When it was last known to hold."""
        return max(self.noted_at, self.checked_at or self.noted_at)

    def is_old(self, now: int, age_days: int) -> bool:
        """Is it to be asked again?"""
        return now - self.known_at > age_days * DAY


@dataclass(frozen=True, slots=True)
class FactOutcome:
    """A fact as an act left it; None where the act took it away. `answer` is set where it was asked for."""

    customer_id: int
    fact: Fact | None
    gesture: bytes
    changes: Changes
    answer: Answer | None = None
    before: Fact | None = None
    """The fact that was asked about, as it stood."""


def parted(known: Iterable[Fact], typed: str) -> tuple[tuple[Fact, ...], str]:
    """Of a text in which facts stand one below the other: those that stand there as they were, and what else
    it says.
    """
    lines, kept = typed.split("\n"), list[Fact]()
    for fact in known:
        block = fact.text.split("\n")
        places = (at for at in range(len(lines) - len(block) + 1) if lines[at : at + len(block)] == block)
        place = next(places, None)
        if place is not None:
            kept.append(fact)
            lines[place : place + len(block)] = [""]  # what stood above and below it stays apart
    return tuple(kept), "\n".join(line for line in lines if line)


def to_check(facts: Iterable[Fact], now: int, age_days: int) -> Fact | None:
    """Which one fact to ask about: an allergy first, then what was not heard of for longest."""
    old = (fact for fact in facts if fact.is_old(now, age_days))
    return min(
        old, key=lambda fact: (fact.kind is not FactKind.ALLERGY, fact.known_at, fact.id), default=None
    )


def one_tap_answers(fact: Fact) -> tuple[Answer, ...]:
    """What one tap may answer. An allergy is let go only where all that is known is edited."""
    if fact.kind is FactKind.ALLERGY:
        return (Answer.STANDS, Answer.CHANGED)
    return (Answer.STANDS, Answer.CHANGED, Answer.GONE)
