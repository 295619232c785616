"""Recoveries and each step that was taken in them."""

from frontdesk.domain.acts import Act
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.recoveries import STANDING, Recovery, RecoveryState, Step, StepKind
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import RecoveryRow
from frontdesk.storage.database import Db, Row, SqlValue
from frontdesk.storage.store import NewId

_RECOVERY = (
    "SELECT r.id, CASE WHEN c.archived_at IS NULL THEN c.id END, coalesce(nullif(c.called, ''), c.name, ''),"
    " r.situation, r.contact_point, r.state,"
    " r.owner_id, o.name, r.what, r.who, r.at,"
    " (SELECT s.at FROM recovery_step AS s WHERE s.recovery_id = r.id AND s.kind = 'STATE'"
    "  ORDER BY s.gesture_id DESC LIMIT 1)"
    " FROM recovery AS r JOIN staff AS o ON o.id = r.owner_id"
    " LEFT JOIN customer AS m ON m.id = r.customer_id LEFT JOIN customer AS c ON c.id = m.root_id"
)
"""A complaint outlives the customer's leaving: still to be put right, it leads to nobody on the list."""

_STANDING = "r.state IN ({})".format(", ".join(f"'{state}'" for state in RecoveryState if state in STANDING))
"""In the words of the index of those that stand: SQLite takes it for these very ones."""

_COLUMNS = {
    StepKind.STATE: "state",
    StepKind.SITUATION: "situation",
    StepKind.POINT: "contact_point",
    StepKind.OWNER: "owner_id",
    StepKind.CUSTOMER: "customer_id",
}
"""What a step of a kind sets."""


def get(db: Db, recovery_id: int) -> Recovery | None:
    return next(iter(_select(db, "r.id = ?", recovery_id)), None)


def of_customer(db: Db, root_id: int) -> tuple[Recovery, ...]:
    """All of this person's that count, the latest first."""
    whose = "r.customer_id IN (SELECT id FROM customer WHERE root_id = ?)"
    return _select(db, f"{whose} AND r.state <> 'WITHDRAWN' ORDER BY r.id DESC", root_id)


def standing(db: Db) -> tuple[Recovery, ...]:
    """All of the shop that the customer's word has not ended yet, the oldest first; of whoever was erased
    none: nobody can put it right any more.
    """
    return _select(db, f"{_STANDING} AND c.erased_at IS NULL ORDER BY +r.id")


def of_strangers(db: Db) -> tuple[Recovery, ...]:
    """Those that stand and have no face yet, the latest first."""
    return _select(db, f"{_STANDING} AND r.customer_id IS NULL ORDER BY +r.id DESC")


def between(db: Db, since: int, until: int) -> tuple[Recovery, ...]:
    """All that count which were recorded in a span of time, also of those who left since."""
    return _select(db, "r.at >= ? AND r.at < ? AND r.state <> 'WITHDRAWN' ORDER BY r.id", since, until)


def _select(db: Db, where: str, *values: SqlValue) -> tuple[Recovery, ...]:
    return tuple(_recovery(row) for row in db.run(f"{_RECOVERY} WHERE {where}", values))


def _recovery(row: Row) -> Recovery:
    id_, customer_id, customer, situation, point, state, owner_id, owner, what, who, at, moved_at = row
    return Recovery(
        id_,
        customer_id,
        customer,
        situation,
        ContactPoint(point) if point is not None else None,
        RecoveryState(state),
        owner_id,
        owner,
        what,
        who,
        at,
        moved_at,
    )


def add(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    situation: str,
    customer_id: int | None,
    *,
    owner_id: int | None = None,
    point: ContactPoint | None = None,
) -> tuple[int, Step]:
    """Record a complaint, and give its key and its first step. Whoever writes it down sees to it, unless
    `owner_id` does; `point` is where in a visit it happened, where that is known by then.
    """
    recovery_id: int = RecoveryRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        situation=situation,
        contact_point=point.value if point is not None else None,
        state=RecoveryState.OPEN.value,
        owner_id=owner_id or act.staff_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    step = Step(recovery_id, StepKind.STATE, "", RecoveryState.OPEN.value, act.at)
    note(db, act, gesture_id, step)
    return recovery_id, step


def note(db: Db, act: Act, gesture_id: int, step: Step) -> None:
    """Write a step into the history."""
    db.run(
        "INSERT INTO recovery_step (gesture_id, recovery_id, kind, was, now, at, staff_id, till_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(gesture_id, step.recovery_id, step.kind.value, step.was, step.now),
            *(act.at, act.staff_id, act.till_id),
        ),
    )


def value(db: Db, recovery_id: int, kind: StepKind) -> str:
    """What a step of this kind would change, as the history says it; empty where nothing is set."""
    found = db.value(f"SELECT {_COLUMNS[kind]} FROM recovery WHERE id = ?", (recovery_id,))
    return "" if found is None else str(found)


def take(db: Db, act: Act, gesture_id: int, step: Step) -> None:
    """Set what the step says, and write it down."""
    db.run(
        f"UPDATE recovery SET {_COLUMNS[step.kind]} = ? WHERE id = ?", (step.now or None, step.recovery_id)
    )
    note(db, act, gesture_id, step)


def describe(db: Db, recovery_id: int, what: str, who: str) -> None:
    RecoveryRow.update(what=what, who=who).where(RecoveryRow.id == recovery_id).execute(db)


def last_step(db: Db, recovery_id: int, kind: StepKind | None = None) -> int | None:
    """The act of the last step that stands, of one kind or of any."""
    if kind is None:
        return gestures.last_step(db, "recovery_step", "recovery_id", recovery_id)
    return gestures.last_step(db, "recovery_step", "recovery_id", recovery_id, "s.kind = ?2", kind.value)


def touched(db: Db, recovery_id: int, response_id: int) -> bool:
    """Has anybody seen to it? What came by the answer itself, its edit, its face or its being set aside is
    not that; a reply is.
    """
    sql = (
        "SELECT 1 FROM recovery_step AS s WHERE s.recovery_id = ? AND NOT EXISTS"
        " (SELECT 1 FROM feedback_step AS f WHERE f.gesture_id = s.gesture_id AND f.response_id = ?"
        "  GROUP BY f.gesture_id"
        "  HAVING max(f.kind = 'CHANGED') OR NOT max(f.kind IN ('OWNER', 'REPLIED', 'TOLD')))"
        f" AND {gestures.LASTING.format(row='s')}"
    )
    return db.value(sql, (recovery_id, response_id)) is not None


def before_aside(db: Db, recovery_id: int, response_id: int) -> str | None:
    """In which state it was until an act on this response withdrew it, where that was its last change of
    state.
    """
    was: str | None = db.value(
        "SELECT s.was FROM recovery_step AS s WHERE s.now = 'WITHDRAWN' AND s.gesture_id ="
        "  (SELECT max(l.gesture_id) FROM recovery_step AS l WHERE l.recovery_id = ?1 AND l.kind = 'STATE')"
        " AND EXISTS (SELECT 1 FROM feedback_step AS f"
        "  WHERE f.gesture_id = s.gesture_id AND f.response_id = ?2)",
        (recovery_id, response_id),
    )
    return was


def step_of(db: Db, gesture_id: int) -> Step | None:
    """The step that one act made, or None for an act of another sort."""
    return next(iter(_steps(db, "s.gesture_id = ?", gesture_id)), None)


def steps(db: Db, recovery_id: int) -> tuple[Step, ...]:
    """The history, from the beginning."""
    return _steps(db, "s.recovery_id = ?", recovery_id)


def _steps(db: Db, where: str, value: int) -> tuple[Step, ...]:
    rows = db.run(
        "SELECT s.recovery_id, s.kind, s.was, s.now, s.at, by.name FROM recovery_step AS s"
        f" JOIN staff AS by ON by.id = s.staff_id WHERE {where} ORDER BY s.gesture_id",
        (value,),
    )
    return tuple(Step(id_, StepKind(kind), *rest) for id_, kind, *rest in rows)


def given(db: Db, recovery_id: int) -> int:
    """How many stamps that were given for it still stand."""
    return sum(given_by_programme(db, recovery_id).values())


def given_by_programme(db: Db, recovery_id: int) -> dict[int, int]:
    """The same, for each programme whose card they are on."""
    return dict(
        db.run(
            "SELECT k.programme_id, sum(e.stamps) FROM recovery_step AS s"
            " JOIN ledger_entry AS e ON e.gesture_id = s.gesture_id JOIN card AS k ON k.id = e.card_id"
            " LEFT JOIN ledger_entry AS back ON back.reverses_id = e.id"
            " WHERE s.recovery_id = ? AND s.kind = 'GAVE' AND e.kind = 'GOODWILL' AND back.id IS NULL"
            " GROUP BY k.programme_id",
            (recovery_id,),
        )
    )
