"""Seals of cards and of what programmes promise: with an SQLite tool nobody can turn the one into another.

A card is sealed with whose it is and in which programme, a version of terms with since when it holds and what
it says; both when they are made, with the key of the ledger. When a stretch of the ledger begins with a key
that is new here, every row is sealed anew, as it is found: the old key may be lost, and nobody is to be
accused for that. What was done to a row until then can no longer be told, as little as of the entries before,
and the stretch says openly that it began so. No trigger guards a seal from being replaced: it guards itself.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import Final

from frontdesk.domain import chain
from frontdesk.storage.database import Db, Row

_CARDS: Final = (
    "SELECT k.id, CAST(k.seal AS BLOB), CAST(k.uid AS BLOB), CAST(p.uid AS BLOB), CAST(c.uid AS BLOB)"
    " FROM card AS k LEFT JOIN programme AS p ON p.id = k.programme_id"
    " LEFT JOIN customer AS c ON c.id = k.customer_id"
)
_TERMS: Final = (
    "SELECT t.id, CAST(t.seal AS BLOB), CAST(t.uid AS BLOB), CAST(p.uid AS BLOB), t.starts_at,"
    " CAST(t.promise AS BLOB) FROM terms AS t LEFT JOIN programme AS p ON p.id = t.programme_id"
)


def seal_card(db: Db, key: bytes, card_id: int) -> None:
    """Seal a card that has just been made."""
    _seal_cards(db, key, f"{_CARDS} WHERE k.id = ?", (card_id,))


def seal_terms(db: Db, key: bytes, terms_id: int) -> None:
    """Seal a version of terms that has just been made."""
    _seal_terms(db, key, f"{_TERMS} WHERE t.id = ?", (terms_id,))


def seal_all(db: Db, key: bytes) -> None:
    """Seal every row as it is found: those of schema 1, and all when a new key comes in."""
    _seal_cards(db, key, _CARDS)
    _seal_terms(db, key, _TERMS)


def unsealed_cards(db: Db, keys: Sequence[bytes], since_entry: int = 0) -> Iterator[int]:
    """The cards without a seal that fits, made with one of `keys`: all those that can have sealed them.

    Only cards that have got an entry after `since_entry` are looked at.
    """
    written = " WHERE k.id IN (SELECT card_id FROM ledger_entry WHERE id > ?)"
    rows = db.run(_CARDS + written, (since_entry,)) if since_entry else db.run(_CARDS)
    for id_, seal, *fields in rows:
        if seal is None or all(_card_seal(key, fields) != seal for key in keys):
            yield id_


def unsealed_terms(db: Db, keys: Sequence[bytes]) -> Iterator[int]:
    """The versions of terms without such a seal."""
    for id_, seal, *fields in db.run(_TERMS):
        if seal is None or all(_terms_seal(key, fields) != seal for key in keys):
            yield id_


def _seal_cards(db: Db, key: bytes, rows: str, values: Sequence[int] = ()) -> None:
    sealed = [(_card_seal(key, fields), id_) for id_, _, *fields in db.run(rows, values)]
    db.connection().executemany("UPDATE card SET seal = ? WHERE id = ?", sealed)


def _seal_terms(db: Db, key: bytes, rows: str, values: Sequence[int] = ()) -> None:
    sealed = [(_terms_seal(key, fields), id_) for id_, _, *fields in db.run(rows, values)]
    db.connection().executemany("UPDATE terms SET seal = ? WHERE id = ?", sealed)


def _card_seal(key: bytes, fields: Row | list[bytes]) -> bytes | None:
    """None for a row that points to nothing, or is damaged: no seal fits it."""
    try:
        return chain.card_seal(key, *fields)
    except TypeError:
        return None


def _terms_seal(key: bytes, fields: Row | list[bytes]) -> bytes | None:
    try:
        return chain.terms_seal(key, *fields)
    except (TypeError, struct.error):
        return None
