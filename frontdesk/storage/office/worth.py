"""How people came, what they paid, who brought whom and who served them: added up where it is stored."""

from collections.abc import Collection, Iterator
from itertools import starmap
from typing import Final, NamedTuple

from frontdesk.domain.office.worth import Brought
from frontdesk.storage.database import Db, Row
from frontdesk.storage.loyalty.stamping import STANDING
from frontdesk.storage.regulars.absences import as_list

LISTED: Final = "r.archived_at IS NULL AND r.erased_at IS NULL"
"""That a list may name whom the record `r` answers for."""
_SCATTER, _OF = 40_503, 65_536
"""A person's number times the one, in parts of the other: it scatters, and is the same each time."""


class Came(NamedTuple):
    """How somebody came, as their summary has it; `habit` is as of `last_at`."""

    customer_id: int
    visits: int
    first_at: int
    last_at: int
    habit: float


class Spent(NamedTuple):
    """What is known of the amounts of somebody's visits; `listed` is whether a list may name them."""

    customer_id: int
    priced: int
    total: int
    listed: bool


def regulars(db: Db, visits: int, known_for: int, since: int) -> Iterator[Came]:
    """Whoever came so often, over so long, and came again since then; whoever comes most often first."""
    rows = db.run(
        "SELECT r.id, s.visits, s.first_at, s.last_at, s.habit FROM customer AS r"
        " JOIN visit_summary AS s ON s.customer_id = r.id"
        f" WHERE r.root_id = r.id AND {LISTED} AND s.visits >= ? AND s.last_at - s.first_at >= ?"
        " AND s.last_at >= ? ORDER BY (s.last_at - s.first_at) / 86400000.0 / (s.visits - 1), r.id",
        (visits, known_for, since),
    )
    return starmap(Came, rows)


def sample(db: Db, about: int) -> list[Came]:
    """How about so many of all people came, the same ones each time; of a small shop all of them."""
    everybody: int = db.value("SELECT count(*) FROM visit_summary")
    part = _OF if everybody <= about else _OF * about // everybody
    rows = db.run(
        "SELECT s.customer_id, s.visits, s.first_at, s.last_at, s.habit FROM visit_summary AS s"
        " WHERE s.first_at IS NOT NULL AND s.visits > 0 AND s.customer_id * ? % ? < ?",
        (_SCATTER, _OF, part),
    )
    return list(starmap(Came, rows))


def first_visit(db: Db) -> int | None:
    found: int | None = db.value("SELECT min(at) FROM visit WHERE void = 0")
    return found


def newcomers(db: Db, since: int, until: int, after: int, within: int) -> Iterator[Row]:
    """Whose first visit of all was in that time: who, whether they came again later than `after` it and
    `within` so long, and whether a list may name them.
    """
    return db.run(
        "SELECT r.id, EXISTS (SELECT 1 FROM customer AS c CROSS JOIN visit AS v ON v.customer_id = c.id"
        f"  AND v.void = 0 AND v.at > s.first_at + ?3 AND v.at <= s.first_at + ?4 WHERE c.root_id = r.id),"
        f" {LISTED}"
        " FROM visit_summary AS s JOIN customer AS r ON r.id = s.customer_id"
        # Who came before there was a counter, as an import says, is not new.
        " WHERE s.first_at >= ?1 AND s.first_at < ?2 AND NOT EXISTS (SELECT 1 FROM customer AS c"
        "  WHERE c.root_id = r.id AND (c.prior_visits > 0 OR c.prior_last_at > 0))",
        (since, until, after, within),
    )


def visits_since(db: Db, since: int, most: int) -> tuple[int, int]:
    """Since when visits are counted that are no older than `since` nor more than `most`, and how many they
    are.
    """
    first = db.value("SELECT at FROM visit WHERE void = 0 ORDER BY at DESC LIMIT 1 OFFSET ?", (most - 1,))
    begin = max(since, first or 0)
    return begin, db.value("SELECT count(*) FROM visit WHERE void = 0 AND at >= ?", (begin,))


def spent(db: Db, since: int) -> Iterator[Spent]:
    """What each person spent since then where it is known: amounts that were noted, or what was taken at
    today's prices. Whoever spent most is first.
    """
    rows = db.run(
        "SELECT c.root_id, count(*), sum(paid) AS total, "
        f"{LISTED} FROM (SELECT i.visit_id, sum(p.price) AS paid FROM visit_item AS i"
        "   JOIN product AS p ON p.id = i.product_id WHERE i.void = 0 AND i.visit_id >= ?2 AND NOT EXISTS"
        "   (SELECT 1 FROM purchase AS b WHERE b.visit_id = i.visit_id AND b.void = 0) GROUP BY i.visit_id"
        "  UNION ALL SELECT visit_id, sum(amount) FROM purchase WHERE void = 0 AND visit_id >= ?2"
        "   GROUP BY visit_id) AS bought"
        " JOIN visit AS v ON v.id = bought.visit_id AND v.void = 0 AND v.at >= ?1"
        " JOIN customer AS c ON c.id = v.customer_id JOIN customer AS r ON r.id = c.root_id"
        " WHERE paid > 0 GROUP BY c.root_id ORDER BY total DESC, c.root_id",
        (since, _first_told(db, since)),
    )
    return starmap(Spent, rows)


def _first_told(db: Db, since: int) -> int:
    """No visit since then has a smaller key: so years of things that were bought are not read."""
    return db.value("SELECT min(id) FROM visit WHERE at >= ?", (since,)) or 0


def referrals(db: Db) -> tuple[Brought, ...]:
    """Who brought whom, where both may be named, as it was noted; whoever was brought by two before a merge
    was brought by the first.
    """
    rows = db.run(
        "SELECT c.root_id, r.id,"
        " coalesce((SELECT visits FROM visit_summary WHERE customer_id = c.root_id), 0)"
        " FROM referral AS f JOIN customer AS c ON c.id = f.friend_id"
        " JOIN customer AS k ON k.id = c.root_id AND k.archived_at IS NULL AND k.erased_at IS NULL"
        " JOIN customer AS b ON b.id = f.referrer_id JOIN customer AS r ON r.id = b.root_id"
        f" WHERE f.undone_gesture_id IS NULL AND r.id <> c.root_id AND {LISTED} ORDER BY f.id"
    )
    first: dict[int, Brought] = {}
    for friend, referrer, visits in rows:
        first.setdefault(friend, Brought(friend, referrer, visits))
    return tuple(first.values())


def mostly_served(db: Db, since: int, share: float) -> Iterator[tuple[int, int]]:
    """(person, staff) of whoever was served by one of the staff at more than this share of their visits."""
    return db.run(
        "SELECT root_id, staff_id FROM"
        " (SELECT root_id, staff_id, max(served) AS most, sum(served) AS all_of FROM"
        " (SELECT c.root_id, v.staff_id, sum(v.served) AS served FROM"
        "  (SELECT customer_id, staff_id, count(*) AS served FROM visit WHERE void = 0 AND at >= ?"
        "   GROUP BY customer_id, staff_id) AS v JOIN customer AS c ON c.id = v.customer_id"
        "  GROUP BY c.root_id, v.staff_id) GROUP BY root_id) WHERE most > all_of * ?",
        (since, share),
    )


def saved(db: Db, since: int) -> Iterator[Row]:
    """(person, whether a list may name them, and of the rewards that they took and that stand: how many, of
    how many it is known what they were worth, that worth; the same of those since then). Whoever had most
    is first; a use of a pass is none.
    """
    return db.run(
        f"SELECT r.id, {LISTED}, sum(taken), sum(priced), sum(worth),"
        " sum(taken_2), sum(priced_2), sum(worth_2)"
        " FROM (SELECT e.card_id, count(*) AS taken, count(*) FILTER (WHERE d.worth > 0) AS priced,"
        "   coalesce(sum(d.worth), 0) AS worth, count(*) FILTER (WHERE e.at >= ?1) AS taken_2,"
        "   count(*) FILTER (WHERE e.at >= ?1 AND d.worth > 0) AS priced_2,"
        "   coalesce(sum(d.worth) FILTER (WHERE e.at >= ?1), 0) AS worth_2"
        "  FROM ledger_entry AS e LEFT JOIN redemption AS d ON d.entry_id = e.id"
        f"  WHERE e.kind = 'REDEEMED' AND {STANDING} GROUP BY +e.card_id) AS had"
        " JOIN card AS k ON k.id = had.card_id"
        " JOIN programme AS p ON p.id = k.programme_id AND p.kind = 'STAMPS'"
        " JOIN customer AS c ON c.id = k.customer_id JOIN customer AS r ON r.id = c.root_id"
        " GROUP BY r.id ORDER BY sum(worth) DESC, sum(taken) DESC, r.id",
        (since,),
    )


def names(db: Db, customer_ids: Collection[int]) -> dict[int, str]:
    """How each of these is called."""
    rows = db.run(
        "SELECT c.id, coalesce(nullif(c.called, ''), c.name) FROM json_each(?) AS wanted"
        " JOIN customer AS c ON c.id = wanted.value",
        (as_list(customer_ids),),
    )
    return dict(rows)
