"""Rewards that were taken: which one each entry was for, and what all of them add up to."""

from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import STANDING


def value_received(db: Db, root_id: int) -> ValueReceived:
    """All rewards of one person that stand, over all their records; a use of a pass is none."""
    row = db.one(
        "SELECT count(*), count(*) FILTER (WHERE d.worth > 0), coalesce(sum(d.worth), 0), min(e.at)"
        " FROM customer AS c JOIN card AS k ON k.customer_id = c.id"
        " JOIN programme AS p ON p.id = k.programme_id AND p.kind = 'STAMPS'"
        " JOIN ledger_entry AS e ON e.card_id = k.id AND e.kind = 'REDEEMED'"
        f" LEFT JOIN redemption AS d ON d.entry_id = e.id WHERE c.root_id = ? AND {STANDING}",
        (root_id,),
    )
    return ValueReceived(*row) if row else ValueReceived()


def worth_of_act(db: Db, gesture: bytes) -> int:
    """What the reward was worth that an act gave; 0 where it gave none, or where nobody knows."""
    worth: int | None = db.value(
        "SELECT sum(d.worth) FROM gesture AS g JOIN ledger_entry AS e ON e.gesture_id = g.id"
        " JOIN redemption AS d ON d.entry_id = e.id WHERE g.uid = ?",
        (gesture,),
    )
    return worth or 0


def note_reward(
    db: Db, entry_id: int, terms_id: int, number: int, product_id: int | None, worth: int
) -> None:
    """Say which reward a REDEEMED entry was for."""
    db.run("INSERT INTO redemption VALUES (?, ?, ?, ?, ?)", (entry_id, terms_id, number, product_id, worth))


def reward_of(db: Db, gesture_id: int) -> tuple[int, int] | None:
    """Terms and number of the reward that an act gave, or None (also for one of schema 1)."""
    row = db.one(
        "SELECT d.terms_id, d.reward_number FROM ledger_entry AS e JOIN redemption AS d ON d.entry_id = e.id"
        " WHERE e.gesture_id = ?",
        (gesture_id,),
    )
    return (row[0], row[1]) if row else None
