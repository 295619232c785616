"""Programmes and the versions of their terms: read whole, and parsed once a version."""

import json
from collections.abc import Callable
from functools import lru_cache

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.programmes import Look, Programme, ProgrammeDraft, ProgrammeKind, Span, Terms
from frontdesk.domain.said import Said
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.promises import as_terms, as_text, names_products, said_as_text, said_from
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import ProgrammeRow, TermsRow
from frontdesk.storage.trust import row_seals

ChainKey = Callable[[], bytes]
"""The key of the ledger: asked for only when something is written, for it may lie in the system's keyring."""


def programmes(db: Db) -> tuple[Programme, ...]:
    """All programmes, those that were not retired first, in the order they were set up.

    Raises `UnknownPromise` for terms of a newer program: it had them refused with their file, by its schema.
    """
    kept = _terms_by_programme(db)
    rows = db.run(
        "SELECT id, name, names, icon, colour, kind, starts_at, ends_at, redeem_until, retired_at"
        " FROM programme ORDER BY retired_at IS NOT NULL, id"
    )
    return tuple(
        Programme(id_, Look(_names(name, names), icon, colour), kept[id_], ProgrammeKind(kind), Span(*span))
        for id_, name, names, icon, colour, kind, *span in rows
    )


def add(
    db: Db, new_id: NewId, act: Act, gesture_id: int, draft: ProgrammeDraft, *, chain_key: ChainKey
) -> int:
    """Add a programme with its first terms, which hold from ever, sealed with the key of the ledger."""
    db.shop_writes += 1
    key: int = ProgrammeRow.insert(
        uid=new_id(act.at),
        kind=draft.kind.value,
        **_look_columns(draft.look),
        **_span_columns(draft.span),
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    add_terms(db, new_id, act, gesture_id, key, draft.terms, starts_at=0, chain_key=chain_key)
    return key


def add_terms(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    programme_id: int,
    terms: Terms,
    *,
    starts_at: int,
    chain_key: ChainKey,
) -> int:
    """Add a version that holds from `starts_at`; of two with the same moment, the later one counts."""
    db.shop_writes += 1
    key: int = TermsRow.insert(
        uid=new_id(act.at),
        programme_id=programme_id,
        starts_at=starts_at,
        promise=as_text(terms, dict(db.run("SELECT id, uid FROM product"))),
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    row_seals.seal(db, chain_key(), "terms", key)
    return key


def dress(db: Db, programme_id: int, look: Look) -> None:
    """Change names, picture and colour: what is shown, not what is promised."""
    db.shop_writes += 1
    ProgrammeRow.update(**_look_columns(look)).where(ProgrammeRow.id == programme_id).execute(db)


def set_span(db: Db, programme_id: int, span: Span) -> None:
    """Change when a programme runs, or retire it."""
    db.shop_writes += 1
    ProgrammeRow.update(**_span_columns(span)).where(ProgrammeRow.id == programme_id).execute(db)


def added_by(db: Db, gesture: bytes) -> int | None:
    """The programme that this act added, or None."""
    key: int | None = db.value(
        "SELECT p.id FROM gesture AS g JOIN programme AS p ON p.gesture_id = g.id WHERE g.uid = ?", (gesture,)
    )
    return key


def _terms_by_programme(db: Db) -> dict[int, tuple[Terms, ...]]:
    rows = list(
        db.run("SELECT programme_id, id, starts_at, promise FROM terms ORDER BY programme_id, starts_at, id")
    )
    names_any = any(names_products(promise) for *_, promise in rows)
    products = tuple(db.run("SELECT hex(uid), id FROM product ORDER BY id")) if names_any else ()
    found: dict[int, tuple[Terms, ...]] = {}
    for programme_id, id_, starts_at, promise in rows:
        terms = _parsed(promise, products, id_, starts_at)
        found[programme_id] = (*found.get(programme_id, ()), terms)
    return found


@lru_cache(maxsize=256)
def _parsed(promise: str, products: tuple[tuple[str, int], ...], id_: int, starts_at: int) -> Terms:
    """A version is never rewritten, so it is read once: a stamp asks for it each time."""
    return as_terms(promise, {uid.lower(): key for uid, key in products}, id_=id_, starts_at=starts_at)


@lru_cache(maxsize=256)
def _names(usual: str, names: str) -> Said:
    return said_from(json.loads(names), usual)


def _look_columns(look: Look) -> dict[str, str]:
    return {
        "name": look.names.usual,
        "names": said_as_text(look.names),
        "icon": look.icon,
        "colour": look.colour,
    }


def _span_columns(span: Span) -> dict[str, int | None]:
    return {
        "starts_at": span.starts_at,
        "ends_at": span.ends_at,
        "redeem_until": span.redeem_until,
        "retired_at": span.retired_at,
    }
