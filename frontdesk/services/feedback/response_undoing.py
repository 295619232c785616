"""Taking back what was done about an answer, the last thing first."""

from collections.abc import Sequence
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.feedback.responses import (
    Response,
    ResponseSaved,
    ResponseState,
    Step,
    StepKind,
    WayBack,
)
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.feedback.response_steps import ResponseSteps, once, role_for
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures
from frontdesk.storage.care import recoveries
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import response_steps
from frontdesk.storage.gestures import Recorded

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


class ResponseUndoing(ResponseSteps):
    @once
    def undo(self, act: Act, gesture: bytes) -> ResponseSaved:
        """Take the last act of its kind back. An answer that was keyed in, and nothing more, is set aside by
        whoever keyed it in or a manager, and its card may bring another one today.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, RESPONSE_MOVED_ON, ANSWERED_TODAY, ONLY_MANAGER.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _UNDONE_HERE)
        assert undone is not None, "it was just seen to be new"
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
        aside = any(role_for(step.was, step.now) is Role.MANAGER for step in steps)
        return Role.MANAGER if aside else Role.CASHIER

    def _take_back(
        self, act: Act, gesture_id: int, undone: Recorded, response: Response, steps: Sequence[Step]
    ) -> None:
        db = self._store.write()
        for step in steps:
            if step.kind is StepKind.STATE:
                self._put(act, gesture_id, response, ResponseState(step.was))
            elif step.kind is StepKind.RECOVERY:
                self._sequels.withdraw(act, gesture_id, response)
                self._step(act, gesture_id, response, step.kind, step.was)
            elif step.kind in _SET:
                self._step(act, gesture_id, response, step.kind, step.was)
            else:
                self._note(act, gesture_id, Step(response.id, step.kind, step.now, step.was, act.at))
        if any(step.kind in _TOLD for step in steps):
            response_steps.set_told(db, response.id, *self._last_told(db, response.id))
        if any(step.kind is StepKind.RECOVERY for step in steps):
            return
        if any(step.kind is StepKind.CUSTOMER for step in steps):
            self._sequels.share_face(act, gesture_id, response)
        else:
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
