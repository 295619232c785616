"""Where the key of the ledger is, and what the owner should do about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from frontdesk.domain.paper.shop_signs import ShopSigns


class KeyPlace(StrEnum):
    """Where the key was found."""

    KEYRING = "KEYRING"
    FILE = "FILE"
    FILE_FOR_GOOD = "FILE_FOR_GOOD"
    """In the file, because the system's keyring could not be opened once when it held the key."""
    KEYRING_AWAY = "KEYRING_AWAY"
    """Not in the file, and the keyring cannot be opened now."""
    NOWHERE = "NOWHERE"


@dataclass(frozen=True, slots=True)
class KeyState:
    """`file` is where the key lies or would lie; `sheet_due` when no recovery sheet of it was printed yet."""

    place: KeyPlace
    file: Path
    sheet_due: bool


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the printed sheet says. It holds the key itself: nothing here may be logged or shown elsewhere."""

    shop: ShopSigns
    day: date
    language: str
    lines: tuple[str, ...]
    code: str

    def __repr__(self) -> str:
        return "RecoverySheet(…)"  # a traceback or a log line must not give the key away


class Entered(StrEnum):
    """What became of a key that was typed in."""

    CURRENT = "CURRENT"
    """It is the key of the latest entries, and new ones are made with it."""
    EARLIER = "EARLIER"
    """It is the key of earlier entries: they can be checked again."""
    ALREADY_HERE = "ALREADY_HERE"
    STRANGE = "STRANGE"
    """No entry of this shop was made with it; nothing was changed."""
