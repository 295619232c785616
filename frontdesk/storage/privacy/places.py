"""A table of the store, as it matters to people: whose its rows are, and what can tell who that is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

OF_AN_ACT: Final = ("id", "uid", "at", "staff_id", "till_id", "gesture_id")
"""What every row of an act has: keys, when, and who of the staff did it."""

BLANK: Final = "–"
"""Stands where there was a name or a word, and something has to be."""

RECORDS: Final = "SELECT value FROM json_each(?1)"
"""The keys of a person's records: every statement made here is given them as a JSON list."""


@dataclass(frozen=True, slots=True)
class Way:
    """How rows are reached: their `column` leads to rows of `table` that are the person's; `only` may narrow
    them down further.
    """

    column: str
    table: str
    only: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One table with rows about customers.

    `emptied` are the columns that can tell who it is, each with what it becomes when the person is forgotten
    (an SQL expression). Where `goes` is set, the rows themselves are deleted. `kept` are all other columns
    besides those of every act: keys, codes, times and amounts, which tell nothing once the names are gone.
    """

    table: str
    ways: tuple[Way, ...]
    emptied: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that is named here."""
        return frozenset((*OF_AN_ACT, *self.emptied, *self.goes, *self.kept))


def of(column: str = "customer_id", table: str = "customer", only: str = "") -> Way:
    """The usual way: the row names its customer."""
    return Way(column, table, only)


class Places:
    """All tables with rows about customers, and the SQL that reaches one person's."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_table = {place.table: place for place in places}
        self.rows_of = lru_cache(maxsize=None)(self._rows_of)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_table.values())

    def get(self, table: str) -> Place | None:
        return self._by_table.get(table)

    def forgetting(self) -> tuple[str, ...]:
        """The statements that take everything from the store that tells who a person is, in an order in which
        each still finds its rows.
        """
        made = []
        for place in reversed(self._by_table.values()):
            where = self.rows_of(place.table)
            if place.goes:
                made.append(f"DELETE FROM {place.table} WHERE {where}")
            elif place.emptied:
                sets = ", ".join(f"{column} = {value}" for column, value in place.emptied.items())
                made.append(f"UPDATE {place.table} SET {sets} WHERE {where}")
        return tuple(made)

    def _rows_of(self, table: str) -> str:
        """The condition on the rows of a table that are one person's."""
        return " OR ".join(f"({self._through(way)})" for way in self._by_table[table].ways)

    def _through(self, way: Way) -> str:
        if way.table == "customer":
            keys = RECORDS
        else:
            keys = f"SELECT id FROM {way.table} WHERE {self.rows_of(way.table)}"
        narrowed = f" AND {way.only}" if way.only else ""
        return f"{way.column} IN ({keys}){narrowed}"
