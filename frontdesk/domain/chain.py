"""The ledger's hash chain: each entry vouches for itself and for all before it.

An entry's hash is an HMAC over its facts and the hash before it, with a key that lies outside the store.
Whoever edits, removes or swaps entries in the file cannot make hashes that fit. The chain alone does not
see its own end cut off: for that, each backup notes how many entries there were and the last hash.
"""

import hmac
import struct
from functools import lru_cache
from typing import Final, NamedTuple

KEY_BYTES: Final = 32
HASH_BYTES: Final = 32
GENESIS: Final = bytes(HASH_BYTES)
"""What stands for the hash before an epoch's first entry."""

SHORT_HASH_LETTERS: Final = 8
_MARK_BYTES: Final = 8
_FORMAT: Final = b"frontdesk.ledger.1"
_HEAD: Final = struct.Struct(">4q9I")


class EntryFields(NamedTuple):
    """What the hash covers: what is owed, to which card, by which act. Ids are the same on every till.

    The visit is left out on purpose: it only groups what was done in one sitting, and nothing is owed by it.

    A named tuple, for once, because it is made at every stamp and a million times in a verification.
    """

    till_uid: bytes
    epoch_number: int
    chain_no: int
    entry_uid: bytes
    card_uid: bytes
    kind: str
    stamps: int
    reason: str
    reversed_uid: bytes
    at: int
    staff_uid: bytes
    gesture_uid: bytes


def entry_hash(key: bytes, previous: bytes, fields: EntryFields) -> bytes:
    """The hash of an entry that follows the one whose hash is `previous` (`GENESIS` for the first).

    The encoding is unambiguous: numbers and the lengths of all texts and ids come first, at fixed places.
    """
    till, epoch, number, entry, card, kind, stamps, reason, undone, at, staff, gesture = fields
    k, r = kind.encode(), reason.encode()
    lengths = (len(till), len(entry), len(card), len(k), len(r), len(undone), len(staff), len(gesture))
    head = _HEAD.pack(epoch, number, stamps, at, *lengths, len(previous))
    code = _prepared(key).copy()
    code.update(b"".join((head, till, entry, card, k, r, undone, staff, gesture, previous)))
    return code.digest()


def key_mark(key: bytes) -> bytes:
    """Eight bytes that tell which key an epoch was made with and nothing else about it."""
    return hmac.digest(key, b"frontdesk.key-mark.1", "sha256")[:_MARK_BYTES]


def short_hash(chain_hash: bytes) -> str:
    """The hash as people compare it: on a backup's line and on paper."""
    return chain_hash.hex()[:SHORT_HASH_LETTERS]


@lru_cache(maxsize=4)
def _prepared(key: bytes) -> hmac.HMAC:
    """An HMAC that has taken in the key and the format; copying it costs a third of a new one."""
    return hmac.new(key, _FORMAT, "sha256")
