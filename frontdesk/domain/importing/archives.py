"""Everything of a shop in one open file: what is in it, as a description says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

ARCHIVE_FORMAT: Final = "frontdesk-archive"
ARCHIVE_VERSION: Final = 1
"""Raise it when the same store would be written otherwise; a reader refuses a higher one."""

DESCRIPTION: Final = "description.json"
README: Final = "README.txt"
ENDING: Final = ".zip"


class CellKind(StrEnum):
    """What a column holds."""

    INTEGER = "INTEGER"
    REAL = "REAL"
    TEXT = "TEXT"
    BLOB = "BLOB"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of a table, as the store declares it."""

    name: str
    kind: CellKind


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table: its columns in the store's order, and the columns that tell its rows apart."""

    name: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its place in the archive."""
        return f"tables/{self.name}.csv"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file of the archive must be, to the byte."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table as it was written: what it looks like and how many rows it has."""

    shape: TableShape
    rows: int


@dataclass(frozen=True, slots=True)
class ArchiveDescription:
    """What stands in the description. `made_at` is UTC in milliseconds; `program` the version that wrote
    it.
    """

    schema_version: int
    made_at: int
    program: str
    shop: str
    tables: tuple[TableFacts, ...]
    files: Mapping[str, FileFacts]

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(table.rows for table in self.tables)

    def rows_of(self, table: str) -> int:
        """How many a table has; none for one that is not there."""
        return next((each.rows for each in self.tables if each.shape.name == table), 0)


@dataclass(frozen=True, slots=True)
class ArchiveMade:
    """An archive that was written: where, how large, and how much is in it."""

    path: Path
    bytes: int
    customers: int
    rows: int
    pictures: int
