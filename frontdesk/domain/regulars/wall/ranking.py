"""Who is likely to walk in now: the order of the photo wall.

A customer's score is their habit at this half-hour of the week, times what the shop's own curves say of the
moment: how long since they were last here, by the clock and by their own gap, whether they were here today,
and how well they are known. `week` says how much a visit at one hour tells of another, `habits` how visits
fade, `curves` how the curves are learnt. The curves learn whenever somebody comes soon after a `rank`.

On a grocer's log and on made-up ones of coffee corners, kiosks and weekly shoppers the one who comes next is
among the first twelve more often than by habit and one curve alone, by recency, or by frequency.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime, tzinfo
from heapq import heappush, heapreplace
from typing import Final

from frontdesk.domain.regulars.wall.curves import (
    GAPS_AWAY,
    HOURS_AWAY,
    Bins,
    Returning,
    hours_step,
    known_step,
    tenure_step,
    today_step,
)
from frontdesk.domain.regulars.wall.habits import Habits
from frontdesk.domain.regulars.wall.regulars import Regulars
from frontdesk.domain.regulars.wall.standing import Standing
from frontdesk.domain.regulars.wall.week import following, half_hour

DAY_SECONDS: Final = 86_400.0
SCREEN: Final = 36
"""Among so many a visit is looked for, to learn from it."""
SCREEN_HOLDS_DAYS: Final = 10 / (24 * 60)
AHEAD: Final = 12_000
"""The steps of the next half-hour that one `rank` does in advance: a millisecond or so."""


class Wall:
    """Learns from visits, in the order they happen, and ranks customers for a moment.

    `zone` is the shop's: what counts is the clock on its wall. Pure: no store, no clock of its own.
    """

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._number: dict[Hashable, int] = {}
        self._customers: list[Hashable] = []
        self._regulars, self._habits, self._returning = Regulars(), Habits(), Returning()
        self._now: Standing | None = None
        self._next: Standing | None = None
        self._latest = 0.0
        """The latest moment that was heard of: by it one says how long somebody is known."""
        self._ranked = 0.0
        self._screen: list[tuple[float, int, Bins]] = []
        """Who was likeliest when it was last asked, and when that was: what the next visit teaches from."""

    def observe(
        self, customer: Hashable, at: datetime, items: Iterable[Hashable] = (), value: float = 0
    ) -> None:
        """A visit of `customer` at the aware datetime `at`."""
        moment, day, cell = self._when(at)
        number = self._of(customer)
        if abs(moment - self._ranked) <= SCREEN_HOLDS_DAYS:
            self._returning.learn(number, self._screen)
        self._latest = moment
        self._regulars.came(number, moment, day)
        self._add(number, cell, self._habits.weight_at(moment))

    def retell(
        self,
        customer: Hashable,
        *,
        gone: Iterable[datetime] = (),
        new: Iterable[datetime] = (),
        visits: Sequence[datetime],
    ) -> None:
        """Somebody's visits became others: `gone`, once observed, did not happen or were another's, and `new`
        ones did. `visits` are all that stand, the oldest first.
        """
        number = self._of(customer)
        for at in gone:
            moment, _, cell = self._when(at)
            self._add(number, cell, -self._habits.weight_at(moment))
        for at in new:
            moment, _, cell = self._when(at)
            self._add(number, cell, self._habits.weight_at(moment))
        self._regulars.recount(number, [self._when(at)[:2] for at in visits])

    def rank(self, at: datetime, k: int) -> list[Hashable]:
        """The `k` customers likeliest to come at `at`, the likeliest first."""
        moment, day, cell = self._when(at)
        turned = self._now is None or self._now.cell != cell
        standing = self._standing(cell, moment)
        found = self._likeliest(standing, moment, day, max(k, SCREEN))
        self._ranked = moment
        self._screen = [(score, number, self._bins(number, moment, day)) for score, number in found[:SCREEN]]
        if self._next is not None and not turned:
            self._next.work(AHEAD)
        return [self._customers[number] for _, number in found[:k]]

    def prepare(self, at: datetime, steps: int | None = None) -> bool:
        """Make ready what a `rank` at `at` and in the half-hour after it needs, or do a few `steps` of that;
        whether it is ready. A `rank` does not wait for it: it does what is missing.
        """
        moment, _, cell = self._when(at)
        here, ahead = self._turn_to(cell, moment)
        here.work(steps)
        if here.ready:
            ahead.work(steps)
        return ahead.ready

    def chances(self, customers: Iterable[Hashable], at: datetime) -> dict[Hashable, float]:
        """How likely each of these is to come at `at`, on one scale for all; who never came has 0."""
        moment, day, cell = self._when(at)
        standing = self._standing(cell, moment)
        scale, found = self._habits.scale(moment), {}
        for customer in customers:
            number = self._number.get(customer)
            chance = 0.0
            if number is not None and self._regulars.count[number] > 0:
                chance = standing.score(number) * self._passing(number, moment, day) / scale
            found[customer] = chance
        return found

    def _of(self, customer: Hashable) -> int:
        """The number of a customer, new or known."""
        number = self._number.get(customer)
        if number is None:
            number = self._number[customer] = self._regulars.add()
            self._customers.append(customer)
        return number

    def _when(self, at: datetime) -> tuple[float, int, int]:
        """The moment in days, the shop's day, the half-hour of its week."""
        local = at.astimezone(self._zone)
        return at.timestamp() / DAY_SECONDS, local.toordinal(), half_hour(local)

    def _add(self, number: int, cell: int, weight: float) -> None:
        self._habits.add(number, cell, weight)
        for standing in (self._now, self._next):
            if standing is not None:
                standing.add(number, cell, weight)

    def _standing(self, cell: int, moment: float) -> Standing:
        here, _ = self._turn_to(cell, moment)
        here.work()
        return here

    def _turn_to(self, cell: int, moment: float) -> tuple[Standing, Standing]:
        """How all stand in a half-hour, and in the one after it."""
        here, ahead = self._now, self._next
        if here is None or ahead is None or here.cell != cell:
            self._latest = max(self._latest, moment)
            if ahead is None or ahead.cell != cell:
                ahead = Standing(cell, self._habits, self._settled)
            here, ahead = ahead, Standing(following(cell), self._habits, self._settled)
            self._now, self._next = here, ahead
        return here, ahead

    def _likeliest(self, standing: Standing, moment: float, day: int, k: int) -> list[tuple[float, int]]:
        """The best `k` with their scores, the best first; looks no further than one could be among them."""
        best, all_seen = self._look(standing.order, moment, day, k)
        if not all_seen:
            return best
        most = self._returning.most_passing() * self._returning.most_settled()
        least = best[-1][0] / most if len(best) == k else -1.0
        if least < standing.behind:  # somebody behind could still be among them
            standing.lower(least)
            best, _ = self._look(standing.order, moment, day, k)
        return best

    def _look(
        self, order: list[tuple[float, int]], moment: float, day: int, k: int
    ) -> tuple[list[tuple[float, int]], bool]:
        """The best `k` of those in front, and whether each of them had to be looked at."""
        count, most, all_seen = self._regulars.count, self._returning.most_passing(), True
        best: list[tuple[float, int]] = []
        for settled, number in order:
            if len(best) == k and -settled * most < best[0][0]:
                all_seen = False
                break
            if count[number] <= 0:
                continue
            one = (-settled * self._passing(number, moment, day), -number)
            if len(best) < k:
                heappush(best, one)
            elif one > best[0]:
                heapreplace(best, one)
        return [(score, -number) for score, number in sorted(best, reverse=True)], all_seen

    def _passing(self, number: int, moment: float, day: int) -> float:
        """How much likelier somebody is at this very moment than their settled score says."""
        regulars, returning = self._regulars, self._returning
        away, gap = abs(moment - regulars.last[number]), regulars.gap[number]
        return (
            returning.hours.factor[bisect_right(HOURS_AWAY, away * 24)]
            * returning.gaps.factor[bisect_right(GAPS_AWAY, away / gap)]
            * returning.today.factor[today_step(gap, regulars.times_on(number, day))]
        )

    def _bins(self, number: int, moment: float, day: int) -> Bins:
        regulars = self._regulars
        away, gap = abs(moment - regulars.last[number]), regulars.gap[number]
        return (
            hours_step(away * 24),
            bisect_right(GAPS_AWAY, away / gap),
            today_step(gap, regulars.times_on(number, day)),
            known_step(regulars.count[number]),
            tenure_step(moment - regulars.first[number]),
        )

    def _settled(self, number: int) -> float:
        """What the shop's curves say of how well somebody is known."""
        return self._returning.settled(
            self._regulars.count[number], self._latest - self._regulars.first[number]
        )
