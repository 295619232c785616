"""Stamps and rewards at the counter. One method, one gesture, one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.loyalty import (
    MAX_STAMPS_AT_ONCE,
    CardView,
    EntryKind,
    LedgerEntry,
    Programme,
    ReversalReason,
    StampOutcome,
)
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.storage import gestures, loyalty, shop, visits
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import EntryOf, Ledger, NewEntry
from frontdesk.storage.store import Store

_NOT_UNDONE_HERE: Final = {EntryKind.REVERSED, EntryKind.CARRIED_OVER}


class LoyaltyService:
    """Every writing method gives the card as it stands after its commit; a repeated act changes nothing."""

    def __init__(self, store: Store, ledger: Ledger) -> None:
        self._store = store
        self._ledger = ledger

    # --- reading ---

    def cards(self, customer_id: int) -> tuple[CardView, ...]:
        """The customer's card in every running programme, and in a retired one while stamps are on it."""
        db = self._store.read()
        held = loyalty.balances(db, root_of(db, customer_id))
        return tuple(
            CardView(programme, held.get(programme.id, 0))
            for programme in loyalty.programmes(db)
            if programme.retired_at is None or held.get(programme.id)
        )

    def history(self, customer_id: int, limit: int = 50) -> tuple[LedgerEntry, ...]:
        db = self._store.read()
        return loyalty.history(db, root_of(db, customer_id), limit)

    # --- writing ---

    def add_stamps(
        self,
        act: Act,
        customer_id: int,
        count: int = 1,
        *,
        programme_id: int | None = None,
        items: Sequence[int] = (),
    ) -> StampOutcome:
        """Give `count` stamps and note the products bought; with `items`, there may be no stamp.

        Raises `Refused`: TOO_MANY_AT_ONCE, NO_PROGRAMME, PROGRAMME_RETIRED, UNKNOWN_CUSTOMER.
        """
        if not (0 if items else 1) <= count <= MAX_STAMPS_AT_ONCE:
            raise Refused(RefusalCode.TOO_MANY_AT_ONCE, most=MAX_STAMPS_AT_ONCE)
        root_id = root_of(self._store.write(), customer_id)
        begun = begin(self._store, act, "STAMP", customer_id=root_id)
        if begun is None:
            return self._repeated(act)
        programme = self._programme(begun.db, programme_id, may_be_retired=False)
        visit_id = visits.attend(begun.db, self._store.new_id, act, begun.id, root_id).visit_id
        for product_id in items:
            visits.add_item(begun.db, self._store.new_id, act, begun.id, visit_id, product_id)
        if count:
            entry = self._entry(begun, act, root_id, programme, EntryKind.EARNED, count, visit_id)
            self._ledger.append(begun.db, act, begun.id, entry)
        return self._outcome(begun.db, act, root_id, programme, EntryKind.EARNED, count)

    def add_item(self, act: Act, customer_id: int, product_id: int) -> StampOutcome:
        """Note one thing that was bought, and give the stamps that it earns; there may be none.

        Raises `Refused` as `add_stamps` does.
        """
        earned = shop.product(self._store.write(), product_id).stamps
        return self.add_stamps(act, customer_id, earned, items=(product_id,))

    def redeem(self, act: Act, customer_id: int, *, programme_id: int | None = None) -> StampOutcome:
        """Take one reward. Raises `Refused` STAMPS_SHORT (with how many), NO_PROGRAMME, UNKNOWN_CUSTOMER."""
        root_id = root_of(self._store.write(), customer_id)
        begun = begin(self._store, act, "REDEEM", customer_id=root_id)
        if begun is None:
            return self._repeated(act)
        programme = self._programme(begun.db, programme_id, may_be_retired=True)
        card = CardView(programme, loyalty.balance(begun.db, root_id, programme.id))
        if not card.rewards_ready:
            raise Refused(RefusalCode.STAMPS_SHORT, Remedy.ADD_STAMPS, short=card.short)
        visit_id = visits.attend(begun.db, self._store.new_id, act, begun.id, root_id).visit_id
        entry = self._entry(begun, act, root_id, programme, EntryKind.REDEEMED, -programme.goal, visit_id)
        self._ledger.append(begun.db, act, begun.id, entry)
        return self._outcome(begun.db, act, root_id, programme, EntryKind.REDEEMED, -programme.goal)

    def undo(self, act: Act, gesture: bytes, reason: ReversalReason = ReversalReason.SLIP) -> StampOutcome:
        """Take back all that one act gave or took, now or years later; and its visit if nothing is left.

        `reason` is written beside each reversal.

        Raises `Refused`: NOTHING_TO_UNDO (also for an import, which is undone as a whole), ALREADY_UNDONE.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(act)
        undone_id = gestures.find(db, gesture)
        done = self._done_by(db, undone_id) if undone_id is not None else None
        if undone_id is None or done is None or done.kind in _NOT_UNDONE_HERE:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if gestures.is_undone(db, undone_id):
            raise Refused(RefusalCode.ALREADY_UNDONE)
        begun = begin(self._store, act, "UNDO", customer_id=done.root_id, undoes_id=undone_id)
        if begun is None:
            return self._repeated(act)
        self._reverse(begun, act, done.entries, reason)
        visits.void_items_of(db, undone_id)
        for visit_id in done.visits:
            visits.void_if_empty(db, visit_id)
        programme = self._programme(db, done.programme_id, may_be_retired=True)
        return self._outcome(db, act, done.root_id, programme, EntryKind.REVERSED, -done.stamps)

    def carry_over(self, act: Act, begun: Begun, root_id: int, count: int, part: int) -> None:
        """Inside another act (an import): bring stamps that a customer had elsewhere.

        Raises `Refused` NO_PROGRAMME.
        """
        programme = self._programme(begun.db, None, may_be_retired=False)
        entry = self._entry(begun, act, root_id, programme, EntryKind.CARRIED_OVER, count, None, part)
        self._ledger.append(begun.db, act, begun.id, entry)

    def take_back(self, act: Act, begun: Begun, undone_id: int, part: int) -> None:
        """Inside another act (an import's undo): reverse one part of an act; nothing where that was done."""
        entries = loyalty.standing_part(begun.db, undone_id, part)
        self._reverse(begun, act, entries, ReversalReason.IMPORT_UNDONE)

    def _reverse(self, begun: Begun, act: Act, entries: tuple[EntryOf, ...], reason: ReversalReason) -> None:
        for entry in entries:
            reversal = NewEntry(
                entry.card,
                EntryKind.REVERSED,
                -entry.stamps,
                reason.value,
                visit_id=entry.visit_id,
                reverses=(entry.id, entry.uid),
                part=entry.part,
            )
            self._ledger.append(begun.db, act, begun.id, reversal)

    def _entry(
        self,
        begun: Begun,
        act: Act,
        root_id: int,
        programme: Programme,
        kind: EntryKind,
        stamps: int,
        visit_id: int | None,
        part: int = 0,
    ) -> NewEntry:
        card = loyalty.card_of(begun.db, self._store.new_id, act, begun.id, root_id, programme.id)
        return NewEntry(card, kind, stamps, visit_id=visit_id, part=part)

    @staticmethod
    def _programme(db: Db, programme_id: int | None, *, may_be_retired: bool) -> Programme:
        for programme in loyalty.programmes(db):
            if programme_id is None or programme.id == programme_id:
                if programme.retired_at is not None and not may_be_retired:
                    raise Refused(RefusalCode.PROGRAMME_RETIRED)
                return programme
        raise Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS)

    def _outcome(
        self,
        db: Db,
        act: Act,
        root_id: int,
        programme: Programme,
        kind: EntryKind,
        stamps: int,
        *,
        repeated: bool = False,
    ) -> StampOutcome:
        card = CardView(programme, loyalty.balance(db, root_id, programme.id))
        gesture_id = gestures.find(db, act.gesture)
        items = visits.item_names_of(db, gesture_id) if gesture_id is not None else ()
        changes = Changes.of(root_id)
        return StampOutcome(root_id, card, act.gesture, kind, stamps, repeated, changes, ", ".join(items))

    def _repeated(self, act: Act) -> StampOutcome:
        """What an act that was done before had done, and the card as it stands now."""
        db = self._store.write()
        gesture_id = gestures.find(db, act.gesture)
        done = self._done_by(db, gesture_id) if gesture_id is not None else None
        if done is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        programme = self._programme(db, done.programme_id, may_be_retired=True)
        return self._outcome(db, act, done.root_id, programme, done.kind, done.stamps, repeated=True)

    @staticmethod
    def _done_by(db: Db, gesture_id: int) -> "_Done | None":
        """What one act did to cards and visits; None for an act of another sort."""
        entries = loyalty.entries_of(db, gesture_id)
        items = visits.items_of(db, gesture_id)
        in_visits = {entry.visit_id for entry in entries if entry.visit_id is not None}
        if entries:
            first = entries[0]
            return _Done(first.customer_id, first.kind, entries, in_visits | set(items), first.programme_id)
        if items:
            return _Done(next(iter(items.values())), EntryKind.EARNED, (), set(items), None)
        return None


@dataclass(frozen=True, slots=True)
class _Done:
    """What an act left behind: entries of a ledger, and the visits that it was part of."""

    root_id: int
    kind: EntryKind
    entries: tuple[EntryOf, ...]
    visits: set[int]
    programme_id: int | None

    @property
    def stamps(self) -> int:
        return sum(entry.stamps for entry in self.entries)
