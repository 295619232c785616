"""Seals of cards, of what programmes promise and of who brought whom along, which entries are written by.

With an SQLite tool nobody can turn one of these rows into another, or forge one. A card is sealed with whose
it is and in which programme, a version of terms with since when it holds and what it says, a referral with
both people; each when it is made, with the key of the ledger. When a stretch of the ledger begins with a key
that is new here, every row is sealed anew, as it is found: the old key may be lost, and nobody is to be
accused for that. What was done to a row until then can no longer be told, as little as of the entries before,
and the stretch says openly that it began so. No trigger guards a seal from being replaced: it guards itself.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from frontdesk.domain.trust import chain
from frontdesk.storage.database import Db


class _Sealed(NamedTuple):
    rows: str
    """Gives the key of each row, its seal, and what is sealed."""
    seal: Callable[..., bytes]


_UID: Final = "(SELECT CAST(uid AS BLOB) FROM {table} WHERE id = t.{column})"
_PROGRAMME: Final = _UID.format(table="programme", column="programme_id")
_ROWS: Final = "SELECT t.id, CAST(t.seal AS BLOB), CAST(t.uid AS BLOB), {} FROM {} AS t"
_SEALED: Final = {
    "card": _Sealed(
        _ROWS.format(f"{_PROGRAMME}, {_UID.format(table='customer', column='customer_id')}", "card"),
        chain.card_seal,
    ),
    "terms": _Sealed(
        _ROWS.format(f"{_PROGRAMME}, t.starts_at, CAST(t.promise AS BLOB)", "terms"), chain.terms_seal
    ),
    "referral": _Sealed(
        _ROWS.format(
            f"{_UID.format(table='customer', column='friend_id')},"
            f" {_UID.format(table='customer', column='referrer_id')}",
            "referral",
        ),
        chain.referral_seal,
    ),
}


def seal(db: Db, key: bytes, table: str, id_: int) -> None:
    """Seal a row that has just been made: of `card`, `terms` or `referral`."""
    _seal(db, key, table, " WHERE t.id = ?", (id_,))


def seal_all(db: Db, key: bytes) -> None:
    """Seal every row as it is found: those of schema 1, and all when a new key comes in."""
    for table in _SEALED:
        _seal(db, key, table)


def unsealed(db: Db, keys: Sequence[bytes], table: str, since_entry: int = 0) -> Iterator[int]:
    """The rows without a seal that fits, made with one of `keys`: all those that can have sealed them.

    Only cards that have got an entry after `since_entry` are looked at.
    """
    rows, made = _SEALED[table]
    written = " WHERE t.id IN (SELECT card_id FROM ledger_entry WHERE id > ?)"
    some = since_entry > 0 and table == "card"
    found = db.run(rows + written, (since_entry,)) if some else db.run(rows)
    for id_, stored, *fields in found:
        if stored is None or all(_made(made, key, fields) != stored for key in keys):
            yield id_


def _seal(db: Db, key: bytes, table: str, where: str = "", values: Sequence[int] = ()) -> None:
    rows, made = _SEALED[table]
    sealed = [(_made(made, key, fields), id_) for id_, _, *fields in db.run(rows + where, values)]
    db.connection().executemany(f"UPDATE {table} SET seal = ? WHERE id = ?", sealed)


def _made(made: Callable[..., bytes], key: bytes, fields: list[Any]) -> bytes | None:
    """None for a row that points to nothing, or is damaged: no seal fits it."""
    try:
        return made(key, *fields)
    except (TypeError, struct.error):
        return None
