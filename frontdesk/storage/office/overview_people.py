"""Whom the figures of a span count, by the record that answers for each; nobody who left or was forgotten."""

from frontdesk.storage.database import Db
from frontdesk.storage.loyalty.stamping import STANDING
from frontdesk.storage.office.overview import GAVE, NO_NEWCOMER, REGULAR, TOOK, came, on_stamp_cards
from frontdesk.storage.office.worth import LISTED

_FIRST_THEN = f"s.first_at >= ?1 AND s.customer_id NOT IN {NO_NEWCOMER}"


def who(db: Db, since: int, until: int, visits: int) -> tuple[int, ...]:
    """Everybody who came in a span of so many visits."""
    return _came(db, since, until, visits, "1")


def regulars(db: Db, since: int, until: int, visits: int) -> tuple[int, ...]:
    return _came(db, since, until, visits, REGULAR)


def newcomers(db: Db, since: int, until: int, visits: int) -> tuple[int, ...]:
    return _came(db, since, until, visits, _FIRST_THEN)


def returning(db: Db, since: int, until: int, visits: int) -> tuple[int, ...]:
    return _came(db, since, until, visits, f"NOT ({_FIRST_THEN})")


def stamped(db: Db, since: int, until: int) -> tuple[int, ...]:
    """Who was given stamps that stand."""
    return _on_cards(db, since, until, GAVE)


def rewarded(db: Db, since: int, until: int) -> tuple[int, ...]:
    """Who took a reward."""
    return _on_cards(db, since, until, TOOK)


def _came(db: Db, since: int, until: int, visits: int, which: str) -> tuple[int, ...]:
    rows = db.run(
        "SELECT r.id FROM visit_summary AS s CROSS JOIN customer AS r ON r.id = s.customer_id"
        f" WHERE {came(db, visits)} AND {LISTED} AND {which} ORDER BY s.last_at DESC, r.id",
        (since, until),
    )
    return tuple(id_ for (id_,) in rows)


def _on_cards(db: Db, since: int, until: int, which: str) -> tuple[int, ...]:
    rows = db.run(
        "SELECT r.id, max(e.at) FROM ledger_entry AS e CROSS JOIN card AS k ON k.id = e.card_id"
        " CROSS JOIN customer AS c ON c.id = k.customer_id CROSS JOIN customer AS r ON r.id = c.root_id"
        f" WHERE e.at >= ? AND e.at < ? AND {on_stamp_cards(db)} AND {which} AND {STANDING} AND {LISTED}"
        " GROUP BY r.id ORDER BY 2 DESC, r.id",
        (since, until),
    )
    return tuple(id_ for id_, _ in rows)
