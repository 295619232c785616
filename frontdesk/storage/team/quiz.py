"""Whose face and name may be asked, and what was answered."""

import json
from collections.abc import Iterable, Iterator

from frontdesk.domain.acts import Act
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import QuizReviewRow
from frontdesk.storage.database import Db, Row
from frontdesk.storage.people.customers import BY_NAME
from frontdesk.storage.store import NewId

_SHOWN = (
    "SELECT c.id, c.name, c.called, c.spoken, coalesce(s.habit, 0), coalesce(s.last_at, c.at)"
    " FROM customer AS c LEFT JOIN visit_summary AS s ON s.customer_id = c.id"
    f" WHERE c.root_id = c.id AND c.archived_at IS NULL AND {BY_NAME.format('c')} = 1"
    " AND EXISTS (SELECT 1 FROM customer AS m JOIN photo AS p ON p.customer_id = m.id WHERE m.root_id = c.id)"
)


def shown(db: Db) -> Iterator[Row]:
    """Everybody with a photo who is greeted by name: key, name, called, spoken, habit and as of when."""
    return db.run(_SHOWN)


def answers_by(
    db: Db, staff_id: int, customer_ids: Iterable[int] | None = None
) -> Iterator[tuple[int, int, bool]]:
    """Whom somebody of the staff was asked, when, and whether they knew it; in the order of time."""
    only = "" if customer_ids is None else " AND c.root_id IN (SELECT value FROM json_each(?2))"
    values = (staff_id,) if customer_ids is None else (staff_id, json.dumps(list(customer_ids)))
    rows = db.run(
        "SELECT c.root_id, r.at, r.known FROM quiz_review AS r JOIN customer AS c ON c.id = r.customer_id"
        f" WHERE r.staff_id = ?1{only} ORDER BY r.at, r.id",
        values,
    )
    return ((root_id, at, bool(known)) for root_id, at, known in rows)


def add_answer(db: Db, new_id: NewId, act: Act, gesture_id: int, root_id: int, known: bool) -> None:
    QuizReviewRow.insert(
        uid=new_id(act.at), customer_id=root_id, known=known, **gestures.told_by(act, gesture_id)
    ).execute(db)
