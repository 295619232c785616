"""Special requests and the steps they went through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from frontdesk.domain.acts import Act
from frontdesk.domain.care.care_rules import Axis
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.requests import Declined, DeclineReason, PictureKind, RequestState, SpecialRequest
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import RequestEventRow, RequestRow

COLUMNS: Final = (
    "r.id, c.id, coalesce(nullif(c.called, ''), c.name), r.what, r.note, r.state, r.at, r.promised_at,"
    " r.owner_id, s.name, r.target_at, r.axis, r.quoted, r.final, r.contact_point,"
    " d.reason, d.words, d.alternative, d.at,"
    " (SELECT group_concat(p.kind) FROM request_picture AS p WHERE p.request_id = r.id)"
)
"""What `of_row` reads."""
TABLES: Final = (
    "request AS r JOIN customer AS asker ON asker.id = r.customer_id"
    " JOIN customer AS c ON c.id = asker.root_id JOIN staff AS s ON s.id = r.owner_id"
    " LEFT JOIN request_decline AS d ON r.state = 'DECLINED'"
    "  AND d.id = (SELECT max(q.id) FROM request_decline AS q WHERE q.request_id = r.id"
    f"   AND {gestures.STANDS.format(row='q')})"
)
_OPEN = "r.state IN ('OPEN', 'IN_PROGRESS', 'READY')"


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What was asked, already cleaned; times in UTC milliseconds."""

    what: str
    note: str
    promised_at: int | None
    target_at: int | None = None
    axis: Axis = Axis.TIME


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


def declined_last(db: Db, root_id: int, since: int) -> SpecialRequest | None:
    """What could not be done for this person since then and was said so with a reason; the latest."""
    found = _select(db, "c.id = ? AND d.at >= ? ORDER BY d.at DESC LIMIT 1", root_id, since)
    return next(iter(found), None)


def all_open(db: Db) -> tuple[SpecialRequest, ...]:
    """Every open request of the shop: by promised time, those without one last."""
    return _select(
        db, f"c.archived_at IS NULL AND {_OPEN} ORDER BY r.promised_at IS NULL, r.promised_at, r.id"
    )


def of_row(row: Sequence[Any]) -> SpecialRequest:
    """A request from a row of `COLUMNS`."""
    id_, customer, name, what, note, state, asked, promised, owner, owner_name, target, axis, *rest = row
    quoted, final, point, reason, words, alternative, declined_at, pictures = rest
    return SpecialRequest(
        id_,
        customer,
        name,
        what,
        note,
        RequestState(state),
        asked,
        promised,
        owner,
        owner_name,
        target,
        Axis(axis),
        quoted,
        final,
        ContactPoint(point) if point else None,
        Declined(DeclineReason(reason), words, alternative, declined_at) if reason else None,
        frozenset(PictureKind(kind) for kind in (pictures or "").split(",") if kind),
    )


def _select(db: Db, where: str, *values: int) -> tuple[SpecialRequest, ...]:
    return tuple(of_row(row) for row in db.run(f"SELECT {COLUMNS} FROM {TABLES} WHERE {where}", values))


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
        target_at=asked.target_at,
        axis=asked.axis.value,
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


def decline(db: Db, new_id: NewId, act: Act, gesture_id: int, request_id: int, why: Declined) -> None:
    """Write down why a request is declined, beside the step itself."""
    from frontdesk.storage.care_tables import RequestDeclineRow  # not needed for the first frame

    RequestDeclineRow.insert(
        uid=new_id(act.at),
        request_id=request_id,
        reason=why.reason.value,
        words=why.words,
        alternative=why.alternative,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


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
