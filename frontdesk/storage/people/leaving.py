"""Who left, why, and who came back. The newest step but for a reason says which of the two holds; a step that
was taken back counts as if it had never been.
"""

from frontdesk.domain.acts import Act
from frontdesk.domain.people.customers import Consent, Purpose
from frontdesk.domain.people.leaving import LeavingReason, Left
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import LASTING
from frontdesk.storage.store import NewId

_LASTING = LASTING.format(row="s")
_LAST = (
    "SELECT max(s.id) FROM customer AS m JOIN leaving_step AS s ON s.customer_id = m.id"
    f" WHERE m.root_id = r.id AND s.step <> 'REASON' AND {_LASTING}"
)
_LEFT = (
    "SELECT r.id, coalesce(nullif(r.called, ''), r.name), l.at, (SELECT s.reason FROM customer AS m"
    "  JOIN leaving_step AS s ON s.customer_id = m.id AND s.step = 'REASON' AND s.id > l.id"
    f"  WHERE m.root_id = r.id AND {_LASTING} ORDER BY s.id DESC LIMIT 1)"
    " FROM leaving_step AS l JOIN customer AS c ON c.id = l.customer_id JOIN customer AS r"
    " ON r.id = c.root_id AND r.archived_at IS NOT NULL AND r.erased_at IS NULL"
    f" WHERE l.step = 'LEFT' AND l.id = ({_LAST})"
)

WHO_LEFT = f"SELECT id FROM ({_LEFT})"
"""The keys of those who left and are not back; whoever was only taken off the list is not among them."""


def add(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    root_id: int,
    step: str,
    reason: LeavingReason | None = None,
) -> None:
    """Note a step: LEFT, REASON or BACK."""
    db.run(
        "INSERT INTO leaving_step (uid, customer_id, step, reason, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new_id(act.at),
            root_id,
            step,
            reason.value if reason else "",
            act.at,
            act.staff_id,
            act.till_id,
            gesture_id,
        ),
    )


def left(db: Db, root_id: int) -> Left | None:
    """Since when somebody is gone who left; None for who is here, or was only taken off the list."""
    row = db.one(f"{_LEFT} AND r.id = ?", (root_id,))
    return _left(*row) if row else None


def last_act(db: Db, root_id: int, *, reasons: bool) -> int | None:
    """The act that last let somebody leave or come back, or with `reasons` also that said why; None where
    nothing of this stands.
    """
    act: int | None = db.value(
        "SELECT max(s.gesture_id) FROM customer AS m JOIN leaving_step AS s ON s.customer_id = m.id"
        f" WHERE m.root_id = ? AND (? OR s.step <> 'REASON') AND {_LASTING}",
        (root_id, reasons),
    )
    return act


def with_phone(db: Db, digits: str) -> Left | None:
    """Who left last of those who have this number, by its national digits; None where nobody has."""
    ends = "r.id IN (SELECT p.root_id FROM customer AS p WHERE p.phone_digits = ?)"
    row = db.one(f"{_LEFT} AND {ends} ORDER BY l.id DESC LIMIT 1", (digits,))
    return _left(*row) if row else None


def all_left(db: Db, since: int, until: int) -> tuple[Left, ...]:
    """Who left between two moments and is not back; the last one first."""
    rows = db.run(f"{_LEFT} AND l.at >= ? AND l.at < ? ORDER BY l.at DESC, l.id DESC", (since, until))
    return tuple(_left(*row) for row in rows)


def gone(db: Db) -> tuple[Left, ...]:
    """Everybody who left and is not back, by the order of the acts: the last one first."""
    return tuple(_left(*row) for row in db.run(f"{_LEFT} ORDER BY l.id DESC"))


def whose_card(db: Db, code: str) -> int | None:
    """The person out of sight whom a valid member code stands for, or None."""
    root: int | None = db.value(
        "SELECT r.id FROM member_code AS m JOIN customer AS c ON c.id = m.customer_id"
        " JOIN customer AS r ON r.id = c.root_id"
        " WHERE m.code = ? AND m.revoked_at IS NULL AND r.archived_at IS NOT NULL",
        (code,),
    )
    return root


def withdrawn_by(db: Db, root_id: int, gesture_id: int) -> list[tuple[int, Consent]]:
    """What an act took back from somebody: on which record, and the consent as it had stood there."""
    rows = db.run(
        "SELECT n.customer_id, o.purpose, o.wording, o.language, o.at FROM consent AS n JOIN consent AS o"
        " ON o.id = (SELECT max(b.id) FROM consent AS b WHERE b.customer_id = n.customer_id"
        "  AND b.purpose = n.purpose AND b.id < n.id)"
        " WHERE n.customer_id IN (SELECT id FROM customer WHERE root_id = ?)"
        " AND n.gesture_id = ? AND n.granted = 0 AND o.granted = 1",
        (root_id, gesture_id),
    )
    return [
        (customer_id, Consent(Purpose(purpose), True, wording, language, at))
        for customer_id, purpose, wording, language, at in rows
    ]


def _left(root_id: int, name: str, at: int, reason: str | None) -> Left:
    return Left(root_id, name, at, LeavingReason(reason) if reason else None)
