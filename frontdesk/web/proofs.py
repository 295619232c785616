"""The proof in the address of the thanks that an answer was kept: without one, nobody is thanked.

A card of one's own shows its answer; a code that many share cannot say whose it was.
"""

import hashlib
import hmac
from typing import Final

_PURPOSE: Final = b"frontdesk page thanks 1:"
_HEX: Final = 32
"""Letters of a gesture in an address, and of what signs it."""


def proof(code: str, gesture: bytes, key: bytes) -> str:
    """That `gesture` kept an answer on the card of `code`, signed with the store's key."""
    return gesture.hex() + _signature(code, gesture.hex(), key)


def proves(raw: str, code: str, key: bytes) -> bool:
    """Whether it is such a proof, of this card."""
    signature = _signature(code, raw[:_HEX], key)
    return hmac.compare_digest(signature.encode(), raw[_HEX:].encode("utf-8", "replace"))


def _signature(code: str, gesture: str, key: bytes) -> str:
    signed = _PURPOSE + f"{code}:{gesture}".encode("utf-8", "replace")
    return hmac.new(key, signed, hashlib.sha256).hexdigest()[:_HEX]
