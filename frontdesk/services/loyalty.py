"""Stamps and rewards at the counter. One method, one gesture, one transaction."""

from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.loyalty import (
    MAX_STAMPS_AT_ONCE,
    CardView,
    EntryKind,
    LedgerEntry,
    Programme,
    StampOutcome,
)
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.storage import gestures, loyalty, visits
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
        product_id: int | None = None,
    ) -> StampOutcome:
        """Give `count` stamps, and note what was bought when `product_id` says so.

        Raises `Refused`: TOO_MANY_AT_ONCE, NO_PROGRAMME, PROGRAMME_RETIRED, UNKNOWN_CUSTOMER.
        """
        if not 1 <= count <= MAX_STAMPS_AT_ONCE:
            raise Refused(RefusalCode.TOO_MANY_AT_ONCE, most=MAX_STAMPS_AT_ONCE)
        root_id = root_of(self._store.write(), customer_id)
        begun = begin(self._store, act, "STAMP", customer_id=root_id)
        if begun is None:
            return self._repeated(act)
        programme = self._programme(begun.db, programme_id, may_be_retired=False)
        visit_id = visits.attend(begun.db, self._store.new_id, act, begun.id, root_id).visit_id
        if product_id is not None:
            visits.add_item(begun.db, self._store.new_id, act, begun.id, visit_id, product_id)
        entry = self._entry(begun, act, root_id, programme, EntryKind.EARNED, count, visit_id)
        self._ledger.append(begun.db, act, begun.id, entry)
        return self._outcome(begun.db, act, root_id, programme, EntryKind.EARNED, count)

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

    def undo(self, act: Act, gesture: bytes) -> StampOutcome:
        """Reverse all that one act wrote to the ledger, now or years later, and its visit if nothing is left.

        Raises `Refused`: NOTHING_TO_UNDO (also for an import, which is undone as a whole), ALREADY_UNDONE.
        """
        db = self._store.write()
        undone_id = gestures.find(db, gesture)
        entries = loyalty.entries_of(db, undone_id) if undone_id is not None else ()
        if not entries or any(entry.kind in _NOT_UNDONE_HERE for entry in entries):
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if gestures.find(db, act.gesture) is not None:
            return self._repeated(act)
        if undone_id is None or gestures.is_undone(db, undone_id):
            raise Refused(RefusalCode.ALREADY_UNDONE)
        root_id = entries[0].customer_id
        begun = begin(self._store, act, "UNDO", customer_id=root_id, undoes_id=undone_id)
        if begun is None:
            return self._repeated(act)
        self._reverse(begun, act, entries)
        visits.void_items_of(db, undone_id)
        for visit_id in {entry.visit_id for entry in entries if entry.visit_id is not None}:
            visits.void_if_empty(db, visit_id, root_id)
        programme = self._programme(db, entries[0].programme_id, may_be_retired=True)
        back = -sum(entry.stamps for entry in entries)
        return self._outcome(db, act, root_id, programme, EntryKind.REVERSED, back)

    def carry_over(self, act: Act, begun: Begun, root_id: int, count: int, part: int) -> None:
        """Inside another act (an import): bring stamps that a customer had elsewhere.

        Raises `Refused` NO_PROGRAMME.
        """
        programme = self._programme(begun.db, None, may_be_retired=False)
        entry = self._entry(begun, act, root_id, programme, EntryKind.CARRIED_OVER, count, None, part)
        self._ledger.append(begun.db, act, begun.id, entry)

    def take_back(self, act: Act, begun: Begun, undone_id: int, part: int) -> None:
        """Inside another act (an import's undo): reverse one part of an act; nothing where that was done."""
        self._reverse(begun, act, loyalty.standing_part(begun.db, undone_id, part))

    def _reverse(self, begun: Begun, act: Act, entries: tuple[EntryOf, ...]) -> None:
        for entry in entries:
            reversal = NewEntry(
                entry.card,
                EntryKind.REVERSED,
                -entry.stamps,
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
        return StampOutcome(root_id, card, act.gesture, kind, stamps, repeated, Changes.of(root_id))

    def _repeated(self, act: Act) -> StampOutcome:
        """What an act that was done before had done, and the card as it stands now."""
        db = self._store.write()
        gesture_id = gestures.find(db, act.gesture)
        entries = loyalty.entries_of(db, gesture_id) if gesture_id is not None else ()
        if not entries:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        first = entries[0]
        programme = self._programme(db, first.programme_id, may_be_retired=True)
        stamps = sum(entry.stamps for entry in entries)
        return self._outcome(db, act, first.customer_id, programme, first.kind, stamps, repeated=True)
