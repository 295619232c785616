"""The plan of who works when, who was said to be here, and who was greeted at the till on which day."""

from datetime import date

from frontdesk.domain.acts import Act
from frontdesk.domain.team.shifts import Hours, PlannedShift
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import DutyRow, ShiftGreetingRow, ShiftRow
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import NEVER
from frontdesk.storage.store import NewId

_LAST = "p.id = (SELECT max(id) FROM shift AS last WHERE last.day = p.day AND last.of_id = p.of_id)"


def plan(db: Db, first: date, last: date) -> tuple[PlannedShift, ...]:
    """Who is to work from the first day to the last."""
    rows = db.run(
        "SELECT p.of_id, p.day, p.from_minute, p.to_minute FROM shift AS p"
        " JOIN staff AS s ON s.id = p.of_id AND s.left_at IS NULL"
        f" WHERE p.day BETWEEN ? AND ? AND p.works AND {_LAST} ORDER BY p.day, p.of_id",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(PlannedShift(of, date.fromisoformat(day), Hours(*hours)) for of, day, *hours in rows)


def hours_on(db: Db, staff_id: int, day: date, before: int = NEVER) -> Hours | None:
    """When somebody is to work on a day, as it stood `before` an act; None where they are not."""
    row = db.one(
        "SELECT p.works, p.from_minute, p.to_minute FROM shift AS p"
        " WHERE p.of_id = ? AND p.day = ? AND p.gesture_id < ? ORDER BY p.id DESC LIMIT 1",
        (staff_id, day.isoformat(), before),
    )
    return Hours(row[1], row[2]) if row is not None and row[0] else None


def add(
    db: Db, new_id: NewId, act: Act, gesture_id: int, staff_id: int, day: date, hours: Hours | None
) -> None:
    ShiftRow.insert(
        uid=new_id(act.at),
        of_id=staff_id,
        day=day.isoformat(),
        works=hours is not None,
        from_minute=hours.from_minute if hours is not None else None,
        to_minute=hours.to_minute if hours is not None else None,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def said_here(db: Db, since: int, until: int) -> dict[int, tuple[bool, int]]:
    """Whether somebody is here, and when that was said last, of those of whom it was said."""
    rows = db.run("SELECT of_id, here, at FROM duty WHERE at BETWEEN ? AND ? ORDER BY at, id", (since, until))
    return {of: (bool(here), at) for of, here, at in rows}


def say_here(db: Db, new_id: NewId, act: Act, gesture_id: int, staff_id: int, here: bool) -> None:
    DutyRow.insert(
        uid=new_id(act.at), of_id=staff_id, here=here, **gestures.told_by(act, gesture_id)
    ).execute(db)


def greeted_at(db: Db, staff_id: int) -> int | None:
    """When somebody was greeted at the till the last time."""
    at: int | None = db.value(
        "SELECT at FROM shift_greeting WHERE staff_id = ? ORDER BY id DESC LIMIT 1", (staff_id,)
    )
    return at


def was_greeted(db: Db, staff_id: int, day: date) -> bool:
    return (
        db.value("SELECT 1 FROM shift_greeting WHERE staff_id = ? AND day = ?", (staff_id, day.isoformat()))
        is not None
    )


def greet(db: Db, new_id: NewId, act: Act, gesture_id: int, day: date) -> None:
    told = gestures.told_by(act, gesture_id)
    ShiftGreetingRow.insert(uid=new_id(act.at), day=day.isoformat(), **told).execute(db)
