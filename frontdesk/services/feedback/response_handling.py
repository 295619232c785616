"""What is done about an answer: who sees to it, what is replied, what they are told when they come."""

from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care import recoveries as putting_right
from frontdesk.domain.care.messages import Way
from frontdesk.domain.care.recoveries import STANDING, TO_PUT_RIGHT, RecoveryState, next_states
from frontdesk.domain.feedback.responses import (
    WAITING,
    Response,
    ResponseSaved,
    ResponseState,
    Step,
    StepKind,
)
from frontdesk.domain.feedback.responses import next_states as next_of
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.text import clean_line, clean_note
from frontdesk.services.feedback.response_steps import once, role_for
from frontdesk.services.feedback.response_undoing import ResponseUndoing
from frontdesk.services.gesture import root_of
from frontdesk.storage import shop
from frontdesk.storage.feedback import response_steps

MOST_TO_SAY: Final = 500
"""Longer than that nobody says it at the counter."""


class ResponseHandling(ResponseUndoing):
    """Each act is one step that can be taken back; a complaint that came of the answer goes along with it."""

    @once
    def take_on(self, act: Act, response_id: int, staff_id: int) -> ResponseSaved:
        """Whose it is to see to, with what is to be put right for it. Raises `Refused` UNKNOWN_RESPONSE,
        RESPONSE_MOVED_ON, UNKNOWN_STAFF.
        """
        db = self._store.write()
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

    @once
    def move(self, act: Act, response_id: int, to: ResponseState) -> ResponseSaved:
        """SET_ASIDE, and back from there, is the manager's: with it go the complaint and the thanks that came
        of it. Raises `Refused` UNKNOWN_RESPONSE, RESPONSE_MOVED_ON, ONLY_MANAGER, ANSWERED_TODAY where the
        card brought another answer since.
        """
        db = self._store.write()
        response = self._get(db, response_id)
        if to not in next_of(response.state):
            raise Refused(RefusalCode.RESPONSE_MOVED_ON)
        begun = self._begin(act, response, "MOVE_RESPONSE", role_for(response.state, to))
        self._put(act, begun.id, response, to)
        return self._saved(db, act, response_id)

    @once
    def link(self, act: Act, response_id: int, customer_id: int) -> ResponseSaved:
        """Somebody knows now whose answer it is; what is to be put right has that face, too. Raises `Refused`
        UNKNOWN_RESPONSE, RESPONSE_MOVED_ON, UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        response, root_id = self._counting(db, response_id), root_of(db, customer_id)
        begun = self._begin(act, response, "LINK_RESPONSE")
        self._step(act, begun.id, response, StepKind.CUSTOMER, str(root_id))
        if response.recovery_id is None:
            self._sequels.put_right(act, begun.id, self._get(db, response_id))
        else:
            self._sequels.share_face(act, begun.id, response)
        return self._saved(db, act, response_id, before=response.customer_id)

    @once
    def replied(self, act: Act, response_id: int, way: Way, text: str) -> ResponseSaved:
        """A reply went out: whoever complained has been spoken with; who did not is answered by it. Raises
        `Refused` UNKNOWN_RESPONSE, RESPONSE_MOVED_ON, and `BadInput`.
        """
        db, note = self._store.write(), clean_note(text)
        response = self._counting(db, response_id)
        begun = self._begin(act, response, "REPLY_RESPONSE")
        self._note(act, begun.id, Step(response.id, StepKind.REPLIED, "", way.value, act.at, note))
        open_still = self._move_along(act, begun.id, response, RecoveryState.CONTACTED)
        self._settle(act, begun.id, response, ResponseState.IN_HAND if open_still else ResponseState.DONE)
        return self._saved(db, act, response_id)

    @once
    def tell(self, act: Act, response_id: int, text: str) -> ResponseSaved:
        """What was done about it, for whoever greets them next to say; an empty `text` takes that away. What
        was to be put right is RESOLVED by it. Raises as `replied`.
        """
        db, told = self._store.write(), clean_line(text, MOST_TO_SAY)
        response = self._counting(db, response_id)
        begun = self._begin(act, response, "TELL_RESPONSE")
        self._note(act, begun.id, Step(response.id, StepKind.TOLD, "", "", act.at, told))
        response_steps.set_told(db, response_id, told, None)
        if told:
            self._move_along(act, begun.id, response, RecoveryState.RESOLVED)
            self._settle(act, begun.id, response, ResponseState.DONE)
        return self._saved(db, act, response_id)

    @once
    def said(self, act: Act, response_id: int) -> ResponseSaved:
        """They were told; once is enough. Raises `Refused` UNKNOWN_RESPONSE, RESPONSE_MOVED_ON where nothing
        is to be said, or somebody said it already.
        """
        db = self._store.write()
        response = self._counting(db, response_id)
        if not response.told or response.said_at is not None:
            raise Refused(RefusalCode.RESPONSE_MOVED_ON)
        begun = self._begin(act, response, "SAY_RESPONSE")
        self._note(act, begun.id, Step(response.id, StepKind.SAID, "", "", act.at))
        response_steps.set_told(db, response_id, response.told, act.at)
        return self._saved(db, act, response_id)

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
