"""Which script a name is written in: it decides whether to show how the name is said."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum


class Script(StrEnum):
    """The scripts that the shop's languages use, and everything else."""

    LATIN = "LATIN"
    LAO = "LAO"
    THAI = "THAI"
    KHMER = "KHMER"
    GEORGIAN = "GEORGIAN"
    OTHER = "OTHER"


_BLOCKS: tuple[tuple[int, int, Script], ...] = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0E00, 0x0E7F, Script.THAI),
    (0x0E80, 0x0EFF, Script.LAO),
    (0x10A0, 0x10FF, Script.GEORGIAN),
    (0x1780, 0x17FF, Script.KHMER),
    (0x1C90, 0x1CBF, Script.GEORGIAN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x2D00, 0x2D2F, Script.GEORGIAN),
)


_READ: dict[str, Script] = {
    "lo": Script.LAO,
    "th": Script.THAI,
    "km": Script.KHMER,
    "ka": Script.GEORGIAN,
}


def script_read(language: str) -> Script:
    """The script of a language, which whoever speaks it reads; Latin where it is none of its own."""
    return _READ.get(language, Script.LATIN)


def script_of(text: str) -> Script:
    """The script of most letters in `text`; the earlier letter decides a tie; OTHER without letters."""
    counted = Counter(_script_of_letter(c) for c in text if c.isalpha())
    return counted.most_common(1)[0][0] if counted else Script.OTHER


def _script_of_letter(char: str) -> Script:
    point = ord(char)
    return next((script for first, last, script in _BLOCKS if first <= point <= last), Script.OTHER)
