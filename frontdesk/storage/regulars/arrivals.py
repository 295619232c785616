"""Arrivals at the door, and the steps that say what became of them."""

from frontdesk.domain.acts import Act
from frontdesk.domain.regulars.arrivals import Arrival, ArrivalState
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import ArrivalRow, ArrivalStepRow
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_ARRIVAL = (
    "SELECT a.id, a.at, coalesce(s.state, 'WAITING'), s.at, s.by_id, coalesce(by.name, '') FROM arrival AS a"
    " LEFT JOIN arrival_step AS s ON s.id ="
    "  (SELECT max(id) FROM arrival_step AS last WHERE last.arrival_id = a.id)"
    " LEFT JOIN staff AS by ON by.id = s.by_id"
)


def between(db: Db, since: int, until: int) -> tuple[Arrival, ...]:
    """Who came in from `since` on and before `until`, the first first."""
    return _select(db, "a.at >= ? AND a.at < ? ORDER BY a.at, a.id", since, until)


def get(db: Db, arrival_id: int) -> Arrival:
    """Raises `LookupError`."""
    found = _select(db, "a.id = ?", arrival_id)
    if not found:
        raise LookupError(arrival_id)
    return found[0]


def last_step(db: Db, arrival_id: int) -> int | None:
    """The act that said what became of it, or None."""
    return gestures.last_step(db, "arrival_step", "arrival_id", arrival_id)


def made_by(db: Db, gesture_id: int) -> int | None:
    """The arrival that an act noted, or of which it said what became."""
    key: int | None = db.value(
        "SELECT id FROM arrival WHERE gesture_id = ?1"
        " UNION ALL SELECT arrival_id FROM arrival_step WHERE gesture_id = ?1",
        (gesture_id,),
    )
    return key


def add(db: Db, new_id: NewId, act: Act, gesture_id: int) -> int:
    told = gestures.told_by(act, gesture_id)
    key: int = ArrivalRow.insert(uid=new_id(act.at), **told).execute(db)
    return key


def add_step(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    arrival_id: int,
    state: ArrivalState,
    by_id: int | None = None,
) -> None:
    ArrivalStepRow.insert(
        uid=new_id(act.at),
        arrival_id=arrival_id,
        state=state.value,
        by_id=by_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def _select(db: Db, where: str, *values: int) -> tuple[Arrival, ...]:
    return tuple(
        Arrival(id_, at, ArrivalState(state), said_at if by is not None else None, by, name)
        for id_, at, state, said_at, by, name in db.run(f"{_ARRIVAL} WHERE {where}", values)
    )
