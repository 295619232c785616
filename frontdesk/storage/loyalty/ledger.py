"""Cards are made and entries appended here, and nowhere else: each one chained to the one before it."""

from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.trust import chain
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId
from frontdesk.storage.trust import epochs, row_seals


@dataclass(frozen=True, slots=True)
class CardKey:
    """A card's key here and its id everywhere."""

    id: int
    uid: bytes


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry about to be written; `part` tells several entries of one act apart.

    `earned_at` is when its stamps were earned, where that was before the act that writes them.
    """

    card: CardKey
    kind: EntryKind
    stamps: int
    reason: str = ""
    visit_id: int | None = None
    reverses: tuple[int, bytes] | None = None
    part: int = 0
    earned_at: int | None = None


class Ledger:
    """Makes cards and appends entries; each entry is chained to the one before it on the same till.

    The key that seals the ones and chains the others is kept outside the store.
    """

    def __init__(self, chain_key: Callable[[], bytes], new_id: NewId) -> None:
        self._key = chain_key  # asked for by a card or an entry only: it may lie in the system's keyring
        self._new_id = new_id
        self._uids: dict[tuple[str, int], bytes] = {}

    def card_of(self, db: Db, act: Act, gesture_id: int, customer_id: int, programme_id: int) -> CardKey:
        """This record's card in a programme, made when it is first needed."""
        row = db.one(
            "SELECT id, uid FROM card WHERE customer_id = ? AND programme_id = ?", (customer_id, programme_id)
        )
        if row is not None:
            return CardKey(*row)
        uid = self._new_id(act.at)
        card_id = db.insert(
            "INSERT INTO card (uid, programme_id, customer_id, at, staff_id, till_id, gesture_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (uid, programme_id, customer_id, act.at, act.staff_id, act.till_id, gesture_id),
        )
        row_seals.seal(db, self._key(), "card", card_id)
        return CardKey(card_id, uid)

    def seal_referral(self, db: Db, referral_id: int) -> None:
        """Seal the note of who brought whom along: gifts are given by it."""
        row_seals.seal(db, self._key(), "referral", referral_id)

    def append(self, db: Db, act: Act, gesture_id: int, entry: NewEntry) -> int:
        """Write one entry and give its key. Raises `apsw.ConstraintError` where the schema forbids it."""
        epoch_id, epoch_number = self._epoch(db, act)
        last_no, last_hash = epochs.head_of(db, epoch_id)
        uid = self._new_id(act.at)
        reverses_id, reverses_uid = entry.reverses or (None, b"")
        fields = chain.EntryFields(
            till_uid=self._uid(db, "till", act.till_id),
            epoch_number=epoch_number,
            chain_no=last_no + 1,
            entry_uid=uid,
            card_uid=entry.card.uid,
            kind=entry.kind.value,
            stamps=entry.stamps,
            reason=entry.reason,
            reversed_uid=reverses_uid,
            at=act.at,
            staff_uid=self._uid(db, "staff", act.staff_id),
            gesture_uid=act.gesture,
        )
        link = (epoch_id, fields.chain_no, chain.entry_hash(self._key(), last_hash, fields))
        what = (entry.card.id, entry.kind.value, entry.stamps, entry.reason, reverses_id, entry.visit_id)
        told_by = (act.at, act.staff_id, act.till_id, gesture_id)
        entry_id = db.insert(
            "INSERT INTO ledger_entry (uid, card_id, kind, stamps, reason, reverses_id, visit_id,"
            " at, staff_id, till_id, gesture_id, part, epoch_id, chain_no, chain_hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (uid, *what, *told_by, entry.part, *link),
        )
        if entry.earned_at is not None and entry.earned_at < act.at:
            db.run("INSERT INTO earned_before VALUES (?, ?, ?)", (entry.card.id, entry_id, entry.earned_at))
        return entry_id

    def _uid(self, db: Db, table: str, id_: int) -> bytes:
        found = self._uids.get((table, id_))
        if found is None:
            found = db.value(f"SELECT uid FROM {table} WHERE id = ?", (id_,))
            self._uids[table, id_] = found
        return found

    def _epoch(self, db: Db, act: Act) -> tuple[int, int]:
        # Asked each time: an epoch begun in an act that is then rolled back must not be remembered.
        id_ = epochs.current_epoch(db, act.till_id, self._key(), act.at)
        return id_, db.value("SELECT number FROM chain_epoch WHERE id = ?", (id_,))
