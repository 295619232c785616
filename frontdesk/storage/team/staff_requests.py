"""Requests of the staff to the manager, and each answer to them."""

from frontdesk.domain.acts import Act
from frontdesk.domain.team.staff_requests import ANSWERS, StaffRequest, StaffRequestState
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import StaffRequestRow, StaffRequestStepRow
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_STATE = f"CASE WHEN {gestures.STANDS.format(row='r')} THEN coalesce(s.state, 'OPEN') ELSE 'WITHDRAWN' END"
"""As the last answer that stands says; what was asked and undone is no more."""

_REQUEST = (
    f"SELECT r.id, r.staff_id, asker.name, r.text, r.at, {_STATE}, coalesce(s.words, ''),"
    " s.at, coalesce(by.name, '') FROM staff_request AS r JOIN staff AS asker ON asker.id = r.staff_id"
    " LEFT JOIN staff_request_step AS s ON s.id = (SELECT max(id) FROM staff_request_step AS last"
    f"  WHERE last.request_id = r.id AND {gestures.LASTING.format(row='last')})"
    " LEFT JOIN staff AS by ON by.id = s.staff_id"
)


def of(db: Db, staff_id: int, most: int) -> tuple[StaffRequest, ...]:
    """What somebody asked and did not take back, the latest first."""
    return _select(
        db,
        f"r.staff_id = ? AND {_STATE} <> 'WITHDRAWN' ORDER BY r.id DESC LIMIT ?",
        staff_id,
        most,
    )


def open_ones(db: Db) -> tuple[StaffRequest, ...]:
    """All that wait for an answer, the first first; not of those who left."""
    return _select(db, f"s.id IS NULL AND {_STATE} = 'OPEN' AND asker.left_at IS NULL ORDER BY r.id")


def answers_since(db: Db, staff_id: int, since: int) -> int:
    """How many of somebody's requests were answered after that."""
    found = _select(db, "r.staff_id = ? AND s.at > ?", staff_id, since)
    return sum(each.answered for each in found)


def get(db: Db, request_id: int) -> StaffRequest | None:
    return next(iter(_select(db, "r.id = ?", request_id)), None)


def last_step(db: Db, request_id: int) -> int | None:
    """The act that gave the answer which stands, or None."""
    return gestures.last_step(db, "staff_request_step", "request_id", request_id)


def made_by(db: Db, gesture_id: int) -> int | None:
    """The request that an act made, or to which it was a step."""
    key: int | None = db.value(
        "SELECT id FROM staff_request WHERE gesture_id = ?1"
        " UNION ALL SELECT request_id FROM staff_request_step WHERE gesture_id = ?1",
        (gesture_id,),
    )
    return key


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, text: str) -> None:
    told = gestures.told_by(act, gesture_id)
    StaffRequestRow.insert(uid=new_id(act.at), text=text, **told).execute(db)


def add_step(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    request_id: int,
    state: StaffRequestState,
    words: str = "",
) -> None:
    StaffRequestStepRow.insert(
        uid=new_id(act.at),
        request_id=request_id,
        state=state.value,
        words=words,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def _select(db: Db, where: str, *values: int) -> tuple[StaffRequest, ...]:
    found = list[StaffRequest]()
    for id_, asker_id, asker, text, asked_at, kept, words, at, by in db.run(
        f"{_REQUEST} WHERE {where}", values
    ):
        state = StaffRequestState(kept)
        told = (words, at, by) if state in ANSWERS else ("", None, "")
        found.append(StaffRequest(id_, asker_id, asker, text, asked_at, state, *told))
    return tuple(found)
