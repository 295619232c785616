"""A key as a person can write it down and type it in again: four lines of four groups of four letters.

The letters are Crockford's base32, which has no I, L, O or U. The last three of a line are its checksum, of
Reed and Solomon's kind over the 32 letters: up to three wrong letters in a line are noticed for certain, two
that changed places among them. The line's number is checked with it, so lines in the wrong order are, too.
"""

import re
from collections.abc import Iterable
from typing import Final

from frontdesk.domain.paper.codes import ALPHABET

KEY_BYTES: Final = 32
LINES: Final = 4
LETTERS_IN_LINE: Final = 16

_LINE_BYTES: Final = KEY_BYTES // LINES
_CHECK_LETTERS: Final = 3
_DATA_LETTERS: Final = LETTERS_IN_LINE - _CHECK_LETTERS
_GROUP: Final = 4
_FIELD: Final = 0b100101  # x^5 + x^2 + 1: letters are added by XOR and multiplied modulo this
_GENERATOR: Final = (14, 29, 10)  # below x^3 in (x - a)(x - a^2)(x - a^3), where a is 2
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
    return lines_of(key)


def lines_of(secret: bytes) -> tuple[str, ...]:
    """Any secret of eight bytes a line, written in the same way."""
    count, rest = divmod(len(secret), _LINE_BYTES)
    if rest or not 1 <= count <= LINES:
        raise ValueError(f"a line has {_LINE_BYTES} bytes")
    return tuple(_spaced(_line(number, _part(secret, number))) for number in range(1, count + 1))


def recovery_code(key: bytes) -> str:
    """The same letters without a space, as the QR code holds them and a scanner types them."""
    return "".join(recovery_lines(key)).replace(" ", "")


def read_recovery_code(text: str) -> bytes:
    """The key that was typed, line by line or in one. Raises `BadRecoveryCode`.

    Lower case, hyphens, spaces, the letters O, I and L for 0 and 1, and the line's number are forgiven.
    """
    return read_lines(text, LINES)


def read_lines(text: str, count: int) -> bytes:
    """The secret of so many lines that was typed. Raises `BadRecoveryCode`."""
    lines = [line for line in map(_canonical, text.splitlines()) if line]
    if len(lines) == 1 and len(lines[0]) == count * LETTERS_IN_LINE:
        whole = lines[0]
        lines = [whole[at : at + LETTERS_IN_LINE] for at in range(0, len(whole), LETTERS_IN_LINE)]
    parts = [_read_line(number, line) for number, line in enumerate(lines[:count], 1)]
    if len(lines) != count:
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
    value = int.from_bytes(part, "big")
    letters = [value >> 5 * place & 31 for place in range(_DATA_LETTERS - 1, -1, -1)]
    return "".join(ALPHABET[letter] for letter in (*letters, *_check((number, *letters))))


def _check(letters: Iterable[int]) -> tuple[int, int, int]:
    """What is left of the letters, as a polynomial, when the generator has been taken out."""
    a, b, c = 0, 0, 0
    for letter in letters:
        first = letter ^ a
        x, y, z = (_times(factor, first) for factor in _GENERATOR)
        a, b, c = b ^ x, c ^ y, z
    return a, b, c


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 32:
            a ^= _FIELD
        b >>= 1
    return product


def _spaced(line: str) -> str:
    return " ".join(line[at : at + _GROUP] for at in range(0, len(line), _GROUP))


def _canonical(text: str) -> str:
    return _SEPARATORS.sub("", text).upper().translate(_READ_ALIKE)
