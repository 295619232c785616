"""Recalculates the ledger's hash chain and says which entry does not fit, and how."""

import struct
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from frontdesk.domain import chain
from frontdesk.domain.verification import EpochChecked, Fault, FaultCode, FaultLog, Unchecked
from frontdesk.storage.anchors import Epoch, epochs_of
from frontdesk.storage.database import Db, Row

Advance = Callable[[int], None]

LEDGER: Final = "ledger_entry"
REPORT_EVERY: Final = 10_000
_CANDIDATES: Final = 6
_TRIED: Final = 100

# A flipped bit can give a column another type, and make a text that is none: hence the casts.
_ENTRIES: Final = (
    "SELECT e.id, coalesce(CAST(e.chain_no AS INTEGER), 0), CAST(e.chain_hash AS BLOB),"
    " CAST(e.till_id AS INTEGER), CAST(e.staff_id AS INTEGER), CAST(e.uid AS BLOB), CAST(k.uid AS BLOB),"
    " CAST(e.kind AS BLOB), CAST(e.stamps AS INTEGER), CAST(e.reason AS BLOB), CAST(u.uid AS BLOB),"
    " CAST(e.at AS INTEGER), CAST(g.uid AS BLOB)"
    " FROM ledger_entry AS e LEFT JOIN card AS k ON k.id = e.card_id"
    " LEFT JOIN gesture AS g ON g.id = e.gesture_id LEFT JOIN ledger_entry AS u ON u.id = e.reverses_id"
    " WHERE e.epoch_id = ? ORDER BY e.chain_no"
)


class ChainCheck:
    """Walks every epoch of every till once; faults go to `faults`, what was walked to `epochs`."""

    def __init__(self, db: Db, key: bytes | None, faults: FaultLog, advance: Advance) -> None:
        self._db = db
        self._key = key
        self._faults = faults
        self._advance = advance
        self._mark = chain.key_mark(key) if key is not None else None
        self._done = 0
        self._tills: dict[int, bytes] = {}
        self._staff: dict[int, bytes] = {}
        self.epochs: list[EpochChecked] = []

    def run(self) -> None:
        """Walk. Raises `apsw.Error` where SQLite itself cannot read on."""
        self._tills = dict(self._db.run("SELECT id, uid FROM till"))
        self._staff = dict(self._db.run("SELECT id, uid FROM staff"))
        epochs = epochs_of(self._db)
        for epoch in epochs:
            unchecked = self._why_not(epoch, epochs)
            if unchecked is not None and self._was_made_with_our_key(epoch):
                self._faults.add(Fault(FaultCode.KEY_MARK_CHANGED, "chain_epoch", epoch.id, epoch.number))
                unchecked = None
            self._walk(epoch, unchecked)

    def _why_not(self, epoch: Epoch, epochs: Iterable[Epoch]) -> Unchecked | None:
        """What keeps an epoch's hashes from being recalculated, going by the mark of its key."""
        if epoch.key_mark == self._mark:
            return None
        later = [one for one in epochs if one.till_id == epoch.till_id and one.number > epoch.number]
        if any(one.key_mark != epoch.key_mark for one in later):
            return Unchecked.KEY_LOST
        return Unchecked.NO_KEY if self._key is None else Unchecked.OTHER_KEY

    def _was_made_with_our_key(self, epoch: Epoch) -> bool:
        """Does any of the first entries fit, although the mark is another key's? Then it was changed."""
        if self._key is None:
            return False
        walk, previous = _Walk(epoch, self._key, FaultLog()), chain.GENESIS
        for row in islice(self._db.run(_ENTRIES, (epoch.id,)), _TRIED):
            if walk.follows(previous, row, *self._uids(row)):
                return True
            previous = row[2]
        return False

    def _walk(self, epoch: Epoch, unchecked: Unchecked | None) -> None:
        walk = _Walk(epoch, self._key if unchecked is None else None, self._faults)
        for row in self._db.run(_ENTRIES, (epoch.id,)):
            walk.take(row, *self._uids(row))
            self._done += 1
            if self._done % REPORT_EVERY == 0:
                self._advance(self._done)
        self.epochs.append(
            EpochChecked(epoch.till_id, epoch.number, epoch.reason, epoch.at, walk.entries, unchecked)
        )

    def _uids(self, row: Row) -> tuple[bytes, bytes]:
        """The till and the member of staff of an entry, as its hash names them."""
        return self._tills.get(row[3], b""), self._staff.get(row[4], b"")


class _Walk:
    """One epoch's entries in the order of their numbers, each against the hash before it."""

    def __init__(self, epoch: Epoch, key: bytes | None, faults: FaultLog) -> None:
        self.entries = 0
        self._key = key
        self._epoch = epoch
        self._faults = faults
        self._expected_no = 1
        self._previous: tuple[bytes, ...] = (chain.GENESIS,)
        self._highest_id = 0
        self._highest_is_faulty = False

    def take(self, row: Row, till_uid: bytes, staff_uid: bytes) -> None:
        """Check the next entry."""
        id_, number, stored = row[0], row[1], row[2]
        self.entries += 1
        missing = number - self._expected_no
        if missing:
            self._faults.add(Fault(FaultCode.ENTRIES_MISSING, LEDGER, id_, missing))
        # What stood before a gap is unknown, and so is what the entry after it must say.
        fits = bool(missing) or self._key is None or self._fits(self._key, row, till_uid, staff_uid)
        if fits:
            self._previous = (stored,)
        else:
            self._name(id_)
        if id_ > self._highest_id:
            self._highest_id, self._highest_is_faulty = id_, not fits
        self._expected_no = number + 1

    def follows(self, previous: bytes, row: Row, till_uid: bytes, staff_uid: bytes) -> bool:
        """Is the entry's hash the one that our key makes of it and of the hash before it?"""
        key = self._key
        return key is not None and self._calculate(key, row, till_uid, staff_uid, previous) == row[2]

    def _fits(self, key: bytes, row: Row, till_uid: bytes, staff_uid: bytes) -> bool:
        """Is the stored hash right? After a faulty entry, any that may have stood before it will do."""
        stored, calculated = row[2], b""
        for previous in self._previous:
            calculated = self._calculate(key, row, till_uid, staff_uid, previous)
            if calculated == stored:
                return True
        self._previous = (stored, calculated, *self._previous)[:_CANDIDATES]
        return False

    def _calculate(self, key: bytes, row: Row, till_uid: bytes, staff_uid: bytes, previous: bytes) -> bytes:
        _, number, _, _, _, uid, card, kind, stamps, reason, undone, at, gesture = row
        try:
            fields = chain.EntryFields(
                till_uid,
                self._epoch.number,
                number,
                uid,
                card or b"",
                kind.decode("utf-8", "replace"),
                stamps,
                reason.decode("utf-8", "replace"),
                undone or b"",
                at,
                staff_uid,
                gesture or b"",
            )
            return chain.entry_hash(key, previous, fields)
        except (AttributeError, TypeError, struct.error):
            return b""  # a damaged row can hold what no column of its kind holds

    def _name(self, id_: int) -> None:
        """An entry that does not fit was moved when its neighbours were written in another order."""
        moved = id_ < self._highest_id
        if moved and self._highest_is_faulty:
            self._faults.rename(LEDGER, self._highest_id, FaultCode.ENTRY_MOVED)
        self._faults.add(Fault(FaultCode.ENTRY_MOVED if moved else FaultCode.ENTRY_EDITED, LEDGER, id_))
