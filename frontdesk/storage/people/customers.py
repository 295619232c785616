"""Customers, what they agreed to, and which records are one person. What is known of them is in facts.py.

A record answers for itself or, once merged, through its `root_id`. Readers ask by root and so see the
whole person; no row is ever moved from one record to another.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import (
    Birthday,
    Consent,
    Customer,
    Purpose,
)
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, SqlValue
from frontdesk.storage.finding import search_index
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import ConsentRow, PhotoRow

BY_NAME: Final = "(SELECT min(n.greet_by_name) FROM customer AS n WHERE n.root_id = {}.id)"
"""May a person be called by name? A no on one of their records is a no."""

_CUSTOMER = (
    "SELECT c.id, c.name, c.called, c.spoken, c.phone, c.email, c.birth_month, c.birth_day, c.birth_year,"
    f" c.language, {BY_NAME.format('c')}, c.at,"
    " EXISTS (SELECT 1 FROM customer AS m JOIN photo ON photo.customer_id = m.id WHERE m.root_id = c.id),"
    " (SELECT min(m.on_screen) FROM customer AS m WHERE m.root_id = c.id) FROM customer AS c"
)

FILLABLE: Final = (
    "called",
    "spoken",
    "phone",
    "phone_digits",
    "email",
    "birth_month",
    "birth_day",
    "birth_year",
    "language",
)
"""What a record may take over from another of the same person where it has nothing itself."""

HOLDING_CONSENTS: Final = (
    "SELECT purpose, granted, wording, language, at FROM (SELECT n.*, row_number() OVER"
    "  (PARTITION BY n.purpose ORDER BY n.customer_id = {root} AND n.gesture_id > (SELECT"
    "    coalesce(max(gesture_id), 0) FROM merge WHERE kept_id = {root} AND undone_gesture_id IS NULL) DESC,"
    "   n.granted, n.id DESC) AS place"
    "  FROM consent AS n WHERE n.id IN (SELECT max(o.id) FROM customer AS t"
    "   JOIN consent AS o ON o.customer_id = t.id WHERE t.root_id = {root} GROUP BY t.id, o.purpose))"
    " WHERE place = 1"
)
"""What the person of the record `root` says to each purpose, as `consents` tells it."""

Fields = Mapping[str, SqlValue]


def get(db: Db, root_id: int) -> Customer | None:
    """The customer whose record this is, or None; ask `root_of` first for a record that may be merged."""
    row = db.one(f"{_CUSTOMER} WHERE c.id = ?", (root_id,))
    if row is None:
        return None
    id_, name, called, spoken, phone, email, month, day, year, language, by_name, at, photo, on_screen = row
    birthday = Birthday(month, day, year) if month is not None else None
    return Customer(
        id_,
        name,
        called,
        spoken,
        phone,
        email,
        birthday,
        language,
        bool(photo),
        bool(by_name),
        at,
        bool(on_screen),
    )


def root_of(db: Db, customer_id: int, *, archived: bool = False) -> int | None:
    """The record that answers for this one; None where there is none, where it was erased, or where it was
    taken out of sight, unless `archived` records are asked for too.
    """
    root: int | None = db.value(
        "SELECT r.id FROM customer AS c JOIN customer AS r ON r.id = c.root_id"
        " WHERE c.id = ?1 AND (r.archived_at IS NULL OR ?2 AND r.erased_at IS NULL)",
        (customer_id, archived),
    )
    return root


def is_of_erased(db: Db, table: str, row_id: int) -> bool:
    """Was the customer erased of whom a row of a table is?"""
    sql = (
        f"SELECT 1 FROM {table} AS r JOIN customer AS c ON c.id = r.customer_id"
        " WHERE r.id = ? AND c.erased_at IS NOT NULL"
    )
    return db.value(sql, (row_id,)) is not None


def any_erased(db: Db, customer_ids: Iterable[int]) -> bool:
    """Was any of these records erased?"""
    sql = "SELECT 1 FROM json_each(?) AS k JOIN customer AS c ON c.id = k.value AND c.erased_at IS NOT NULL"
    return db.value(sql, (json.dumps(list(customer_ids)),)) is not None


def group(db: Db, root_id: int) -> tuple[int, ...]:
    """All records of one person, the answering one first."""
    rows = db.run("SELECT id FROM customer WHERE root_id = ? ORDER BY id = root_id DESC, id", (root_id,))
    return tuple(id_ for (id_,) in rows)


def merged_names(db: Db, root_id: int) -> tuple[str, ...]:
    rows = db.run("SELECT name FROM customer WHERE root_id = ? AND id <> root_id ORDER BY id", (root_id,))
    return tuple(name for (name,) in rows)


def insert(db: Db, new_id: NewId, act: Act, gesture_id: int, fields: Fields) -> int:
    """Add a record that answers for itself. It is found by search once `search_index.index` has run."""
    names = ("uid", *fields, "at", "staff_id", "till_id", "gesture_id")
    values = (new_id(act.at), *fields.values(), act.at, act.staff_id, act.till_id, gesture_id)
    marks = ", ".join("?" * len(names))
    return db.insert(
        f"INSERT INTO customer ({', '.join(names)}, id, root_id) SELECT {marks}, next.id, next.id"
        " FROM (SELECT coalesce(max(id), 0) + 1 AS id FROM customer) AS next",
        values,
    )


def update(db: Db, customer_id: int, fields: Fields) -> None:
    """Set some columns of a record."""
    if fields:
        sets = ", ".join(f"{name} = ?" for name in fields)
        db.run(f"UPDATE customer SET {sets} WHERE id = ?", (*fields.values(), customer_id))


def show_on_screen(db: Db, root_id: int, shown: bool) -> None:
    """May the customer's screen show them? It is said of every record of the person: a no on one is a no."""
    db.run("UPDATE customer SET on_screen = ? WHERE root_id = ?", (shown, root_id))


def call_by_name(db: Db, root_id: int, called: bool) -> None:
    """May they be greeted by name? As with the screen, it is said of every record."""
    db.run("UPDATE customer SET greet_by_name = ? WHERE root_id = ?", (called, root_id))


def names_unsaid(db: Db, customer_ids: Iterable[int]) -> frozenset[str]:
    """Every name on the records of those of these people who are not to be called by name."""
    rows = db.run(
        "SELECT m.name, m.called, m.spoken FROM json_each(?) AS wanted"
        " JOIN customer AS c ON c.id = wanted.value JOIN customer AS m ON m.root_id = c.root_id"
        " WHERE (SELECT min(n.greet_by_name) FROM customer AS n WHERE n.root_id = c.root_id) = 0",
        (json.dumps(list(customer_ids)),),
    )
    return frozenset(name for row in rows for name in row if name)


def enrolled_by(db: Db, gesture: bytes) -> int | None:
    """The answering record of the customer whom this act enrolled, or None."""
    root: int | None = db.value(
        "SELECT root_id FROM gesture AS g JOIN customer AS c ON c.gesture_id = g.id WHERE g.uid = ?",
        (gesture,),
    )
    return root


def columns(db: Db, customer_id: int, names: tuple[str, ...]) -> dict[str, SqlValue]:
    """Some columns of a record as they stand."""
    row = db.one(f"SELECT {', '.join(names)} FROM customer WHERE id = ?", (customer_id,))
    return dict(zip(names, row, strict=True)) if row else {}


def archive(db: Db, customer_id: int, at: int | None) -> None:
    """Take a record out of sight (`at`), or bring it back (None)."""
    db.run("UPDATE customer SET archived_at = ? WHERE id = ?", (at, customer_id))
    if at is None:
        search_index.index(db, customer_id)
    else:
        search_index.forget(db, customer_id)


# --- consent and photo ---


def consents(db: Db, root_id: int) -> tuple[Consent, ...]:
    """What holds for each purpose: the latest word; for merged records, what was said since the last merge.

    Until something is said, a no on any of the records holds against a yes on another.
    """
    rows = db.run(f"{HOLDING_CONSENTS.format(root='?1')} ORDER BY purpose", (root_id,))
    return tuple(
        Consent(Purpose(purpose), bool(granted), wording, language, at)
        for purpose, granted, wording, language, at in rows
    )


def add_consent(db: Db, new_id: NewId, act: Act, gesture_id: int, customer_id: int, consent: Consent) -> None:
    ConsentRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        purpose=consent.purpose.value,
        granted=consent.granted,
        wording=consent.wording,
        language=consent.language,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def forget(db: Db, root_id: int, purpose: Purpose) -> None:
    """Keep nothing on any record of this person that is kept only for a purpose they refused."""
    if purpose is Purpose.PHOTO:
        remove_photos(db, group(db, root_id))
    elif purpose is Purpose.BIRTHDAY:
        db.run(
            "UPDATE customer SET birth_month = NULL, birth_day = NULL, birth_year = NULL WHERE root_id = ?",
            (root_id,),
        )


def set_photo(db: Db, act: Act, gesture_id: int, customer_id: int, thumb: bytes, full: bytes) -> None:
    remove_photos(db, (customer_id,))
    PhotoRow.insert(
        customer_id=customer_id,
        thumb=thumb,
        full=full,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def remove_photos(db: Db, customer_ids: tuple[int, ...]) -> None:
    PhotoRow.delete().where(PhotoRow.customer_id << customer_ids).execute(db)


def photo(db: Db, root_id: int, *, full: bool) -> bytes | None:
    """The person's photo as WEBP bytes: their own, else one of a merged record."""
    column = "full" if full else "thumb"
    picture: bytes | None = db.value(
        f"SELECT p.{column} FROM customer AS asked JOIN customer AS c ON c.root_id = asked.root_id"
        " JOIN photo AS p ON p.customer_id = c.id WHERE asked.id = ? ORDER BY c.id = c.root_id DESC LIMIT 1",
        (root_id,),
    )
    return picture
