"""Forgetting somebody for good: their sums stay, and nothing that tells who they were.

This is the one thing that has no undo. So it is told exactly what goes before it is done, only a manager
who proved who they are may do it, and it is done again where an older backup brings the person back.

It goes in two steps. The act itself, one short transaction a person, takes everything out of the store.
What SQLite keeps of erased bytes is cleared after that, beside the counter and in slices; a kill in between
only puts that off to the next start.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import repeat
from typing import Final

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.loyalty.programmes import ProgrammeKind
from frontdesk.domain.privacy.erasing import (
    Erased,
    ErasedMany,
    ErasedPerson,
    ErasurePlan,
    Standing,
    WhyErased,
)
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.trust.backups import OLDEST
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.people.leaving import LeavingService
from frontdesk.services.people.merging import take_apart
from frontdesk.services.team.practice import PracticeService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers, merging
from frontdesk.storage.privacy import erased_list, erasing, mentions, old_backups, theirs, traces
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]
Step = traces.ReadingSweep | traces.IndexMerge

ACT: Final = "ERASE"
SLICE_SECONDS: Final = 0.008
"""With its last step and its commit a slice stays under 20 ms, so that a stamp never waits for it."""
LISTED: Final = 50
_TRIES: Final = 3


class ErasingService:
    def __init__(
        self, store: Store, paths: Paths, leaving: LeavingService, practice: PracticeService
    ) -> None:
        self._store = store
        self._paths = paths
        self._leaving = leaving
        self._practice = practice

    # --- reading ---

    def plan(self, act: Act, customer_id: int) -> ErasurePlan:
        """What would go and what would stay. Slow; raises `Refused` ONLY_MANAGER, PIN_NEEDED,
        UNKNOWN_CUSTOMER.
        """
        check_role(self._store, act, Role.MANAGER, ACT, customer_id)
        db = self._store.read()
        root_id = known_root(db, customer_id)
        customer = customers.get(db, root_id)
        assert customer is not None, "its root was just found"
        records = customers.group(db, root_id)
        names = (customer.name, *customers.merged_names(db, root_id))
        newest = old_backups.newest(self._paths.backups, act.at)
        return ErasurePlan(
            root_id,
            customer.name,
            theirs.count(db, records),
            self.standing(root_id, act.at),
            mentions.count(db, records, dict.fromkeys(names)),
            newest + OLDEST if newest is not None else 0,
        )

    def standing(self, root_id: int, now: int) -> Standing:
        """What the shop still owes somebody, or has not finished with them."""
        kept = self._leaving.balance(root_id, now).kept
        stamps = [each.card for each in kept if each.card.programme.kind is ProgrammeKind.STAMPS]
        rewards = sum(max((offer.times for offer in card.offers), default=0) for card in stamps)
        requests, complaints, collecting = theirs.open_things(self._store.read(), root_id)
        return Standing(rewards, len(kept) - len(stamps), requests, complaints, collecting)

    def lately(self, act: Act) -> tuple[ErasedPerson, ...]:
        """When somebody was forgotten, and by whom; the latest first. Raises `Refused` as `plan` does."""
        check_role(self._store, act, Role.MANAGER, "READ_ERASURES")
        return erasing.erased_lately(self._store.read(), LISTED)

    # --- writing ---

    def erase(self, act: Act, customer_id: int, why: WhyErased) -> Erased:
        """Forget somebody, with every record that was merged into theirs; `clear` is owed afterwards.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED, UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return Erased(customer_id, _changes(customer_id))
        check_role(self._store, act, Role.MANAGER, ACT, customer_id)
        root_id = known_root(db, customer_id)
        begun = begin(self._store, act, ACT, customer_id=root_id, needs=Role.MANAGER)
        assert begun is not None, "it was looked for just now"
        records = erasing.erase(db, self._store.new_id, act, begun.id, root_id, why)
        traces.note_left(db, act.at)
        return Erased(root_id, _changes(*records))

    def erase_each(
        self,
        act: Callable[[], Act],
        customer_ids: Sequence[int],
        why: WhyErased,
        *,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> ErasedMany:
        """Forget these, each by an act of its own, and clear what is left of their bytes; slow.

        Whoever is unknown by now is counted as missed. Raises `Refused` ONLY_MANAGER, PIN_NEEDED; `NotSaved`
        or `NotSure` when the disk fails: who was forgotten by then stays forgotten.
        """
        erased, changes, stopped = 0, set[int](), False
        try:
            for at, customer_id in enumerate(customer_ids):
                if cancelled():
                    stopped = True
                    break
                one = act()
                try:
                    done = self._store.submit(partial(self.erase, one, customer_id, why), one).result()
                except Refused as error:
                    if error.code is not RefusalCode.UNKNOWN_CUSTOMER:
                        raise
                    continue
                erased += 1
                changes |= done.changes.customers
                progress(at + 1, len(customer_ids))
        finally:  # whatever stopped it: of whoever was forgotten by then nothing is left lying about
            clean = self.clear()
        missed = 0 if stopped else len(customer_ids) - erased
        return ErasedMany(erased, missed, clean, _changes(*changes), stopped, self._practice.stands())

    def clear(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Clear what is left in the files of whoever was erased, but for the copy of a practice that is open;
        False where something has to wait for the next start. Slow; it writes in slices. Whoever is erased is
        on the lists after it, whatever became of these.
        """
        db = self._store.read()
        listed = erased_list.add(self._paths, erased_list.erased_uids(db))
        if not traces.are_left(db):
            return True
        last = traces.latest(db)
        self._practice.clear_litter()
        for step in self._steps():
            while not self._store.submit(partial(self._some, step)).result():
                if cancelled():
                    return False
        if not any(traces.end_wal(self._store.path) for _ in repeat(None, _TRIES)) or not listed:
            return False
        self._store.submit(lambda: traces.note_cleared(self._store.write(), last)).result()
        return not traces.are_left(self._store.read())

    @staticmethod
    def _steps() -> tuple[Step, ...]:
        return traces.ReadingSweep(), *(traces.IndexMerge(index) for index in traces.INDEXES)

    def _some(self, step: Step) -> bool:
        return step.some(self._store.write(), SLICE_SECONDS)


def apply_again(store: Store, paths: Paths, act: Callable[[], Act]) -> int:
    """At an opening: forget once more whoever a backup brought back, and give how many. Nobody's right is
    asked: it was given when they were erased. What is left of their bytes is cleared once the shop is open.
    """
    listed = frozenset(erased_list.come_back(paths, store.read()))
    return sum(
        store.submit(partial(_again, store, one, record_id, listed), one).result()
        for record_id, one in ((record_id, act()) for record_id in sorted(listed))
    )


def _again(store: Store, act: Act, record_id: int, listed: frozenset[int]) -> bool:
    """Forget one who is `listed`, and with them only who is listed too: in the backup somebody else may have
    been merged with them by mistake. False where that was done with another record of theirs.
    """
    root_id = customers.root_of(store.write(), record_id, archived=True)
    if root_id is None:
        return False
    begun = begin(store, act, "ERASE_AGAIN", customer_id=root_id)
    assert begun is not None, "an opening makes its own acts"
    for merge in merging.merges_into(begun.db, root_id):
        if (merge.kept_id in listed) is not (merge.absorbed_id in listed):
            take_apart(begun.db, merge, begun.id)
    root_id = known_root(begun.db, record_id)
    erasing.erase(begun.db, store.new_id, act, begun.id, root_id, WhyErased.ASKED, again=True)
    traces.note_left(begun.db, act.at)
    return True


def known_root(db: Db, customer_id: int) -> int:
    """The record that answers for somebody, here or gone. Raises `Refused` UNKNOWN_CUSTOMER."""
    root_id = customers.root_of(db, customer_id, archived=True)
    if root_id is None:
        raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
    return root_id


def _changes(*customer_ids: int) -> Changes:
    """They are on no list any more, and their photo is nowhere."""
    return Changes(
        customers=frozenset(customer_ids),
        requests=True,
        today=True,
        recoveries=True,
        responses=True,
        tickets=True,
    )
