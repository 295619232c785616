"""Calls for the manager: when, at which till, and who answered."""

from frontdesk.domain.acts import Act
from frontdesk.domain.care.manager_calls import ManagerCall
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import ManagerCallRow
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_CALL = (
    "SELECT m.id, m.at, m.till_id, m.customer_id, coalesce(nullif(r.called, ''), r.name, ''),"
    " m.answered_at, m.answered_by, y.id, coalesce(y.situation, '') FROM manager_call AS m"
    " LEFT JOIN customer AS c ON c.id = m.customer_id LEFT JOIN customer AS r ON r.id = c.root_id"
    " LEFT JOIN recovery AS y ON y.id = m.recovery_id AND y.state <> 'WITHDRAWN'"
)
_BY_THE_CUSTOMER = "EXISTS (SELECT 1 FROM gesture AS g WHERE g.id = m.gesture_id AND g.kind = 'CALL_MANAGER')"
"""Not one that was told of a complaint: no customer's screen speaks of that."""

_STANDS = gestures.STANDS.format(row="m")

# The plus lets SQLite look up the day's few calls by their time, and not all there ever were by their key.
_IN_ORDER = "ORDER BY +m.id"


def waiting(db: Db, since: int) -> tuple[ManagerCall, ...]:
    """The calls of all tills since then that nobody answered, the first that came first; not those about a
    complaint that was recorded by mistake, or was taken for another by mistake. Who asked themselves waits
    all the same.
    """
    wanted = f"(m.recovery_id IS NULL OR y.id IS NOT NULL OR {_BY_THE_CUSTOMER})"
    stands = f"m.answered_at IS NULL AND {wanted} AND {_STANDS}"
    rows = db.run(f"{_CALL} WHERE {stands} AND m.at >= ? {_IN_ORDER}", (since,))
    return tuple(ManagerCall(*row) for row in rows)


def latest(db: Db, till_id: int, since: int, customer_id: int | None) -> ManagerCall | None:
    """The last call of that customer (None: of a stranger) at a till since then, answered or not; one that
    they made themselves.
    """
    whose = f"m.till_id = ? AND m.at >= ? AND m.customer_id IS ? AND {_BY_THE_CUSTOMER}"
    row = db.one(f"{_CALL} WHERE {whose} {_IN_ORDER} DESC LIMIT 1", (till_id, since, customer_id))
    return ManagerCall(*row) if row is not None else None


def answers(db: Db, till_id: int, begin: int, end: int) -> list[tuple[int, int | None, str]]:
    """Of each call of a till in a span of time: when it came, when somebody answered, and who."""
    return list(
        db.run(
            "SELECT m.at, m.answered_at, coalesce(s.name, '') FROM manager_call AS m"
            " LEFT JOIN staff AS s ON s.id = m.answered_by"
            f" WHERE m.till_id = ? AND m.at >= ? AND m.at < ? {_IN_ORDER}",
            (till_id, begin, end),
        )
    )


def get(db: Db, call_id: int) -> ManagerCall:
    """Raises `LookupError`."""
    row = db.one(f"{_CALL} WHERE m.id = ?", (call_id,))
    if row is None:
        raise LookupError(call_id)
    return ManagerCall(*row)


def made_by(db: Db, gesture: bytes) -> ManagerCall:
    """The call that this act was. Raises `LookupError`."""
    row = db.one(f"{_CALL} JOIN gesture AS g ON g.id = m.gesture_id WHERE g.uid = ?", (gesture,))
    if row is None:
        raise LookupError(gesture.hex())
    return ManagerCall(*row)


def about(db: Db, recovery_id: int, since: int) -> ManagerCall | None:
    """The last call about a complaint since then that stands, answered or not."""
    row = db.one(
        f"{_CALL} WHERE m.at >= ? AND m.recovery_id = ? AND {_STANDS} {_IN_ORDER} DESC LIMIT 1",
        (since, recovery_id),
    )
    return ManagerCall(*row) if row is not None else None


def told_of_shared(db: Db, since: int, lately: int) -> bool:
    """Was there a call since `lately` about an answer on a code that many share, or does one since `since`
    wait?
    """
    waits = f"m.answered_at IS NULL AND y.state <> 'WITHDRAWN' AND {_STANDS}"
    sql = (
        "SELECT 1 FROM manager_call AS m JOIN recovery AS y ON y.id = m.recovery_id"
        " JOIN feedback_response AS r ON r.recovery_id = y.id AND r.shared = 1"
        f" WHERE m.at >= ?1 AND (m.at > ?2 OR ({waits})) LIMIT 1"
    )
    return db.value(sql, (since, lately)) is not None


def add(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    customer_id: int | None,
    recovery_id: int | None = None,
) -> int:
    key: int = ManagerCallRow.insert(
        uid=new_id(act.at),
        customer_id=customer_id,
        recovery_id=recovery_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    return key


def say_about(db: Db, call_id: int, recovery_id: int) -> None:
    """A call that waits is about a complaint, as it turns out."""
    ManagerCallRow.update(recovery_id=recovery_id).where(ManagerCallRow.id == call_id).execute(db)


def answer(db: Db, call_id: int, staff_id: int, at: int) -> None:
    ManagerCallRow.update(answered_at=at, answered_by=staff_id).where(ManagerCallRow.id == call_id).execute(
        db
    )
