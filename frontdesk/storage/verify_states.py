"""Is each state what its history says last?

A complaint that was made to look withdrawn, a request that nobody fulfilled, somebody who left and stands
on the wall again: the row says one thing, and the steps beside it another.
"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.verification import Fault, FaultCode
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import LASTING
from frontdesk.storage.verify_found import found

_LAST: Final = "SELECT s.to_state FROM {steps} AS s WHERE s.{table}_id = r.id ORDER BY s.id DESC LIMIT 1"
_OTHER_STATE: Final = "SELECT r.id FROM {table} AS r WHERE r.state IS NOT (" + _LAST + ")"
_STEPS: Final = {"request": "request_event", "follow_up": "follow_up_step"}

_OTHER_COMPLAINT: Final = (
    "SELECT r.id FROM recovery AS r JOIN recovery_step AS s ON s.gesture_id ="
    " (SELECT max(l.gesture_id) FROM recovery_step AS l WHERE l.recovery_id = r.id AND l.kind = '{kind}')"
    " WHERE coalesce(CAST(r.{column} AS TEXT), '') <> s.now"
)
_OF_A_COMPLAINT: Final = {
    "STATE": "state",
    "SITUATION": "situation",
    "POINT": "contact_point",
    "OWNER": "owner_id",
    "CUSTOMER": "customer_id",
}
_COMPLAINT_FROM_NOWHERE: Final = (
    "SELECT id FROM recovery WHERE id NOT IN (SELECT recovery_id FROM recovery_step WHERE kind = 'STATE')"
)

_LEFT_AND_HERE: Final = (
    "SELECT c.id FROM leaving_step AS l JOIN customer AS c ON c.id = l.customer_id"
    " WHERE l.step = 'LEFT' AND c.archived_at IS NULL AND l.id ="
    " (SELECT max(s.id) FROM leaving_step AS s WHERE s.customer_id = c.id AND s.step <> 'REASON'"
    f"  AND {LASTING.format(row='s')})"
)
_OUT_OF_SIGHT_BY_NOBODY: Final = (
    "SELECT id FROM customer WHERE archived_at IS NOT NULL AND archived_at NOT IN (SELECT at FROM gesture)"
)
_GONE_BY_NOBODY: Final = (
    "SELECT id FROM fact WHERE gone_at IS NOT NULL AND gone_at NOT IN (SELECT at FROM gesture)"
    " UNION SELECT id FROM fact WHERE gone_at IS NULL AND gone_gesture_id IS NOT NULL"
)


def state_faults(db: Db) -> Iterator[Fault]:
    """Requests, follow-ups, complaints, who left and what is known of people are as their last step says."""
    code = FaultCode.WRONG_STATE
    for table, steps in _STEPS.items():
        yield from found(db, table, _OTHER_STATE.format(table=table, steps=steps), code=code)
    complaints = (_OTHER_COMPLAINT.format(kind=kind, column=at) for kind, at in _OF_A_COMPLAINT.items())
    yield from found(db, "recovery", _COMPLAINT_FROM_NOWHERE, *complaints, code=code)
    yield from found(db, "customer", _LEFT_AND_HERE, _OUT_OF_SIGHT_BY_NOBODY, code=code)
    yield from found(db, "fact", _GONE_BY_NOBODY, code=code)
