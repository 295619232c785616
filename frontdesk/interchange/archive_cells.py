"""How a value of the store stands in a cell of an open table, and how it is read again: exact inverses.

A number stands as it is, an empty cell is none. A text stands as it is; `\\N` is no text at all (an empty
cell is the empty text), and one that begins with a backslash has one more. What is binary stands in
hexadecimal digits after `0x`. What is long is a file of its own, and the cell has its name: after `\\F`
where a text is expected. A text that a spreadsheet would run as a formula is defused, as in every table that
we write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from frontdesk.domain.importing.archives import CellKind
from frontdesk.interchange.cells import defuse, restore

Value = None | int | float | str | bytes

LONGEST_BLOB: Final = 64
LONGEST_TEXT: Final = 100_000
"""What is longer is a file. Readers of CSV give up at 131,072 letters."""

FILES: Final = "files/"
_NONE: Final = "\\N"
_IN_FILE: Final = "\\F"
_HEX: Final = "0x"
_ENDINGS: Final = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"RIFF", "webp"))


def is_long(value: Value) -> bool:
    """Whether a value is to be a file of its own."""
    if isinstance(value, bytes):
        return len(value) > LONGEST_BLOB
    return isinstance(value, str) and len(value) > LONGEST_TEXT


def file_ending(value: Value) -> str:
    """What a file with this value is called after the dot."""
    if not isinstance(value, bytes):
        return "txt"
    return next((ending for start, ending in _ENDINGS if value.startswith(start)), "bin")


def cell_of(value: Value) -> str:
    """The cell of a value that is not long."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return _HEX + value.hex()
    return repr(value)


def text_cell(value: Value) -> str:
    """The cell of a column of texts."""
    if value is None:
        return _NONE
    text = str(value)
    return defuse("\\" + text if text.startswith("\\") else text)


def file_cell(path: str, kind: CellKind) -> str:
    """The cell of a value that lies in the file at `path`."""
    return _IN_FILE + path if kind is CellKind.TEXT else path


def reader_of(kind: CellKind, fetch: Callable[[str], bytes]) -> Callable[[str], Value]:
    """What reads the cells of a column; `fetch` gives a file. It raises ValueError for what none has
    written.
    """

    def blob(cell: str) -> Value:
        if not cell:
            return None
        if cell.startswith(_HEX):
            return bytes.fromhex(cell.removeprefix(_HEX))
        return fetch(_file_name(cell))

    def text(cell: str) -> Value:
        plain = restore(cell)
        if not plain.startswith("\\"):
            return plain
        if plain == _NONE:
            return None
        if plain.startswith(_IN_FILE):
            return fetch(_file_name(plain.removeprefix(_IN_FILE))).decode("utf-8")
        if not plain.startswith("\\\\"):
            raise ValueError("a backslash that nobody wrote")
        return plain[1:]

    def number(cell: str) -> Value:
        return int(cell) if cell else None

    def real(cell: str) -> Value:
        return float(cell) if cell else None

    return {CellKind.BLOB: blob, CellKind.TEXT: text, CellKind.INTEGER: number, CellKind.REAL: real}[kind]


def _file_name(cell: str) -> str:
    if not cell.startswith(FILES):
        raise ValueError("no file of an archive")
    return cell
