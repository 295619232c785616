"""Follow-ups and the steps they went through."""

from dataclasses import dataclass
from datetime import date

from frontdesk.domain.acts import Act
from frontdesk.domain.care.follow_ups import FollowedUp, FollowUp, FollowUpKind, FollowUpState
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import FollowUpRow, FollowUpStepRow
from frontdesk.storage.database import Db, SqlValue
from frontdesk.storage.store import NewId

_FOLLOW_UP = (
    "SELECT f.id, r.id, coalesce(nullif(r.called, ''), r.name), f.kind, f.due, f.text, f.every_days,"
    " f.owner_id, coalesce(s.name, ''), f.state FROM {table} JOIN customer AS c ON c.id = f.customer_id"
    " JOIN customer AS r ON r.id = c.root_id LEFT JOIN staff AS s ON s.id = f.owner_id"
)
_ALL = _FOLLOW_UP.format(table="follow_up AS f")
# A person's follow-ups begin at the person: their records, then what hangs on each.
_OF_PERSON = _FOLLOW_UP.format(
    table="customer AS m JOIN follow_up AS f ON f.customer_id = m.id AND m.root_id = ?1"
)


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """What is to be done, already cleaned; `after_id` is the one of a cadence that it comes after."""

    kind: FollowUpKind
    due: date
    text: str = ""
    every_days: int = 0
    owner_id: int | None = None
    after_id: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a follow-up; `previous` is None when it was written down."""

    follow_up_id: int
    previous: FollowUpState | None
    to: FollowUpState
    note: str = ""


def get(db: Db, follow_up_id: int) -> FollowUp | None:
    return next(iter(_select(db, f"{_ALL} WHERE f.id = ?", follow_up_id)), None)


def all_of(db: Db, root_id: int) -> tuple[FollowUp, ...]:
    """Every follow-up of this person: the open ones first, by their day; then the latest."""
    return _select(
        db,
        f"{_OF_PERSON} ORDER BY f.state <> 'OPEN', CASE f.state WHEN 'OPEN' THEN f.due END, f.id DESC",
        root_id,
    )


def due_of(db: Db, root_id: int, today: date) -> tuple[FollowUp, ...]:
    """What of this person's is due by a day, the longest waiting first."""
    where = "WHERE f.state = 'OPEN' AND f.due <= ?2 ORDER BY f.due, f.id"
    return _select(db, f"{_OF_PERSON} {where}", root_id, today.isoformat())


def due(db: Db, today: date) -> tuple[FollowUp, ...]:
    """All of the shop's that are due by a day, the longest waiting first."""
    where = "WHERE f.state = 'OPEN' AND f.due <= ? AND r.archived_at IS NULL ORDER BY f.due, f.id"
    return _select(db, f"{_ALL} {where}", today.isoformat())


def after(db: Db, follow_up_id: int) -> FollowUp | None:
    """The latest one that came of this one being done, or None."""
    return next(iter(_select(db, f"{_ALL} WHERE f.after_id = ? ORDER BY f.id DESC", follow_up_id)), None)


def done_of(db: Db, root_id: int, most: int) -> tuple[FollowedUp, ...]:
    """What was done for this person, the latest first."""
    rows = db.run(
        "SELECT f.id, t.at, s.name, t.note FROM customer AS m JOIN follow_up AS f ON f.customer_id = m.id"
        " JOIN follow_up_step AS t ON t.follow_up_id = f.id AND t.to_state = 'DONE'"
        " JOIN staff AS s ON s.id = t.staff_id WHERE m.root_id = ? AND f.state = 'DONE'"
        " AND t.id = (SELECT max(l.id) FROM follow_up_step AS l WHERE l.follow_up_id = f.id)"
        " ORDER BY t.id DESC LIMIT ?",
        (root_id, most),
    )
    found = ((get(db, id_), at, by, note) for id_, at, by, note in list(rows))
    return tuple(FollowedUp(each, at, by, note) for each, at, by, note in found if each is not None)


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, customer_id: int, wanted: NewFollowUp) -> int:
    follow_up_id: int = FollowUpRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        kind=wanted.kind.value,
        text=wanted.text,
        due=wanted.due.isoformat(),
        every_days=wanted.every_days,
        owner_id=wanted.owner_id,
        after_id=wanted.after_id,
        state=FollowUpState.OPEN.value,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    _log(db, new_id, act, gesture_id, Step(follow_up_id, None, FollowUpState.OPEN))
    return follow_up_id


def move(db: Db, new_id: NewId, act: Act, gesture_id: int, step: Step) -> None:
    """Set the state and write the step down."""
    FollowUpRow.update(state=step.to.value).where(FollowUpRow.id == step.follow_up_id).execute(db)
    _log(db, new_id, act, gesture_id, step)


def step_of(db: Db, gesture_id: int) -> Step | None:
    """The first step that one act made, or None for an act of another sort."""
    row = db.one(
        "SELECT follow_up_id, from_state, to_state, note FROM follow_up_step WHERE gesture_id = ?"
        " ORDER BY id LIMIT 1",
        (gesture_id,),
    )
    if row is None:
        return None
    follow_up_id, previous, to, note = row
    return Step(follow_up_id, FollowUpState(previous) if previous else None, FollowUpState(to), note)


def _select(db: Db, sql: str, *values: SqlValue) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(
            id_,
            customer,
            name,
            FollowUpKind(kind),
            date.fromisoformat(due_day),
            text,
            every,
            owner,
            owner_name,
            FollowUpState(state),
        )
        for id_, customer, name, kind, due_day, text, every, owner, owner_name, state in db.run(sql, values)
    )


def _log(db: Db, new_id: NewId, act: Act, gesture_id: int, step: Step) -> None:
    FollowUpStepRow.insert(
        uid=new_id(act.at),
        follow_up_id=step.follow_up_id,
        from_state=step.previous.value if step.previous is not None else None,
        to_state=step.to.value,
        note=step.note,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
