"""What the owner has set about caring for people: promises, facts that age, who is missed."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from frontdesk.domain.care.shop_hours import UNSAID, WeekHours

MOST_MARGIN: Final = 100
"""In percent: more would aim for a time before the promise was given."""


class Axis(StrEnum):
    """In which one thing the shop beats its promise. One of them, not all at once."""

    TIME = "TIME"
    COST = "COST"
    SERVICE = "SERVICE"


@dataclass(frozen=True, slots=True)
class CareRules:
    """`margin_percent` of a promised time is kept in hand: promise 60 minutes, aim for 45. `facts_age_days`
    is how long a preference is taken to be true before it is asked again; `greet_within_s` how soon somebody
    who came in is to be greeted, in seconds; `false_alarms` how readily somebody is said to slip away, in
    false alarms per 100 regulars a month (5, 10 or 20). `closed_weekdays` are those on which the shop never
    opens (0 is Monday), `closed_days` single days, `holidays` whether the country's holidays count as closed;
    `hours` when it is open on each day of the week.
    """

    axis: Axis = Axis.TIME
    margin_percent: int = 25
    facts_age_days: int = 365
    greet_within_s: int = 40
    false_alarms: int = 10
    holidays: bool = True
    closed_weekdays: frozenset[int] = frozenset()
    closed_days: frozenset[date] = field(default_factory=frozenset)
    hours: WeekHours = UNSAID

    def within_reason(self) -> "CareRules":
        """The same, with each number in the bounds in which it means something."""
        return replace(
            self,
            margin_percent=min(max(self.margin_percent, 0), MOST_MARGIN),
            facts_age_days=max(self.facts_age_days, 1),
            greet_within_s=max(self.greet_within_s, 1),
        )
