"""Today: one list for the shift. Each feature says what it has to add; what has no state is ticked here."""

from collections.abc import Callable, Sequence
from typing import Protocol

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.today import OF_A_CUSTOMER, TodayItem, TodayTicked, in_order
from frontdesk.services.gesture import begin
from frontdesk.storage import gestures, today
from frontdesk.storage.store import Store

_TICK = "TICK_TODAY"


class TodaySource(Protocol):
    """A feature with something to do for people."""

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """What is to be done now, read in a few milliseconds."""
        ...


class TodayService:
    """`sources` names the features, in each reading: they are made when they are first asked."""

    def __init__(self, store: Store, sources: Callable[[], Sequence[TodaySource]]) -> None:
        self._store = store
        self._sources = sources

    def items(self, now: int) -> tuple[TodayItem, ...]:
        """All that is to be done in this shift and was not seen to, in the order of the list."""
        found = [item for source in self._sources() for item in source.today_items(now)]
        seen_to = today.ticked(self._store.read(), {item.day for item in found})
        return in_order(item for item in found if item.key not in seen_to)

    def tick(self, act: Act, item: TodayItem) -> TodayTicked:
        """An item without a state of its own was seen to; it leaves the list for good."""
        db = self._store.write()
        about = item.subject if item.kind in OF_A_CUSTOMER else None
        begun = begin(self._store, act, _TICK, customer_id=about)
        if begun is not None:
            today.tick(db, self._store.new_id, act, begun.id, item)
        return TodayTicked(act.gesture, Changes(today=True))

    def undo(self, act: Act, gesture: bytes) -> TodayTicked:
        """A ticked item is to be seen to after all. Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE."""
        db = self._store.write()
        undone_id = gestures.find(db, gesture)
        if undone_id is None or gestures.get(db, undone_id).kind != _TICK:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if gestures.find(db, act.gesture) is None and gestures.is_undone(db, undone_id):
            raise Refused(RefusalCode.ALREADY_UNDONE)
        about = gestures.get(db, undone_id).customer_id
        begin(self._store, act, "UNDO_TICK", customer_id=about, undoes_id=undone_id)
        return TodayTicked(act.gesture, Changes(today=True))
