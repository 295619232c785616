"""Reads an archive that may be damaged, foreign or made to do harm. Nothing of it is unpacked to a place that
it names, and nothing is believed before it was held against the description.

What holds against harm: only names that the description has, each once, none a link or locked; sizes that the
directory and the description agree on, that lie one after the other in the file and are not blown up beyond
what tables can be; each file read once, as a stream, to its very hash.
"""

from __future__ import annotations

import csv
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from frontdesk.domain.importing.archives import DESCRIPTION, README, ArchiveDescription, TableShape
from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.interchange.archive_cells import FILES, Value, reader_of
from frontdesk.interchange.archive_description import read_description

_ZIP: Final = b"PK"
_LOCKED: Final = 0x1
_LONGEST_DESCRIPTION: Final = 300_000_000
_LONGEST_FILE: Final = 100_000_000
_MOST_BLOWN_UP: Final = 300
_SMALL: Final = 1_000_000
"""A small table of one value over and over is blown up more than any other, and does no harm."""

_TABLE_FILE: Final = re.compile(r"tables/[a-z][a-z0-9_]*\.csv")
_OTHER_FILE: Final = re.compile(rf"{FILES}[a-z][a-z0-9_]*/[0-9a-z-]+-[a-z0-9_]+\.[a-z]{{3,4}}")
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    csv.Error,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
    KeyError,
)


class ArchiveReader:
    """An archive that was looked at: its directory and description hold together. Close it at the end.

    Raises BadFile for what is none, newer, damaged or strange; so do all its methods.
    """

    def __init__(self, path: Path, known_schema: int) -> None:
        with meant():
            self._file = _opened(path)
            try:
                self._size = path.stat().st_size
                self._zip = _zip_of(self._file)
                self.described = self._look(known_schema)
                self._unread = set(self.described.files)
                if README in self._unread:
                    self._whole(README)
            except BaseException:
                self._file.close()
                raise

    def __enter__(self) -> ArchiveReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()

    @property
    def unpacked(self) -> int:
        """How large all of it is when it is unpacked."""
        return sum(file.bytes for file in self.described.files.values())

    def rows(self, shape: TableShape) -> Iterator[tuple[Value, ...]]:
        """Every row of a table, each value as it was; whole only when the last one was taken."""
        with meant():
            readers = [reader_of(column.kind, self._whole) for column in shape.columns]
            names = [column.name for column in shape.columns]
            with self._stream(shape.path) as stream:
                text = io.TextIOWrapper(io.BufferedReader(stream), encoding="utf-8-sig", newline="")
                table = csv.reader(text, strict=True)
                if next(table, None) != names:
                    raise ValueError("other columns than described")
                for cells in table:
                    yield tuple([read(cell) for read, cell in zip(readers, cells, strict=True)])
                stream.check()

    def check_all_read(self) -> None:
        """After the last table: a file that no row has asked for is none of ours."""
        if self._unread:
            raise BadFile(FileFault.STRANGE_ARCHIVE)

    def _look(self, known_schema: int) -> ArchiveDescription:
        entries = self._zip.infolist()
        names = {entry.filename for entry in entries}
        if DESCRIPTION not in names:
            raise BadFile(FileFault.NOT_AN_ARCHIVE)
        if len(names) < len(entries) or any(map(_is_strange, entries)):
            raise BadFile(FileFault.STRANGE_ARCHIVE)
        if sum(entry.compress_size for entry in entries) > self._size:  # they lie upon each other
            raise BadFile(FileFault.STRANGE_ARCHIVE)
        if self._zip.getinfo(DESCRIPTION).file_size > _LONGEST_DESCRIPTION:
            raise BadFile(FileFault.STRANGE_ARCHIVE)
        described = read_description(self._zip.read(DESCRIPTION), known_schema)
        sizes = {entry.filename: entry.file_size for entry in entries if entry.filename != DESCRIPTION}
        if sizes != {name: file.bytes for name, file in described.files.items()}:
            raise BadFile(FileFault.DAMAGED_ARCHIVE)
        return described

    def _whole(self, name: str) -> bytes:
        """One file, checked."""
        if self.described.files[name].bytes > _LONGEST_FILE:
            raise BadFile(FileFault.STRANGE_ARCHIVE)
        with self._stream(name) as stream:
            data = stream.read()
            stream.check()
        return data

    def _stream(self, name: str) -> _Checked:
        if name not in self._unread:  # read twice, a small archive could fill the disk
            raise BadFile(FileFault.STRANGE_ARCHIVE)
        self._unread.discard(name)
        return _Checked(self._zip.open(name), self.described.files[name].sha256)


class _Checked(io.RawIOBase):
    """A file of the archive that is hashed as it is read."""

    def __init__(self, inner: IO[bytes], expected: str) -> None:
        super().__init__()
        self._inner, self._expected, self._hash = inner, expected, sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._inner.read(len(view))
        self._hash.update(piece)
        view[: len(piece)] = piece
        return len(piece)

    def check(self) -> None:
        """At the end: was it what the description says?"""
        while self.read(1 << 16):
            pass
        if self._hash.hexdigest() != self._expected:
            raise BadFile(FileFault.DAMAGED_ARCHIVE)

    def close(self) -> None:
        self._inner.close()
        super().close()


@contextmanager
def meant() -> Iterator[None]:
    """What goes wrong while an archive is read means that it is damaged."""
    try:
        yield
    except BadFile:
        raise
    except _DAMAGED as fault:
        raise BadFile(FileFault.DAMAGED_ARCHIVE) from fault


def looks_like_archive(path: Path) -> bool:
    """Whether a file is to be read as an archive of ours: by its name, since another ZIP may be a
    spreadsheet.
    """
    return path.suffix.lower() == ".zip"


def _opened(path: Path) -> io.BufferedReader:
    try:
        return path.open("rb")
    except OSError as fault:
        raise BadFile(FileFault.UNREADABLE) from fault


def _zip_of(file: io.BufferedReader) -> zipfile.ZipFile:
    if file.read(len(_ZIP)) != _ZIP:
        raise BadFile(FileFault.NOT_AN_ARCHIVE)
    return zipfile.ZipFile(file)


def _is_strange(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename
    known = name in (DESCRIPTION, README) or _TABLE_FILE.fullmatch(name) or _OTHER_FILE.fullmatch(name)
    mode = entry.external_attr >> 16
    blown_up = entry.file_size > _MOST_BLOWN_UP * entry.compress_size + _SMALL
    other = entry.flag_bits & _LOCKED or (stat.S_IFMT(mode) not in (0, stat.S_IFREG))
    return not known or bool(other) or blown_up
