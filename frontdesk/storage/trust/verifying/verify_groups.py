"""Do the groups, and who came for a shared card, tell the same story as the acts?"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.trust.verification import Fault
from frontdesk.storage.database import Db
from frontdesk.storage.trust.verifying.verify_found import found

_WRONG_MEMBERS: Final = (
    "SELECT m.id FROM group_member AS m LEFT JOIN gesture AS g ON g.id = m.gesture_id"
    " LEFT JOIN gesture AS l ON l.id = m.left_by"
    " WHERE g.kind IS NOT 'JOIN_GROUP' OR g.customer_id IS NOT m.member_id"
    " OR (m.left_by IS NOT NULL AND l.kind NOT IN ('JOIN_GROUP', 'LEAVE_GROUP'))"
)

_MEMBERS_GONE: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind = 'JOIN_GROUP'"
    " AND NOT EXISTS (SELECT 1 FROM group_member AS m WHERE m.gesture_id = g.id)"
)

_WRONG_VISITS: Final = (
    # Somebody comes for a stamp or a reward of a shared card, also one that an undo of a move gave back.
    "SELECT v.gesture_id FROM group_visit AS v LEFT JOIN gesture AS g ON g.id = v.gesture_id"
    " LEFT JOIN gesture AS u ON u.id = g.undoes_id"
    " WHERE NOT (g.kind IN ('STAMP', 'REDEEM') OR (g.kind IS 'UNDO' AND u.kind IS 'MOVE'))"
    " OR v.void <> EXISTS (SELECT 1 FROM gesture AS b WHERE b.undoes_id = v.gesture_id)"
)


def group_faults(db: Db) -> Iterator[Fault]:
    """Everybody joined and left by an act, and came while the act for which they came stands."""
    yield from found(db, "group_member", _WRONG_MEMBERS)
    yield from found(db, "gesture", _MEMBERS_GONE, _WRONG_VISITS)
