"""Follow-ups: written down for a day, done or dropped; a cadence makes the next one by itself."""

from datetime import date, timedelta
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.follow_ups import (
    FollowedUp,
    FollowUp,
    FollowUpKind,
    FollowUpOutcome,
    FollowUpState,
)
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at, end_of_day
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.text import clean_line, clean_note
from frontdesk.services.gesture import begin, check_not_erased, root_of
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import to_undo
from frontdesk.storage import gestures, shop
from frontdesk.storage.care import follow_ups
from frontdesk.storage.care.follow_ups import NewFollowUp, Step
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store

LONGEST_CADENCE: Final = 3660


class FollowUpService:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    # --- reading ---

    def due(self, now: int) -> tuple[FollowUp, ...]:
        """All that are due by today, the longest waiting first."""
        return follow_ups.due(self._store.read(), self._day(now))

    def of(self, customer_id: int) -> tuple[FollowUp, ...]:
        """A customer's: the open ones by their day, then those that are over, the latest first."""
        db = self._store.read()
        return follow_ups.all_of(db, root_of(db, customer_id))

    def lately(self, customer_id: int, most: int = 3) -> tuple[FollowedUp, ...]:
        """What was done for a customer and what was noted of it, the latest first."""
        db = self._store.read()
        return follow_ups.done_of(db, root_of(db, customer_id), most)

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """What is due, for Today's list; each is late from the end of its day on."""
        zone = self._shop.facts().zone
        return tuple(
            TodayItem(
                TodayKind.FOLLOW_UP,
                each.id,
                each.due,
                each.customer_id,
                each.customer_name,
                each.text,
                at=end_of_day(each.due, zone),
                owner_id=each.owner_id,
                owner=each.owner_name,
                about=each.kind.value,
            )
            for each in self.due(now)
        )

    def greeting_lines(self, db: Db, root_id: int, now: int) -> tuple[GreetingLine, ...]:
        """What is due for whoever stands here, the longest waiting first."""
        return tuple(
            GreetingLine(
                LineKind.FOLLOW_UP,
                each.text,
                at=end_of_day(each.due, self._shop.facts().zone),
                subject=each.id,
                about=each.kind.value,
            )
            for each in follow_ups.due_of(db, root_id, self._day(now))
        )

    # --- writing ---

    def add(
        self,
        act: Act,
        customer_id: int,
        kind: FollowUpKind,
        due: date,
        text: str = "",
        owner_id: int | None = None,
        every_days: int = 0,
    ) -> FollowUpOutcome:
        """Write down what is to be done by a day, and by whom (None: by anybody); every so many days again,
        ten years at most. It is no visit.

        Raises `BadInput`, `Refused` UNKNOWN_CUSTOMER, UNKNOWN_STAFF.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        every = min(max(every_days, 0), LONGEST_CADENCE)
        wanted = NewFollowUp(kind, due, clean_line(text), every, owner_id)
        root_id = root_of(db, customer_id)
        if owner_id is not None and shop.role_of(db, owner_id) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
        begun = begin(self._store, act, "FOLLOW_UP", customer_id=root_id)
        assert begun is not None, "it was just seen to be new"
        made = follow_ups.add(db, self._store.new_id, act, begun.id, root_id, wanted)
        return self._outcome(db, act, Step(made, None, FollowUpState.OPEN))

    def done(self, act: Act, follow_up_id: int, note: str = "") -> FollowUpOutcome:
        """It is done; a cadence is due again so many days from today.

        Raises `BadInput`, `Refused` UNKNOWN_FOLLOW_UP, FOLLOW_UP_OVER.
        """
        return self._end(act, follow_up_id, FollowUpState.DONE, clean_note(note))

    def drop(self, act: Act, follow_up_id: int) -> FollowUpOutcome:
        """It need not be done any more, nor what its cadence would have brought. Raises as `done`."""
        return self._end(act, follow_up_id, FollowUpState.DROPPED)

    def undo(self, act: Act, gesture: bytes) -> FollowUpOutcome:
        """Take one step back: what was just written down is dropped, what was done is to be done again.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, FOLLOW_UP_OVER when it went on since.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, ("FOLLOW_UP", "END_FOLLOW_UP"))
        if undone is None:
            return self._repeated(db, act)
        step = follow_ups.step_of(db, undone.id)
        assert step is not None, "such an act is a step"
        check_not_erased(db, "follow_up", step.follow_up_id)
        follow_up, then = self._get(db, step.follow_up_id), follow_ups.after(db, step.follow_up_id)
        went_on = step.to is FollowUpState.DONE and then is not None and then.state is FollowUpState.DONE
        if follow_up.state is not step.to or went_on:
            raise Refused(RefusalCode.FOLLOW_UP_OVER)
        begun = begin(
            self._store, act, "UNDO_FOLLOW_UP", customer_id=follow_up.customer_id, undoes_id=undone.id
        )
        assert begun is not None, "it was just seen to be new"
        back = Step(step.follow_up_id, step.to, step.previous or FollowUpState.DROPPED)
        follow_ups.move(db, self._store.new_id, act, begun.id, back)
        if then is not None and then.state is FollowUpState.OPEN:
            gone = Step(then.id, FollowUpState.OPEN, FollowUpState.DROPPED)
            follow_ups.move(db, self._store.new_id, act, begun.id, gone)
        return self._outcome(db, act, back)

    # --- how an act is written ---

    def _end(self, act: Act, follow_up_id: int, to: FollowUpState, note: str = "") -> FollowUpOutcome:
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        check_not_erased(db, "follow_up", follow_up_id)
        follow_up = self._get(db, follow_up_id)
        if follow_up.state is not FollowUpState.OPEN:
            raise Refused(RefusalCode.FOLLOW_UP_OVER)
        begun = begin(self._store, act, "END_FOLLOW_UP", customer_id=follow_up.customer_id)
        assert begun is not None, "it was just seen to be new"
        step = Step(follow_up_id, FollowUpState.OPEN, to, note)
        follow_ups.move(db, self._store.new_id, act, begun.id, step)
        if to is FollowUpState.DONE and follow_up.every_days:
            self._add_next(db, act, begun.id, follow_up)
        return self._outcome(db, act, step)

    def _add_next(self, db: Db, act: Act, gesture_id: int, done: FollowUp) -> None:
        due = self._day(act.at) + timedelta(days=done.every_days)
        wanted = NewFollowUp(done.kind, due, done.text, done.every_days, done.owner_id, done.id)
        follow_ups.add(db, self._store.new_id, act, gesture_id, done.customer_id, wanted)

    @staticmethod
    def _get(db: Db, follow_up_id: int) -> FollowUp:
        found = follow_ups.get(db, follow_up_id)
        if found is None:
            raise Refused(RefusalCode.UNKNOWN_FOLLOW_UP)
        return found

    def _repeated(self, db: Db, act: Act) -> FollowUpOutcome:
        gesture_id = gestures.find(db, act.gesture)
        step = follow_ups.step_of(db, gesture_id) if gesture_id is not None else None
        if step is None:
            raise Refused(RefusalCode.UNKNOWN_FOLLOW_UP)
        return self._outcome(db, act, step)

    def _outcome(self, db: Db, act: Act, step: Step) -> FollowUpOutcome:
        follow_up = self._get(db, step.follow_up_id)
        changes = Changes(customers=frozenset({follow_up.customer_id}), today=True)
        then = follow_ups.after(db, follow_up.id) if step.to is not FollowUpState.DROPPED else None
        return FollowUpOutcome(follow_up, step.previous, act.gesture, changes, then)

    def _day(self, at: int) -> date:
        return day_at(at, self._shop.facts().zone)
