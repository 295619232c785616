"""A customer asks for the manager, and somebody says that they are on their way."""

from dataclasses import dataclass, replace

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.manager_calls import TOLD_LATELY, ManagerCall, same_call
from frontdesk.domain.care.recoveries import Recovery
from frontdesk.domain.days import start_of_day
from frontdesk.services.gesture import begin
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.care import manager_calls
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class CallSaved:
    """A call as it now stands."""

    call: ManagerCall
    changes: Changes


class ManagerCallService:
    """A call is never refused. One that nobody answered waits for the day, also over a restart."""

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def waiting(self, now: int) -> tuple[ManagerCall, ...]:
        """Today's calls of every till that nobody answered yet, the first that came first."""
        return manager_calls.waiting(self._store.read(), self._today(now))

    def latest(self, till_id: int, now: int, customer_id: int | None = None) -> ManagerCall | None:
        """Today's last call at a till of that customer, or of somebody nobody knew; answered or not."""
        return manager_calls.latest(self._store.read(), till_id, self._today(now), customer_id)

    def call(self, act: Act, customer_id: int | None = None) -> CallSaved:
        """The customer at this till asks for the manager; `customer_id` is who is greeted there.

        While their call waits, and for a minute after it came, more taps are that same call.
        """
        db = self._store.write()
        root_id = customers.root_of(db, customer_id) if customer_id is not None else None
        last = manager_calls.latest(db, act.till_id, self._today(act.at), root_id)
        return self._known(last, act) or self._call(db, act, root_id)

    def call_by_phone(self, act: Act, customer_id: int | None = None) -> CallSaved:
        """A guest asks for the manager on a phone; `customer_id` is whose card they have.

        All phones have the one till: while a call of theirs waits, more are that same call. One that was
        answered is another guest's, unless it was this very act; and who asks later asks anew, though it be
        on the same page.
        """
        db = self._store.write()
        root_id = customers.root_of(db, customer_id) if customer_id is not None else None
        last = manager_calls.latest(db, act.till_id, self._today(act.at), root_id)
        if last is not None and last.open:
            return CallSaved(last, Changes())
        if gestures.find(db, act.gesture) is None:
            return self._call(db, act, root_id)
        again = replace(act, gesture=self._store.new_id(act.at))
        return self._known(manager_calls.made_by(db, act.gesture), act) or self._call(db, again, root_id)

    @staticmethod
    def _known(call: ManagerCall | None, act: Act) -> CallSaved | None:
        return CallSaved(call, Changes()) if call is not None and same_call(call, act.at) else None

    def _call(self, db: Db, act: Act, root_id: int | None) -> CallSaved:
        """It is the customer's act: nobody asks who is at the till, or whether they still work here."""
        gesture_id = gestures.record(db, act, "CALL_MANAGER", root_id)
        if gesture_id is None:
            return CallSaved(manager_calls.made_by(db, act.gesture), Changes())
        made = manager_calls.add(db, self._store.new_id, act, gesture_id, root_id)
        return CallSaved(manager_calls.get(db, made), Changes(calls=True))

    def tell_of(self, act: Act, gesture_id: int, recovery: Recovery, *, anybodys: bool = False) -> bool:
        """Within another act: tell the manager of a complaint; False if they were told and nobody came yet.

        If the customer themselves asks for the manager at this till, it is that call, and says now why. Of
        what `anybodys` phone can send as often as it likes they are told once, not once for each.
        """
        db, today = self._store.write(), self._today(act.at)
        if anybodys and manager_calls.told_of_shared(db, today, act.at - TOLD_LATELY):
            return False
        told = manager_calls.about(db, recovery.id, today)
        if told is not None and same_call(told, act.at):
            return False
        asked = manager_calls.latest(db, act.till_id, today, recovery.customer_id)
        if asked is not None and asked.open and asked.recovery_id is None:
            manager_calls.say_about(db, asked.id, recovery.id)
        else:
            manager_calls.add(db, self._store.new_id, act, gesture_id, recovery.customer_id, recovery.id)
        return True

    def answer(self, act: Act, call_id: int) -> CallSaved:
        """Whoever acts is on their way; the first one to say so is the one who is noted.

        Raises `LookupError` where there is no such call.
        """
        db = self._store.write()
        if manager_calls.get(db, call_id).open and begin(self._store, act, "ANSWER_CALL") is not None:
            manager_calls.answer(db, call_id, act.staff_id, act.at)
        return CallSaved(manager_calls.get(db, call_id), Changes(calls=True))

    def _today(self, now: int) -> int:
        return start_of_day(now, self._shop.facts().zone)
