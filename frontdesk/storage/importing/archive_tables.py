"""All tables of a store, found by the schema itself: read out row by row, and put into a new store.

What is derived is left out, and made anew: the search index, whose words cannot be read back. In which order
people are found (`search_slot`) is not derived, and comes along.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import apsw

from frontdesk.domain.importing.archives import CellKind, TableColumn, TableShape
from frontdesk.storage.database import Db, Row, SqlValue
from frontdesk.storage.finding import search_index, search_renewal
from frontdesk.storage.migrations import LATEST, MIGRATIONS, migrate
from frontdesk.storage.opening import DamagedStore, opened, schema_version

Progress = Callable[[int, int], None]
Rows = Callable[[TableShape], Iterable[tuple[SqlValue, ...]]]

DERIVED: Final = frozenset({"search_index", "search_reading", "search_slip"})
"""Besides the two full-text indexes themselves: how names sound, and in which way entries are written."""

_FOUND_AT_ONCE: Final = 50


def shapes(db: Db) -> tuple[TableShape, ...]:
    """Every table that is not derived, by name."""
    names = db.run(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return tuple(_shape(db, name) for (name,) in list(names) if name not in DERIVED)


def _shape(db: Db, table: str) -> TableShape:
    found = list(db.run("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)))
    columns = tuple(TableColumn(name, CellKind(kind)) for name, kind, _ in found)
    key = sorted((place, name) for name, _, place in found if place)
    return TableShape(table, columns, tuple(name for _, name in key))


def count(db: Db, shape: TableShape) -> int:
    """How many rows a table has."""
    found: int = db.value(f"SELECT count(*) FROM {shape.name}")
    return found


def rows(db: Db, shape: TableShape) -> Iterator[Row]:
    """All of them, in the order of their key."""
    columns = ", ".join(column.name for column in shape.columns)
    return db.run(f"SELECT {columns} FROM {shape.name} ORDER BY {', '.join(shape.key)}")


def value(db: Db, shape: TableShape, key: SqlValue, column: str) -> SqlValue:
    """One value of the row with this key, in a table where one column tells the rows apart."""
    found: SqlValue = db.value(f"SELECT {column} FROM {shape.name} WHERE {shape.key[0]} = ?", (key,))
    return found


def fill_new_store(path: Path, version: int, given: tuple[TableShape, ...], rows: Rows) -> None:
    """Make a store at `path` of the schema `version`, with these rows and no other, and bring it to ours.

    All constraints hold for every row, and all triggers stand again at the end. Raises `DamagedStore` for
    rows that do not hold together, ValueError for tables of another make, or what `rows` raises: the file is
    then of no use.
    """
    migrate(path, steps=MIGRATIONS[:version])
    with opened(path, read_only=False) as db:
        db.run("PRAGMA foreign_keys = 0")
        db.run("PRAGMA synchronous = 0")  # whoever takes the file over has it written through
        db.run("BEGIN IMMEDIATE")
        _fill(db, given, rows)
        db.run("COMMIT")
    if version < LATEST:
        migrate(path)
    check_whole(path)


def _fill(db: Db, given: tuple[TableShape, ...], rows: Rows) -> None:
    if {shape.name: shape for shape in given} != {shape.name: shape for shape in shapes(db)}:
        raise ValueError("tables of another make")
    schema = _schema(db)
    triggers = list(db.run("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"))
    for name, _ in triggers:
        db.run(f"DROP TRIGGER {name}")
    for shape in given:
        db.run(f"DELETE FROM {shape.name}")  # what a new store begins with
        _insert(db, shape, rows(shape))
    for _, sql in triggers:
        db.run(sql)
    if _schema(db) != schema:
        raise DamagedStore("the triggers")


def _insert(db: Db, shape: TableShape, rows: Iterable[tuple[SqlValue, ...]]) -> None:
    places = ", ".join("?" * len(shape.columns))
    columns = ", ".join(column.name for column in shape.columns)
    try:
        # One call for them all: each row is done before the next one is asked for.
        db.connection().executemany(f"INSERT INTO {shape.name} ({columns}) VALUES ({places})", rows)
    except (apsw.ConstraintError, apsw.MismatchError, apsw.TooBigError) as error:
        raise DamagedStore(f"a row of {shape.name}") from error


def _schema(db: Db) -> list[Row]:
    return sorted(db.run("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"))


def check_whole(path: Path) -> None:
    """Raises `DamagedStore` where a row points to nothing, or SQLite finds the file damaged."""
    with opened(path) as db:
        if db.one("PRAGMA foreign_key_check") is not None:
            raise DamagedStore("a row that points to nothing")
        if schema_version(db) != LATEST or db.value("PRAGMA quick_check(1)") != "ok":
            raise DamagedStore("quick_check")


def build_search(path: Path, tell: Progress) -> None:
    """Write every entry of the search index of a store that has none. `tell` may raise to end it."""
    with opened(path, read_only=False) as db:
        db.run("PRAGMA synchronous = 0")
        db.run("BEGIN IMMEDIATE")
        found = list(db.run("SELECT slot, customer_id FROM search_slot ORDER BY slot"))
        for done, (slot, root_id) in enumerate(found):
            if done % _FOUND_AT_ONCE == 0:
                tell(done, len(found))
            search_index.renew(db, slot, root_id)
        search_renewal.begin_current(db)
        db.run("COMMIT")
        db.run("PRAGMA journal_mode = delete")
