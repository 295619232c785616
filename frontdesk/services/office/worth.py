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
    Brought,
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
from frontdesk.storage.office.worth import Came, Spent
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
        self._regulars: list[Came] = []
        self._rhythm, self._ticket, self._returned = Rhythm(), Ticket(), Returned()
        self._spent: list[Spent] = []
        self._coming = ComingYear()
        self._faces: tuple[Face, ...] = ()
        self._brought: tuple[Brought, ...] = ()

    def steps(self) -> Iterator[None]:
        """Reckon what is slow, with a pause before each step."""
        yield
        self._returned = self._who_returned()
        yield
        self._regulars = worth.regulars(
            self._db, VISIT_DAYS, KNOWN_FOR * DAY, self._at - GIVEN_UP_AFTER * DAY
        )
        self._rhythm = rhythm({each.customer_id: _gap(each) for each in self._regulars})
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
            [owing.customer_id for owing in debt.people[:NAMED]],
            [who for who, _ in self._coming.people[:NAMED]],
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
            _savings(db, self._since),
            worth.names(db, {who for each in shown for who in each}),
        )

    def _who_returned(self) -> Returned:
        within = AGAIN_WITHIN_DAYS * DAY
        until = self._at - within
        people = worth.newcomers(self._db, until - YEAR, until, ANOTHER_DAY, within)
        not_again = tuple(who for who, again, listed in people if listed and not again)
        return Returned(len(people), sum(again for _, again, _ in people), not_again)

    def _average(self) -> Ticket:
        since, visits = worth.visits_since(self._db, self._since, LATEST_VISITS)
        self._spent = worth.spent(self._db, since)
        return Ticket(
            since,
            visits,
            sum(each.priced for each in self._spent),
            sum(each.total for each in self._spent),
            tuple(each.customer_id for each in self._spent if each.listed),
        )

    def _next_year(self) -> ComingYear:
        first = worth.first_visit(self._db)
        days = max(self._at - first, 0) // DAY if first is not None else 0
        if not is_old_enough(days, len(self._regulars)):
            return ComingYear(days, len(self._regulars))
        model = fit(_seen(each, self._at) for each in worth.sample(self._db, SAMPLE))
        spent = {each.customer_id: each for each in self._spent}
        people = [self._regular(each, spent.get(each.customer_id)) for each in self._regulars]
        return coming_year(model, people, self._ticket.average, days, Random(self._at // DAY))

    def _regular(self, came: Came, spent: Spent | None) -> Regular:
        aged = 0.5 ** (max(self._at - came.last_at, 0) / HALF_LIFE)
        first = 0.5 ** (max(self._at - came.first_at, 0) / HALF_LIFE)
        lately = max(came.habit * aged - first, 0.0)
        paid = (spent.priced, spent.total) if spent is not None else (0, 0)
        return Regular(came.customer_id, _seen(came, self._at), lately, *paid)

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


def _gap(came: Came) -> float:
    return (came.last_at - came.first_at) / DAY / (came.visits - 1)


def _seen(came: Came, at: int) -> Comings:
    """As the model sees it, to the day; a clock that was wrong for a while makes nobody come after now."""
    last = (came.last_at - came.first_at) // DAY / 7
    return Comings(came.visits - 1, last, max((at - came.first_at) // DAY / 7, last))


def _savings(db: Db, since: int) -> Savings:
    took = worth.saved(db, since)
    _, _, *columns = zip(*took, strict=True) if took else ((),) * 8
    taken, priced, given, *lately = map(sum, columns)
    return Savings(
        Saved(*lately), Saved(taken, priced, given), tuple(who for who, listed, *_ in took if listed)
    )
