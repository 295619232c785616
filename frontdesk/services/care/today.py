"""Today: one list for the shift. Each feature says what it has to add; what has no state is ticked here."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.care.today import OF_A_CUSTOMER, TodayItem, TodayKind, TodayTicked, in_order
from frontdesk.domain.days import DAY
from frontdesk.services.gesture import begin
from frontdesk.services.undoing import to_undo
from frontdesk.storage.care import contact_log, today
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store

_TICK: Final = "TICK_TODAY"
_WRITTEN: Final = {
    TodayKind.BIRTHDAY: MessageKind.BIRTHDAY,
    TodayKind.ANNIVERSARY: MessageKind.ANNIVERSARY,
    TodayKind.FIRST_DAY: MessageKind.REASSURE,
    TodayKind.PASS_NOT_RENEWED: MessageKind.RENEW,
}
"""Whoever was written such a word, or got it on paper, was seen to."""
_LATELY: Final = 10 * DAY
_LOOKED_AT: Final = 8


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
        self._latest: tuple[TodayItem, ...] | None = None

    def latest(self) -> tuple[TodayItem, ...] | None:
        """What `items` said last, to be shown while they are read anew; None before that."""
        return self._latest

    def items(self, now: int) -> tuple[TodayItem, ...]:
        """All that is to be done in this shift and was not seen to, in the order of the list.

        Not for the UI thread: in a large shop it is read in tens of milliseconds, the first time in hundreds.
        """
        found = [item for source in self._sources() for item in source.today_items(now)]
        db = self._store.read()
        seen_to = today.ticked(db, {item.day for item in found})
        to_put_right = {item.subject for item in found if item.kind is TodayKind.RECOVERY}
        self._latest = in_order(
            item
            for item in found
            if item.key not in seen_to
            and not _is_written(db, item, now)
            # Who is to be put right is not told of a second time for being expected.
            and not (item.kind is TodayKind.UPSET_EXPECTED and item.subject in to_put_right)
        )
        return self._latest

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
        undone = to_undo(db, act, gesture, (_TICK,))
        if undone is not None:
            begin(self._store, act, "UNDO_TICK", customer_id=undone.customer_id, undoes_id=undone.id)
        return TodayTicked(act.gesture, Changes(today=True))


def _is_written(db: Db, item: TodayItem, now: int) -> bool:
    """Was a card or a message for this made lately?"""
    kind = _WRITTEN.get(item.kind)
    if kind is None:
        return False
    return any(
        each.kind is kind and each.at > now - _LATELY for each in contact_log.of(db, item.subject, _LOOKED_AT)
    )
