"""What is done about somebody who is missed: called, asked why, let be; and who is missed most."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import add_months
from frontdesk.domain.regulars.slipping import Chance, Missing, Silence, gone

DAYS_A_MONTH: Final = 30.4


class StepKind(StrEnum):
    CALLED = "CALLED"
    ASKED = "ASKED"
    """They said why they stay away, or somebody knows it."""
    FINE = "FINE"
    """A false alarm: on holiday, or it is fine as it is."""


class AwayReason(StrEnum):
    """Why somebody stays away, in the order in which it is offered."""

    FORGOT = "FORGOT"
    """Nothing is wrong: they meant to come."""
    HOURS = "HOURS"
    """Their work, their way or their hours changed."""
    MOVED = "MOVED"
    PRICE = "PRICE"
    QUALITY = "QUALITY"
    UNHAPPY = "UNHAPPY"
    """Something went wrong here. It is to be put right."""
    ANOTHER_SHOP = "ANOTHER_SHOP"
    HEALTH = "HEALTH"
    UNKNOWN = "UNKNOWN"


class Fine(StrEnum):
    """For how long nobody is to miss them."""

    A_WEEK = "A_WEEK"
    A_MONTH = "A_MONTH"
    THREE_MONTHS = "THREE_MONTHS"
    FOR_GOOD = "FOR_GOOD"


@dataclass(frozen=True, slots=True)
class AbsenceStep:
    """One thing that was done. `until` is the first day on which somebody who is FINE may be missed again,
    None for good; `by` is who noted it, `gesture` takes it back.
    """

    kind: StepKind
    at: int
    by: str
    gesture: bytes
    reason: AwayReason | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Absence:
    """What is known of why somebody was away, for whoever greets them: the latest reason, when they were last
    called or written to, and what was noted then.
    """

    reason: AwayReason | None = None
    reached_at: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What somebody brought in a month: visits, and money in the currency's smallest unit, None where no
    price of what they take is known.
    """

    visits: float
    money: int | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody who is missed. `silent` is how many days of the calendar they have been. `steps` are what
    was done since they came last, the latest first; `reached_at` is when they were last called or written
    to since then. `fine` is by which step nobody is to miss them now.
    """

    customer_id: int
    name: str
    has_photo: bool
    state: Missing
    silence: Silence
    silent: int
    chance: Chance
    worth: Worth
    steps: tuple[AbsenceStep, ...] = ()
    reached_at: int | None = None
    fine: AbsenceStep | None = None
    by_name: bool = True
    """Whether they want to be greeted by name."""

    @property
    def handled(self) -> bool:
        """Did somebody see to it since they came last?"""
        return bool(self.steps) or self.reached_at is not None

    @property
    def reason(self) -> AwayReason | None:
        """Why they stay away, as was last noted."""
        return next((step.reason for step in self.steps if step.reason is not None), None)


@dataclass(frozen=True, slots=True)
class MissedPeople:
    """All who are missed, those who are missed most first, as far as a list is read; how many there are in
    all; and who is not to be missed for now.
    """

    quiet: tuple[Missed, ...] = ()
    lost: tuple[Missed, ...] = ()
    let_be: tuple[Missed, ...] = ()
    quiet_in_all: int = 0
    lost_in_all: int = 0


@dataclass(frozen=True, slots=True)
class AbsenceOutcome:
    """What came of an act about an absence; `gesture` undoes it."""

    customer_id: int
    step: AbsenceStep
    gesture: bytes
    changes: Changes


def until_of(fine: Fine, today: date) -> date | None:
    """The first day on which they may be missed again; None for good."""
    match fine:
        case Fine.A_WEEK:
            return today + timedelta(days=7)
        case Fine.A_MONTH:
            return add_months(today, 1)
        case Fine.THREE_MONTHS:
            return add_months(today, 3)
        case Fine.FOR_GOOD:
            return None


def visits_a_month(silence: Silence) -> float:
    return DAYS_A_MONTH / silence.every


def weight(silence: Silence, chance: Chance, worth: Worth, usual_ticket: float) -> float:
    """By how much somebody is missed: what they brought in a month, as far as they may be gone. Who takes
    what has no price counts with the shop's `usual_ticket`.
    """
    money = worth.money if worth.money is not None else worth.visits * usual_ticket
    return money * gone(silence, chance)


def lets_be(step: AbsenceStep, last: int, noted_on: int, today: date) -> bool:
    """Is somebody whose last visit day is `last` not to be missed today, by a step that was noted on a day?
    A false alarm holds until its end, whether they come meanwhile or not; who moved away may have come back
    since.
    """
    if step.kind is StepKind.FINE:
        return step.until is None or today < step.until
    return step.reason is AwayReason.MOVED and noted_on > last
