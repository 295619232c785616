"""What was done about those who are missed: one row for each act, and an undone one counts no more."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from frontdesk.domain.acts import Act
from frontdesk.domain.care.care_figures import Counted
from frontdesk.domain.care.messages import MessageKind
from frontdesk.domain.regulars.absences import AbsenceStep, AwayReason, StepKind
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, Row, SqlValue
from frontdesk.storage.people.customers import BY_NAME
from frontdesk.storage.store import NewId

_STEP = (
    "SELECT r.id, s.kind, s.at, f.name, g.uid, s.reason, s.until, s.note FROM customer AS c"
    " JOIN absence_step AS s ON s.customer_id = c.id JOIN customer AS r ON r.id = c.root_id"
    " JOIN staff AS f ON f.id = s.staff_id JOIN gesture AS g ON g.id = s.gesture_id"
)
_NOTED_OF = "SELECT DISTINCT c.root_id FROM absence_step AS s JOIN customer AS c ON c.id = s.customer_id"
_WANTED = "(SELECT value FROM json_each(?))"
_STANDING = gestures.STANDS.format(row="s")


@dataclass(frozen=True, slots=True)
class NewStep:
    """What was done, already cleaned."""

    kind: StepKind
    reason: AwayReason | None = None
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """What a list shows of somebody: what they are called, and whether they want to be called so aloud."""

    name: str
    has_photo: bool
    by_name: bool


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, root_id: int, step: NewStep) -> None:
    db.run(
        "INSERT INTO absence_step"
        " (uid, customer_id, kind, reason, until, note, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(new_id(act.at), root_id, step.kind.value, step.reason.value if step.reason else ""),
            *(step.until.isoformat() if step.until else None, step.note),
            *(act.at, act.staff_id, act.till_id, gesture_id),
        ),
    )


def of_act(db: Db, gesture_id: int) -> tuple[int, AbsenceStep] | None:
    """Whom an act was about, and what it noted, also where it was undone since; None for another sort of
    act.
    """
    return next(_steps(db, "s.gesture_id = ?", gesture_id), None)


def steps_of(db: Db, root_ids: Collection[int]) -> dict[int, list[AbsenceStep]]:
    """All that stands of these people, the latest first."""
    found: defaultdict[int, list[AbsenceStep]] = defaultdict(list)
    where = f"c.root_id IN {_WANTED} AND {_STANDING} ORDER BY s.id DESC"
    for root_id, step in _steps(db, where, as_list(root_ids)):
        found[root_id].append(step)
    return found


def noted_between(db: Db, since: int, until: int) -> list[tuple[int, AbsenceStep]]:
    """All that stands of what was noted from one moment on and before another, the first first."""
    where = f"s.at >= ? AND s.at < ? AND r.archived_at IS NULL AND {_STANDING} ORDER BY s.id"
    return list(_steps(db, where, since, until))


def noted_for(db: Db, since: int) -> int:
    """For how many people anything was noted since then that stands."""
    # The plus lets SQLite look the day's few up by their time, and not all there ever were by their person.
    sql = f"SELECT count(DISTINCT +s.customer_id) FROM absence_step AS s WHERE s.at >= ? AND {_STANDING}"
    return int(db.value(sql, (since,)))


def written_to(db: Db, root_ids: Collection[int]) -> dict[int, list[int]]:
    """When these people were last sent or given a word that they are missed, as far as it stands."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = db.run(
        "SELECT c.root_id, s.at FROM customer AS c JOIN contact_log AS s ON s.customer_id = c.id"
        f" WHERE c.root_id IN {_WANTED} AND s.kind = ? AND {_STANDING} ORDER BY s.at",
        (as_list(root_ids), MessageKind.MISSED.value),
    )
    for root_id, at in rows:
        found[root_id].append(at)
    return found


def people(db: Db, root_ids: Collection[int]) -> dict[int, Person]:
    """What is shown of these people. Who was put away, or left, is not among them."""
    rows = db.run(
        "SELECT c.id, coalesce(nullif(c.called, ''), c.name), p.customer_id IS NOT NULL,"
        f" {BY_NAME.format('c')}"
        " FROM customer AS c LEFT JOIN photo AS p ON p.customer_id = c.id"
        f" WHERE c.id IN {_WANTED} AND c.root_id = c.id AND c.archived_at IS NULL",
        (as_list(root_ids),),
    )
    return {id_: Person(name, bool(photo), bool(by_name)) for id_, name, photo, by_name in rows}


def listed(db: Db, root_ids: Collection[int]) -> list[int]:
    """Those of these people who have neither left nor been put away, in this order."""
    rows = db.run(
        "SELECT c.id FROM json_each(?) AS wanted CROSS JOIN customer AS c ON c.id = wanted.value"
        " WHERE c.root_id = c.id AND c.archived_at IS NULL ORDER BY wanted.key",
        (as_list(root_ids),),
    )
    return [id_ for (id_,) in rows]


def noted_of(db: Db, root_ids: Collection[int]) -> set[int]:
    """Those of these people of whom anything was ever noted."""
    noted = {root_id for (root_id,) in db.run(_NOTED_OF)}
    return noted.intersection(root_ids)


def counted(db: Db, told: Collection[tuple[int, int, str]]) -> tuple[Counted, ...]:
    """People with a moment and a note each, as a figure opens into them."""
    known = people(db, {root_id for root_id, _, _ in told})
    return tuple(
        Counted(root_id, known[root_id].name, at, note) for root_id, at, note in told if root_id in known
    )


def _steps(db: Db, where: str, *values: SqlValue) -> Iterator[tuple[int, AbsenceStep]]:
    return (_step(row) for row in db.run(f"{_STEP} WHERE {where}", values))


def _step(row: Row) -> tuple[int, AbsenceStep]:
    root_id, kind, at, by, gesture, reason, until, note = row
    return root_id, AbsenceStep(
        StepKind(kind),
        at,
        by,
        gesture,
        AwayReason(reason) if reason else None,
        date.fromisoformat(until) if until else None,
        note,
    )


def as_list(root_ids: Collection[int]) -> str:
    """Keys as `json_each` reads them."""
    return json.dumps(list(root_ids))
