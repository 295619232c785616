"""Figures of how the shop cares for its people: each a number that opens into the list of whom it counts."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure's value is: a count, a share (0 to 1), seconds, or money in the currency's least unit."""

    COUNT = "COUNT"
    SHARE = "SHARE"
    SECONDS = "SECONDS"
    MONEY = "MONEY"


class FigureKind(StrEnum):
    """What a figure says, in the order in which it is shown."""

    PROMISES_KEPT = "PROMISES_KEPT"
    PROMISES_EARLY = "PROMISES_EARLY"
    PRICES_KEPT = "PRICES_KEPT"
    DECLINED = "DECLINED"
    ASKED_AGAIN = "ASKED_AGAIN"
    COMPLAINTS = "COMPLAINTS"
    PUT_RIGHT = "PUT_RIGHT"
    ANSWERED_HAPPY = "ANSWERED_HAPPY"
    ACKNOWLEDGED = "ACKNOWLEDGED"
    GREETED_IN_TIME = "GREETED_IN_TIME"
    GREETED_AFTER = "GREETED_AFTER"
    GREETING_NOT_NOTED = "GREETING_NOT_NOTED"
    QUIET = "QUIET"
    LOST = "LOST"
    WHY_AWAY = "WHY_AWAY"
    CAME_BACK = "CAME_BACK"
    SAID_FINE = "SAID_FINE"
    WHY_THEY_COME = "WHY_THEY_COME"
    CONTACT_POINT = "CONTACT_POINT"
    LEFT = "LEFT"
    NOT_RENEWED = "NOT_RENEWED"


@dataclass(frozen=True, slots=True)
class Counted:
    """Whom a figure counts, once for each time; `note` says in a few typed or quoted words what it was. A
    stranger's has no `customer_id`. A share lists all that it was measured on: `met` is whether it was so.
    """

    customer_id: int | None
    name: str
    at: int
    note: str = ""
    met: bool = True


@dataclass(frozen=True, slots=True)
class CareFigure:
    """One figure. `value` is in `unit`, None where there is nothing to measure yet; `of` is how many it was
    measured on; `about` is the code of what it is about (a reason, a contact point) where a kind has several.
    """

    kind: FigureKind
    value: float | None
    unit: Unit = Unit.COUNT
    of: int = 0
    about: str = ""
    people: tuple[Counted, ...] = ()

    @property
    def measured(self) -> bool:
        """Whether there is anything to say: a share of something, a time, or more than nobody."""
        if self.unit is Unit.COUNT:
            return bool(self.value)
        return self.value is not None and self.of > 0
