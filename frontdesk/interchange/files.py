"""One door for every file that a shop brings: what is inside decides how it is read, not its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from frontdesk.domain.importing.imports import BadFile, Column, ColumnMatch, FileFault, Progress, ReadFile
from frontdesk.interchange.csvfiles import matches_in, read_table
from frontdesk.interchange.encodings import Decoded, decode
from frontdesk.interchange.vcards import read_vcards

FILE_BYTES_LIMIT = 50_000_000

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods; xls
_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"SQLite format 3\0")
_CARD_START = re.compile(r"^[\ufeff\s]*BEGIN\s*:\s*VCARD", re.IGNORECASE)


def read_file(
    path: Path,
    progress: Progress | None = None,
    mapping: Mapping[str, Column | None] | None = None,
) -> ReadFile:
    """Read a table or vCard file; nothing is saved. Raises BadFile when nothing can be read from it.

    `progress(lines done, lines in all)` is called now and then, and may raise to stop. `mapping` is a
    person's choice of what a header holds, and goes before what is recognised.
    """
    data = table_bytes(path)
    if _CARD_START.match(data[:200].decode("utf-8", "replace")):
        # Kept as bytes: old cards change their letters from line to line.
        return read_vcards(data, "utf-8", progress)
    decoded = text_of(data)
    if _CARD_START.match(decoded.text):
        return read_vcards(decoded.text.encode("utf-8", "replace"), decoded.encoding, progress)
    return read_table(decoded, progress, mapping)


def columns_of(path: Path, mapping: Mapping[str, Column | None] | None = None) -> tuple[ColumnMatch, ...]:
    """What stands above the columns of a table and what each is taken for, also where nothing is known of
    them; nothing for contact cards. Raises BadFile.
    """
    decoded = text_of(table_bytes(path))
    return () if _CARD_START.match(decoded.text) else matches_in(decoded, mapping)


def table_bytes(path: Path) -> bytes:
    """What is in a file that may be a table. Raises BadFile."""
    data = _content(path)
    if data.startswith(_SPREADSHEETS):
        raise BadFile(FileFault.SPREADSHEET)
    if data.startswith(_OTHERS):
        raise BadFile(FileFault.NOT_TEXT)
    return data


def text_of(data: bytes) -> Decoded:
    """Its text, which says something. Raises BadFile."""
    decoded = decode(data)
    if not decoded.text.strip("\ufeff \t\r\n"):
        raise BadFile(FileFault.EMPTY)
    return decoded


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES_LIMIT:
            raise BadFile(FileFault.TOO_BIG)
        data = path.read_bytes()
    except OSError as fault:
        raise BadFile(FileFault.UNREADABLE) from fault
    if not data.strip():
        raise BadFile(FileFault.EMPTY)
    return data
