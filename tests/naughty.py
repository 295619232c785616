"""Strings that break programs, for every field that somebody can type into: `NAUGHTY` has over 500.

Each is at most 2,000 characters, so that none is refused for its length. Those in `HALVES` hold half a
character, which UTF-8 cannot write; a hostile client can still send one. data/naughty.txt has a JSON string
a line: formulas, numbers, words, markup, SQL and search, shells and formats, scripts and emoji.
"""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Final

_CONTROLS: Final = (*range(0x20), *range(0x7F, 0xA0))
_HIDDEN: Final = (
    *(0x00AD, 0x034F, 0x061C, 0x070F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    *(*range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFE0E, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB),
    *(0xE0001, 0xE0020, 0xE007F, 0xE0100),
)
_BLANKS: Final = (
    *(0x00A0, 0x115F, 0x1160, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x2800),
    *(0x3000, 0x3164, 0xFFA0),
)
_NOT_CHARACTERS: Final = (
    *(0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFE, 0x10FFFF, 0xE000, 0xF8FF, 0xF0000, 0x0378),
)
_LONG: Final = (
    *("a" * 2000, "ກ" * 2000, "អ" * 2000, "😀" * 1000, "<" * 2000, "&" * 2000, '"' * 2000, "a b " * 500),
    *("a\n" * 1000, "a" * 200, "W" * 120, "í" * 1000, "=" * 500, "http://" + "x" * 300, "\u200bກ" * 1000),
    *("١" * 200, "-" * 200, "a" * 1999 + "<"),
)
_WRITTEN: Final = Path(__file__).with_name("data") / "naughty.txt"

HALVES: Final = ("\ud800", "a\ud83d", "\ude00a", "\udfff\ud800", "a\udcffb")


def _all() -> Iterator[str]:
    for point in chain(_CONTROLS, _HIDDEN, _BLANKS, _NOT_CHARACTERS):
        yield f"a{chr(point)}b"
    yield from map(chr, chain(_HIDDEN, _BLANKS))
    yield from _LONG
    yield from map(json.loads, _WRITTEN.read_text(encoding="utf-8").splitlines())


NAUGHTY: Final = tuple(dict.fromkeys(_all()))
