"""Where a ledger ends: what a backup remembers of it, and what the store is later held against."""

from dataclasses import dataclass

from frontdesk.storage.database import Db
from frontdesk.storage.keys import RESTORED


@dataclass(frozen=True, slots=True)
class Anchor:
    """The end of the ledger: how many entries, and the hash of the last (empty when there are none).

    `restored_at` is the time of the latest restore that is declared in it, 0 when there was none.
    """

    entries: int
    last_hash: bytes
    restored_at: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of one epoch's chain."""

    epoch_id: int
    chain_no: int
    chain_hash: bytes


@dataclass(frozen=True, slots=True)
class Heads:
    """The ends of all chains in one file, and which restore (epoch and time) they grew from, if any."""

    name: str
    restored: tuple[int, int] | None
    heads: tuple[Head, ...]


def anchor_of(db: Db) -> Anchor:
    """The ledger's end as this connection sees it."""
    last = db.value("SELECT chain_hash FROM ledger_entry ORDER BY id DESC LIMIT 1")
    restored_at = db.value("SELECT max(at) FROM chain_epoch WHERE reason = ?", (RESTORED,))
    return Anchor(db.value("SELECT count(*) FROM ledger_entry"), last or b"", restored_at or 0)


def heads_of(db: Db, name: str = "") -> Heads:
    """The chains' ends as this connection sees them; `name` says which file it is."""
    restored = db.one("SELECT id, at FROM chain_epoch WHERE reason = ? ORDER BY id DESC LIMIT 1", (RESTORED,))
    rows = db.run(
        "SELECT e.epoch_id, e.chain_no, e.chain_hash FROM chain_epoch AS c JOIN ledger_entry AS e"
        " ON e.epoch_id = c.id AND e.chain_no ="
        " (SELECT max(chain_no) FROM ledger_entry WHERE epoch_id = c.id)"
    )
    return Heads(name, (restored[0], restored[1]) if restored else None, tuple(Head(*row) for row in rows))
