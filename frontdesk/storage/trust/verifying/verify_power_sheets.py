"""Do the lines of power-cut sheets tell the same story as the acts that keyed them in?"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.trust.verification import Fault
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import STANDS
from frontdesk.storage.trust.verifying.verify_found import found

_WRONG_SHEETS: Final = (
    "SELECT s.id FROM power_sheet AS s LEFT JOIN gesture AS g ON g.id = s.gesture_id"
    " WHERE g.kind IS NOT 'PRINT_SHEET'"
)

_WRONG_LINES: Final = (
    # A line is what one act keyed in, for whom it says; and one act keys in one line.
    "SELECT g.id FROM gesture AS g LEFT JOIN power_sheet_tick AS t ON t.gesture_id = g.id"
    " WHERE (g.kind = 'KEY_IN') <> (t.gesture_id IS NOT NULL)"
    " OR (g.kind = 'KEY_IN' AND t.customer_id IS NOT g.customer_id)"
    " UNION SELECT g.id FROM gesture AS g LEFT JOIN power_sheet_free AS f ON f.gesture_id = g.id"
    " WHERE (g.kind IN ('KEY_FREE', 'LET_FREE')) <> (f.gesture_id IS NOT NULL)"
    # A free one that was settled is one that was given on paper.
    " UNION SELECT f.gesture_id FROM power_sheet_free AS f"
    " WHERE NOT EXISTS (SELECT 1 FROM power_sheet_tick AS t"
    "  WHERE t.sheet_id = f.sheet_id AND t.line = f.line AND t.came_at = f.came_at AND t.free = 1)"
)

_KEYED_TWICE: Final = (
    "SELECT max(t.gesture_id) FROM power_sheet_tick AS t"
    f" WHERE {STANDS.format(row='t')}"
    " GROUP BY t.sheet_id, t.line, t.came_at HAVING count(*) > 1"
)

_TAKEN_UNASKED: Final = (
    # A reward is taken once for a free one that stands on the sheet, and stamps for ticks.
    "SELECT min(e.id) FROM power_sheet_tick AS t JOIN ledger_entry AS e ON e.gesture_id = t.gesture_id"
    " GROUP BY t.gesture_id HAVING sum(e.kind = 'REDEEMED') > t.free"
    " OR (sum(e.kind = 'EARNED') > 0 AND t.stamps = 0)"
)


def power_sheet_faults(db: Db) -> Iterator[Fault]:
    """Every line is one act that stands once, and gave no more than what is written on it."""
    yield from found(db, "power_sheet", _WRONG_SHEETS)
    yield from found(db, "gesture", _WRONG_LINES, _KEYED_TWICE)
    yield from found(db, "ledger_entry", _TAKEN_UNASKED)
