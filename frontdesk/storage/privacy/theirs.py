"""How much the store has of one person, in a few numbers."""

import json
from collections.abc import Iterable
from typing import Final

from frontdesk.domain.privacy.erasing import Theirs
from frontdesk.storage.database import Db
from frontdesk.storage.privacy.personal_data import PLACES
from frontdesk.storage.privacy.places import BLANK, Place

_OF: Final = {
    "visits": ("visit", "void = 0"),
    "entries": ("ledger_entry", "TRUE"),
    "photos": ("photo", "TRUE"),
    "notes": ("fact", "TRUE"),
    "requests": ("request", "TRUE"),
    "complaints": ("recovery", "TRUE"),
    "answers": ("feedback_response", "TRUE"),
    "follow_ups": ("follow_up", "TRUE"),
    "cards": ("card", "TRUE"),
    "pictures": ("request_picture", "TRUE"),
    "consents": ("consent", "TRUE"),
}
_OF_THESE: Final = frozenset(
    {
        *(table for table, _ in _OF.values()),
        # Who it is and how they are found; and what is a part of an answer.
        *("customer", "merge", "member_code", "import_item", "feedback_card", "feedback_answer"),
    }
)
_OTHERS: Final = tuple(place for place in PLACES if place.emptied and place.table not in _OF_THESE)
"""Places with words that go."""


def count(db: Db, records: Iterable[int]) -> Theirs:
    """Over all these records of one person."""
    ids = list(records)
    keys = json.dumps(ids)
    numbers = {
        name: db.value(f"SELECT count(*) FROM {table} WHERE {only} AND ({PLACES.rows_of(table)})", (keys,))
        for name, (table, only) in _OF.items()
    }
    others = sum(db.value(_words_in(place), (keys,)) for place in _OTHERS)
    return Theirs(**numbers, others=others, records=len(ids))


def _words_in(place: Place) -> str:
    some = " OR ".join(f"{column} NOT IN ('', '{BLANK}')" for column in place.emptied)
    return f"SELECT count(*) FROM {place.table} WHERE ({some}) AND ({PLACES.rows_of(place.table)})"


def open_things(db: Db, root_id: int) -> tuple[int, int, int]:
    """Requests that wait, complaints that are not put right, and people who collect on their card."""
    row = db.one(
        "SELECT (SELECT count(*) FROM customer AS m JOIN request AS r ON r.customer_id = m.id"
        "  WHERE m.root_id = ?1 AND r.state IN ('OPEN', 'IN_PROGRESS', 'READY')),"
        " (SELECT count(*) FROM customer AS m JOIN recovery AS w ON w.customer_id = m.id"
        "  WHERE m.root_id = ?1 AND w.state IN ('OPEN', 'CONTACTED', 'RESOLVED')),"
        " (SELECT count(DISTINCT p.root_id) FROM customer AS m JOIN group_member AS g ON g.holder_id = m.id"
        "  AND g.left_by IS NULL JOIN customer AS p ON p.id = g.member_id"
        "  JOIN customer AS r ON r.id = p.root_id AND r.archived_at IS NULL"
        "  WHERE m.root_id = ?1 AND p.root_id <> ?1)",
        (root_id,),
    )
    assert row is not None
    return row[0], row[1], row[2]
