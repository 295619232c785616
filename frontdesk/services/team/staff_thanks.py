"""A customer thanked somebody by name: noted, passed on, counted."""

from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.team.staff_thanks import StaffThanks, ThanksState
from frontdesk.domain.text import clean_line
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.team import staff_thanks


@dataclass(frozen=True, slots=True)
class ThanksSaved:
    """Thanks as they now stand; `gesture` undoes what was done, None where nothing was."""

    thanks: StaffThanks
    gesture: bytes | None
    changes: Changes


_BEFORE: Final = {"THANK_STAFF": ThanksState.TAKEN_BACK, "PASS_THANKS_ON": ThanksState.WAITING}
"""What thanks are once such an act is taken back."""


class StaffThanksService:
    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def waiting(self) -> tuple[StaffThanks, ...]:
        """What was not passed on yet, the first first."""
        return staff_thanks.waiting(self._store.read())

    def since(self, at: int) -> tuple[StaffThanks, ...]:
        """All since then, passed on or not, the latest first."""
        return staff_thanks.since(self._store.read(), at)

    def thank(self, act: Act, for_id: int, words: str = "", customer_id: int | None = None) -> ThanksSaved:
        """A customer thanked `for_id`; who and in which words, where that is noted.

        Raises `Refused` UNKNOWN_STAFF, UNKNOWN_CUSTOMER, and `BadInput`.
        """
        db = self._store.write()
        said = clean_line(words)
        if gestures.find(db, act.gesture) is not None:
            return self._saved(db, act)
        root_id = root_of(db, customer_id) if customer_id is not None else None
        if shop.role_of(db, for_id) is None:
            raise Refused(RefusalCode.UNKNOWN_STAFF, Remedy.CHOOSE_ANOTHER)
        begun = begin(self._store, act, "THANK_STAFF", customer_id=root_id)
        if begun is not None:
            staff_thanks.add(db, self._store.new_id, act, begun.id, for_id, said, root_id)
        return self._saved(db, act)

    def pass_on(self, act: Act, thanks_id: int) -> ThanksSaved:
        """They were told; once is enough. Raises `LookupError` where there are no such thanks."""
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._saved(db, act)
        if staff_thanks.get(db, thanks_id).state is not ThanksState.WAITING:
            return ThanksSaved(staff_thanks.get(db, thanks_id), None, Changes(team=True))
        begun = begin(self._store, act, "PASS_THANKS_ON")
        if begun is not None:
            staff_thanks.add_step(db, self._store.new_id, act, begun.id, thanks_id, ThanksState.PASSED_ON)
        return self._saved(db, act)

    def undo(self, act: Act, gesture: bytes) -> ThanksSaved:
        """Take the last act back: thanks just noted are none, those passed on wait again.

        Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, MOVED_ON.
        """
        db = self._store.write()
        undone = to_undo(db, act, gesture, _BEFORE)
        if undone is None:
            return self._saved(db, act)
        thanks_id = staff_thanks.made_by(db, undone.id)
        assert thanks_id is not None, "such an act is about thanks"
        check_last(undone, staff_thanks.last_step(db, thanks_id))
        begun = begin(self._store, act, "UNDO_THANKS", undoes_id=undone.id)
        if begun is not None:
            back = _BEFORE[undone.kind]
            staff_thanks.add_step(db, self._store.new_id, act, begun.id, thanks_id, back)
        return self._saved(db, act)

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """One for each thanks that waits: `owner` is who was thanked, `name` the customer."""
        zone = self._shop.facts().zone
        return tuple(
            TodayItem(
                TodayKind.STAFF_THANKS,
                each.id,
                day_at(each.at, zone),
                each.customer_id,
                each.customer,
                each.words,
                at=each.at,
                owner_id=each.for_id,
                owner=each.member,
            )
            for each in self.waiting()
        )

    @staticmethod
    def _saved(db: Db, act: Act) -> ThanksSaved:
        """What this act did, now or when it was first asked for."""
        gesture_id = gestures.find(db, act.gesture)
        thanks_id = staff_thanks.made_by(db, gesture_id) if gesture_id is not None else None
        if thanks_id is None:
            raise LookupError(act.gesture.hex())
        return ThanksSaved(staff_thanks.get(db, thanks_id), act.gesture, Changes(team=True))
