"""Are two stores equal? Walked by the schema itself: every table, every column, every row.

Nothing is left out but what SQLite or the search index makes of the rest, named here once with its reason.
"""

from pathlib import Path
from typing import Any

from frontdesk.storage.database import Db
from frontdesk.storage.opening import opened

DERIVED = {
    "search_word": "the words of the search index: they cannot be read back, and are compared by searching",
    "search_part": "the same, by parts of words",
    "search_reading": "how the words of the index sound: made of them",
    "search_slip": "the same, with a slip of the finger",
    "search_index": "in which way the index is written",
}


def tables(db: Db) -> list[str]:
    """Every table that is compared; the inner tables of a full-text index belong to it."""
    found = db.run("SELECT name, type FROM pragma_table_list WHERE schema = 'main' ORDER BY name")
    names = [name for name, kind in found if kind in {"table", "virtual"} and not name.startswith("sqlite_")]
    return [name for name in names if name not in DERIVED]


def rows(db: Db, table: str) -> list[tuple[Any, ...]]:
    """Each value with its type: 1 and "1" are not equal, nor are nothing and the empty text."""
    columns = [name for (name,) in db.run("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid", (table,))]
    told = ", ".join(f"typeof({name}), {name}" for name in columns)
    return sorted(db.run(f"SELECT {told} FROM {table}"), key=repr)


def differences(one: Path, other: Path) -> dict[str, tuple[list[Any], list[Any]]]:
    """Each table whose rows are not the same: what only the one has, and what only the other."""
    with opened(one) as left, opened(other) as right:
        assert _schema(left) == _schema(right)
        found = {}
        for table in tables(left):
            ours, theirs = rows(left, table), rows(right, table)
            if ours != theirs:
                mine, others = set(ours), set(theirs)
                found[table] = ([r for r in ours if r not in others], [r for r in theirs if r not in mine])
        return found


def _schema(db: Db) -> list[Any]:
    pragmas = [db.value(f"PRAGMA {name}") for name in ("user_version", "application_id", "encoding")]
    return [*sorted(db.run("SELECT type, name, tbl_name, sql FROM sqlite_schema"), key=repr), *pragmas]
