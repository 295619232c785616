"""The ledger as the outlier report reads it, and the names that belong to its findings."""

from collections.abc import Iterable
from typing import Final

from frontdesk.domain.loyalty.stamping import BUYING_REASONS, EntryKind
from frontdesk.domain.trust.outliers.facts import LedgerLine
from frontdesk.storage.database import Db

_STAMPED: Final = (
    "g.kind <> 'UNDO' AND (e.kind = 'GOODWILL' OR (e.kind = 'EARNED' AND e.reason IN ({})))"
).format(", ".join(f"'{reason}'" for reason in BUYING_REASONS))
"""What somebody at the till gave, or moved here: no gift by the rules, nothing that an undo gave again."""

LINES: Final = (
    "SELECT e.id, g.uid, e.kind, e.stamps, c.root_id, e.staff_id, coalesce(p.came_at, e.at), e.reverses_id,"
    " EXISTS (SELECT 1 FROM visit_item WHERE visit_id = e.visit_id AND void = 0)"
    " OR EXISTS (SELECT 1 FROM purchase WHERE visit_id = e.visit_id AND amount > 0 AND void = 0)"
    " FROM ledger_entry AS e JOIN card AS k ON k.id = e.card_id"
    " JOIN customer AS c ON c.id = k.customer_id JOIN gesture AS g ON g.id = e.gesture_id"
    # A sheet is keyed in by one of the staff within minutes: nothing unusual, when it was filled over hours.
    " LEFT JOIN power_sheet_tick AS p ON p.gesture_id = e.gesture_id"
    " WHERE e.staff_id IN (SELECT id FROM staff) AND e.at BETWEEN ? AND ?"
    " AND k.programme_id IN (SELECT id FROM programme WHERE kind = 'STAMPS')"
    f" AND (e.kind IN ('REDEEMED', 'REVERSED') OR ({_STAMPED})) ORDER BY 7, e.id"
)
"""Asked for each member of staff, because that is how the ledger is indexed by time."""


def lines_since(db: Db, at: int, until: int) -> list[LedgerLine]:
    """The entries of these times on cards of stamps that were stamped, redeemed or taken back, oldest first,
    under the person who now answers for the card.
    """
    rows = db.run(LINES, (at, until))
    kinds = {kind.value: kind for kind in EntryKind}
    return [
        LedgerLine(id_, gesture, kinds[kind], stamps, person, staff, made_at, reverses, bool(noted))
        for id_, gesture, kind, stamps, person, staff, made_at, reverses, noted in rows
    ]


def staff_names(db: Db, ids: Iterable[int]) -> dict[int, str]:
    """Names of members of staff, also of those who have left."""
    return {id_: db.value("SELECT name FROM staff WHERE id = ?", (id_,)) for id_ in set(ids)}


def customer_names(db: Db, ids: Iterable[int]) -> dict[int, str]:
    return {id_: db.value("SELECT name FROM customer WHERE id = ?", (id_,)) for id_ in set(ids)}
