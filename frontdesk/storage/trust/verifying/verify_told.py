"""Do rows beside the ledger say of their act what the act says of itself?

A ticket that was laid into a dearer hour earns more when it is claimed; a line of a power-cut sheet that was
laid into another day leaves the limits of its own; a paper card that passes for an import is on no slip.
"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.trust.verification import Fault
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import BOUGHT_AT
from frontdesk.storage.trust.verifying.verify_found import found

_TOLD_BY: Final = (
    "ticket",
    "ticket_step",
    "power_sheet",
    "power_sheet_tick",
    "power_sheet_free",
    "group_member",
    "group_visit",
)

_TOLD_OTHERWISE: Final = (
    "SELECT g.id FROM {table} AS r JOIN gesture AS g ON g.id = r.gesture_id"
    " WHERE (r.at, r.staff_id, r.till_id) IS NOT (g.at, g.staff_id, g.till_id)"
)

_EARNED_AT_ANOTHER_TIME: Final = (
    "SELECT e.id FROM (SELECT gesture_id FROM ticket_step UNION SELECT gesture_id FROM power_sheet_tick) AS r"
    " JOIN gesture AS g ON g.id = r.gesture_id AND g.kind IN ('CLAIM', 'KEY_IN')"
    " JOIN ledger_entry AS e ON e.gesture_id = g.id AND e.kind = 'EARNED'"
    " LEFT JOIN earned_before AS b ON b.card_id = e.card_id AND b.entry_id = e.id"
    f" WHERE coalesce(b.at, e.at) <> {BOUGHT_AT.format(act='g')}"
)

_IMPORTED_FROM_NOWHERE: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind = 'IMPORT'"
    " AND NOT EXISTS (SELECT 1 FROM import_batch AS b WHERE b.gesture_id = g.id)"
)


def told_faults(db: Db) -> Iterator[Fault]:
    """When, by whom and at which till; and when what an act gave later had been bought."""
    told_otherwise = (_TOLD_OTHERWISE.format(table=each) for each in _TOLD_BY)
    yield from found(db, "gesture", *told_otherwise, _IMPORTED_FROM_NOWHERE)
    yield from found(db, "ledger_entry", _EARNED_AT_ANOTHER_TIME)
