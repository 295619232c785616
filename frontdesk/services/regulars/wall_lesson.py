"""What the wall has learnt from a store, and how it keeps up with it."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.days import DAY
from frontdesk.domain.regulars.wall import Wall
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import wall_comings
from frontdesk.storage.regulars.wall_comings import Coming, Mark

LEARN_FROM_DAYS: Final = 480
"""Eight half-lives: what is older weighs nothing."""
TAUGHT_BY: Final = 1500
"""The latest visits, on which the shop's curves are learnt: each is guessed before it is told."""
AT_ONCE: Final = 50
NOBODY: Final = 0


class Lesson:
    """A wall, and up to where the store was read for it. Not for two threads at once."""

    def __init__(self, zone: ZoneInfo, now: int) -> None:
        self.zone = zone
        self.wall = Wall(zone)
        self._since = now - LEARN_FROM_DAYS * DAY
        self._known = Mark(0, 0)
        self._whose = array("i", [NOBODY])
        """By visit: for whom it was observed."""

    def learn(self, db: Db) -> Iterator[None]:
        """Take in all visits in the order they happened, yielding now and then; `follow` must come after."""
        taught_from = wall_comings.nth_latest(db, TAUGHT_BY)
        self._known = wall_comings.mark(db)
        self._whose.extend([NOBODY] * self._known.visit_id)
        at, visit_id = self._since, 0
        while told := wall_comings.after(db, at, visit_id):
            for number, coming in enumerate(told):
                guess = coming.at > taught_from
                if coming.stands and coming.visit_id < len(self._whose):
                    self._learn(coming, guess=guess)
                if guess or number % AT_ONCE == 0:
                    yield
            at, visit_id = told[-1].at, told[-1].visit_id

    def follow(self, db: Db) -> None:
        """Take in what was told, undone, merged and taken apart since."""
        until = wall_comings.mark(db)
        if until == self._known:
            return
        self._whose.extend([NOBODY] * (until.visit_id - self._known.visit_id))
        told = wall_comings.told_between(db, self._known, until)
        for customer_id in wall_comings.records_changed(db, self._known, until):
            told += wall_comings.on_record(db, customer_id, until)
        for customer_id, (gone, new) in self._differences(told).items():
            visits = wall_comings.standing(db, customer_id, self._since, until)
            if not gone and new == visits[-1:]:
                self.wall.observe(customer_id, moment(new[0]))
            else:
                self.wall.retell(
                    customer_id,
                    gone=map(moment, gone),
                    new=map(moment, new),
                    visits=[moment(at) for at in visits],
                )
        self._known = until

    def _learn(self, coming: Coming, *, guess: bool) -> None:
        at = moment(coming.at)
        if guess:
            self.wall.rank(at, 1)
        self.wall.observe(coming.root_id, at)
        self._whose[coming.visit_id] = coming.root_id

    def _differences(self, told: Iterable[Coming]) -> dict[int, tuple[list[int], list[int]]]:
        """Customer → when visits that were known no longer stand, and when new ones were."""
        found: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for coming in told:
            if coming.at <= self._since:
                continue
            before, whose = self._whose[coming.visit_id], coming.root_id if coming.stands else NOBODY
            if before == whose:
                continue
            if before != NOBODY:
                found[before][0].append(coming.at)
            if whose != NOBODY:
                found[whose][1].append(coming.at)
            self._whose[coming.visit_id] = whose
        return found


def moment(at: int) -> datetime:
    """UTC milliseconds as the wall wants them."""
    return datetime.fromtimestamp(at / 1000, UTC)
