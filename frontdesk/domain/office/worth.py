"""What customers are worth: the figures of the page, each with the people whom it counts.

People are named by the record that answers for them. Whoever left or was forgotten is in the sums, because
they came and paid, and in no list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles
from typing import Final

from frontdesk.domain.days import DAY
from frontdesk.domain.office.coming_year import ComingYear
from frontdesk.domain.office.reward_debt import Debt

AGAIN_WITHIN_DAYS: Final = 60
"""So long a new customer has to come again before it is said that they did not."""
ANOTHER_DAY: Final = DAY // 2
"""Coming again is later than this: the second coffee of one day is none."""
STAYED_VISITS: Final = 3
"""From so many visits on, whoever was brought along has come to stay."""
ONE_OF_THE_STAFF: Final = 0.5
"""Of whose visits one of the staff served more than this share, that one is their face of the shop."""
LATEST_VISITS: Final = 100_000
"""The average is of a year, or of so many visits."""

OFTEN_UP_TO_DAYS: Final = (1.5, 4.5, 10.0, 21.0)
"""Where the steps of how often somebody comes end, from nearly each day on."""
WEEKLY_STEPS: Final = 3
"""The first of them are once a week or more often."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Of `of` new customers whose time to come again is over, `again` did; `not_again` are the others."""

    of: int = 0
    again: int = 0
    not_again: tuple[int, ...] = ()

    @property
    def unlisted(self) -> int:
        """How many of the others left or were forgotten."""
        return self.of - self.again - len(self.not_again)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often regulars come, in days from visit to visit: half of them between `low` and `high`. `people`
    are in the order of it, `steps` how many there are of each step of OFTEN_UP_TO_DAYS, and beyond.
    """

    people: tuple[int, ...] = ()
    low: float = 0.0
    middle: float = 0.0
    high: float = 0.0
    steps: tuple[int, ...] = (0,) * (len(OFTEN_UP_TO_DAYS) + 1)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a visit brings: `total` is of the `priced` visits among all since `since`. Whoever spent most is
    first.
    """

    since: int = 0
    visits: int = 0
    priced: int = 0
    total: int = 0
    people: tuple[int, ...] = ()

    @property
    def average(self) -> float:
        return self.total / self.priced if self.priced else 0.0


@dataclass(frozen=True, slots=True)
class Brought:
    """Who brought whom along, and how often the friend has come."""

    friend_id: int
    referrer_id: int
    visits: int

    @property
    def stayed(self) -> bool:
        return self.visits >= STAYED_VISITS


@dataclass(frozen=True, slots=True)
class Face:
    """One of the staff, and the regulars whom mostly they serve."""

    staff_id: int
    name: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """Rewards that were taken and stand: of `priced` it is known what they were worth together."""

    rewards: int = 0
    priced: int = 0
    worth: int = 0


@dataclass(frozen=True, slots=True)
class Savings:
    """What people had from the programmes in the last year and ever. Whoever had most is first."""

    lately: Saved = Saved()
    ever: Saved = Saved()
    people: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WorthReport:
    """All figures as of `at`. `names` has those of the people whom a list of its own shows first; `staff`
    is how many work here.
    """

    at: int
    returned: Returned
    rhythm: Rhythm
    ticket: Ticket
    brought: tuple[Brought, ...]
    coming: ComingYear
    debt: Debt
    faces: tuple[Face, ...]
    staff: int
    savings: Savings
    names: dict[int, str]

    @property
    def regulars(self) -> int:
        return len(self.rhythm.people)


def rhythm(people: Sequence[int], days: Sequence[float]) -> Rhythm:
    """How often regulars come, by how many days are between the visits of each, the fewest first."""
    if not people:
        return Rhythm()
    low, middle, high = quantiles(days, n=4, method="inclusive") if len(days) > 1 else tuple(days) * 3
    ends = (-1.0, *OFTEN_UP_TO_DAYS, float("inf"))
    steps = tuple(sum(after < each <= until for each in days) for after, until in pairwise(ends))
    return Rhythm(tuple(people), low, middle, high, steps)
