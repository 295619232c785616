"""A key as a person can write it down and type it in again: four lines of four groups of four letters.

The letters are Crockford's base32, which has no I, L, O or U. The last three of a line are its checksum, made
with the line's number: so a slip of the pen is named by its line, and so are two lines in the wrong order.
"""

import hashlib
import re
from typing import Final

from frontdesk.domain.codes import ALPHABET

KEY_BYTES: Final = 32
LINES: Final = 4
LETTERS_IN_LINE: Final = 16

_LINE_BYTES: Final = KEY_BYTES // LINES
_CHECK_LETTERS: Final = 3
_DATA_LETTERS: Final = LETTERS_IN_LINE - _CHECK_LETTERS
_GROUP: Final = 4
_PURPOSE: Final = b"frontdesk recovery line 1:"
_READ_ALIKE: Final = str.maketrans("OIL", "011")
_SEPARATORS: Final = re.compile(r"[\s\-]+")


class BadRecoveryCode(ValueError):
    """What was typed is no recovery code. `line` is the first that does not fit, 0 when lines are missing."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def recovery_lines(key: bytes) -> tuple[str, ...]:
    """The key as lines to print: ``XXXX XXXX XXXX XXXX``."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    return tuple(_spaced(_line(number, _part(key, number))) for number in range(1, LINES + 1))


def recovery_code(key: bytes) -> str:
    """The same letters without a space, as the QR code holds them and a scanner types them."""
    return "".join(recovery_lines(key)).replace(" ", "")


def read_recovery_code(text: str) -> bytes:
    """The key that was typed, line by line or in one. Raises `BadRecoveryCode`.

    Lower case, hyphens, spaces, the letters O, I and L for 0 and 1, and the line's number are forgiven.
    """
    lines = [line for line in map(_canonical, text.splitlines()) if line]
    if len(lines) == 1 and len(lines[0]) == LINES * LETTERS_IN_LINE:
        whole = lines[0]
        lines = [whole[at : at + LETTERS_IN_LINE] for at in range(0, len(whole), LETTERS_IN_LINE)]
    parts = [_read_line(number, line) for number, line in enumerate(lines[:LINES], 1)]
    if len(lines) != LINES:
        raise BadRecoveryCode(0)
    return b"".join(parts)


def read_recovery_line(number: int, text: str) -> bytes:
    """One line, counted from 1, as soon as it is typed: its eight bytes. Raises `BadRecoveryCode`."""
    return _read_line(number, _canonical(text))


def _read_line(number: int, line: str) -> bytes:
    if len(line) == LETTERS_IN_LINE + 1 and line[0] == str(number):
        line = line[1:]
    if len(line) == LETTERS_IN_LINE and all(letter in ALPHABET for letter in line):
        value = 0
        for letter in line[:_DATA_LETTERS]:
            value = value << 5 | ALPHABET.index(letter)
        if value < 1 << 8 * _LINE_BYTES:
            part = value.to_bytes(_LINE_BYTES, "big")
            if _line(number, part) == line:
                return part
    raise BadRecoveryCode(number)


def _part(key: bytes, number: int) -> bytes:
    return key[(number - 1) * _LINE_BYTES : number * _LINE_BYTES]


def _line(number: int, part: bytes) -> str:
    check = hashlib.sha256(_PURPOSE + bytes([number]) + part).digest()
    return _letters(int.from_bytes(part, "big"), _DATA_LETTERS) + _letters(
        int.from_bytes(check[:2], "big") >> 1, _CHECK_LETTERS
    )


def _letters(number: int, count: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(count - 1, -1, -1))


def _spaced(line: str) -> str:
    return " ".join(line[at : at + _GROUP] for at in range(0, len(line), _GROUP))


def _canonical(text: str) -> str:
    return _SEPARATORS.sub("", text).upper().translate(_READ_ALIKE)
