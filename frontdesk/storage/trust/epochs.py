"""The stretches of a till's chain. Each is begun with a key, declared with why it began, and sealed.

The seal vouches for the row itself and for where all epochs before it had ended, so that with an SQLite tool
nobody can declare a restore that never was, and excuse with it a ledger that was cut off. With the epochs
go the seals of cards and terms (row_seals.py): sealed when those of schema 1 are, and anew with a new key.
"""

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from frontdesk.domain.trust import chain
from frontdesk.storage.database import Db, Row
from frontdesk.storage.trust import row_seals

FIRST: Final = "FIRST"
KEY_LOST: Final = "KEY_LOST"
RESTORED: Final = "RESTORED"


class Seal(Enum):
    """What the seal of an epoch says, to one who has a key."""

    BEGUN = "BEGUN"
    """It was made when the epoch began."""
    ADOPTED = "ADOPTED"
    """The epoch began before there were seals; it was sealed as it was found."""
    NONE = "NONE"
    BROKEN = "BROKEN"
    """It does not fit the key, the row, or what stands before it."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """A row of chain_epoch: a stretch of a till's chain, the mark of its key, and why and when it began."""

    id: int
    till_id: int
    number: int
    key_mark: bytes
    reason: str
    at: int
    seal: bytes | None = None
    found_entries: int = 0
    """How many it had when it was adopted."""

    @property
    def identity(self) -> tuple[int, int, int, int]:
        """Tells it also from the epoch that began when the same backup was restored another time."""
        return self.id, self.till_id, self.number, self.at


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of one epoch's chain."""

    epoch_id: int
    chain_no: int
    chain_hash: bytes


def current_epoch(db: Db, till_id: int, key: bytes, at: int) -> int:
    """The epoch to which this till's next entry belongs; begun when `key` is not the one of the latest."""
    latest = db.one(
        "SELECT id, key_mark FROM chain_epoch WHERE till_id = ? ORDER BY number DESC LIMIT 1", (till_id,)
    )
    if latest is None:
        return begin_epoch(db, till_id, key, FIRST, at)
    if latest[1] != chain.key_mark(key):
        return begin_epoch(db, till_id, key, KEY_LOST, at)
    epoch_id: int = latest[0]
    return epoch_id


def begin_epoch(db: Db, till_id: int, key: bytes, reason: str, at: int) -> int:
    """Start a chain anew, declared with its reason and sealed, and give the epoch's key."""
    number: int = db.value(
        "SELECT coalesce(max(number), 0) + 1 FROM chain_epoch WHERE till_id = ?", (till_id,)
    )
    mark = chain.key_mark(key)
    seals = Seals(db, (key,))
    seal = seals.make(Epoch(0, till_id, number, mark, reason, at))
    if all(epoch.key_mark != mark for epoch in seals.epochs):
        row_seals.seal_all(db, key)
    return db.insert(
        "INSERT INTO chain_epoch (till_id, number, key_mark, reason, at, seal) VALUES (?, ?, ?, ?, ?, ?)",
        (till_id, number, mark, reason, at, seal),
    )


def adopt_epochs(db: Db, key: Callable[[], bytes]) -> None:
    """Seal the epochs of schema 1 as they are found, at the first opening that knows of seals.

    Only where a till has no seal at all: a row that comes to a sealed chain without one is a forged one,
    and sealing it would hide that. The `key` is asked for only when there is something to seal. Cards and
    terms are sealed then, too; where the key of the latest epoch is not at hand, by the next one that begins.
    """
    rows = db.run(
        "SELECT id FROM chain_epoch AS c WHERE NOT EXISTS (SELECT 1 FROM chain_epoch AS s"
        " WHERE s.till_id = c.till_id AND s.seal IS NOT NULL) ORDER BY till_id, number"
    )
    for (epoch_id,) in list(rows):
        seals = Seals(db, (key(),))  # each covers the seal before it
        epoch = next(one for one in seals.epochs if one.id == epoch_id)
        if seals.has_key_of(epoch):
            found = seals.entries_of(epoch)
            seal = seals.make(replace(epoch, found_entries=found), adopted=True)
            db.run("UPDATE chain_epoch SET seal = ?, found_entries = ? WHERE id = ?", (seal, found, epoch_id))
            if epoch == seals.epochs[-1]:
                row_seals.seal_all(db, key())


def epochs_of(db: Db) -> tuple[Epoch, ...]:
    """All epochs in the order in which they began. A backup of schema 1 has no seals."""
    # A flipped bit can make a text that is none, and give a blob another type: hence the casts.
    has_seals = db.value("SELECT 1 FROM pragma_table_info('chain_epoch') WHERE name = 'seal'")
    seal = "CAST(seal AS BLOB), found_entries" if has_seals else "NULL, 0"
    rows = db.run(
        "SELECT id, till_id, number, CAST(key_mark AS BLOB), CAST(reason AS BLOB), at,"
        f" {seal} FROM chain_epoch ORDER BY id"
    )
    return tuple(
        Epoch(id_, till_id, number, mark, reason.decode("utf-8", "replace"), at, seal, found)
        for id_, till_id, number, mark, reason, at, seal, found in rows
    )


def head_of(db: Db, epoch_id: int) -> tuple[int, bytes]:
    """Number and hash of what the next entry is chained to: an epoch's last, before the first its seal."""
    head: Row | None = db.one(
        "SELECT chain_no, chain_hash FROM ledger_entry WHERE epoch_id = ? ORDER BY chain_no DESC LIMIT 1",
        (epoch_id,),
    )
    if head is not None:
        return head[0], head[1]
    return 0, db.value("SELECT seal FROM chain_epoch WHERE id = ?", (epoch_id,)) or chain.GENESIS


def heads_in(db: Db) -> tuple[Head, ...]:
    """The ends of the epochs' chains, of those that have an entry."""
    rows = db.run(
        # The epochs first, few as they are: each finds its end by the index, and no ledger is scanned.
        "SELECT e.epoch_id, e.chain_no, CAST(e.chain_hash AS BLOB) FROM chain_epoch AS c"
        " CROSS JOIN ledger_entry AS e ON e.epoch_id = c.id AND e.chain_no ="
        " (SELECT max(chain_no) FROM ledger_entry WHERE epoch_id = c.id)"
    )
    return tuple(Head(*row) for row in rows)


class Seals:
    """Makes and examines the seals of a store's epochs, as they and the ledger are at this moment.

    With the keys that there are: an epoch whose key is not among them cannot be examined.
    """

    def __init__(self, db: Db, keys: Iterable[bytes]) -> None:
        self.epochs = epochs_of(db)
        self.keys: Mapping[bytes, bytes] = {chain.key_mark(key): key for key in keys}
        self._tills: dict[int, bytes] = dict(db.run("SELECT id, CAST(uid AS BLOB) FROM till"))
        self._heads = {head.epoch_id: head for head in heads_in(db)}

    def make(self, epoch: Epoch, *, adopted: bool = False) -> bytes:
        """The seal for an epoch of one of our keys, after all those of its till with a lower number."""
        key = self.keys[epoch.key_mark]
        return chain.epoch_seal(
            key, self._fields(epoch), self._before(epoch), adopted=adopted, found=epoch.found_entries
        )

    def examine(self, epoch: Epoch) -> Seal | None:
        """What the seal says; None where it was made with another key, and cannot be recalculated."""
        if not self.has_key_of(epoch):
            return None
        if epoch.seal is None:
            return Seal.NONE
        begun = self.remade(epoch)
        if not begun:
            return Seal.BROKEN
        if epoch.seal == begun[0]:
            return Seal.BEGUN
        return Seal.ADOPTED if self._is_adopted(epoch) else Seal.BROKEN

    def has_key_of(self, epoch: Epoch) -> bool:
        """Whether the key that the epoch says it was made with is one of ours."""
        return epoch.key_mark in self.keys

    def entries_of(self, epoch: Epoch) -> int:
        """How many were written in it."""
        return self._end(epoch)[0]

    def of_rows(self) -> tuple[bytes, ...]:
        """The keys that can have sealed a card or terms; none where one of them is not at hand.

        When a key comes in that is new here, all rows are sealed anew; those made since, with what key held.
        """
        marks = [epoch.key_mark for epoch in self.epochs]
        since = marks.index(marks[-1]) if marks else 0
        at_hand = marks and all(mark in self.keys for mark in marks[since:])
        return tuple(self.keys.values()) if at_hand else ()

    def remade(self, epoch: Epoch) -> tuple[bytes, ...]:
        """What the seal of an epoch of one of our keys should be; nothing for a damaged row."""
        try:
            return (self.make(epoch),)
        except (AttributeError, TypeError, struct.error):
            return ()  # a damaged row can hold what no column of its kind holds

    def key_by_its_seal(self, epoch: Epoch) -> bytes | None:
        """The key of ours that the seal fits although the mark is another's: then the mark was changed."""
        fitting = (Seal.BEGUN, Seal.ADOPTED)
        found = (mark for mark in self.keys if self.examine(replace(epoch, key_mark=mark)) in fitting)
        return next((self.keys[mark] for mark in found), None)

    def _is_adopted(self, epoch: Epoch) -> bool:
        """Only the first epochs of a chain can be, those of schema 1."""
        begun = (one for one in self._earlier(epoch) if self.has_key_of(one) and one.seal == self.make(one))
        return epoch.seal == self.make(epoch, adopted=True) and next(begun, None) is None

    def _earlier(self, epoch: Epoch) -> Sequence[Epoch]:
        mine = (one for one in self.epochs if one.till_id == epoch.till_id and one.number < epoch.number)
        return sorted(mine, key=lambda one: one.number)

    def _before(self, epoch: Epoch) -> list[chain.EndedEpoch]:
        return [
            chain.EndedEpoch(self._fields(one), one.seal or b"", *self._end(one))
            for one in self._earlier(epoch)
        ]

    def _fields(self, epoch: Epoch) -> chain.EpochFields:
        till = self._tills.get(epoch.till_id, b"")
        return chain.EpochFields(till, epoch.number, epoch.key_mark, epoch.reason, epoch.at)

    def _end(self, epoch: Epoch) -> tuple[int, bytes]:
        head = self._heads.get(epoch.id)
        return (head.chain_no, head.chain_hash) if head else (0, b"")
