"""Everything that the shop knows of one person, as facts: rows of tables, and pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

Cell = str | int | float | None
Row = Mapping[str, Cell]
Tables = Mapping[str, Sequence[Row]]

YOU: Final = "you"
SOMEBODY: Final = "another customer"
"""In place of a customer's key. Nobody is told of others by name."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of theirs, and the name of its file."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class PersonTold:
    """All that there is of one person. Staff are in it by first name and role, other customers not at all.

    `language` is what the person reads. Rows have times as UTC milliseconds; `made_at` is of that kind, too.
    """

    shop: str
    contacts: tuple[str, ...]
    language: str
    zone: ZoneInfo
    made_at: int
    tables: Tables
    pictures: tuple[Picture, ...]

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of one table; none where there are none."""
        return self.tables.get(table, ())


def is_time(column: str, value: Cell) -> bool:
    """Whether a value is a moment, by the name of its column."""
    return isinstance(value, int) and (column in {"at", "until"} or column.endswith("_at"))
