"""Special requests and the steps they went through."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.domain.requests import RequestState, SpecialRequest
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import RequestEventRow, RequestRow

_REQUEST = (
    "SELECT r.id, c.id, coalesce(nullif(c.called, ''), c.name), r.what, r.note, r.state, r.at, r.promised_at,"
    " r.owner_id, s.name FROM request AS r JOIN customer AS asker ON asker.id = r.customer_id"
    " JOIN customer AS c ON c.id = asker.root_id JOIN staff AS s ON s.id = r.owner_id"
)
_OPEN = "r.state IN ('OPEN', 'IN_PROGRESS', 'READY')"


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What was asked, already cleaned; `promised_at` in UTC milliseconds."""

    what: str
    note: str
    promised_at: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a request; `previous` is None when it was asked for."""

    request_id: int
    previous: RequestState | None
    to: RequestState


def get(db: Db, request_id: int) -> SpecialRequest | None:
    return next(iter(_select(db, "r.id = ?", request_id)), None)


def open_of(db: Db, root_id: int) -> tuple[SpecialRequest, ...]:
    """This person's open requests, the most pressing first."""
    return _select(db, f"c.id = ? AND {_OPEN} ORDER BY r.promised_at IS NULL, r.promised_at, r.id", root_id)


def all_of(db: Db, root_id: int) -> tuple[SpecialRequest, ...]:
    """All that this person ever asked for, the latest first."""
    return _select(db, "c.id = ? ORDER BY r.id DESC", root_id)


def all_open(db: Db) -> tuple[SpecialRequest, ...]:
    """Every open request of the shop: by promised time, those without one last."""
    return _select(
        db, f"c.archived_at IS NULL AND {_OPEN} ORDER BY r.promised_at IS NULL, r.promised_at, r.id"
    )


def _select(db: Db, where: str, *values: int) -> tuple[SpecialRequest, ...]:
    return tuple(
        SpecialRequest(
            id_, customer, name, what, note, RequestState(state), asked, promised, owner, owner_name
        )
        for id_, customer, name, what, note, state, asked, promised, owner, owner_name in db.run(
            f"{_REQUEST} WHERE {where}", values
        )
    )


def add(
    db: Db, new_id: NewId, act: Act, gesture_id: int, customer_id: int, visit_id: int, asked: NewRequest
) -> int:
    request_id: int = RequestRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        visit_id=visit_id,
        what=asked.what,
        note=asked.note,
        promised_at=asked.promised_at,
        state=RequestState.OPEN.value,
        owner_id=act.staff_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    _log(db, new_id, act, gesture_id, Step(request_id, None, RequestState.OPEN))
    return request_id


def move(db: Db, new_id: NewId, act: Act, gesture_id: int, step: Step) -> None:
    """Set the state and write the step down."""
    RequestRow.update(state=step.to.value).where(RequestRow.id == step.request_id).execute(db)
    _log(db, new_id, act, gesture_id, step)


def step_of(db: Db, gesture_id: int) -> Step | None:
    """The step that one act made, or None for an act of another sort."""
    row = db.one(
        "SELECT request_id, from_state, to_state FROM request_event WHERE gesture_id = ?", (gesture_id,)
    )
    if row is None:
        return None
    previous = RequestState(row[1]) if row[1] is not None else None
    return Step(row[0], previous, RequestState(row[2]))


def visit_of(db: Db, request_id: int) -> int | None:
    visit: int | None = db.value("SELECT visit_id FROM request WHERE id = ?", (request_id,))
    return visit


def _log(db: Db, new_id: NewId, act: Act, gesture_id: int, step: Step) -> None:
    RequestEventRow.insert(
        uid=new_id(act.at),
        request_id=step.request_id,
        from_state=step.previous.value if step.previous is not None else None,
        to_state=step.to.value,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
