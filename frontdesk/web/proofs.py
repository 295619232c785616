"""The proof in the address of the thanks that this phone's answer was kept.

For a code that many share nobody is thanked without one. On a card of one's own it shows the answer once more
to the phone that sent it: whoever else holds the card has none.
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


def proven(raw: str, code: str, key: bytes) -> bytes | None:
    """The gesture that such a proof is of, on this card; None for what is none."""
    signature = _signature(code, raw[:_HEX], key)
    if not hmac.compare_digest(signature.encode(), raw[_HEX:].encode("utf-8", "replace")):
        return None
    return bytes.fromhex(raw[:_HEX])


def _signature(code: str, gesture: str, key: bytes) -> str:
    signed = _PURPOSE + f"{code}:{gesture}".encode("utf-8", "replace")
    return hmac.new(key, signed, hashlib.sha256).hexdigest()[:_HEX]
