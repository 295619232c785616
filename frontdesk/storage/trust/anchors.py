"""Where a ledger ends: what a backup remembers of it, and what the store is later held against."""

from dataclasses import dataclass

from frontdesk.storage.database import Db
from frontdesk.storage.trust.epochs import RESTORED, Epoch, Head, epochs_of, heads_in


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
class Heads:
    """The epochs that one file knows, and the ends of their chains, of those that have an entry.

    `shop` tells one shop's files from another's.
    """

    name: str
    epochs: tuple[Epoch, ...]
    heads: tuple[Head, ...]
    shop: bytes = b""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A backup that cannot be read, and says nothing about the store."""

    name: str


def anchor_of(db: Db) -> Anchor:
    """The ledger's end as this connection sees it."""
    last = db.value("SELECT chain_hash FROM ledger_entry ORDER BY id DESC LIMIT 1")
    restored_at = db.value("SELECT max(at) FROM chain_epoch WHERE reason = ?", (RESTORED,))
    entries = db.value("SELECT count(*) FROM ledger_entry")
    return Anchor(entries, last or b"", restored_at or 0, _shop(db))


def heads_of(db: Db, name: str = "") -> Heads:
    """The chains' ends as this connection sees them; `name` says which file it is."""
    return Heads(name, epochs_of(db), heads_in(db), _shop(db))


def hash_of_entry(db: Db, number: int) -> bytes | None:
    """The hash of the entry of this number, counted from 1 in the order in which this file took them in."""
    found: bytes | None = db.value(
        "SELECT CAST(chain_hash AS BLOB) FROM ledger_entry ORDER BY id LIMIT 1 OFFSET ?", (number - 1,)
    )
    return found


def _shop(db: Db) -> bytes:
    uid: bytes | None = db.value("SELECT CAST(uid AS BLOB) FROM till ORDER BY id LIMIT 1")
    return uid or b""
