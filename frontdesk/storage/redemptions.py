"""Rewards that were taken, added up."""

from frontdesk.domain.value import ValueReceived
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import STANDING


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
