"""One epoch's entries in the order of their numbers, each held against the hash before it."""

import struct
from typing import Final

from frontdesk.domain.trust import chain
from frontdesk.domain.trust.verification import Fault, FaultCode, FaultLog
from frontdesk.storage.database import Row

LEDGER: Final = "ledger_entry"
_CANDIDATES: Final = 6

# A flipped bit can give a column another type, and make a text that is none: hence the casts.
ENTRIES: Final = (
    "SELECT e.id, coalesce(CAST(e.chain_no AS INTEGER), 0), CAST(e.chain_hash AS BLOB),"
    " CAST(e.till_id AS INTEGER), CAST(e.staff_id AS INTEGER), CAST(e.uid AS BLOB), CAST(k.uid AS BLOB),"
    " CAST(e.kind AS BLOB), CAST(e.stamps AS INTEGER), CAST(e.reason AS BLOB), CAST(u.uid AS BLOB),"
    " CAST(e.at AS INTEGER), CAST(g.uid AS BLOB)"
    " FROM ledger_entry AS e LEFT JOIN card AS k ON k.id = e.card_id"
    " LEFT JOIN gesture AS g ON g.id = e.gesture_id LEFT JOIN ledger_entry AS u ON u.id = e.reverses_id"
    " WHERE e.epoch_id = ? AND e.chain_no > ? ORDER BY e.chain_no"
)
"""Of an epoch, the entries after a number."""


class ChainWalk:
    """Takes the entries of the epoch `number`; `key` is None where no hash can be recalculated.

    It begins after the entry `after`, whose hash is one of `previous`. Faults go to `faults`.
    """

    def __init__(
        self, number: int, key: bytes | None, previous: tuple[bytes, ...], faults: FaultLog, after: int = 0
    ) -> None:
        self.entries = 0
        self._number = number
        self._key = key
        self._previous = previous
        self._faults = faults
        self._expected_no = after + 1
        self._highest_id = 0
        self._highest_is_faulty = False

    def take(self, row: Row, till_uid: bytes, staff_uid: bytes) -> bool:
        """Check the next entry. True when it fits what stands before it."""
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
        return fits and not missing

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
                self._number,
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
