"""The daily sweep: who is warned that stamps will end, and the stamps whose time has come.

domain/loyalty/expiry.py has the rule. Each ending is an act of its own, short, so that a stamp never waits
for it; whatever stops a sweep, the next one goes on. What is found is looked at again inside the transaction
that writes: two sweeps at once do no more than one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.days import add_months, day_at, end_of_day
from frontdesk.domain.loyalty import expiry
from frontdesk.domain.loyalty.cards import unspent
from frontdesk.domain.loyalty.expiry import Due, Step
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.services.gesture import Begun
from frontdesk.services.loyalty.earning import Writing
from frontdesk.services.loyalty.endings import dues
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import expiry as kept
from frontdesk.storage.loyalty import stamping
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.store import Store

_LONGEST_MONTH_SLACK: Final = timedelta(days=3)
"""Months counted back may miss those counted forward by so much, at a month's end."""


@dataclass
class Swept:
    """What a sweep did. `stamps` ended, of `ended` people; `warned` are those whom it began to warn."""

    stamps: int = 0
    ended: set[int] = field(default_factory=set)
    warned: set[int] = field(default_factory=set)
    unwarned: set[int] = field(default_factory=set)

    @property
    def changes(self) -> Changes:
        return Changes.of(*self.ended, *self.warned, *self.unwarned)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is to be done about one person in one programme, and the stamps that it is about."""

    step: Step
    dues: tuple[Due, ...] = ()
    ends_at: int = 0


class ExpiringService:
    """`sweep` is slow and belongs on a worker thread; it submits its own writes. `act` makes an act."""

    def __init__(
        self, store: Store, ledger: Ledger, shop_service: ShopService, act: Callable[[int], Act]
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._act = act

    def sweep(self, now: int, cancelled: Callable[[], bool] | None = None) -> Swept:
        """Warn, and end what is due, by the rule in domain/loyalty/expiry.py; once a day is enough.

        Raises `NotSaved` or `NotSure` when the disk fails; the next sweep does the rest.
        """
        zone = self._shop.facts().zone
        days = self._shop_days(now, zone)
        done = Swept()
        for programme in self._shop.programmes():
            for root_id in self._candidates(programme, now, zone):
                if cancelled is not None and cancelled():
                    return done
                found = self._look(self._store.read(), root_id, programme, days, now, zone)
                if found.step is not Step.NOTHING:
                    self._submit(root_id, programme, days, now, zone, done)
        return done

    # --- looking ---

    def _candidates(self, programme: Programme, now: int, zone: ZoneInfo) -> Iterable[int]:
        rule = programme.terms_at(now).expiry
        db = self._store.read()
        if rule is None or programme.kind is not ProgrammeKind.STAMPS:
            return kept.warned(db, programme.id)
        until = day_at(expiry.announced(rule, now, zone), zone)
        counted_from = add_months(until, -rule.months) + _LONGEST_MONTH_SLACK
        return kept.candidates(db, programme.id, rule.basis, end_of_day(counted_from, zone))

    def _look(
        self, db: Db, root_id: int, programme: Programme, days: list[date], now: int, zone: ZoneInfo
    ) -> _Found:
        """What is to be done about one person now."""
        rule = programme.terms_at(now).expiry
        warned_at = kept.warned_at(db, root_id, programme.id)
        if rule is None:
            return _Found(Step.NOTHING if warned_at is None else Step.UNWARN)
        balance = stamping.balance(db, root_id, programme.id)
        lots = unspent(stamping.earned_lots(db, root_id, programme.id), balance)
        found = dues(db, root_id, programme, balance, lots, now, zone)
        step = expiry.next_step(found, rule, warned_at, days, now, zone)
        told = expiry.ending(found, rule, warned_at, now, zone)
        return _Found(step, found, told.at if told is not None else 0)

    def _shop_days(self, now: int, zone: ZoneInfo) -> list[date]:
        """The days on which customers came, since the earliest warning and some before it, in order.

        Read backwards as they were recorded, and only what then goes backwards: a day that a clock which was
        ahead had left behind comes before its time, and is none.
        """
        db = self._store.read()
        warned_at = kept.earliest_warning(db)
        first = day_at(min(warned_at, now) if warned_at is not None else now, zone)
        found, earlier = [day_at(now, zone) + timedelta(days=1)], 0
        for at in kept.visits_backwards(db):
            if at > now or (day := day_at(at, zone)) >= found[-1]:
                continue
            found.append(day)
            earlier += day < first
            if earlier > expiry.USUAL_GAPS:
                break
        return found[:0:-1]

    # --- doing ---

    def _submit(
        self, root_id: int, programme: Programme, days: list[date], now: int, zone: ZoneInfo, done: Swept
    ) -> None:
        """One person, one programme, one transaction; it looks again at what there is to do by then."""
        act = self._act(now)
        step, stamps = self._store.submit(
            lambda: self._do(act, root_id, programme, days, now, zone), act
        ).result()
        done.stamps += stamps
        told = {Step.END: done.ended, Step.WARN: done.warned, Step.UNWARN: done.unwarned}
        if step in told:
            told[step].add(root_id)

    def _do(
        self, act: Act, root_id: int, programme: Programme, days: list[date], now: int, zone: ZoneInfo
    ) -> tuple[Step, int]:
        db, stamps = self._store.write(), 0
        found = self._look(db, root_id, programme, days, now, zone)
        step = found.step
        if found.step is Step.END:
            stamps = self._end(act, root_id, programme, found, zone)
            # What is left and due soon is warned of at once, with a notice of its own.
            step = self._look(db, root_id, programme, days, now, zone).step
        if step is Step.WARN:
            kept.warn(db, root_id, programme.id, now)
        elif step is Step.UNWARN:
            kept.unwarn(db, root_id, programme.id)
        return found.step, stamps

    def _end(self, act: Act, root_id: int, programme: Programme, found: _Found, zone: ZoneInfo) -> int:
        """Write the act, in the name of whoever made the rule, also when they have left by now."""
        db, terms = self._store.write(), programme.terms_at(expiry.ruled_since(programme, act.at))
        assert terms.expiry is not None
        by_rule = replace(act, staff_id=kept.author_of(db, terms.id))
        gesture_id = gestures.record(db, by_rule, "EXPIRE", root_id)
        assert gesture_id is not None, "a sweep makes its own acts"
        writing = Writing(Begun(db, gesture_id), by_rule, self._ledger, self._store.new_id, zone)
        stamps = 0
        for due in found.dues:
            if due.at > found.ends_at:
                continue
            owner, reason = kept.owner_of(db, due.lot.card_id), terms.expiry.basis.value
            entry_id = writing.append(owner, programme, EntryKind.EXPIRED, -due.lot.left, reason)
            kept.note_ending(db, entry_id, due.lot.entry_id)
            stamps += due.lot.left
        return stamps
