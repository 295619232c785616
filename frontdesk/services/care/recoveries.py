"""Complaints: recorded in one tap, moved through their states, ended by the customer's word."""

from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import (
    Recovery,
    RecoveryOutcome,
    RecoveryState,
    RecoveryStory,
    Step,
    StepKind,
    next_states,
    ticked,
)
from frontdesk.domain.loyalty.stamping import GoodwillReason, StampOutcome
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.text import clean_line, clean_note
from frontdesk.services.care.manager_calls import ManagerCallService
from frontdesk.services.care.playbooks import PlaybookService
from frontdesk.services.gesture import begin, check_not_erased, root_of
from frontdesk.services.loyalty.goodwill import GoodwillService
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures, shop
from frontdesk.storage.care import recoveries
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import response_steps
from frontdesk.storage.gestures import Recorded
from frontdesk.storage.store import Store

_UNDONE_HERE: Final = frozenset({"RECORD_RECOVERY", "MOVE_RECOVERY", "CHANGE_RECOVERY"})


class RecoveryService:
    """A complaint is no visit: it may come by phone, and it earns nothing."""

    def __init__(
        self,
        store: Store,
        playbooks: PlaybookService,
        calls: ManagerCallService,
        goodwill: GoodwillService,
    ) -> None:
        self._store = store
        self._playbooks = playbooks
        self._calls = calls
        self._goodwill = goodwill

    # --- reading ---

    def of(self, customer_id: int) -> tuple[Recovery, ...]:
        """All complaints of a customer, the latest first. Raises `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.read()
        return recoveries.of_customer(db, root_of(db, customer_id))

    def of_strangers(self) -> tuple[Recovery, ...]:
        """Those that stand and have no face yet, the latest first."""
        return recoveries.of_strangers(self._store.read())

    def standing(self) -> tuple[Recovery, ...]:
        """All of the shop that no customer's word has ended yet, the oldest first."""
        return recoveries.standing(self._store.read())

    def story(self, recovery_id: int) -> RecoveryStory:
        """One complaint and all that was done about it. Raises `Refused` UNKNOWN_RECOVERY."""
        db = self._store.read()
        recovery, steps = self._get(db, recovery_id), recoveries.steps(db, recovery_id)
        done = ticked(steps, recovery.situation)
        return RecoveryStory(recovery, steps, done, recoveries.given(db, recovery_id))

    # --- writing ---

    def record(self, act: Act, situation: str, customer_id: int | None = None) -> RecoveryOutcome:
        """Write a complaint down, of a customer or (None) of somebody nobody knows. Where its playbook says
        so, the manager is told of it by the same act. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        root_id = root_of(db, customer_id) if customer_id is not None else None
        begun = begin(self._store, act, "RECORD_RECOVERY", customer_id=root_id)
        assert begun is not None, "it was just seen to be new"
        recovery_id, step = recoveries.add(db, self._store.new_id, act, begun.id, situation, root_id)
        return self._outcome(db, act, step, called=self.tell_manager(db, act, recovery_id))

    def move(self, act: Act, recovery_id: int, to: RecoveryState) -> RecoveryOutcome:
        """CONFIRMED is the customer's own word, and WITHDRAWN the manager's.

        Raises `Refused` UNKNOWN_RECOVERY, RECOVERY_MOVED_ON, ONLY_MANAGER.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        recovery = self._get(db, recovery_id)
        if to not in next_states(recovery.state):
            raise Refused(RefusalCode.RECOVERY_MOVED_ON)
        needs = Role.MANAGER if to is RecoveryState.WITHDRAWN else Role.CASHIER
        return self._take(act, recovery, "MOVE_RECOVERY", StepKind.STATE, to.value, needs)

    def resituate(self, act: Act, recovery_id: int, situation: str) -> RecoveryOutcome:
        """It was something else that went wrong: the manager is told where its playbook says so, and what was
        ticked in the other playbook counts no more. Raises `Refused` UNKNOWN_RECOVERY, RECOVERY_MOVED_ON.
        """
        db = self._store.write()
        repeated = gestures.find(db, act.gesture) is not None
        changed = self._change(act, recovery_id, StepKind.SITUATION, situation or Situation.OTHER)
        if repeated:
            return changed
        return self._outcome(db, act, changed.step, called=self.tell_manager(db, act, recovery_id))

    def tag(self, act: Act, recovery_id: int, point: ContactPoint | None) -> RecoveryOutcome:
        """Where in a visit it happened; None where that is not known. Raises as `resituate`."""
        return self._change(act, recovery_id, StepKind.POINT, point.value if point is not None else "")

    def take_on(self, act: Act, recovery_id: int, staff_id: int) -> RecoveryOutcome:
        """Whose it is to put right. Raises as `resituate`, and `Refused` UNKNOWN_STAFF."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is None and shop.role_of(db, staff_id) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
        return self._change(act, recovery_id, StepKind.OWNER, str(staff_id))

    def give_face(self, act: Act, recovery_id: int, customer_id: int) -> RecoveryOutcome:
        """Somebody knows now whose complaint it is. Raises as `resituate`, and `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        root_id = root_of(db, customer_id)
        return self._change(act, recovery_id, StepKind.CUSTOMER, str(root_id))

    def describe(self, act: Act, recovery_id: int, what: str, who: str = "") -> RecoveryOutcome:
        """What happened, in the customer's words; of a stranger also how to know and reach them. The words
        before are not kept. Raises as `resituate`, and `BadInput`.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        said, whose = clean_note(what), clean_line(who)
        recovery = self._counting(db, recovery_id)
        begun = begin(self._store, act, "DESCRIBE_RECOVERY", customer_id=recovery.customer_id)
        assert begun is not None, "it was just seen to be new"
        step = Step(recovery_id, StepKind.WORDS, "", "", act.at)
        recoveries.describe(db, recovery_id, said, whose)
        recoveries.note(db, act, begun.id, step)
        return self._outcome(db, act, step)

    def tick(self, act: Act, recovery_id: int, key: int, done: bool) -> RecoveryOutcome:
        """A step of the playbook is done, or was not. Raises as `resituate`."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        recovery = self._counting(db, recovery_id)
        begun = begin(self._store, act, "TICK_RECOVERY", customer_id=recovery.customer_id)
        assert begun is not None, "it was just seen to be new"
        step = Step(recovery_id, StepKind.DONE if done else StepKind.NOT_DONE, "", str(key), act.at)
        recoveries.note(db, act, begun.id, step)
        return self._outcome(db, act, step)

    def give(self, act: Act, recovery_id: int, count: int = 1) -> StampOutcome:
        """Stamps as a thank-you, within the limits of goodwill; `LoyaltyService.undo` takes them back.

        Raises as `resituate`, `Refused` NOBODYS_RECOVERY, and what `GoodwillService.give` raises.
        """
        db = self._store.write()
        repeated = gestures.find(db, act.gesture) is not None
        recovery = self._get(db, recovery_id) if repeated else self._counting(db, recovery_id)
        if recovery.customer_id is None:
            raise Refused(RefusalCode.NOBODYS_RECOVERY, Remedy.SEARCH_BY_NAME)
        waited = recovery.situation == Situation.WAITED
        reason = GoodwillReason.WAITED if waited else GoodwillReason.WENT_WRONG
        given = self._goodwill.give(act, recovery.customer_id, reason, count)
        gesture_id = gestures.find(db, act.gesture)
        if gesture_id is not None and not given.repeated:
            recoveries.note(db, act, gesture_id, Step(recovery_id, StepKind.GAVE, "", str(count), act.at))
        return given

    def call_manager(self, act: Act, recovery_id: int) -> RecoveryOutcome:
        """Ask the manager to come for it; `step` of the outcome says that nothing of it changed by that.

        Raises as `resituate`.
        """
        db = self._store.write()
        repeated = gestures.find(db, act.gesture) is not None
        recovery = self._get(db, recovery_id) if repeated else self._counting(db, recovery_id)
        step = Step(recovery_id, StepKind.STATE, recovery.state, recovery.state, act.at)
        begun = begin(self._store, act, "CALL_FOR_RECOVERY", customer_id=recovery.customer_id)
        if begun is not None:
            self._calls.tell_of(act, begun.id, recovery)
        return self._outcome(db, act, step, called=True)

    def undo(self, act: Act, gesture: bytes) -> RecoveryOutcome:
        """Take the last step of its kind back. A complaint that was just recorded, and nothing more, is
        withdrawn by whoever recorded it or a manager, and nobody is called for it.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, RECOVERY_MOVED_ON, ONLY_MANAGER.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _UNDONE_HERE)
        if undone is None:
            return self._repeated(db, act)
        step = recoveries.step_of(db, undone.id)
        assert step is not None, "such an act is a step"
        if undone.kind == "RECORD_RECOVERY":
            check_last(undone, recoveries.last_step(db, step.recovery_id), RefusalCode.RECOVERY_MOVED_ON)
        last_id = recoveries.last_step(db, step.recovery_id, step.kind)
        check_last(undone, last_id, RefusalCode.RECOVERY_MOVED_ON)
        recovery = self._get(db, step.recovery_id)
        if recovery.state is RecoveryState.WITHDRAWN and step.now != RecoveryState.WITHDRAWN:
            raise Refused(RefusalCode.RECOVERY_MOVED_ON)
        back = step.was if undone.kind != "RECORD_RECOVERY" else RecoveryState.WITHDRAWN.value
        needs = self._right_to_undo(db, act, undone, step)
        return self._take(act, recovery, "UNDO_RECOVERY", step.kind, back, needs, undone.id)

    @staticmethod
    def _right_to_undo(db: Db, act: Act, undone: Recorded, step: Step) -> Role:
        """As the act itself needed; and what another one recorded disappears by a manager's hand only."""
        anothers = undone.kind == "RECORD_RECOVERY" and gestures.by(db, undone.id) != act.staff_id
        return Role.MANAGER if anothers or step.now == RecoveryState.WITHDRAWN else Role.CASHIER

    def tell_manager(self, db: Db, act: Act, recovery_id: int, *, anybodys: bool = False) -> bool:
        """Within an act that said what went wrong: tell the manager where its playbook says so. `anybodys` is
        as for `ManagerCallService.tell_of`.
        """
        recovery, gesture_id = self._get(db, recovery_id), gestures.find(db, act.gesture)
        called = gesture_id is not None and self._playbooks.handling(recovery.situation).calls
        if called and gesture_id is not None:
            self._calls.tell_of(act, gesture_id, recovery, anybodys=anybodys)
        return called

    def _change(self, act: Act, recovery_id: int, kind: StepKind, now: str) -> RecoveryOutcome:
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        return self._take(act, self._counting(db, recovery_id), "CHANGE_RECOVERY", kind, now)

    def _take(
        self,
        act: Act,
        recovery: Recovery,
        deed: str,
        kind: StepKind,
        now: str,
        needs: Role = Role.CASHIER,
        undoes_id: int | None = None,
    ) -> RecoveryOutcome:
        """Set one thing, and note what it was before."""
        db = self._store.write()
        check_not_erased(db, "recovery", recovery.id)
        begun = begin(
            self._store, act, deed, customer_id=recovery.customer_id, needs=needs, undoes_id=undoes_id
        )
        step = Step(recovery.id, kind, recoveries.value(db, recovery.id, kind), now, act.at)
        if begun is not None:
            recoveries.take(db, act, begun.id, step)
            if kind is StepKind.CUSTOMER:
                response_steps.share_face(db, self._store.new_id, act, begun.id, recovery.id, now)
        return self._outcome(db, act, step, before=recovery.customer_id)

    @staticmethod
    def _get(db: Db, recovery_id: int) -> Recovery:
        recovery = recoveries.get(db, recovery_id)
        if recovery is None:
            raise Refused(RefusalCode.UNKNOWN_RECOVERY)
        return recovery

    def _counting(self, db: Db, recovery_id: int) -> Recovery:
        """Nothing is done about one that was recorded by mistake, nor of whoever was erased. Raises `Refused`
        RECOVERY_MOVED_ON, UNKNOWN_CUSTOMER.
        """
        check_not_erased(db, "recovery", recovery_id)
        recovery = self._get(db, recovery_id)
        if recovery.state is RecoveryState.WITHDRAWN:
            raise Refused(RefusalCode.RECOVERY_MOVED_ON)
        return recovery

    def _repeated(self, db: Db, act: Act) -> RecoveryOutcome:
        gesture_id = gestures.find(db, act.gesture)
        step = recoveries.step_of(db, gesture_id) if gesture_id is not None else None
        if step is None:
            raise Refused(RefusalCode.UNKNOWN_RECOVERY)
        return self._outcome(db, act, step)

    def _outcome(
        self, db: Db, act: Act, step: Step, *, called: bool = False, before: int | None = None
    ) -> RecoveryOutcome:
        """`before` is whose it was, for their greeting to show that it no longer is."""
        recovery = self._get(db, step.recovery_id)
        whose = frozenset(each for each in (recovery.customer_id, before) if each is not None)
        # A step back from what called the manager, or to no complaint at all, also sends nobody any more.
        calls = called or step.kind is StepKind.SITUATION or recovery.state is RecoveryState.WITHDRAWN
        faces = step.kind is StepKind.CUSTOMER
        changes = Changes(whose, recoveries=True, calls=calls, responses=faces)
        return RecoveryOutcome(recovery, step, act.gesture, changes, called)
