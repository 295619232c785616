"""Special requests: asked for, promised, moved through their states."""

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.requests import RequestOutcome, RequestState, SpecialRequest, next_states
from frontdesk.domain.text import BadInput, InputFault, clean_line, clean_note
from frontdesk.services.gesture import begin, root_of
from frontdesk.storage import gestures, requests, visits
from frontdesk.storage.database import Db
from frontdesk.storage.requests import NewRequest, Step
from frontdesk.storage.store import Store


class RequestService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def due(self) -> tuple[SpecialRequest, ...]:
        """Every open request of the shop, the most pressing first."""
        return requests.all_open(self._store.read())

    def of(self, customer_id: int) -> tuple[SpecialRequest, ...]:
        """All that a customer ever asked for, the latest first."""
        db = self._store.read()
        return requests.all_of(db, root_of(db, customer_id))

    def ask(
        self, act: Act, customer_id: int, what: str, note: str = "", promised_at: int | None = None
    ) -> RequestOutcome:
        """Write a request down; it is an act of the present visit. Raises `BadInput`, `Refused`."""
        db = self._store.write()
        asked = NewRequest(clean_line(what), clean_note(note), promised_at)
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
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(db, act)
        request = self._get(db, request_id)
        if to not in next_states(request.state):
            raise Refused(RefusalCode.WRONG_STATE)
        step = Step(request_id, request.state, to)
        begun = begin(self._store, act, "MOVE_REQUEST", customer_id=request.customer_id)
        if begun is not None:
            requests.move(db, self._store.new_id, act, begun.id, step)
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
