"""What customers are worth to the shop, reckoned for its manager."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from random import Random
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.days import DAY
from frontdesk.domain.office.bg_nbd import Comings, fit
from frontdesk.domain.office.coming_year import ComingYear, Regular, coming_year, is_old_enough
from frontdesk.domain.office.worth import (
    AGAIN_WITHIN_DAYS,
    ANOTHER_DAY,
    LATEST_VISITS,
    ONE_OF_THE_STAFF,
    Face,
    Returned,
    Rhythm,
    Saved,
    Savings,
    Ticket,
    WorthReport,
    rhythm,
)
from frontdesk.domain.regulars.slipping import GIVEN_UP_AFTER, KNOWN_FOR, VISIT_DAYS
from frontdesk.services.gesture import check_role
from frontdesk.services.office.reward_debt import all_owed
from frontdesk.services.shop import ShopService
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.office import worth
from frontdesk.storage.office.worth import Came
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]

YEAR: Final = 365 * DAY
HALF_LIFE: Final = 60 * DAY
SAMPLE: Final = 800
"""The model is fitted to about so many people."""
NAMED: Final = 100
"""So many of each list are named: longer ones open as a table."""


class WorthService:
    """Slow: nothing here is for the UI thread."""

    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store, self._shop = store, shop_service

    def report(
        self,
        act: Act,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> WorthReport | None:
        """All figures as of the act's time and of one moment of the store; None when it was cancelled.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED.
        """
        check_role(self._store, act, Role.MANAGER, "READ_WORTH")
        with self._store.read().one_moment() as db:
            reading = _Reading(db, self._shop, act.at)
            steps = reading.steps()
            for done, _ in enumerate(steps):
                if cancelled():
                    return None
                if progress is not None:
                    progress(done, reading.STEPS)
            return reading.report()


class _Reading:
    """One report as it is read, step by step."""

    STEPS: Final = 6

    def __init__(self, db: Db, shop_service: ShopService, at: int) -> None:
        self._db, self._shop, self._at = db, shop_service, at
        self._since = at - YEAR
        self._rhythm, self._ticket, self._returned = Rhythm(), Ticket(), Returned()
        self._priced: dict[int, int] = {}
        self._paid: dict[int, int] = {}
        self._coming = ComingYear()
        self._faces: tuple[Face, ...] = ()

    def steps(self) -> Iterator[None]:
        """Reckon what is slow, with a pause before each step.

        People are read one by one, and kept as numbers: tens of thousands of objects would have to be looked
        through whenever garbage is collected, and the window waits for that.
        """
        yield
        self._returned = self._who_returned()
        yield
        self._rhythm = self._how_often()
        yield
        self._ticket = self._average()
        yield
        self._coming = self._next_year()
        yield
        self._faces = self._who_serves()
        yield

    def report(self) -> WorthReport:
        """What the steps have reckoned, and the rest."""
        db = self._db
        debt = all_owed(db, self._shop.facts().programmes, self._at)
        brought = worth.referrals(db)
        shown = (
            [owing.customer_id for owing in debt.first],
            [who for who, _ in self._coming.first],
            [who for each in brought[:NAMED] for who in (each.friend_id, each.referrer_id)],
        )
        return WorthReport(
            self._at,
            self._returned,
            self._rhythm,
            self._ticket,
            brought,
            self._coming,
            debt,
            self._faces,
            len(shop.staff(db)),
            self._savings(),
            worth.names(db, {who for each in shown for who in each}),
        )

    def _who_returned(self) -> Returned:
        within = AGAIN_WITHIN_DAYS * DAY
        until = self._at - within
        new, returned, not_again = 0, 0, list[int]()
        for who, again, listed in worth.newcomers(self._db, until - YEAR, until, ANOTHER_DAY, within):
            new, returned = new + 1, returned + again
            if listed and not again:
                not_again.append(who)
        return Returned(new, returned, tuple(not_again))

    def _regulars(self) -> Iterator[Came]:
        return worth.regulars(self._db, VISIT_DAYS, KNOWN_FOR * DAY, self._at - GIVEN_UP_AFTER * DAY)

    def _how_often(self) -> Rhythm:
        people, days = list[int](), list[float]()
        for came in self._regulars():
            people.append(came.customer_id)
            days.append((came.last_at - came.first_at) / DAY / (came.visits - 1))
        return rhythm(people, days)

    def _average(self) -> Ticket:
        since, visits = worth.visits_since(self._db, self._since, LATEST_VISITS)
        people = list[int]()
        for who, priced, total, listed in worth.spent(self._db, since):
            self._priced[who], self._paid[who] = priced, total
            if listed:
                people.append(who)
        return Ticket(since, visits, sum(self._priced.values()), sum(self._paid.values()), tuple(people))

    def _next_year(self) -> ComingYear:
        first, count = worth.first_visit(self._db), len(self._rhythm.people)
        days = max(self._at - first, 0) // DAY if first is not None else 0
        if not is_old_enough(days, count):
            return ComingYear(days, count)
        model = fit(_seen(each, self._at) for each in worth.sample(self._db, SAMPLE))
        people = map(self._regular, self._regulars())
        return coming_year(model, people, count, self._ticket.average, days, Random(self._at // DAY))

    def _regular(self, came: Came) -> Regular:
        aged = 0.5 ** (max(self._at - came.last_at, 0) / HALF_LIFE)
        first = 0.5 ** (max(self._at - came.first_at, 0) / HALF_LIFE)
        who, lately = came.customer_id, max(came.habit * aged - first, 0.0)
        return Regular(who, _seen(came, self._at), lately, self._priced.get(who, 0), self._paid.get(who, 0))

    def _who_serves(self) -> tuple[Face, ...]:
        """Of the regulars only: who came twice has no face yet that they would miss."""
        wanted, by_staff = set(self._rhythm.people), defaultdict[int, set[int]](set)
        for who, staff_id in worth.mostly_served(self._db, self._since, ONE_OF_THE_STAFF):
            if who in wanted:
                by_staff[staff_id].add(who)
        faces = [
            Face(each.id, each.name, self._in_order(by_staff[each.id]))
            for each in shop.staff(self._db)
            if by_staff.get(each.id)
        ]
        return tuple(sorted(faces, key=lambda face: -len(face.people)))

    def _in_order(self, people: Collection[int]) -> tuple[int, ...]:
        """Whoever comes most often first."""
        return tuple(who for who in self._rhythm.people if who in people)

    def _savings(self) -> Savings:
        ever, lately, people = [0, 0, 0], [0, 0, 0], list[int]()
        for who, listed, *told in worth.saved(self._db, self._since):
            for place in range(3):
                ever[place] += told[place]
                lately[place] += told[place + 3]
            if listed:
                people.append(who)
        return Savings(Saved(*lately), Saved(*ever), tuple(people))


def _seen(came: Came, at: int) -> Comings:
    """As the model sees it, to the day; a clock that was wrong for a while makes nobody come after now."""
    last = (came.last_at - came.first_at) // DAY / 7
    return Comings(came.visits - 1, last, max((at - came.first_at) // DAY / 7, last))
