"""The ledger's hash chain: each entry vouches for itself and for all before it.

An entry's hash is an HMAC over its facts and the hash before it, with a key that lies outside the store.
Whoever edits, removes or swaps entries in the file cannot make hashes that fit. The chain alone does not
see its own end cut off: for that, each backup notes how many entries there were and the last hash.

A chain consists of epochs: one ends when its key is lost, or when a backup is restored. An epoch is sealed
when it begins, over what it says of itself and over all that stood before it; its first entry is chained to
the seal. Whoever forges, edits or removes an epoch cannot make a seal that fits either.

An entry names its card and no more. Whose card that is, in which programme, and what the programme promises
is sealed apart, row by row, with the same key: otherwise the card could be turned into a better one.
"""

import hmac
import struct
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

KEY_BYTES: Final = 32
HASH_BYTES: Final = 32
GENESIS: Final = bytes(HASH_BYTES)
"""What stands for the hash before the first entry of an epoch that has no seal."""

SHORT_HASH_LETTERS: Final = 8
_MARK_BYTES: Final = 8
_FORMAT: Final = b"frontdesk.ledger.1"
_NOTE_FORMAT: Final = b"frontdesk.verified.1"
_HEAD: Final = struct.Struct(">4q9I")
_SEAL_FORMATS: Final = {False: b"frontdesk.epoch.1", True: b"frontdesk.epoch.1.adopted"}
_SEAL_HEAD: Final = struct.Struct(">3q5I")
_ROW_HEAD: Final = struct.Struct(">q4I")


class EntryFields(NamedTuple):
    """What the hash covers: what is owed, to which card, by which act. Ids are the same on every till.

    The visit is left out on purpose: it groups what was done in one sitting, and a merge or an undo may count
    it anew. A cap on stamps in one visit looks at it; what was given under a cap is in the entries.

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


class EpochFields(NamedTuple):
    """What an epoch says of itself."""

    till_uid: bytes
    number: int
    key_mark: bytes
    reason: str
    at: int


class EndedEpoch(NamedTuple):
    """An earlier epoch of the same till as it stood when the next one began; `seal` is empty for none."""

    fields: EpochFields
    seal: bytes
    entries: int
    last_hash: bytes


def epoch_seal(
    key: bytes, fields: EpochFields, earlier: Iterable[EndedEpoch], *, adopted: bool = False, found: int = 0
) -> bytes:
    """The seal of an epoch that follows `earlier`, all the epochs of its till, in order.

    `adopted` is for one that began before there were seals: it vouches for what was found then, so many
    entries, and no more, so it must never look like one that was sealed when it began.
    """
    code = hmac.new(key, _SEAL_FORMATS[adopted], "sha256")
    code.update(_epoch_bytes(fields, b"", found, b""))
    for epoch in earlier:
        code.update(_epoch_bytes(*epoch))
    return code.digest()


def _epoch_bytes(fields: EpochFields, seal: bytes, entries: int, last_hash: bytes) -> bytes:
    till, number, mark, reason, at = fields
    r = reason.encode()
    lengths = (len(till), len(mark), len(r), len(seal), len(last_hash))
    return b"".join((_SEAL_HEAD.pack(number, at, entries, *lengths), till, mark, r, seal, last_hash))


def card_seal(key: bytes, card_uid: bytes, programme_uid: bytes, customer_uid: bytes) -> bytes:
    """What shows whose card it is, and in which programme."""
    return _row_seal(key, b"frontdesk.card.1", 0, card_uid, programme_uid, customer_uid)


def terms_seal(key: bytes, terms_uid: bytes, programme_uid: bytes, starts_at: int, promise: bytes) -> bytes:
    """What shows that a programme promised this from `starts_at` on."""
    return _row_seal(key, b"frontdesk.terms.1", starts_at, terms_uid, programme_uid, promise)


def referral_seal(key: bytes, referral_uid: bytes, friend_uid: bytes, referrer_uid: bytes) -> bytes:
    """What shows who brought whom along."""
    return _row_seal(key, b"frontdesk.referral.1", 0, referral_uid, friend_uid, referrer_uid)


def _row_seal(key: bytes, kind: bytes, number: int, first: bytes, second: bytes, third: bytes) -> bytes:
    head = _ROW_HEAD.pack(number, len(kind), len(first), len(second), len(third))
    return hmac.digest(key, b"".join((kind, head, first, second, third)), "sha256")


def vouch(key: bytes, note: bytes) -> bytes:
    """What shows that a note beside the store was written by one who has the key."""
    return hmac.digest(key, _NOTE_FORMAT + note, "sha256")


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
