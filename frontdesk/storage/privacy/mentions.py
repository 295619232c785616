"""Where else a name was typed: in words about somebody or something else, which go with nobody."""

import json
from collections.abc import Iterable
from typing import Final

from frontdesk.storage.database import Db
from frontdesk.storage.privacy.personal_data import PLACES

_SHORTEST: Final = 4
"""Letters of a name that is looked for: a shorter one is a part of many words."""

_OF_PEOPLE: Final = (
    *(("fact", "text"), ("request", "what"), ("request", "note"), ("request_decline", "words")),
    *(("request_decline", "alternative"), ("recovery", "what"), ("recovery", "who"), ("follow_up", "text")),
    *(("follow_up_step", "note"), ("absence_step", "note"), ("staff_thanks", "words"), ("ticket", "label")),
    *(("ticket_step", "label"), ("feedback_response", "name"), ("feedback_response", "contact")),
    *(("feedback_response", "told"), ("feedback_answer", "words"), ("feedback_step", "note")),
)
_OF_OTHERS: Final = (
    *(("staff_request", "text"), ("staff_request_step", "words"), ("import_batch", "source")),
    *(("saved_filter", "name"), ("saved_filter", "document"), ("act_about", "was"), ("act_about", "became")),
)


def count(db: Db, records: Iterable[int], names: Iterable[str]) -> int:
    """How many rows that are not of these records have one of the names in their words."""
    keys, found = json.dumps(list(records)), 0
    wanted = json.dumps([name.casefold() for name in names if len(name) >= _SHORTEST])
    for table, column in (*_OF_PEOPLE, *_OF_OTHERS):
        theirs = PLACES.rows_of(table) if PLACES.get(table) is not None else "FALSE"
        found += db.value(
            f"SELECT count(*) FROM {table} WHERE {column} <> '' AND EXISTS (SELECT 1 FROM json_each(?2) AS n"
            f" WHERE instr(lower({column}), n.value)) AND NOT coalesce(({theirs}), 0)",
            (keys, wanted),
        )
    return found
