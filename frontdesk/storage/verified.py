"""Where the last check of the ledger ended, in a small file beside the key.

The next start then recalculates only what came since. The file is vouched for with the chain's key, so that
nobody can write one that skips what they changed; and an entry that it names and the store lacks was cut off.
"""

import hmac
import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from frontdesk.domain import chain
from frontdesk.domain.verification import LAST_CHECK
from frontdesk.storage.anchors import Heads, heads_of
from frontdesk.storage.database import Db
from frontdesk.storage.durable import put_in_place
from frontdesk.storage.epochs import Epoch, Head

log = logging.getLogger(__name__)

_OWNER_ONLY: Final = 0o600
_Facts = dict[str, Any]


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
        facts: _Facts = json.loads(path.read_bytes())
        code = bytes.fromhex(facts.pop("code"))
        if any(hmac.compare_digest(chain.vouch(key, _bytes(facts)), code) for key in keys):
            return _from_facts(facts)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        pass
    log.warning("what the last check of the ledger noted is not to be believed: all is checked")
    return None


def write_verified(path: Path, key: bytes, verified: Verified) -> None:
    """Note where a check ended. Raises `OSError`; the note that was there stays then."""
    facts = _to_facts(verified)
    facts["code"] = chain.vouch(key, _bytes(facts)).hex()
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=_OWNER_ONLY)
    part.write_bytes(_bytes(facts))
    put_in_place(part, path)


def _bytes(facts: _Facts) -> bytes:
    return json.dumps(facts, sort_keys=True).encode()


def _to_facts(verified: Verified) -> _Facts:
    heads = verified.heads
    return {
        "at": verified.at,
        "last_entry": verified.last_entry,
        "shop": heads.shop.hex(),
        "epochs": [
            [e.id, e.till_id, e.number, e.key_mark.hex(), e.reason, e.at, (e.seal or b"").hex()]
            for e in heads.epochs
        ],
        "heads": [[head.epoch_id, head.chain_no, head.chain_hash.hex()] for head in heads.heads],
    }


def _from_facts(facts: _Facts) -> Verified:
    epochs = tuple(
        Epoch(id_, till, number, bytes.fromhex(mark), reason, at, bytes.fromhex(seal) or None)
        for id_, till, number, mark, reason, at, seal in facts["epochs"]
    )
    heads = tuple(Head(id_, number, bytes.fromhex(end)) for id_, number, end in facts["heads"])
    found = Heads(LAST_CHECK, epochs, heads, bytes.fromhex(facts["shop"]))
    return Verified(found, facts["last_entry"], facts["at"])
