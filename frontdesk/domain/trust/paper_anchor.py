"""The end of the ledger as it stands on paper: `COUNT:HASH`, on a day-close slip and beside each backup.

COUNT counts the entries of the store's file in the order in which it took them in, of all tills and all
stretches together; HASH is the short hash of the last of them. Nothing on this computer can change the paper.
After a backup was restored, slips from after that backup no longer fit: that is what they are for.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.trust.chain import SHORT_HASH_LETTERS

_LOOKS_LIKE: Final = str.maketrans({"o": "0", "i": "1", "l": "1", "|": "1"})
"""Letters that a hash never has, and the digits for which people take them."""

_COUNT: Final = re.compile(r"[0-9]{1,15}")
_HASH: Final = re.compile(rf"[0-9a-f]{{{SHORT_HASH_LETTERS}}}")


class BadAnchor(ValueError):
    """What was typed is no anchor: it has another form than `COUNT:HASH`."""


class AnchorVerdict(StrEnum):
    """What the ledger says to an anchor."""

    FITS = "FITS"
    OTHER = "OTHER"
    """The entry of this number is another one now: the ledger was rewritten, or a backup was restored."""
    FEWER = "FEWER"
    """The ledger has fewer entries: its end was cut off, or a backup was restored."""


@dataclass(frozen=True, slots=True)
class PaperAnchor:
    """How many entries there were, and the short hash of the last."""

    entries: int
    short_hash: str

    def __str__(self) -> str:
        return f"{self.entries}:{self.short_hash}"


def read_anchor(text: str) -> PaperAnchor:
    """Read what somebody typed from paper. Case, spaces and the letters O, I and L for digits do not matter.

    Every one of the letters must be there: a shorter hash would fit too easily. Raises `BadAnchor`.
    """
    count, _, letters = "".join(text.split()).replace("：", ":").lower().partition(":")
    count, letters = (part.translate(_LOOKS_LIKE) for part in (count, letters))
    if not _COUNT.fullmatch(count) or not _HASH.fullmatch(letters) or int(count) == 0:
        raise BadAnchor(text)
    return PaperAnchor(int(count), letters)


def verdict(anchor: PaperAnchor, found: str | None) -> AnchorVerdict:
    """Hold an anchor against the short hash of the entry of its number; None where there is no such entry."""
    if found is None:
        return AnchorVerdict.FEWER
    return AnchorVerdict.FITS if found == anchor.short_hash else AnchorVerdict.OTHER
