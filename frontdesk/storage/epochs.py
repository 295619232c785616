"""The stretches of a till's chain. Each is begun with a key and declared with why it began."""

from typing import Final

from frontdesk.domain import chain
from frontdesk.storage.database import Db

FIRST: Final = "FIRST"
KEY_LOST: Final = "KEY_LOST"
RESTORED: Final = "RESTORED"


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
    """Start a chain anew, declared with its reason, and give the epoch's key."""
    return db.insert(
        "INSERT INTO chain_epoch (till_id, number, key_mark, reason, at) VALUES"
        " (?1, (SELECT coalesce(max(number), 0) + 1 FROM chain_epoch WHERE till_id = ?1), ?2, ?3, ?4)",
        (till_id, chain.key_mark(key), reason, at),
    )
