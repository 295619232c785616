"""Small notes beside the key. The chain's key vouches for each, so that nobody without it can write one."""

import hmac
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from frontdesk.domain.trust import chain
from frontdesk.domain.trust.verification import LAST_CHECK
from frontdesk.storage.durable import put_in_place
from frontdesk.storage.trust.anchors import Heads
from frontdesk.storage.trust.epochs import Epoch, Head

Facts = dict[str, Any]

_OWNER_ONLY: Final = 0o600
NOT_BELIEVED: Final = (OSError, ValueError, KeyError, AttributeError, TypeError)
"""What reading a note that is none of ours can raise."""


def read_note(path: Path, keys: Iterable[bytes]) -> Facts:
    """What a note says. Raises one of `NOT_BELIEVED` where it cannot be read, or no key vouches for it."""
    facts: Facts = json.loads(path.read_bytes())
    code = bytes.fromhex(facts.pop("code"))
    if not any(hmac.compare_digest(chain.vouch(key, _bytes(facts)), code) for key in keys):
        raise ValueError("no key vouches for it")
    return facts


def write_note(path: Path, key: bytes, facts: Facts) -> None:
    """Put a note in its place. Raises `OSError`; the one that was there stays then."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=_OWNER_ONLY)
    part.write_bytes(_bytes(facts | {"code": chain.vouch(key, _bytes(facts)).hex()}))
    put_in_place(part, path)


def key_for(heads: Heads, keys: Iterable[bytes]) -> bytes | None:
    """What to vouch with: the key of the latest epoch. Whoever reads the note has that one, if any."""
    by_mark = {chain.key_mark(key): key for key in keys}
    marks = (*(epoch.key_mark for epoch in reversed(heads.epochs)), *by_mark)
    return next((by_mark[mark] for mark in marks if mark in by_mark), None)


def facts_of(heads: Heads) -> Facts:
    """The ends of a ledger's chains, as a note holds them."""
    return {
        "shop": heads.shop.hex(),
        "epochs": [
            asdict(epoch) | {"key_mark": epoch.key_mark.hex(), "seal": (epoch.seal or b"").hex()}
            for epoch in heads.epochs
        ],
        "heads": [[head.epoch_id, head.chain_no, head.chain_hash.hex()] for head in heads.heads],
    }


def heads_from(facts: Facts) -> Heads:
    """What `facts_of` wrote. Raises one of `NOT_BELIEVED`."""
    epochs = tuple(
        Epoch(
            **said
            | {"key_mark": bytes.fromhex(said["key_mark"]), "seal": bytes.fromhex(said["seal"]) or None}
        )
        for said in facts["epochs"]
    )
    heads = tuple(Head(id_, number, bytes.fromhex(end)) for id_, number, end in facts["heads"])
    return Heads(LAST_CHECK, epochs, heads, bytes.fromhex(facts["shop"]))


def _bytes(facts: Facts) -> bytes:
    return json.dumps(facts, sort_keys=True).encode()
