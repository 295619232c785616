"""Where a ledger ends: what a backup remembers of it, and what the store is later held against."""

from dataclasses import dataclass

from frontdesk.storage.database import Db
from frontdesk.storage.epochs import RESTORED


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of the ledger: how many entries, and the hash of the last (empty when there are none).

    `restored_at` is the time of the latest restore that is declared in it, 0 when there was none. `shop`
    tells one shop's files from another's.
    """

    entries: int
    last_hash: bytes
    restored_at: int = 0
    shop: bytes = b""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of one epoch's chain."""

    epoch_id: int
    chain_no: int
    chain_hash: bytes


@dataclass(frozen=True, slots=True)
class Epoch:
    """A row of chain_epoch: a stretch of a till's chain, the mark of its key, and why and when it began."""

    id: int
    till_id: int
    number: int
    key_mark: bytes
    reason: str
    at: int

    @property
    def identity(self) -> tuple[int, int, int, int]:
        """Tells it also from the epoch that began when the same backup was restored another time."""
        return self.id, self.till_id, self.number, self.at


@dataclass(frozen=True, slots=True)
class Heads:
    """The epochs that one file knows, and the ends of their chains, of those that have an entry."""

    name: str
    epochs: tuple[Epoch, ...]
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A backup that cannot be read, and says nothing about the store."""

    name: str


def anchor_of(db: Db) -> Anchor:
    """The ledger's end as this connection sees it."""
    last = db.value("SELECT chain_hash FROM ledger_entry ORDER BY id DESC LIMIT 1")
    restored_at = db.value("SELECT max(at) FROM chain_epoch WHERE reason = ?", (RESTORED,))
    entries = db.value("SELECT count(*) FROM ledger_entry")
    shop = db.value("SELECT CAST(uid AS BLOB) FROM till ORDER BY id LIMIT 1")
    return Anchor(entries, last or b"", restored_at or 0, shop or b"")


def epochs_of(db: Db) -> tuple[Epoch, ...]:
    """All epochs in the order in which they began."""
    # A flipped bit can make a text that is none, and give a blob another type: hence the casts.
    rows = db.run(
        "SELECT id, till_id, number, CAST(key_mark AS BLOB), CAST(reason AS BLOB), at FROM chain_epoch"
        " ORDER BY id"
    )
    return tuple(
        Epoch(id_, till_id, number, mark, reason.decode("utf-8", "replace"), at)
        for id_, till_id, number, mark, reason, at in rows
    )


def heads_of(db: Db, name: str = "") -> Heads:
    """The chains' ends as this connection sees them; `name` says which file it is."""
    rows = db.run(
        "SELECT e.epoch_id, e.chain_no, e.chain_hash FROM chain_epoch AS c JOIN ledger_entry AS e"
        " ON e.epoch_id = c.id AND e.chain_no ="
        " (SELECT max(chain_no) FROM ledger_entry WHERE epoch_id = c.id)"
    )
    return Heads(name, epochs_of(db), tuple(Head(*row) for row in rows))
