"""What regulars will bring in the next year: how often they will come, times what a visit of theirs brings.

How often is the mean of two reckonings that err in different ways: the BG/NBD model, which knows all of
their visits alike, and their rate of late (each visit counts half after 60 days) times how likely it is that
they still come. Tried on a grocer's year, the middle half that was said had 47 to 54 of 100 regulars in it.
What a visit brings is their own average, drawn towards the shop's where few of their amounts are known.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappush, heappushpop
from math import log
from statistics import quantiles
from typing import Final, NamedTuple

from frontdesk.domain.office.bg_nbd import BgNbd, Comings, Dice

YEAR_WEEKS: Final = 365 / 7
HALF_LIFE_WEEKS: Final = 60 / 7
TOO_YOUNG_DAYS: Final = 90
TOO_FEW_REGULARS: Final = 10
AS_THE_SHOP: Final = 5
"""The shop's average weighs as much as so many known amounts of one's own."""
DRAWN: Final = 4000
"""About so many ways in which the year may go are drawn, over all regulars."""
FIRST: Final = 100
"""Of so many of those who bring most it is said how much."""

SUM_WITHIN: Final = 0.2
"""All of them together: at that grocer's it was within 0.15 of what was said, over half a year."""


class Regular(NamedTuple):
    """A regular as they came: `lately` is the sum of their visits after the first, each halved every 60
    days up to now; `priced` visits of theirs brought `total`.
    """

    customer_id: int
    seen: Comings
    lately: float
    priced: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class ComingYear:
    """What the next year brings, in money, or in visits where no amount is known. Half of the regulars will
    bring between `low` and `high`, `total` all of them together. `first` are those who bring most, each with
    what is likely. A shop that is too young to say is not `known`; `days` is how old it is.
    """

    days: int = 0
    regulars: int = 0
    known: bool = False
    in_money: bool = False
    low: float = 0.0
    high: float = 0.0
    total: float = 0.0
    first: tuple[tuple[int, float], ...] = ()

    @property
    def least(self) -> float:
        return self.total * (1 - SUM_WITHIN)

    @property
    def most(self) -> float:
        return self.total * (1 + SUM_WITHIN)


def is_old_enough(days: int, regulars: int) -> bool:
    """Can a shop of so many days and regulars say what a year will bring?"""
    return days >= TOO_YOUNG_DAYS and regulars >= TOO_FEW_REGULARS


def coming_year(
    model: BgNbd, regulars: Iterable[Regular], count: int, ticket: float, days: int, dice: Dice
) -> ComingYear:
    """What `count` regulars bring; `ticket` is the shop's average, 0 where nobody knows. The shop is old
    enough. They are taken one by one, and none is kept: a large shop has tens of thousands.
    """
    year, each_draws = Forecast(model, YEAR_WEEKS), DRAWN / count
    drawn, total = array("d"), 0.0
    most: list[tuple[float, int]] = []
    for regular in regulars:
        money = _ticket(regular, ticket)
        likely = year.visits(regular) * money
        total += likely
        place = (likely, -regular.customer_id)
        heappush(most, place) if len(most) < FIRST else heappushpop(most, place)
        for _ in range(int(each_draws + dice.random())):
            drawn.append(year.draw(regular, dice) * money)
    low, _, high = quantiles(drawn, n=4, method="inclusive")
    first = tuple((-who, likely) for likely, who in sorted(most, reverse=True))
    return ComingYear(days, count, True, bool(ticket), low, high, total, first)


class Forecast:
    """How often regulars will come in so many weeks."""

    def __init__(self, model: BgNbd, weeks: float) -> None:
        self._model, self._weeks = model, weeks
        self._of_alive: dict[tuple[int, float], float] = {}

    def visits(self, regular: Regular) -> float:
        """How many visits they are likely to make."""
        seen, alive = regular.seen, self._model.alive(regular.seen)
        lived = HALF_LIFE_WEEKS / log(2) * (1 - 0.5 ** (seen.known / HALF_LIFE_WEEKS))
        lately = regular.lately / lived * self._weeks if lived else 0.0
        return (self._modelled(seen) + lately) / 2 * alive

    def draw(self, regular: Regular, dice: Dice) -> float:
        """One way in which it may go: the model's chances, about as many visits as are likely."""
        modelled = self._modelled(regular.seen) * self._model.alive(regular.seen)
        drawn = self._model.draw(regular.seen, self._weeks, dice)
        return drawn * self.visits(regular) / modelled if modelled else 0.0

    def _modelled(self, seen: Comings) -> float:
        # The series is what is slow, and people who came as often for as long are many.
        like = seen.repeats, seen.known
        if like not in self._of_alive:
            self._of_alive[like] = self._model.expected_of_alive(*like, self._weeks)
        return self._of_alive[like]


def _ticket(regular: Regular, shop: float) -> float:
    """What a visit of theirs brings; 1, which counts visits, where the shop knows no amounts."""
    if not shop:
        return 1.0
    return (regular.total + AS_THE_SHOP * shop) / (regular.priced + AS_THE_SHOP)
