"""Do the rows around the ledger tell the same story as the ledger?

Every act is a row of its own, and says whom it was for and what it took back: an entry cut off the ledger's
end leaves its act behind, and a card that changed hands no longer fits the acts that filled it.

An entry's visit is not looked at here, and not in its hash either: a visit only groups what was done in one
sitting, nobody is owed anything by it, and it may be counted anew (a merge, an undo). The hash vouches for
what is owed, to which card and by which act. An entry's `part` is held against its act below.
"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.verification import Fault, FaultCode
from frontdesk.storage.database import Db

_WRONG_MERGES: Final = (
    # A record leads where its parent leads; whom all are led to was merged into nobody.
    "SELECT c.id FROM customer AS c LEFT JOIN customer AS p ON p.id = c.merged_into_id"
    " LEFT JOIN customer AS r ON r.id = c.root_id"
    " LEFT JOIN merge AS m ON m.absorbed_id = c.id AND m.undone_gesture_id IS NULL"
    " WHERE c.root_id <> coalesce(p.root_id, c.id) OR r.merged_into_id IS NOT NULL"
    " OR c.merged_into_id IS NOT m.kept_id"
)

_ENTRIES_OF_OTHER_ACTS: Final = (
    "SELECT e.id, k.id, k.customer_id IS NOT g.customer_id AND g.kind IN ('STAMP', 'REDEEM')"
    " FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id JOIN card AS k ON k.id = e.card_id"
    " LEFT JOIN ledger_entry AS u ON u.id = e.reverses_id"
    " WHERE CASE g.kind"
    "  WHEN 'STAMP' THEN e.kind <> 'EARNED' OR e.part <> 0 OR k.customer_id IS NOT g.customer_id"
    "  WHEN 'REDEEM' THEN e.kind <> 'REDEEMED' OR e.part <> 0 OR k.customer_id IS NOT g.customer_id"
    "  WHEN 'IMPORT' THEN e.kind <> 'CARRIED_OVER'"
    "  WHEN 'UNDO' THEN u.gesture_id IS NOT g.undoes_id OR e.part <> u.part"
    "  WHEN 'UNDO_IMPORT' THEN u.gesture_id IS NOT g.undoes_id OR e.part <> u.part"
    "  ELSE 1 END"
)

_ACTS_WITHOUT_ENTRY: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind IN ('STAMP', 'REDEEM')"
    " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS e WHERE e.gesture_id = g.id)"
    " AND NOT (g.kind = 'STAMP' AND EXISTS (SELECT 1 FROM visit_item AS i WHERE i.gesture_id = g.id))"
)

_UNDOING: Final = {
    "UNDO": "'STAMP', 'REDEEM'",
    "UNDO_IMPORT": "'IMPORT'",
    "UNDO_REQUEST": "'ASK', 'MOVE_REQUEST'",
}
"""Kinds of acts that take another one back, and of which kinds that one is."""

_WRONG_UNDOES: Final = (
    "SELECT g.id FROM gesture AS g LEFT JOIN gesture AS u ON u.id = g.undoes_id"
    " WHERE (g.undoes_id IS NOT NULL OR g.kind IN ({undoing})) AND NOT coalesce(CASE g.kind {fits} END, 0)"
).format(
    undoing=", ".join(f"'{kind}'" for kind in _UNDOING),
    fits=" ".join(f"WHEN '{kind}' THEN u.kind IN ({undone})" for kind, undone in _UNDOING.items()),
)

_UNDOES_NOT_DONE: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind = 'UNDO' AND g.undoes_id IS NOT NULL AND ("
    " EXISTS (SELECT 1 FROM ledger_entry AS e LEFT JOIN ledger_entry AS r ON r.reverses_id = e.id"
    "  WHERE e.gesture_id = g.undoes_id AND r.gesture_id IS NOT g.id)"
    " OR EXISTS (SELECT 1 FROM visit_item AS i WHERE i.gesture_id = g.undoes_id AND i.void = 0))"
)

_VOID_WITHOUT_UNDO: Final = (
    "SELECT DISTINCT i.gesture_id FROM visit_item AS i WHERE i.void = 1"
    " AND NOT EXISTS (SELECT 1 FROM gesture AS g WHERE g.undoes_id = i.gesture_id)"
)


def merge_faults(db: Db) -> Iterator[Fault]:
    """Every record answers for itself, or is answered for as a standing merge says."""
    for (customer,) in db.run(_WRONG_MERGES):
        yield Fault(FaultCode.WRONG_MERGE, "customer", customer)


def act_faults(db: Db) -> Iterator[Fault]:
    """Every entry is of an act that fits it, and every act that must have written something did."""
    named = set[int]()
    for entry, card, other_owner in db.run(_ENTRIES_OF_OTHER_ACTS):
        if other_owner and card not in named:
            named.add(card)
            yield Fault(FaultCode.WRONG_OWNER, "card", card)
        elif not other_owner:
            yield Fault(FaultCode.WRONG_ACT, "ledger_entry", entry)
    for (gesture,) in db.run(_ACTS_WITHOUT_ENTRY):
        yield Fault(FaultCode.ACT_WITHOUT_ENTRY, "gesture", gesture)
    for statement in (_WRONG_UNDOES, _UNDOES_NOT_DONE, _VOID_WITHOUT_UNDO):
        for (gesture,) in db.run(statement):
            yield Fault(FaultCode.WRONG_UNDO, "gesture", gesture)
