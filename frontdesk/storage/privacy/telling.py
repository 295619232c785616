"""Reads everything that the store has of one person, table by table, as the inventory says.

What points to other things is given by their names: products, programmes, tills. Staff are told by first name
and role; another customer who stands in a row (who brought them, on whose card they collect) is not named.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from frontdesk.domain.privacy.telling import SOMEBODY, YOU, Cell, Picture, Row
from frontdesk.storage.database import Db
from frontdesk.storage.privacy.personal_data import PLACES
from frontdesk.storage.privacy.places import Place

_NOT_ABOUT_THEM: Final = frozenset({"seal", "chain_hash", "thumb"})
"""Proofs that a row was not changed, and small copies of pictures that are told whole."""
_PICTURES: Final = {"photo": "photo", "request_picture": "request"}

Told = Callable[[Any], Cell]


def tables(db: Db, records: Iterable[int]) -> dict[str, list[Row]]:
    """Every row of theirs, by table; a table without any is left out."""
    keys = list(records)
    found = ((place.table, _rows(db, place, keys)) for place in PLACES)
    return {table: rows for table, rows in found if rows}


def pictures(db: Db, records: Iterable[int]) -> tuple[Picture, ...]:
    """Their photos, and the pictures of what they asked for, in the form in which they are kept (WEBP)."""
    whose = json.dumps(list(records))
    made = []
    for table, called in _PICTURES.items():
        rows = db.run(f"SELECT full FROM {table} WHERE {PLACES.rows_of(table)}", (whose,))
        made += [Picture(f"{called}-{at}.webp", data) for at, (data,) in enumerate(rows, start=1)]
    return tuple(made)


def _rows(db: Db, place: Place, keys: list[int]) -> list[Row]:
    names = [row[1] for row in db.run(f"PRAGMA table_info({place.table})") if row[1] not in _NOT_ABOUT_THEM]
    blobs = {row[1] for row in db.run(f"PRAGMA table_info({place.table})") if row[2] == "BLOB"} - {"uid"}
    names = [name for name in names if name not in blobs]
    told = _told_by_column(db, place.table, keys)
    sql = f"SELECT {', '.join(names)} FROM {place.table} WHERE {PLACES.rows_of(place.table)}"
    rows = db.run(sql, (json.dumps(keys),))
    return [
        {name: told.get(name, _plain)(value) for name, value in zip(names, row, strict=True)} for row in rows
    ]


def _told_by_column(db: Db, table: str, keys: list[int]) -> dict[str, Told]:
    """How the values of the columns are told that point to something else."""
    ways: dict[str, Told] = {}
    for row in db.run(f"PRAGMA foreign_key_list({table})"):
        parent, column = row[2], row[3]
        if parent == "customer":
            ways[column] = lambda key: None if key is None else YOU if key in keys else SOMEBODY
        elif parent == "staff":
            ways[column] = _by_name(_staff(db))
        elif parent in {"till", "product", "programme"}:
            ways[column] = _by_name(dict(db.run(f"SELECT id, name FROM {parent}")))
    if table == "visit_change":
        ways["customer_id"] = lambda key: YOU
    return ways


def _staff(db: Db) -> dict[int, str]:
    rows = db.run("SELECT id, name, role FROM staff")
    return {id_: f"{(name.split() or [''])[0]} ({role.lower()})" for id_, name, role in rows}


def _by_name(names: Mapping[int, str]) -> Told:
    return lambda key: None if key is None else names.get(key, "")


def _plain(value: Any) -> Cell:
    return value.hex() if isinstance(value, bytes) else value
