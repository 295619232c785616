"""Do the rows around the ledger tell the same story as the ledger?

Every act is a row of its own, and says whom it was for and what it took back: an entry cut off the ledger's
end leaves its act behind, and a card that changed hands no longer fits the acts that filled it.

An entry's visit is not looked at here, and not in its hash either: a visit groups what was done in one
sitting, and it may be counted anew (a merge, an undo). Caps and stamps for an amount are reckoned within a
visit, so whoever edits one may change what the next act earns; for what an act has earned, on which card, the
hash vouches. What the rows beside an entry say of it is held against both below, and so is its `part`.
"""

from collections.abc import Iterator
from typing import Final

from frontdesk.domain.trust.verification import Fault, FaultCode
from frontdesk.storage.database import Db
from frontdesk.storage.trust.verifying.verify_found import found

_WRONG_MERGES: Final = (
    # A record leads where its parent leads; whom all are led to was merged into nobody.
    "SELECT c.id FROM customer AS c LEFT JOIN customer AS p ON p.id = c.merged_into_id"
    " LEFT JOIN customer AS r ON r.id = c.root_id"
    " LEFT JOIN merge AS m ON m.absorbed_id = c.id AND m.undone_gesture_id IS NULL"
    " WHERE c.root_id <> coalesce(p.root_id, c.id) OR r.merged_into_id IS NOT NULL"
    " OR c.merged_into_id IS NOT m.kept_id"
)

_ENTRIES_OF_OTHER_ACTS: Final = (
    "SELECT e.id, k.id, k.customer_id IS NOT g.customer_id AND g.kind IN ({owned})"
    " FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id JOIN card AS k ON k.id = e.card_id"
    " LEFT JOIN ledger_entry AS u ON u.id = e.reverses_id"
    " WHERE (g.kind IN ({owned}) AND k.customer_id IS NOT g.customer_id AND e.reason <> 'REFERRER')"
    " OR CASE g.kind"
    "  WHEN 'STAMP' THEN e.kind <> 'EARNED'"
    "  WHEN 'CLAIM' THEN e.kind <> 'EARNED'"
    "  WHEN 'KEY_IN' THEN e.kind NOT IN ('EARNED', 'REDEEMED')"
    "  WHEN 'KEY_FREE' THEN e.kind <> 'REDEEMED'"
    "  WHEN 'ADOPT' THEN e.kind <> 'CARRIED_OVER'"
    "  WHEN 'REDEEM' THEN e.kind <> 'REDEEMED'"
    "  WHEN 'USE_PASS' THEN e.kind <> 'REDEEMED'"
    "  WHEN 'SELL_PASS' THEN e.kind <> 'EARNED' OR e.reason <> 'SOLD'"
    "  WHEN 'GOODWILL' THEN e.kind <> 'GOODWILL'"
    "  WHEN 'EXPIRE' THEN e.kind <> 'EXPIRED'"
    "  WHEN 'IMPORT' THEN e.kind <> 'CARRIED_OVER'"
    "  WHEN 'UNDO_IMPORT' THEN NOT (e.kind = 'REVERSED' AND CASE e.reason"
    "   WHEN 'RECKONED_ANEW' THEN u.kind IS 'EXPIRED' AND e.part = -u.id"
    "   ELSE u.gesture_id IS g.undoes_id AND e.part = u.part END)"
    # An undo, and a move to another person, also reckon anew what rested on what they take back.
    "  WHEN 'UNDO' THEN NOT (CASE e.kind WHEN 'REVERSED' THEN u.gesture_id IS g.undoes_id"
    "   OR e.reason = 'RECKONED_ANEW'"
    "   WHEN 'EARNED' THEN e.reason IN ('', 'AMOUNT', 'BOOST') OR {given_back}"
    # Taking a move back gives again what the move had taken.
    "   ELSE {given_back} END)"
    "  WHEN 'MOVE' THEN NOT (CASE e.kind WHEN 'REVERSED' THEN u.gesture_id IS g.undoes_id"
    "   OR e.reason = 'RECKONED_ANEW' WHEN 'EARNED' THEN 1 WHEN 'GOODWILL' THEN 1"
    "   ELSE 0 END)"
    "  WHEN 'UNDO_BROUGHT' THEN e.kind <> 'REVERSED' OR u.reason NOT IN ('FRIEND', 'REFERRER')"
    "  ELSE 1 END"
).format(
    owned="'STAMP', 'CLAIM', 'KEY_IN', 'KEY_FREE', 'ADOPT', 'REDEEM', 'USE_PASS', 'SELL_PASS', 'GOODWILL'",
    given_back="EXISTS (SELECT 1 FROM gesture AS m JOIN ledger_entry AS r ON r.gesture_id = m.id"
    " JOIN ledger_entry AS o ON o.id = r.reverses_id WHERE m.id = g.undoes_id AND m.kind = 'MOVE'"
    " AND o.card_id = e.card_id AND o.kind = e.kind AND o.stamps = e.stamps)",
)

_WRONG_PARTS: Final = (
    # The entries of one act are numbered from 0 on; those of an import by the lines of its file.
    "SELECT min(e.id) FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id"
    " WHERE g.kind NOT IN ('IMPORT', 'UNDO_IMPORT') GROUP BY e.gesture_id"
    " HAVING min(e.part) <> 0 OR max(e.part) <> count(*) - 1"
)

_ACTS_WITHOUT_ENTRY: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind IN"
    " ('STAMP', 'CLAIM', 'KEY_FREE', 'ADOPT', 'REDEEM', 'USE_PASS', 'SELL_PASS', 'GOODWILL', 'EXPIRE',"
    " 'MOVE')"
    " AND NOT EXISTS (SELECT 1 FROM ledger_entry AS e WHERE e.gesture_id = g.id)"
    " AND NOT (g.kind IN ('STAMP', 'CLAIM', 'MOVE')"
    "  AND (EXISTS (SELECT 1 FROM visit_item AS i WHERE i.gesture_id = g.id)"
    "  OR EXISTS (SELECT 1 FROM purchase AS p WHERE p.gesture_id = g.id)))"
    # A membership costs nothing to use; that it was used stands beside the visit.
    " AND NOT (g.kind = 'USE_PASS' AND EXISTS (SELECT 1 FROM check_in AS i WHERE i.gesture_id = g.id))"
)

_PAID_NOTHING: Final = (
    # What an undo or a move reckons anew rests on purchases of other acts.
    "SELECT e.id FROM ledger_entry AS e JOIN gesture AS g ON g.id = e.gesture_id AND g.kind = 'STAMP'"
    " WHERE e.reason = 'AMOUNT' AND NOT EXISTS (SELECT 1 FROM purchase AS p WHERE p.gesture_id = g.id)"
)

_UNNAMED_REWARDS: Final = (
    # What an epoch had before it was adopted is of schema 1, which did not note rewards.
    "SELECT e.id FROM ledger_entry AS e"
    " JOIN gesture AS g ON g.id = e.gesture_id AND g.kind IN ('REDEEM', 'KEY_IN', 'KEY_FREE')"
    " JOIN chain_epoch AS c ON c.id = e.epoch_id AND c.seal IS NOT NULL AND e.chain_no > c.found_entries"
    " WHERE e.kind = 'REDEEMED' AND NOT EXISTS (SELECT 1 FROM redemption AS d WHERE d.entry_id = e.id)"
)

_WRONG_REWARDS: Final = (
    "SELECT d.entry_id FROM redemption AS d LEFT JOIN ledger_entry AS e ON e.id = d.entry_id"
    " LEFT JOIN terms AS t ON t.id = d.terms_id LEFT JOIN json_each(t.promise, '$.rewards') AS r"
    "  ON json_extract(r.value, '$.number') = d.reward_number"
    " WHERE e.kind IS NOT 'REDEEMED' OR json_extract(r.value, '$.price') IS NOT -e.stamps"
)

_WRONG_ENDINGS: Final = (
    "SELECT e.id FROM ledger_entry AS e LEFT JOIN expiry AS y ON y.entry_id = e.id"
    " LEFT JOIN ledger_entry AS o ON o.id = y.ended_id WHERE e.kind = 'EXPIRED'"
    " AND (o.card_id IS NOT e.card_id OR o.stamps < -e.stamps)"
    " UNION SELECT y.entry_id FROM expiry AS y LEFT JOIN ledger_entry AS e ON e.id = y.entry_id"
    " WHERE e.kind IS NOT 'EXPIRED'"
)

_UNDOING: Final = {
    "UNDO": "'STAMP', 'CLAIM', 'KEY_IN', 'KEY_FREE', 'LET_FREE', 'ADOPT', 'REDEEM', 'USE_PASS', 'SELL_PASS',"
    " 'GOODWILL', 'EXPIRE', 'MOVE'",
    "MOVE": "'STAMP', 'CLAIM', 'GOODWILL', 'MOVE'",
    "UNDO_IMPORT": "'IMPORT'",
    "UNDO_REQUEST": "'ASK', 'MOVE_REQUEST'",
    "UNDO_REQUEST_CHANGE": "'CHANGE_REQUEST'",
    "UNDO_RESPONSE": "'TAKE_RESPONSE', 'MOVE_RESPONSE', 'TAKE_ON_RESPONSE', "
    " 'LINK_RESPONSE', 'REPLY_RESPONSE', 'TELL_RESPONSE', 'SAY_RESPONSE'",
    "UNDO_BROUGHT": "'BROUGHT'",
    "UNDO_RECOVERY": "'RECORD_RECOVERY', 'MOVE_RECOVERY', 'CHANGE_RECOVERY'",
    "UNDO_ABSENCE": "'ABSENCE'",
    "UNDO_ANSWER_WISH": "'ANSWER_WISH'",
    "UNDO_ARRIVAL": "'ARRIVE', 'GREET_ARRIVAL', 'DROP_ARRIVAL'",
    "UNDO_ASKED": "'ASK_MANAGER', 'ANSWER_STAFF', 'WITHDRAW_ASKED'",
    "UNDO_CONTACT": "'CONTACT'",
    "UNDO_FACT": "'NOTE_FACT', 'CHECK_FACT'",
    "UNDO_FOLLOW_UP": "'FOLLOW_UP', 'END_FOLLOW_UP'",
    "UNDO_LOGO": "'SET_LOGO', 'REMOVE_LOGO'",
    "UNDO_KEEP": "'KEEP_PERSON'",
    "UNDO_LEAVE": "'LEAVE', 'LEAVE_REASON', 'COME_BACK'",
    "UNDO_TICK": "'TICK_TODAY'",
    "UNDO_THANKS": "'THANK_STAFF', 'PASS_THANKS_ON'",
    "UNDO_TICKET": "'OPEN_TICKET', 'DROP_TICKET', 'NAME_TICKET'",
}
"""Kinds of acts that take another one back, and of which kinds that one is."""

_WRONG_UNDOES: Final = (
    "SELECT g.id FROM gesture AS g LEFT JOIN gesture AS u ON u.id = g.undoes_id"
    " WHERE (g.undoes_id IS NOT NULL OR g.kind IN ({undoing})) AND NOT coalesce(CASE g.kind {fits} END, 0)"
    # What taking a move back gave again can be taken back and moved itself.
    " AND NOT (g.kind IN ('UNDO', 'MOVE') AND u.kind = 'UNDO'"
    "  AND EXISTS (SELECT 1 FROM gesture AS m WHERE m.id = u.undoes_id AND m.kind = 'MOVE'))"
).format(
    undoing=", ".join(f"'{kind}'" for kind in _UNDOING),
    fits=" ".join(f"WHEN '{kind}' THEN u.kind IN ({undone})" for kind, undone in _UNDOING.items()),
)

_UNDOES_NOT_DONE: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind IN ('UNDO', 'MOVE') AND g.undoes_id IS NOT NULL AND ("
    " EXISTS (SELECT 1 FROM ledger_entry AS e LEFT JOIN ledger_entry AS r ON r.reverses_id = e.id"
    "  WHERE e.gesture_id = g.undoes_id AND e.kind <> 'REVERSED' AND r.id IS NULL)"
    " OR EXISTS (SELECT 1 FROM visit_item AS i WHERE i.gesture_id = g.undoes_id AND i.void = 0)"
    " OR EXISTS (SELECT 1 FROM purchase AS i WHERE i.gesture_id = g.undoes_id AND i.void = 0)"
    " OR EXISTS (SELECT 1 FROM check_in AS i WHERE i.gesture_id = g.undoes_id AND i.void = 0))"
)

_VOID_WITHOUT_UNDO: Final = (
    "SELECT i.gesture_id FROM (SELECT gesture_id FROM visit_item WHERE void = 1"
    " UNION SELECT gesture_id FROM purchase WHERE void = 1"
    " UNION SELECT gesture_id FROM check_in WHERE void = 1) AS i"
    " WHERE NOT EXISTS (SELECT 1 FROM gesture AS g WHERE g.undoes_id = i.gesture_id)"
)


_WRONG_REFERRALS: Final = (
    "SELECT f.id FROM referral AS f LEFT JOIN gesture AS g ON g.id = f.gesture_id"
    " WHERE g.kind IS NOT 'BROUGHT' OR g.customer_id IS NOT f.friend_id"
    " OR f.undone_gesture_id IS NOT (SELECT u.id FROM gesture AS u WHERE u.undoes_id = g.id)"
)

_REFERRALS_GONE: Final = (
    "SELECT g.id FROM gesture AS g WHERE g.kind = 'BROUGHT'"
    " AND NOT EXISTS (SELECT 1 FROM referral AS f WHERE f.gesture_id = g.id)"
)


def merge_faults(db: Db) -> Iterator[Fault]:
    """Every record answers for itself, or is answered for as a standing merge says."""
    yield from found(db, "customer", _WRONG_MERGES, code=FaultCode.WRONG_MERGE)


def referral_faults(db: Db) -> Iterator[Fault]:
    """Who brought whom along is what an act noted; taken back where another act took it back."""
    yield from found(db, "referral", _WRONG_REFERRALS, code=FaultCode.WRONG_REFERRAL)
    yield from found(db, "gesture", _REFERRALS_GONE, code=FaultCode.WRONG_REFERRAL)


def act_faults(db: Db) -> Iterator[Fault]:
    """Every entry is of an act that fits it, and every act that must have written something did."""
    named = set[int]()
    for entry, card, other_owner in db.run(_ENTRIES_OF_OTHER_ACTS):
        if other_owner and card not in named:
            named.add(card)
            yield Fault(FaultCode.WRONG_OWNER, "card", card)
        elif not other_owner:
            yield Fault(FaultCode.WRONG_ACT, "ledger_entry", entry)
    entries = (_WRONG_PARTS, _PAID_NOTHING, _UNNAMED_REWARDS, _WRONG_REWARDS, _WRONG_ENDINGS)
    yield from found(db, "ledger_entry", *entries)
    yield from found(db, "gesture", _ACTS_WITHOUT_ENTRY, code=FaultCode.ACT_WITHOUT_ENTRY)
    undoes = (_WRONG_UNDOES, _UNDOES_NOT_DONE, _VOID_WITHOUT_UNDO)
    yield from found(db, "gesture", *undoes, code=FaultCode.WRONG_UNDO)
