"""Which feedback card is meant by what somebody scanned, pasted or keyed in."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from frontdesk.domain.feedback.feedback_cards import CHECK_LETTERS
from frontdesk.domain.paper.codes import ALPHABET, CodeKind, read_code

MOST_LETTERS: Final = 8000
"""A message with its questions is shorter; what is longer is no scan and no message."""

_READ_ALIKE: Final = str.maketrans("OIL", "011")
_SEPARATORS: Final = re.compile(r"[\s#.\-\u2010-\u2015\u2212]+")
_SHORT: Final = re.compile(f"([0-9]{{1,9}})([{ALPHABET}]{{{CHECK_LETTERS}}})")
_LIKE_SHORT: Final = re.compile(
    r"#?[0-9]{1,9} ?[\-\u2010-\u2015\u2212]? ?(?![0-9]{3}$)[0-9A-Z]{3}", re.IGNORECASE
)
_SOMEWHERE: Final = re.compile(
    rf"(?=({CodeKind.FEEDBACK}(?:[\s\-]{{0,3}}[0-9A-Z]){{16}}))", re.IGNORECASE | re.ASCII
)


def signed_code(raw: str, key: bytes) -> str | None:
    """The card's code where `raw` is one, in any form that `read_code` forgives, and its signature holds."""
    read = read_code(raw, key)
    return read.code if read is not None and read.kind is CodeKind.FEEDBACK else None


def signed_codes_in(raw: str, key: bytes) -> Iterator[str]:
    """Each code of a card that stands somewhere in an address or a message, with a signature that holds."""
    if len(raw) > MOST_LETTERS:
        return
    for found in _SOMEWHERE.finditer(raw):
        code = signed_code(found[1], key)
        if code is not None:
            yield code


def is_like_short(raw: str) -> bool:
    """Has it the shape of a short code, though perhaps not its letters? Digits alone are a telephone's."""
    plain = unicodedata.normalize("NFKC", raw.strip()[:41])
    return _LIKE_SHORT.fullmatch("".join(str(unicodedata.digit(c, c)) for c in plain)) is not None


def read_short(raw: str) -> tuple[int, str] | None:
    """Number and check letters of a short code, as "231-K7Q"; forgiven are lower case, digits of any script,
    blanks, a missing hyphen, and O, I, L for 0 and 1.
    """
    if len(raw) > 40:
        return None
    plain = "".join(str(unicodedata.digit(c, c)) for c in unicodedata.normalize("NFKC", raw))
    found = _SHORT.fullmatch(_SEPARATORS.sub("", plain).upper().translate(_READ_ALIKE))
    return (int(found[1]), found[2]) if found else None
