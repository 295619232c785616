"""What was asked for over a time, and what the manager answered to what was asked again and again."""

from frontdesk.domain.acts import Act
from frontdesk.domain.care.asked_again import Answer, Wish
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import OfferAnswerRow
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

MOST = 3_000
"""More than a year of a busy shop; the earliest of more are left out."""


def wishes(db: Db, since: int, until: int) -> tuple[Wish, ...]:
    """Requests by whoever is on the list, without those that were called off or undone."""
    rows = db.run(
        "SELECT r.id, c.id, coalesce(nullif(c.called, ''), c.name), r.what, r.at FROM request AS r"
        " JOIN customer AS asker ON asker.id = r.customer_id JOIN customer AS c ON c.id = asker.root_id"
        " WHERE r.at >= ? AND r.at < ? AND r.state <> 'CANCELLED' AND c.archived_at IS NULL"
        " ORDER BY r.at DESC LIMIT ?",
        (since, until, MOST),
    )
    return tuple(Wish(*row) for row in rows)


def answered(db: Db) -> dict[int, int]:
    """When an answer that stands was given, by the request for which it was."""
    rows = db.run(
        f"SELECT request_id, max(at) FROM offer_answer AS o WHERE {gestures.STANDS.format(row='o')}"
        " GROUP BY request_id"
    )
    return dict(rows)


def offered(db: Db, since: int) -> tuple[tuple[str, int], ...]:
    """What the shop has come to offer because it was asked for, and when the manager said so."""
    rows = db.run(
        "SELECT r.what, o.at FROM offer_answer AS o JOIN request AS r ON r.id = o.request_id"
        f" WHERE o.answer = 'OFFERED' AND o.at >= ? AND {gestures.STANDS.format(row='o')} ORDER BY o.id DESC",
        (since,),
    )
    return tuple((what, at) for what, at in rows)


def add_answer(db: Db, new_id: NewId, act: Act, gesture_id: int, request_id: int, answer: Answer) -> None:
    OfferAnswerRow.insert(
        uid=new_id(act.at), request_id=request_id, answer=answer.value, **gestures.told_by(act, gesture_id)
    ).execute(db)
