"""Writes everything of a shop into one ZIP: a CSV for each table, pictures and long texts as files.

The same rows give the same bytes, but for the date in the description: the files in the ZIP bear no time.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import IO, BinaryIO, Final

from frontdesk.domain.importing.archives import (
    DESCRIPTION,
    ArchiveDescription,
    CellKind,
    FileFacts,
    TableFacts,
    TableShape,
)
from frontdesk.interchange.archive_cells import (
    FILES,
    Value,
    cell_of,
    file_cell,
    file_ending,
    is_long,
    text_cell,
)
from frontdesk.interchange.archive_description import description_json

Fetch = Callable[[Value, str], Value]
"""The value of a column (its name) in the row of a key."""

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_OWNER_ONLY: Final = 0o600
_ROWS_AT_ONCE: Final = 200
_FAST: Final = 3
"""Of zlib's levels: twice as fast as the usual one, and hardly larger."""


class ArchiveWriter:
    """One archive on its way to `stream`, which stays open. `tell` hears of the rows written so far and may
    raise to end it.
    """

    def __init__(self, stream: BinaryIO, tell: Callable[[int], None]) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST)
        self._tell = tell
        self._rows = 0
        self.files: dict[str, FileFacts] = {}

    def table(self, shape: TableShape, rows: Iterable[tuple[Value, ...]], fetch: Fetch) -> TableFacts:
        """Write one table and what lies beside it."""
        table = _Table(shape)
        with self._entry(shape.path) as entry:
            text = io.TextIOWrapper(io.BufferedWriter(entry), encoding="utf-8-sig", newline="")
            writer = csv.writer(text)
            writer.writerow([column.name for column in shape.columns])
            for chunk in _chunks(map(table.cells, rows)):
                writer.writerows(chunk)
                self._rows += len(chunk)
                self._tell(self._rows)
            text.flush()
            text.detach().detach()
        for name, key, column in table.files:
            value = fetch(key, column)
            self.file(name, value.encode("utf-8") if isinstance(value, str) else value)
            self._tell(self._rows)
        return TableFacts(shape, table.count)

    def file(self, name: str, data: Value) -> None:
        """Write one file that is whole by now."""
        assert isinstance(data, bytes), "only texts and pictures are files"
        with self._entry(name, packed=name.endswith((".txt", ".bin"))) as entry:
            entry.write(data)

    def finish(self, described: ArchiveDescription) -> None:
        """The description goes last: it has what all others turned out to be."""
        self._zip.writestr(_info(DESCRIPTION), description_json(described), zipfile.ZIP_DEFLATED, _FAST)

    def __enter__(self) -> ArchiveWriter:
        return self

    def __exit__(self, *error: object) -> None:
        """Also one that broke off is closed; whoever gave the stream throws it away then."""
        self._zip.close()

    def _entry(self, name: str, *, packed: bool = True) -> _Entry:
        info = _info(name)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        return _Entry(self._zip.open(info, "w"), lambda facts: self.files.update({name: facts}))


class _Table:
    """The rows of one table on their way to cells, and which of its values are to be files."""

    def __init__(self, shape: TableShape) -> None:
        self._shape = shape
        names = [column.name for column in shape.columns]
        # Only where one column tells the rows apart can a value be asked for once more.
        self._key = names.index(shape.key[0]) if len(shape.key) == 1 else None
        self._writers = [text_cell if column.kind is CellKind.TEXT else cell_of for column in shape.columns]
        self.files: list[tuple[str, Value, str]] = []
        self.count = 0

    def cells(self, row: tuple[Value, ...]) -> list[str]:
        self.count += 1
        if self._key is not None and any(map(is_long, row)):
            return [self._cell_or_file(row, at) for at in range(len(row))]
        return [write(value) for write, value in zip(self._writers, row, strict=True)]

    def _cell_or_file(self, row: tuple[Value, ...], at: int) -> str:
        value, column = row[at], self._shape.columns[at]
        if not is_long(value):
            return self._writers[at](value)
        assert self._key is not None
        key = row[self._key]
        number = key if isinstance(key, int) else f"row-{self.count}"
        name = f"{FILES}{self._shape.name}/{number}-{column.name}.{file_ending(value)}"
        self.files.append((name, key, column.name))
        return file_cell(name, column.kind)


class _Entry(io.RawIOBase):
    """A file in the ZIP that is being written; at its end, `tell` gets what was written."""

    def __init__(self, inner: IO[bytes], tell: Callable[[FileFacts], None]) -> None:
        super().__init__()
        self._inner, self._tell = inner, tell
        self._hash, self._bytes = sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._hash.update(piece)
        self._bytes += len(piece)
        self._inner.write(piece)
        return len(piece)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
            self._tell(FileFacts(self._bytes, self._hash.hexdigest()))
        super().close()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _NO_TIME)
    info.external_attr = _OWNER_ONLY << 16
    info.create_system = 3
    return info


def _chunks(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    chunk: list[list[str]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == _ROWS_AT_ONCE:
            yield chunk
            chunk = []
    yield chunk
