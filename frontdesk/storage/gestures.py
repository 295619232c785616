"""Every act is one row with a unique id: recording it twice is how a repeat is noticed."""

from dataclasses import dataclass
from typing import Final

import apsw

from frontdesk.domain.acts import Act
from frontdesk.storage.database import Db

BOUGHT_AT: Final = (
    "coalesce((SELECT min(t.at, {act}.at) FROM ticket_step AS s JOIN ticket AS t ON t.id = s.ticket_id"
    "  WHERE {act}.kind = 'CLAIM' AND s.gesture_id = {act}.id),"
    " (SELECT p.came_at FROM power_sheet_tick AS p"
    "  WHERE {act}.kind = 'KEY_IN' AND p.gesture_id = {act}.id), {act}.at)"
)
"""When what an `act` gave was bought: then and there; of a ticket that got its face, when it was made; of a
line of a power-cut sheet, when they came.
"""


def record(
    db: Db, act: Act, kind: str, customer_id: int | None = None, undoes_id: int | None = None
) -> int | None:
    """Write down that `act` happened and give its key, or None when it already had."""
    try:
        return db.insert(
            "INSERT INTO gesture (uid, kind, customer_id, undoes_id, at, staff_id, till_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (act.gesture, kind, customer_id, undoes_id, act.at, act.staff_id, act.till_id),
        )
    except apsw.ConstraintError:
        if find(db, act.gesture) is None:
            raise
        return None


def told_by(act: Act, gesture_id: int) -> dict[str, int]:
    """What every row of an act says: when, who, at which till, by which gesture."""
    return {"at": act.at, "staff_id": act.staff_id, "till_id": act.till_id, "gesture_id": gesture_id}


def find(db: Db, gesture: bytes) -> int | None:
    """The key of a recorded act, or None."""
    key: int | None = db.value("SELECT id FROM gesture WHERE uid = ?", (gesture,))
    return key


def by(db: Db, gesture_id: int) -> int:
    """Who did it."""
    staff_id: int = db.value("SELECT staff_id FROM gesture WHERE id = ?", (gesture_id,))
    return staff_id


def is_undone(db: Db, gesture_id: int) -> bool:
    return db.value("SELECT 1 FROM gesture WHERE undoes_id = ?", (gesture_id,)) is not None


NEVER: Final = 2**62
"""In place of an act, for what stands now: no act comes after it."""

STANDS: Final = "NOT EXISTS (SELECT 1 FROM gesture AS u WHERE u.undoes_id = {row}.gesture_id)"
"""The act of a `row` was not undone."""

LASTING: Final = (
    "EXISTS (SELECT 1 FROM gesture AS g WHERE g.id = {row}.gesture_id AND g.undoes_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM gesture AS u WHERE u.undoes_id = g.id))"
)
"""The act of a `row` neither was undone nor takes another one back."""


def last_step(
    db: Db, history: str, of: str, subject: int, where: str = "TRUE", value: str = ""
) -> int | None:
    """The act that made the last lasting step in a table of steps; `of` is the column that says of what.

    `where` may narrow the steps down, to those whose ``?2`` is `value`.
    """
    sql = f"SELECT max(s.gesture_id) FROM {history} AS s WHERE s.{of} = ?1 AND {where}"
    key: int | None = db.value(
        f"{sql} AND {LASTING.format(row='s')}", (subject, value) if "?2" in where else (subject,)
    )
    return key


@dataclass(frozen=True, slots=True)
class Recorded:
    """An act as it was recorded, with the kind of act that it takes back."""

    id: int
    kind: str
    customer_id: int | None
    undoes_id: int | None
    undone_kind: str | None

    @property
    def moved(self) -> bool:
        """Did it give again what another act had given: a move, or one that took a move back?"""
        return self.kind == "MOVE" or (self.kind == "UNDO" and self.undone_kind == "MOVE")


def get(db: Db, gesture_id: int) -> Recorded:
    """Raises `LookupError`."""
    row = db.one(
        "SELECT g.id, g.kind, g.customer_id, g.undoes_id, u.kind FROM gesture AS g"
        " LEFT JOIN gesture AS u ON u.id = g.undoes_id WHERE g.id = ?",
        (gesture_id,),
    )
    if row is None:
        raise LookupError(gesture_id)
    return Recorded(*row)


def time_of(db: Db, gesture_id: int) -> int:
    """When what an act gave was bought: when the act was done or, where stamps were moved, the first act."""
    at: int = db.value(
        f"{_BACK} SELECT {BOUGHT_AT.format(act='back')} FROM back ORDER BY id LIMIT 1", (gesture_id,)
    )
    return at


def first_of(db: Db, gesture_id: int) -> int:
    """The act that first gave what an act gives: itself or, where stamps were moved, the first act."""
    first_id: int = db.value(f"{_BACK} SELECT id FROM back ORDER BY id LIMIT 1", (gesture_id,))
    return first_id


_BACK: Final = (
    "WITH RECURSIVE back (id, kind, undoes_id, at) AS ("
    " SELECT id, kind, undoes_id, at FROM gesture WHERE id = ?"
    " UNION ALL SELECT g.id, g.kind, g.undoes_id, g.at FROM back JOIN gesture AS g"
    "  ON g.id = back.undoes_id AND back.kind IN ('MOVE', 'UNDO'))"
)
