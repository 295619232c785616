"""Special requests: asked for, promised, moved through their states."""

from typing import TYPE_CHECKING

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.requests import (
    Declined,
    DeclineReason,
    RequestOutcome,
    RequestState,
    SpecialRequest,
    next_states,
    target_of,
)
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import BadInput, InputFault, clean_line, clean_note
from frontdesk.services.gesture import begin, check_not_erased, root_of
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.care import care_rules, requests
from frontdesk.storage.care.requests import NewRequest, Step
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store

if TYPE_CHECKING:
    from frontdesk.domain.care.care_figures import CareFigure
    from frontdesk.domain.care.today import TodayItem


class RequestService:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def due(self) -> tuple[SpecialRequest, ...]:
        """Every open request of the shop, the most pressing first."""
        return requests.all_open(self._store.read())

    def of(self, customer_id: int) -> tuple[SpecialRequest, ...]:
        """All that a customer ever asked for, the latest first."""
        db = self._store.read()
        return requests.all_of(db, root_of(db, customer_id))

    def get(self, request_id: int) -> SpecialRequest:
        """Raises `Refused` UNKNOWN_REQUEST."""
        return self._get(self._store.read(), request_id)

    def today_items(self, now: int) -> "tuple[TodayItem, ...]":
        """What is to be done by the end of today to keep what was promised, what is late first."""
        from frontdesk.domain.care.promises_due import due_items  # not needed for the first frame

        return due_items(self.due(), now, self._shop.facts().zone)

    def figures(self, since: int, until: int) -> "tuple[CareFigure, ...]":
        """How promises were kept, prices held, what was declined, and where in a visit it was asked for."""
        from frontdesk.domain.care.request_figures import figures
        from frontdesk.storage.care import request_figures

        return figures(request_figures.followed(self._store.read(), since, until), since, until)

    def ask(
        self, act: Act, customer_id: int, what: str, note: str = "", promised_at: int | None = None
    ) -> RequestOutcome:
        """Write a request down; it is an act of the present visit. What is aimed for ahead of the promise is
        reckoned now, by the shop's margin of now. Raises `BadInput`, `Refused`.
        """
        db = self._store.write()
        rules = care_rules.rules(db)
        target_at = target_of(act.at, promised_at, rules.margin_percent)
        asked = NewRequest(clean_line(what), clean_note(note), promised_at, target_at, rules.axis)
        if not asked.what:
            raise BadInput(InputFault.EMPTY)
        root_id = root_of(db, customer_id)
        begun = begin(self._store, act, "ASK", customer_id=root_id)
        if begun is None:
            return self._repeated(db, act)
        visit = visits.attend(db, self._store.new_id, act, begun.id, root_id)
        request_id = requests.add(db, self._store.new_id, act, begun.id, root_id, visit.visit_id, asked)
        return self._outcome(db, act, Step(request_id, None, RequestState.OPEN))

    def move(self, act: Act, request_id: int, to: RequestState) -> RequestOutcome:
        """Raises `Refused` UNKNOWN_REQUEST, WRONG_STATE."""
        return self._move(act, request_id, to, None)

    def decline(
        self, act: Act, request_id: int, reason: DeclineReason, words: str = "", alternative: str = ""
    ) -> RequestOutcome:
        """Say honestly that it cannot be done, and what was offered instead. Raises as `move`, and
        `BadInput`.
        """
        why = Declined(reason, clean_line(words), clean_line(alternative), act.at)
        return self._move(act, request_id, RequestState.DECLINED, why)

    def _move(self, act: Act, request_id: int, to: RequestState, declined: Declined | None) -> RequestOutcome:
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        check_not_erased(db, "request", request_id)
        request = self._get(db, request_id)
        if to not in next_states(request.state):
            raise Refused(RefusalCode.WRONG_STATE)
        step = Step(request_id, request.state, to)
        begun = begin(self._store, act, "MOVE_REQUEST", customer_id=request.customer_id)
        if begun is not None:
            requests.move(db, self._store.new_id, act, begun.id, step)
            if declined is not None:
                requests.decline(db, self._store.new_id, act, begun.id, request_id, declined)
        return self._outcome(db, act, step)

    def undo(self, act: Act, gesture: bytes) -> RequestOutcome:
        """Take one step back; a request just asked for is cancelled, and its visit if nothing else was in it.

        Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, WRONG_STATE when it was moved on since.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        undone_id = gestures.find(db, gesture)
        step = requests.step_of(db, undone_id) if undone_id is not None else None
        if undone_id is None or step is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if gestures.is_undone(db, undone_id):
            raise Refused(RefusalCode.ALREADY_UNDONE)
        check_not_erased(db, "request", step.request_id)
        request = self._get(db, step.request_id)
        if request.state is not step.to:
            raise Refused(RefusalCode.WRONG_STATE)
        begun = begin(self._store, act, "UNDO_REQUEST", customer_id=request.customer_id, undoes_id=undone_id)
        back = Step(step.request_id, step.to, step.previous or RequestState.CANCELLED)
        if begun is not None:
            requests.move(db, self._store.new_id, act, begun.id, back)
            visit_id = requests.visit_of(db, step.request_id)
            if step.previous is None and visit_id is not None:
                visits.void_if_empty(db, visit_id)
        return self._outcome(db, act, back)

    @staticmethod
    def _get(db: Db, request_id: int) -> SpecialRequest:
        request = requests.get(db, request_id)
        if request is None:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        return request

    def _repeated(self, db: Db, act: Act) -> RequestOutcome:
        gesture_id = gestures.find(db, act.gesture)
        step = requests.step_of(db, gesture_id) if gesture_id is not None else None
        if step is None:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        return self._outcome(db, act, step)

    def _outcome(self, db: Db, act: Act, step: Step) -> RequestOutcome:
        request = self._get(db, step.request_id)
        changes = Changes.of(request.customer_id, requests=True)
        return RequestOutcome(request, step.previous, act.gesture, changes)
