"""Takes out of the store whatever tells who somebody was. The record, its cards and its entries stay.

Nothing here weakens what is append-only: the triggers let words go where they may be erased with a
person, and nothing else is touched. What SQLite itself keeps of erased bytes is cleared by traces.py.
"""

import json
from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care.follow_ups import FollowUpState
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.privacy.erasing import ErasedPerson, WhyErased
from frontdesk.storage.care import follow_ups, requests
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.people import customers
from frontdesk.storage.privacy.personal_data import PLACES
from frontdesk.storage.store import NewId

_THEIRS: Final = "customer_id IN (SELECT value FROM json_each(?1))"


def erase(
    db: Db, new_id: NewId, act: Act, gesture_id: int, root_id: int, why: WhyErased, *, again: bool = False
) -> tuple[int, ...]:
    """Forget the person for whom `root_id` answers, on all their records; gives the keys of these."""
    records = customers.group(db, root_id)
    for record in records:
        search_index.forget(db, record)
    keys = json.dumps(records)
    _end_what_waits(db, new_id, act, gesture_id, keys)
    db.run(
        "UPDATE member_code SET revoked_at = coalesce(revoked_at, ?2) WHERE customer_id IN"
        " (SELECT value FROM json_each(?1))",
        (keys, act.at),
    )
    for statement in PLACES.forgetting():
        db.run(statement, (keys,))
    db.run(
        "UPDATE customer SET greet_by_name = 0, on_screen = 0, archived_at = coalesce(archived_at, ?2),"
        " erased_at = ?2 WHERE id IN (SELECT value FROM json_each(?1))",
        (keys, act.at),
    )
    db.run(
        "INSERT INTO erasure (uid, customer_id, why, again, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), root_id, why.value, again, act.at, act.staff_id, act.till_id, gesture_id),
    )
    return records


def _end_what_waits(db: Db, new_id: NewId, act: Act, gesture_id: int, keys: str) -> None:
    """Nobody waits for what they asked for, nor is to be called. A complaint or an answer stays in the state
    in which it was, for the sums that count how each ended; no list of what is to be done has it any more.
    """
    waiting = f"SELECT id, state FROM {{}} AS r WHERE {_THEIRS} AND state IN ('OPEN', 'IN_PROGRESS', 'READY')"
    for id_, state in list(db.run(waiting.format("request"), (keys,))):
        asked = requests.Step(id_, RequestState(state), RequestState.CANCELLED)
        requests.move(db, new_id, act, gesture_id, asked)
    for id_, state in list(db.run(waiting.format("follow_up"), (keys,))):
        dropped = follow_ups.Step(id_, FollowUpState(state), FollowUpState.DROPPED)
        follow_ups.move(db, new_id, act, gesture_id, dropped)


def erased_lately(db: Db, most: int) -> tuple[ErasedPerson, ...]:
    """The last ones who were forgotten, the latest first."""
    rows = db.run(
        "SELECT e.at, e.why, s.name, e.again FROM erasure AS e JOIN staff AS s ON s.id = e.staff_id"
        " ORDER BY e.id DESC LIMIT ?",
        (most,),
    )
    return tuple(ErasedPerson(at, WhyErased(why), by, bool(again)) for at, why, by, again in rows)
