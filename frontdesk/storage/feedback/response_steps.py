"""What was done about the answers that came back, step by step."""

from typing import Final

from frontdesk.domain.acts import Act
from frontdesk.domain.feedback.responses import Step, StepKind
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, SqlValue
from frontdesk.storage.feedback.feedback_tables import FeedbackStepRow
from frontdesk.storage.store import NewId

_COLUMNS: Final = {
    StepKind.STATE: "state",
    StepKind.OWNER: "owner_id",
    StepKind.CUSTOMER: "customer_id",
    StepKind.RECOVERY: "recovery_id",
}
"""What a step of a kind sets."""


def note(db: Db, new_id: NewId, act: Act, gesture_id: int, step: Step) -> None:
    """Write a step into the history."""
    FeedbackStepRow.insert(
        uid=new_id(act.at),
        response_id=step.response_id,
        kind=step.kind.value,
        was=step.was,
        now=step.now,
        note=step.note,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def value(db: Db, response_id: int, kind: StepKind) -> str:
    """What a step of this kind would change, as the history says it; empty where nothing is set."""
    found = db.value(f"SELECT {_COLUMNS[kind]} FROM feedback_response WHERE id = ?", (response_id,))
    return "" if found is None else str(found)


def take(db: Db, new_id: NewId, act: Act, gesture_id: int, step: Step) -> None:
    """Set what the step says, and write it down."""
    column = _COLUMNS[step.kind]
    db.run(f"UPDATE feedback_response SET {column} = ? WHERE id = ?", (step.now or None, step.response_id))
    note(db, new_id, act, gesture_id, step)


def share_face(db: Db, new_id: NewId, act: Act, gesture_id: int, recovery_id: int, customer_id: str) -> None:
    """Whose a complaint is, the answer is that it came of; empty where nobody knows any more."""
    rows = db.run("SELECT id FROM feedback_response WHERE recovery_id = ?", (recovery_id,))
    for (response_id,) in list(rows):
        was = value(db, response_id, StepKind.CUSTOMER)
        take(db, new_id, act, gesture_id, Step(response_id, StepKind.CUSTOMER, was, customer_id, act.at))


def set_told(db: Db, response_id: int, told: str, said_at: int | None) -> None:
    db.run("UPDATE feedback_response SET told = ?, said_at = ? WHERE id = ?", (told, said_at, response_id))


def made_by(db: Db, gesture_id: int) -> int | None:
    """The response that an act was about."""
    key: int | None = db.value(
        "SELECT response_id FROM feedback_step WHERE gesture_id = ? ORDER BY id LIMIT 1", (gesture_id,)
    )
    return key


def of_act(db: Db, gesture_id: int) -> tuple[Step, ...]:
    """Each step that one act made."""
    return _steps(db, "s.gesture_id = ?", gesture_id)


def steps(db: Db, response_id: int) -> tuple[Step, ...]:
    """The history, from the beginning."""
    return _steps(db, "s.response_id = ?", response_id)


def lasting(db: Db, response_id: int, kinds: tuple[StepKind, ...]) -> tuple[Step, ...]:
    """The steps of these kinds that were not taken back and take none back."""
    where = f"s.response_id = ? AND {_of_kinds(kinds)} AND {gestures.LASTING.format(row='s')}"
    return _steps(db, where, response_id)


def last_act(db: Db, response_id: int, kinds: tuple[StepKind, ...] = tuple(StepKind)) -> int | None:
    """The act of the last step of these kinds that stands."""
    return gestures.last_step(db, "feedback_step", "response_id", response_id, _of_kinds(kinds))


def _of_kinds(kinds: tuple[StepKind, ...]) -> str:
    return "s.kind IN ({})".format(", ".join(f"'{kind}'" for kind in kinds))


def _steps(db: Db, where: str, *values: SqlValue) -> tuple[Step, ...]:
    rows = db.run(
        "SELECT s.response_id, s.kind, s.was, s.now, s.at, s.note, by.name FROM feedback_step AS s"
        f" JOIN staff AS by ON by.id = s.staff_id WHERE {where} ORDER BY s.id",
        values,
    )
    return tuple(Step(id_, StepKind(kind), *rest) for id_, kind, *rest in rows)
