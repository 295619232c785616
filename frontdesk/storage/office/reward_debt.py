"""What is on everybody's cards, and what rewards were worth when they were given."""

from collections.abc import Collection, Iterator
from itertools import starmap
from typing import NamedTuple

from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import EARNED_BEFORE, STANDING
from frontdesk.storage.office.worth import LISTED
from frontdesk.storage.regulars.absences import as_list


class Held(NamedTuple):
    """Somebody's stamps in a programme; `listed` is whether a list may name them."""

    customer_id: int
    programme_id: int
    balance: int
    listed: bool


def held(db: Db) -> Iterator[Held]:
    """Everybody's stamps above zero; also of whoever left, because what is theirs is honoured."""
    rows = db.run(
        f"SELECT r.id, k.programme_id, sum(k.balance) AS stamps, {LISTED} FROM card AS k"
        " JOIN programme AS p ON p.id = k.programme_id AND p.kind = 'STAMPS'"
        " JOIN customer AS c ON c.id = k.customer_id JOIN customer AS r ON r.id = c.root_id"
        " WHERE r.erased_at IS NULL GROUP BY r.id, k.programme_id HAVING stamps > 0"
    )
    return starmap(Held, rows)


def earned_since(db: Db, programme_id: int, root_ids: Collection[int], since: int) -> dict[int, int]:
    """What each of these people earned in a programme since then, as far as it stands and has not ended."""
    rows = db.run(
        "SELECT c.root_id, sum(e.stamps + coalesce((SELECT sum(x.stamps) FROM expiry AS y"
        "   JOIN ledger_entry AS x ON x.id = y.entry_id WHERE y.ended_id = e.id"
        "   AND NOT EXISTS (SELECT 1 FROM ledger_entry AS r WHERE r.reverses_id = x.id)), 0))"
        " FROM json_each(?1) AS wanted JOIN customer AS c ON c.root_id = wanted.value"
        " JOIN card AS k ON k.customer_id = c.id AND k.programme_id = ?2"
        # None was earned after it was written; those that were earned before are few.
        " JOIN ledger_entry AS e ON e.card_id = k.id AND e.at >= ?3"
        f" WHERE e.kind IN ('EARNED', 'GOODWILL', 'CARRIED_OVER') AND {STANDING}"
        f" AND coalesce(({EARNED_BEFORE}), e.at) >= ?3 GROUP BY c.root_id",
        (as_list(root_ids), programme_id, since),
    )
    return dict(rows)


def given_for(db: Db, since: int) -> dict[tuple[int, int], int]:
    """(programme, number of the reward) → what such rewards were worth on average that were taken since
    then.
    """
    rows = db.run(
        "SELECT t.programme_id, d.reward_number, avg(d.worth) FROM ledger_entry AS e"
        " JOIN redemption AS d ON d.entry_id = e.id AND d.worth > 0 JOIN terms AS t ON t.id = d.terms_id"
        f" WHERE e.at >= ? AND {STANDING} GROUP BY t.programme_id, d.reward_number",
        (since,),
    )
    return {(programme, number): round(worth) for programme, number, worth in rows}
