"""Do the tickets tell the same story as the acts on them? One that waits, though its stamps are given, would
give them twice; one that is closed and gave none would lose them.
"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.trust.verification import Fault
from frontdesk.storage.database import Db
from frontdesk.storage.trust.verifying.verify_found import found

_WRONG_TICKETS: Final = (
    # Closed by an act on this very ticket that closes, and was not undone; or made by no act that makes one.
    "SELECT t.id FROM ticket AS t LEFT JOIN gesture AS m ON m.id = t.gesture_id"
    " LEFT JOIN gesture AS c ON c.id = t.closed_by"
    " LEFT JOIN ticket_step AS s ON s.gesture_id = c.id AND s.ticket_id = t.id"
    " LEFT JOIN gesture AS u ON u.undoes_id = c.id AND u.kind IN ('UNDO', 'UNDO_TICKET')"
    " LEFT JOIN gesture AS o ON o.id = c.undoes_id"
    " WHERE m.kind IS NOT 'OPEN_TICKET' OR (t.closed_by IS NOT NULL"
    "  AND (s.ticket_id IS NULL OR u.id IS NOT NULL OR NOT (c.kind IN ('CLAIM', 'DROP_TICKET')"
    "   OR (c.kind = 'UNDO_TICKET' AND o.id IS t.gesture_id))))"
)

_WRONG_STEPS: Final = (
    # What closed a ticket and stands has closed it still.
    "SELECT g.id FROM gesture AS g LEFT JOIN ticket_step AS s ON s.gesture_id = g.id"
    " LEFT JOIN ticket AS t ON t.id = s.ticket_id"
    " LEFT JOIN ticket AS made ON made.gesture_id = g.undoes_id"
    " WHERE (g.kind IN ('CLAIM', 'DROP_TICKET', 'NAME_TICKET', 'UNDO_TICKET') AND s.ticket_id IS NULL)"
    " OR (g.kind = 'OPEN_TICKET' AND NOT EXISTS (SELECT 1 FROM ticket AS n WHERE n.gesture_id = g.id))"
    " OR ((g.kind IN ('CLAIM', 'DROP_TICKET') OR made.id IS NOT NULL) AND t.closed_by IS NOT g.id"
    "  AND NOT EXISTS (SELECT 1 FROM gesture AS u WHERE u.undoes_id = g.id))"
)


def ticket_faults(db: Db) -> Iterator[Fault]:
    """Every ticket waits, or is closed by the act that says so."""
    yield from found(db, "ticket", _WRONG_TICKETS)
    yield from found(db, "gesture", _WRONG_STEPS)
