"""What is done about an answer: who sees to it, what is replied, what they are told when they come."""

from collections.abc import Sequence
from typing import Final

from frontdesk.domain import recoveries as putting_right
from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.messages import Way
from frontdesk.domain.recoveries import STANDING, TO_PUT_RIGHT, RecoveryState, next_states
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.responses import (
    WAITING,
    Response,
    ResponseSaved,
    ResponseState,
    Step,
    StepKind,
    WayBack,
)
from frontdesk.domain.responses import next_states as next_of
from frontdesk.domain.text import clean_line, clean_note
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.services.response_sequels import ResponseSequels
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures, recoveries, response_steps, responses, shop
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import Recorded
from frontdesk.storage.store import Store

MOST_TO_SAY: Final = 500
"""Longer than that nobody says it at the counter."""

_UNDONE_HERE: Final = frozenset(
    {
        "TAKE_RESPONSE",
        "MOVE_RESPONSE",
        "TAKE_ON_RESPONSE",
        "LINK_RESPONSE",
        "REPLY_RESPONSE",
        "TELL_RESPONSE",
        "SAY_RESPONSE",
    }
)
"""An edit by whoever has the card is not among them: what it said before was not kept."""

_TOLD: Final = (StepKind.TOLD, StepKind.SAID)
"""What was said rests on what was to be said: one history."""
_SET: Final = (StepKind.OWNER, StepKind.CUSTOMER)


class ResponseActs:
    """Each act is one step that can be taken back; a complaint that came of the answer goes along with it."""

    def __init__(self, store: Store, sequels: ResponseSequels) -> None:
        self._store = store
        self._sequels = sequels

    def take_on(self, act: Act, response_id: int, staff_id: int) -> ResponseSaved:
        """Whose it is to see to, with what is to be put right for it. Raises `Refused` UNKNOWN_RESPONSE,
        RESPONSE_MOVED_ON, UNKNOWN_STAFF.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        if shop.role_of(db, staff_id) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
        response = self._counting(db, response_id)
        begun = self._begin(act, response, "TAKE_ON_RESPONSE")
        self._step(act, begun.id, response, StepKind.OWNER, str(staff_id))
        if response.state is ResponseState.NEW:
            self._step(act, begun.id, response, StepKind.STATE, ResponseState.IN_HAND)
        recovery = self._sequels.recovery(response)
        if recovery is not None and recovery.state in STANDING:
            kind = putting_right.StepKind.OWNER
            self._sequels.along(act, begun.id, recovery, kind, str(staff_id))
        return self._saved(db, act, response_id)

    def move(self, act: Act, response_id: int, to: ResponseState) -> ResponseSaved:
        """SET_ASIDE, and back from there, is the manager's: with it go the complaint and the thanks that came
        of it. Raises `Refused` UNKNOWN_RESPONSE, RESPONSE_MOVED_ON, ONLY_MANAGER, ANSWERED_TODAY where the
        card brought another answer since.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        response = self._get(db, response_id)
        if to not in next_of(response.state):
            raise Refused(RefusalCode.RESPONSE_MOVED_ON)
        begun = self._begin(act, response, "MOVE_RESPONSE", _needed(response.state, to))
        self._put(act, begun.id, response, to)
        return self._saved(db, act, response_id)

    def link(self, act: Act, response_id: int, customer_id: int) -> ResponseSaved:
        """Somebody knows now whose answer it is; what is to be put right has that face, too. Raises `Refused`
        UNKNOWN_RESPONSE, RESPONSE_MOVED_ON, UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        response, root_id = self._counting(db, response_id), root_of(db, customer_id)
        begun = self._begin(act, response, "LINK_RESPONSE")
        recovery = self._sequels.recovery(response)
        self._step(act, begun.id, response, StepKind.CUSTOMER, str(root_id))
        if recovery is None:
            self._sequels.put_right(act, begun.id, self._get(db, response_id))
        elif recovery.state is not RecoveryState.WITHDRAWN:
            kind = putting_right.StepKind.CUSTOMER
            self._sequels.along(act, begun.id, recovery, kind, str(root_id))
        return self._saved(db, act, response_id, before=response.customer_id)

    def replied(self, act: Act, response_id: int, way: Way, text: str) -> ResponseSaved:
        """A reply went out: whoever complained has been spoken with; who did not is answered by it. Raises
        `Refused` UNKNOWN_RESPONSE, RESPONSE_MOVED_ON, and `BadInput`.
        """
        db, note = self._store.write(), clean_note(text)
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        response = self._counting(db, response_id)
        begun = self._begin(act, response, "REPLY_RESPONSE")
        self._note(act, begun.id, Step(response.id, StepKind.REPLIED, "", way.value, act.at, note))
        open_still = self._move_along(act, begun.id, response, RecoveryState.CONTACTED)
        self._settle(act, begun.id, response, ResponseState.IN_HAND if open_still else ResponseState.DONE)
        return self._saved(db, act, response_id)

    def tell(self, act: Act, response_id: int, text: str) -> ResponseSaved:
        """What was done about it, for whoever greets them next to say; an empty `text` takes that away. What
        was to be put right is RESOLVED by it. Raises as `replied`.
        """
        db, told = self._store.write(), clean_line(text, MOST_TO_SAY)
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        response = self._counting(db, response_id)
        begun = self._begin(act, response, "TELL_RESPONSE")
        self._note(act, begun.id, Step(response.id, StepKind.TOLD, "", "", act.at, told))
        response_steps.set_told(db, response_id, told, None)
        if told:
            self._move_along(act, begun.id, response, RecoveryState.RESOLVED)
            self._settle(act, begun.id, response, ResponseState.DONE)
        return self._saved(db, act, response_id)

    def said(self, act: Act, response_id: int) -> ResponseSaved:
        """They were told; once is enough. Raises `Refused` UNKNOWN_RESPONSE, RESPONSE_MOVED_ON where nothing
        is to be said, or somebody said it already.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        response = self._counting(db, response_id)
        if not response.told or response.said_at is not None:
            raise Refused(RefusalCode.RESPONSE_MOVED_ON)
        begun = self._begin(act, response, "SAY_RESPONSE")
        self._note(act, begun.id, Step(response.id, StepKind.SAID, "", "", act.at))
        response_steps.set_told(db, response_id, response.told, act.at)
        return self._saved(db, act, response_id)

    def undo(self, act: Act, gesture: bytes) -> ResponseSaved:
        """Take the last act of its kind back. An answer that was keyed in, and nothing more, is set aside by
        whoever keyed it in or a manager, and its card may bring another one today.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, RESPONSE_MOVED_ON, ANSWERED_TODAY, ONLY_MANAGER.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _UNDONE_HERE)
        if undone is None:
            return self._repeated(db, act)
        response_id = response_steps.made_by(db, undone.id)
        assert response_id is not None, "such an act is a step"
        response, steps = self._get(db, response_id), response_steps.of_act(db, undone.id)
        self._check_last(db, undone, response, steps)
        needs = self._right_to_undo(db, act, undone, response, steps)
        begun = self._begin(act, response, "UNDO_RESPONSE", needs, undone.id)
        if undone.kind == "TAKE_RESPONSE":
            self._put(act, begun.id, response, ResponseState.SET_ASIDE)
        else:
            self._take_back(act, begun.id, undone, response, steps)
        return self._saved(db, act, response_id, before=response.customer_id)

    # --- what an undo is made of ---

    def _check_last(self, db: Db, undone: Recorded, response: Response, steps: Sequence[Step]) -> None:
        """Nothing came after it that it would tear away. Raises `Refused` RESPONSE_MOVED_ON."""
        moved_on = RefusalCode.RESPONSE_MOVED_ON
        if undone.kind == "TAKE_RESPONSE":
            check_last(undone, response_steps.last_act(db, response.id), moved_on)
        opened = any(step.kind is StepKind.RECOVERY for step in steps)
        if opened and self._sequels.touched(response):
            raise Refused(moved_on)
        for step in steps:
            kinds = _TOLD if step.kind in _TOLD else (step.kind,)
            check_last(undone, response_steps.last_act(db, response.id, kinds), moved_on)
        moved = recoveries.step_of(db, undone.id)
        if moved is not None and not opened:
            last_id = recoveries.last_step(db, moved.recovery_id, moved.kind)
            check_last(undone, last_id, moved_on)

    @staticmethod
    def _right_to_undo(db: Db, act: Act, undone: Recorded, response: Response, steps: Sequence[Step]) -> Role:
        """As the act itself needed; and what somebody else took, or a customer sent, a manager sets aside."""
        if undone.kind == "TAKE_RESPONSE":
            own = response.way is not WayBack.PAGE and gestures.by(db, undone.id) == act.staff_id
            return Role.CASHIER if own else Role.MANAGER
        aside = any(_needed(step.was, step.now) is Role.MANAGER for step in steps)
        return Role.MANAGER if aside else Role.CASHIER

    def _take_back(
        self, act: Act, gesture_id: int, undone: Recorded, response: Response, steps: Sequence[Step]
    ) -> None:
        db = self._store.write()
        for step in steps:
            if step.kind is StepKind.STATE:
                self._put(act, gesture_id, response, ResponseState(step.was))
            elif step.kind is StepKind.RECOVERY:
                self._sequels.put_away(act, gesture_id, response)
                self._step(act, gesture_id, response, step.kind, step.was)
            elif step.kind in _SET:
                self._step(act, gesture_id, response, step.kind, step.was)
            else:
                self._note(act, gesture_id, Step(response.id, step.kind, step.now, step.was, act.at))
        if any(step.kind in _TOLD for step in steps):
            response_steps.set_told(db, response.id, *self._last_told(db, response.id))
        self._sequels.back_along(act, gesture_id, undone.id)

    @staticmethod
    def _last_told(db: Db, response_id: int) -> tuple[str, int | None]:
        """What is to be said now, and when somebody said that, by the acts that stand."""
        told, said_at = "", None
        for step in response_steps.lasting(db, response_id, _TOLD):
            if step.kind is StepKind.TOLD:
                told, said_at = step.note, None
            else:
                said_at = step.at
        return told, said_at

    # --- what every act is made of ---

    def _begin(
        self,
        act: Act,
        response: Response,
        deed: str,
        needs: Role = Role.CASHIER,
        undoes_id: int | None = None,
    ) -> Begun:
        begun = begin(
            self._store, act, deed, customer_id=response.customer_id, needs=needs, undoes_id=undoes_id
        )
        assert begun is not None, "it was just seen to be new"
        return begun

    def _put(self, act: Act, gesture_id: int, response: Response, to: ResponseState) -> None:
        """Into another state; what came of an answer counts as long as it does itself."""
        aside = ResponseState.SET_ASIDE
        if response.state is aside and to is not aside:
            self._check_free(response)
        self._step(act, gesture_id, response, StepKind.STATE, to)
        if to is aside:
            self._sequels.put_away(act, gesture_id, response)
        elif response.state is aside:
            self._sequels.bring_back(act, gesture_id, response)

    def _check_free(self, response: Response) -> None:
        """Raises `Refused` ANSWERED_TODAY where another answer took its day."""
        if not response.shared and responses.has_another(self._store.write(), response.id):
            raise Refused(RefusalCode.ANSWERED_TODAY)

    def _settle(self, act: Act, gesture_id: int, response: Response, to: ResponseState) -> None:
        if response.state in WAITING and response.state is not to:
            self._step(act, gesture_id, response, StepKind.STATE, to)

    def _move_along(self, act: Act, gesture_id: int, response: Response, to: RecoveryState) -> bool:
        """Its complaint goes on to `to` if that is a next step of it. Is it still to be put right then?"""
        recovery = self._sequels.recovery(response)
        if recovery is None:
            return False
        if to in next_states(recovery.state):
            self._sequels.along(act, gesture_id, recovery, putting_right.StepKind.STATE, to)
            return to in TO_PUT_RIGHT
        return recovery.state in TO_PUT_RIGHT

    def _step(self, act: Act, gesture_id: int, response: Response, kind: StepKind, now: str) -> None:
        """Set one thing, and note what it was before."""
        db = self._store.write()
        was = response_steps.value(db, response.id, kind)
        step = Step(response.id, kind, was, now, act.at)
        response_steps.take(db, self._store.new_id, act, gesture_id, step)

    def _note(self, act: Act, gesture_id: int, step: Step) -> None:
        response_steps.note(self._store.write(), self._store.new_id, act, gesture_id, step)

    @staticmethod
    def _get(db: Db, response_id: int) -> Response:
        response = responses.one(db, response_id)
        if response is None:
            raise Refused(RefusalCode.UNKNOWN_RESPONSE)
        return response

    def _counting(self, db: Db, response_id: int) -> Response:
        """Nothing is done about what is no answer. Raises `Refused` RESPONSE_MOVED_ON."""
        response = self._get(db, response_id)
        if response.state is ResponseState.SET_ASIDE:
            raise Refused(RefusalCode.RESPONSE_MOVED_ON)
        return response

    def _repeated(self, db: Db, act: Act) -> ResponseSaved:
        gesture_id = gestures.find(db, act.gesture)
        response_id = response_steps.made_by(db, gesture_id) if gesture_id is not None else None
        if response_id is None:
            raise Refused(RefusalCode.UNKNOWN_RESPONSE)
        return self._saved(db, act, response_id)

    def _saved(self, db: Db, act: Act, response_id: int, *, before: int | None = None) -> ResponseSaved:
        """`before` is whose it was, for their greeting to show that it no longer is."""
        response, gesture_id = self._get(db, response_id), gestures.find(db, act.gesture)
        steps = response_steps.of_act(db, gesture_id) if gesture_id is not None else ()
        whose = frozenset(each for each in (response.customer_id, before) if each is not None)
        complains = response.recovery_id is not None or any(s.kind is StepKind.RECOVERY for s in steps)
        changes = Changes(
            whose,
            responses=True,
            recoveries=complains,
            calls=complains,
            team=bool(self._sequels.thanked(response)),
        )
        changed = any(step.kind is StepKind.CHANGED for step in steps)
        thanked = tuple(shop.name_of(db, int(s.now)) for s in steps if s.kind is StepKind.THANKS)
        return ResponseSaved(response, act.gesture, changes, changed, thanked)


def _needed(was: str, now: str) -> Role:
    aside = ResponseState.SET_ASIDE
    return Role.MANAGER if aside in (was, now) else Role.CASHIER
