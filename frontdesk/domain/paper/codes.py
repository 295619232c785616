"""The codes printed on the cards of customers, of feedback and of the staff.

They are signed, so that a made-up one is refused without a look-up.

A code is a kind letter, eight characters of randomness and eight of a truncated HMAC-SHA256, in Crockford's
base32. All its characters are in the QR alphanumeric set, which keeps the printed squares large, and none
is a space, because a scanner types and a space presses buttons.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_BYTES = 5
FEWEST_KEY_BYTES = 16

_PART = 8
_CODE_LENGTH = 1 + 2 * _PART
_PURPOSE = b"frontdesk printed code 1:"
_READ_ALIKE = str.maketrans("OIL", "011")
_TYPED_SEPARATORS = re.compile(r"[\s\-]+")
_MORE_THAN_TYPED = 4 * _CODE_LENGTH


class CodeKind(StrEnum):
    """What a printed code is for; the value is the code's first letter."""

    MEMBER = "M"
    FEEDBACK = "F"
    STAFF = "S"


_SHAPE = f"[{''.join(CodeKind)}][{ALPHABET}]{{{2 * _PART}}}"
_CODE_SHAPE = re.compile(_SHAPE)
_AIM_PREFIX = r"(?:\][A-Z0-9]{2})?"  # "]C1", "]Q1": scanners can be set to say first what kind of code it was
_FRAMED_CODE = re.compile(f"[^A-Z0-9]*?{_AIM_PREFIX}[^A-Z0-9]*({_SHAPE})[^A-Z0-9]*")


@dataclass(frozen=True, slots=True)
class ReadCode:
    """A code whose signature holds, in the form in which it was issued."""

    kind: CodeKind
    code: str


def new_code(kind: CodeKind, key: bytes, random_bytes: bytes) -> str:
    """A code of `kind` from RANDOM_BYTES fresh random bytes, signed with the store's key."""
    if len(random_bytes) != RANDOM_BYTES:
        raise ValueError(f"a code needs {RANDOM_BYTES} random bytes")
    body = kind.value + _base32(random_bytes)
    return body + _signature(body, key)


def read_code(raw: str, key: bytes) -> ReadCode | None:
    """The code that was scanned or typed, or None when this shop did not issue it.

    Lower case, hyphens, spaces and the letters O, I, L for 0 and 1 are forgiven.
    """
    code = _canonical(raw)
    if not _CODE_SHAPE.fullmatch(code):
        return None
    if not hmac.compare_digest(_signature(code[:-_PART], key), code[-_PART:]):
        return None
    return ReadCode(CodeKind(code[0]), code)


def code_within(raw: str) -> str:
    """The code in what a scanner sent, without the signs that it was set to put around it; or nothing."""
    framed = _FRAMED_CODE.fullmatch(_canonical(raw))
    return framed[1] if framed else ""


def shown_code(code: str) -> str:
    """The code as printed under its QR, in groups that a person can read out: M-XXXX-XXXX-XXXX-XXXX."""
    return "-".join([code[0], *(code[at : at + 4] for at in range(1, len(code), 4))])


def _canonical(raw: str) -> str:
    if len(raw) > _MORE_THAN_TYPED or not raw.isascii():
        return ""
    return _TYPED_SEPARATORS.sub("", raw).upper().translate(_READ_ALIKE)


def _signature(body: str, key: bytes) -> str:
    if len(key) < FEWEST_KEY_BYTES:
        raise ValueError("the key that signs codes is too short")
    return _base32(hmac.new(key, _PURPOSE + body.encode("ascii"), hashlib.sha256).digest()[:RANDOM_BYTES])


def _base32(forty_bits: bytes) -> str:
    number = int.from_bytes(forty_bits, "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
