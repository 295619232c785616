"""Is each state what its history says last?

A complaint that was made to look withdrawn, a request that nobody fulfilled, somebody who left and stands
on the wall again: the row says one thing, and the steps beside it another.
"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.trust.verification import Fault, FaultCode
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import LASTING
from frontdesk.storage.trust.verifying.verify_found import found

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

# What a step of a kind set stands until another one does; an answer came NEW, and with no complaint.
_OTHER_RESPONSE: Final = (
    "SELECT r.id FROM feedback_response AS r WHERE coalesce(CAST(r.{column} AS TEXT), '') <>"
    " coalesce((SELECT s.now FROM feedback_step AS s WHERE s.response_id = r.id AND s.kind = '{kind}'"
    "  ORDER BY s.id DESC LIMIT 1), {first})"
)
_OF_A_RESPONSE: Final = {
    "STATE": ("state", "'NEW'"),
    "RECOVERY": ("recovery_id", "''"),
    "OWNER": ("owner_id", "CAST(r.owner_id AS TEXT)"),
    "CUSTOMER": ("customer_id", "coalesce(CAST(r.customer_id AS TEXT), '')"),
}
_RESPONSE_FROM_NOWHERE: Final = (
    "SELECT id FROM feedback_response WHERE id NOT IN"
    " (SELECT response_id FROM feedback_step WHERE kind = 'CAME')"
)
_SAID_BY_NOBODY: Final = (
    "SELECT r.id FROM feedback_response AS r WHERE r.said_at IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM feedback_step AS s WHERE s.response_id = r.id AND s.kind = 'SAID' AND s.at = r.said_at)"
)

_FROM_NOWHERE: Final = (_RESPONSE_FROM_NOWHERE, _SAID_BY_NOBODY)

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
    """Whatever has a history is as its last step says: requests, complaints, answers, people, facts."""
    code = FaultCode.WRONG_STATE
    for table, steps in _STEPS.items():
        yield from found(db, table, _OTHER_STATE.format(table=table, steps=steps), code=code)
    complaints = (_OTHER_COMPLAINT.format(kind=kind, column=at) for kind, at in _OF_A_COMPLAINT.items())
    yield from found(db, "recovery", _COMPLAINT_FROM_NOWHERE, *complaints, code=code)
    answers = (
        _OTHER_RESPONSE.format(kind=kind, column=column, first=first)
        for kind, (column, first) in _OF_A_RESPONSE.items()
    )
    yield from found(db, "feedback_response", *answers, *_FROM_NOWHERE, code=code)
    yield from found(db, "customer", _LEFT_AND_HERE, _OUT_OF_SIGHT_BY_NOBODY, code=code)
    yield from found(db, "fact", _GONE_BY_NOBODY, code=code)
