"""Where the last check of the ledger ended, in a small file beside the key.

The next start then recalculates only what came since. The file is vouched for with the chain's key, so that
nobody can write one that skips what they changed; and an entry that it names and the store lacks was cut off.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from frontdesk.domain.trust.verification import LAST_CHECK
from frontdesk.storage.database import Db
from frontdesk.storage.trust.anchors import Heads, heads_of
from frontdesk.storage.trust.vouched import NOT_BELIEVED, facts_of, heads_from, read_note, write_note

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verified:
    """The chains' ends at the last check, the key of the last entry in the store, and when it was."""

    heads: Heads
    last_entry: int
    at: int


def verified_now(db: Db, at: int) -> Verified:
    """What a check that has just found nothing wrong may say of the store."""
    return Verified(heads_of(db, LAST_CHECK), db.value("SELECT max(id) FROM ledger_entry") or 0, at)


def read_verified(path: Path, keys: Iterable[bytes]) -> Verified | None:
    """Where the last check ended; None where there was none, or none of the keys vouches for the file."""
    try:
        facts = read_note(path, keys)
        return Verified(heads_from(facts), facts["last_entry"], facts["at"])
    except FileNotFoundError:
        return None
    except NOT_BELIEVED:
        log.warning("what the last check of the ledger noted is not to be believed: all is checked")
        return None


def write_verified(path: Path, key: bytes, verified: Verified) -> None:
    """Note where a check ended. Raises `OSError`; the note that was there stays then."""
    facts = facts_of(verified.heads) | {"at": verified.at, "last_entry": verified.last_entry}
    write_note(path, key, facts)
