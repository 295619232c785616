"""What the staff ask of the manager: written by whoever is at the till, answered by a manager."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.team.staff_requests import ANSWERS, StaffRequest, StaffRequestState
from frontdesk.domain.text import BadInput, InputFault, clean_line
from frontdesk.services.gesture import begin, check_role, role_of
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_requests

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class StaffRequestSaved:
    """A request as it now stands; `gesture` undoes what was done."""

    request: StaffRequest
    gesture: bytes
    changes: Changes


class StaffRequestService:
    """A request is read by whoever asked it and by managers; the list of today says only whose it is."""

    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def of(self, reader_id: int) -> tuple[StaffRequest, ...]:
        """Somebody's own, the latest first; also the answers."""
        return staff_requests.of(self._store.read(), reader_id, MOST)

    def to_answer(self, act: Act) -> tuple[StaffRequest, ...]:
        """What others asked and waits for an answer, the first first; nothing to whoever may not answer."""
        if role_of(self._store, act) not in _MANAGERS:
            return ()
        open_ones = staff_requests.open_ones(self._store.read())
        return tuple(each for each in open_ones if each.asker_id != act.staff_id)

    def ask(self, act: Act, text: str) -> StaffRequestSaved:
        """Ask the manager for something. Raises `BadInput`."""
        db = self._store.write()
        said = clean_line(text)
        if not said:
            raise BadInput(InputFault.EMPTY)
        begun = begin(self._store, act, "ASK_MANAGER")
        if begun is not None:
            staff_requests.add(db, self._store.new_id, act, begun.id, said)
        return self._saved(db, act)

    def answer(
        self, act: Act, request_id: int, state: StaffRequestState, words: str = ""
    ) -> StaffRequestSaved:
        """Yes, no or later, with words where there are any; a later answer takes the place of the one before.

        Raises `Refused` ONLY_MANAGER, UNKNOWN_REQUEST, WRONG_STATE (it was taken back), and `BadInput`.
        """
        db = self._store.write()
        said = clean_line(words)
        if gestures.find(db, act.gesture) is not None:
            return self._saved(db, act)
        if state not in ANSWERS or _get(db, request_id).state is StaffRequestState.WITHDRAWN:
            raise Refused(RefusalCode.WRONG_STATE)
        begun = begin(self._store, act, "ANSWER_STAFF", needs=Role.MANAGER)
        if begun is not None:
            staff_requests.add_step(db, self._store.new_id, act, begun.id, request_id, state, said)
        return self._saved(db, act)

    def withdraw(self, act: Act, request_id: int) -> StaffRequestSaved:
        """Take one's own request back. Raises `Refused` UNKNOWN_REQUEST where it is not one's own."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._saved(db, act)
        if _get(db, request_id).asker_id != act.staff_id:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        begun = begin(self._store, act, "WITHDRAW_ASKED")
        if begun is not None:
            gone = StaffRequestState.WITHDRAWN
            staff_requests.add_step(db, self._store.new_id, act, begun.id, request_id, gone)
        return self._saved(db, act)

    def undo(self, act: Act, gesture: bytes) -> StaffRequestSaved:
        """Take the last act back: what was asked is no more, and an answer gives way to the one before it.

        Whoever may do an act may undo it. Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE, ONLY_MANAGER,
        UNKNOWN_REQUEST, MOVED_ON.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _UNDONE_HERE)
        if undone is None:
            return self._saved(db, act)
        request_id = staff_requests.made_by(db, undone.id)
        assert request_id is not None, "such an act is about a request"
        if undone.kind == "ANSWER_STAFF":
            check_role(self._store, act, Role.MANAGER, "UNDO_ASKED")
        elif _get(db, request_id).asker_id != act.staff_id:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        check_last(undone, staff_requests.last_step(db, request_id))
        begun = begin(self._store, act, "UNDO_ASKED", undoes_id=undone.id)
        if begun is not None:
            now = _get(db, request_id)  # as it stands without what was undone
            staff_requests.add_step(db, self._store.new_id, act, begun.id, request_id, now.state, now.words)
        return self._saved(db, act)

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """One for each that waits for an answer: whose it is and no word of it, for all read that list."""
        zone = self._shop.facts().zone
        return tuple(
            TodayItem(
                TodayKind.STAFF_REQUEST,
                each.id,
                day_at(each.asked_at, zone),
                name=each.asker,
                at=each.asked_at,
            )
            for each in staff_requests.open_ones(self._store.read())
        )

    @staticmethod
    def _saved(db: Db, act: Act) -> StaffRequestSaved:
        """What this act did, now or when it was first asked for."""
        gesture_id = gestures.find(db, act.gesture)
        request_id = staff_requests.made_by(db, gesture_id) if gesture_id is not None else None
        if request_id is None:
            raise Refused(RefusalCode.UNKNOWN_REQUEST)
        return StaffRequestSaved(_get(db, request_id), act.gesture, Changes(team=True))


_UNDONE_HERE: Final = frozenset({"ASK_MANAGER", "ANSWER_STAFF", "WITHDRAW_ASKED"})
_MANAGERS: Final = (Role.MANAGER, Role.OWNER)


def _get(db: Db, request_id: int) -> StaffRequest:
    """Raises `Refused` UNKNOWN_REQUEST."""
    found = staff_requests.get(db, request_id)
    if found is None:
        raise Refused(RefusalCode.UNKNOWN_REQUEST)
    return found
