"""Where else a name was typed: in words about somebody or something else, which go with nobody."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from frontdesk.domain.finding.folding import fold
from frontdesk.storage.database import Db
from frontdesk.storage.privacy.personal_data import OF_STAFF, OF_THE_SHOP, PLACES
from frontdesk.storage.privacy.places import BLANK

_SHORTEST: Final = 4
"""Letters of a name that is looked for: a shorter one is a part of many words."""

_NAMESAKES: Final = frozenset({("staff", "name"), ("till", "name"), ("secret", "value")})
"""Somebody or something that is called so, and no word about anybody; and what nobody typed."""


def columns() -> Iterator[tuple[str, str]]:
    """Table and column of all words that somebody typed: those about people that are emptied with them, but
    for what customers are called themselves, and whatever is the shop's own.
    """
    for place in PLACES:
        words = (column for column, value in place.emptied.items() if "''" in value or BLANK in value)
        yield from ((place.table, column) for column in words if place.table != "customer")
    for table, named in (*OF_THE_SHOP.items(), *OF_STAFF.items()):
        yield from ((table, column) for column in named if (table, column) not in _NAMESAKES)


def count(db: Db, records: Iterable[int], names: Iterable[str]) -> int:
    """How many rows that are not of these records have one of the names in their words, in whatever case."""
    db.connection().create_scalar_function("folded", _folded, 1, deterministic=True)
    keys, found = json.dumps(list(records)), 0
    wanted = json.dumps([fold(name) for name in names if len(name) >= _SHORTEST])
    for table, column in columns():
        theirs = PLACES.rows_of(table) if PLACES.get(table) is not None else "FALSE"
        found += db.value(
            f"SELECT count(*) FROM (SELECT folded({column}) AS said FROM {table}"
            f"  WHERE {column} <> '' AND NOT coalesce(({theirs}), 0)) AS w"
            " WHERE EXISTS (SELECT 1 FROM json_each(?2) AS n WHERE instr(w.said, n.value))",
            (keys, wanted),
        )
    return found


def _folded(*said: Any) -> str:
    return fold(said[0]) if isinstance(said[0], str) else ""
