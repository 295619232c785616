"""What every act on an answer is made of: it begins once, sets one thing, notes what that was before."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.feedback.responses import Response, ResponseSaved, ResponseState, Step, StepKind
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.feedback.response_sequels import ResponseSequels
from frontdesk.services.gesture import Begun, begin, check_not_erased
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import response_steps, responses
from frontdesk.storage.store import Store

P = ParamSpec("P")
S = TypeVar("S", bound="ResponseSteps")


def once(
    deed: Callable[Concatenate[S, Act, P], ResponseSaved],
) -> Callable[Concatenate[S, Act, P], ResponseSaved]:
    """An act that is sent again does nothing, whatever stands by now, and says what it did."""

    @wraps(deed)
    def first_or_again(self: S, act: Act, /, *args: P.args, **kwargs: P.kwargs) -> ResponseSaved:
        again = self.repeated(act)
        return deed(self, act, *args, **kwargs) if again is None else again

    return first_or_again


class ResponseSteps:
    def __init__(self, store: Store, sequels: ResponseSequels) -> None:
        self._store = store
        self._sequels = sequels

    def _begin(
        self,
        act: Act,
        response: Response,
        deed: str,
        needs: Role = Role.CASHIER,
        undoes_id: int | None = None,
    ) -> Begun:
        check_not_erased(self._store.write(), "feedback_response", response.id)
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

    def repeated(self, act: Act) -> ResponseSaved | None:
        """What an act did that was done before; None for a new one. Raises `Refused` UNKNOWN_RESPONSE."""
        db = self._store.write()
        gesture_id = gestures.find(db, act.gesture)
        if gesture_id is None:
            return None
        response_id = response_steps.made_by(db, gesture_id)
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


def role_for(was: str, now: str) -> Role:
    """Who may take an answer from one state to another."""
    aside = ResponseState.SET_ASIDE
    return Role.MANAGER if aside in (was, now) else Role.CASHIER
