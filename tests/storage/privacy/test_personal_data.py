"""The inventory of what is known of people, held against the schema itself."""

from frontdesk.bootstrap import FrontDesk
from frontdesk.storage.privacy.personal_data import DERIVED, OF_STAFF, OF_THE_SHOP, PLACES
from frontdesk.storage.privacy.places import OF_AN_ACT

_SHADOWS = ("search_word_", "search_part_")
"""The tables in which SQLite keeps the two search indexes."""


def _schema(desk: FrontDesk) -> dict[str, set[str]]:
    db = desk.store.read()
    tables = [name for (name,) in db.run("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    mine = [name for name in tables if not name.startswith(("sqlite_", *_SHADOWS))]
    return {table: {row[1] for row in db.run(f"PRAGMA table_info({table})")} for table in mine}


def _named() -> dict[str, frozenset[str]]:
    others = {**DERIVED, **OF_THE_SHOP, **OF_STAFF}
    named = {table: frozenset((*OF_AN_ACT, *columns)) for table, columns in others.items()}
    return {**named, **{place.table: place.columns for place in PLACES}}


def test_every_table_and_column_is_named(desk: FrontDesk) -> None:
    named = _named()
    missing = {
        f"{table}.{column}"
        for table, columns in _schema(desk).items()
        for column in columns - named.get(table, frozenset())
    }
    assert missing == set(), "say in storage/privacy/personal_data.py what these can tell of a person"


def test_nothing_is_named_that_is_not_there(desk: FrontDesk) -> None:
    schema = _schema(desk)
    stray = {
        f"{table}.{column}"
        for table, columns in _named().items()
        for column in columns - set(OF_AN_ACT)
        if column not in schema.get(table, set())
    }
    assert stray == set()


def test_each_row_that_leads_to_a_customer_is_reached_that_way(desk: FrontDesk) -> None:
    db = desk.store.read()
    for table in _schema(desk):
        leads = {row[3] for row in db.run(f"PRAGMA foreign_key_list({table})") if row[2] == "customer"}
        place = PLACES.get(table)
        followed = {way.column for way in place.ways} if place is not None else set()
        assert leads <= followed | {"root_id", "merged_into_id"}, table


def test_whatever_hangs_on_a_persons_row_is_a_persons_row(desk: FrontDesk) -> None:
    """An act leads to a customer, too, and every row has one: of those only what says so itself is theirs."""
    db = desk.store.read()
    parents = {place.table for place in PLACES} - {"gesture", "customer"}
    for table in _schema(desk):
        if PLACES.get(table) is None:
            hung = {row[2] for row in db.run(f"PRAGMA foreign_key_list({table})")} & parents
            assert hung == set(), table


FIXED_WORDS = {
    *("kind", "action", "reason", "answer", "step", "why", "state", "axis", "detail", "was", "became", "now"),
    *("from_state", "to_state", "situation", "contact_point", "way", "topic", "point", "purpose", "language"),
    *("day", "due", "until", "code", "wording", "seal", "chain_hash"),
}
"""Codes, days, and the shop's own sentence to which somebody agreed."""


def test_whatever_a_person_types_goes(desk: FrontDesk) -> None:
    db = desk.store.read()
    for place in PLACES:
        columns = list(db.run(f"PRAGMA table_info({place.table})"))
        texts = {row[1] for row in columns if row[2] in ("TEXT", "BLOB")} - {"uid"}
        assert texts & set(place.kept) <= FIXED_WORDS, place.table
    code = PLACES.get("member_code")
    assert code is not None
    assert "code" in code.emptied
