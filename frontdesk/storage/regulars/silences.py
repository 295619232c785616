"""Who came when, as it is read to see who is missed: person by person, and the shop day by day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from frontdesk.domain.regulars.slipping import VISIT_DAYS
from frontdesk.storage.database import Db
from frontdesk.storage.regulars.absences import as_list
from frontdesk.storage.regulars.wall_comings import Mark

SLICE: Final = 500
"""So many records are read at once."""
MOST_COUNTED: Final = 20
"""A day's visits are counted so far; more would make no difference."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What somebody spent in a while: how many visits, of how many it is known, and the sum of those."""

    visits: int = 0
    priced: int = 0
    total: int = 0


def last_record(db: Db) -> int:
    return db.value("SELECT max(id) FROM customer") or 0


def comings(db: Db, above: int, since: int) -> Iterator[tuple[int, list[int]]]:
    """Everybody with a key in the slice above this one who came often enough to have a rhythm, and when they
    came since then, in no order.
    """
    rows = db.run(
        "SELECT r.id, v.at FROM customer AS r"
        " JOIN visit_summary AS s ON s.customer_id = r.id AND s.visits >= ?"
        " JOIN customer AS c ON c.root_id = r.id"
        " JOIN visit AS v ON v.customer_id = c.id AND v.void = 0 AND v.at >= ?"
        " WHERE r.id > ? AND r.id <= ? AND r.root_id = r.id ORDER BY r.id",
        (VISIT_DAYS, since, above, above + SLICE),
    )
    for root_id, visits in groupby(rows, key=lambda row: row[0]):
        yield root_id, [at for _, at in visits]


def visits_of(db: Db, root_id: int, since: int) -> list[int]:
    """When one person came since then, in no order; never, for a record that another answers for."""
    rows = db.run(
        "SELECT v.at FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0 AND v.at >= ?"
        " WHERE c.root_id = ?",
        (since, root_id),
    )
    return [at for (at,) in rows]


def touched(db: Db, known: Mark, until: Mark) -> set[int]:
    """The people whose visits may be others than they were between two marks: who came, whose visit was taken
    back, who was merged or taken apart, and whoever answered for them.
    """
    rows = db.run(
        "WITH changed AS (SELECT DISTINCT customer_id AS id FROM visit_change WHERE id > ?1 AND id <= ?2)"
        " SELECT c.root_id FROM visit AS v JOIN customer AS c ON c.id = v.customer_id"
        "  WHERE v.id > ?3 AND v.id <= ?4"
        " UNION SELECT id FROM changed"
        " UNION SELECT c.root_id FROM changed CROSS JOIN customer AS c USING (id)"
        " UNION SELECT k.root_id FROM changed CROSS JOIN merge AS m ON m.absorbed_id = changed.id"
        "  JOIN customer AS k ON k.id = m.kept_id",
        (known.change_id, until.change_id, known.visit_id, until.visit_id),
    )
    return {root_id for (root_id,) in rows}


def earliest_told(db: Db, known: Mark, until: Mark) -> int | None:
    """When the earliest of the visits was that were told between two marks."""
    found: int | None = db.value(
        "SELECT min(at) FROM visit WHERE id > ? AND id <= ?", (known.visit_id, until.visit_id)
    )
    return found


def first_visit(db: Db, since: int) -> int | None:
    """When the shop's first visit since then was."""
    found: int | None = db.value(
        "SELECT at FROM visit WHERE at >= ? AND void = 0 ORDER BY at LIMIT 1", (since,)
    )
    return found


def count_between(db: Db, since: int, until: int) -> int:
    """How many visits there were from one moment on and before another, as far as they are counted."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM visit WHERE at >= ? AND at < ? AND void = 0 LIMIT ?)"
    return int(db.value(sql, (since, until, MOST_COUNTED)))


def spent(db: Db, root_ids: Collection[int], since: int) -> dict[int, Spent]:
    """What these people spent since then: amounts that were noted, or what they took at today's prices."""
    rows = db.run(
        "SELECT root_id, count(*), count(*) FILTER (WHERE paid > 0), coalesce(sum(paid), 0) FROM"
        " (SELECT c.root_id, coalesce("
        "   (SELECT sum(b.amount) FROM purchase AS b WHERE b.visit_id = v.id AND b.void = 0),"
        "   (SELECT sum(p.price) FROM visit_item AS i JOIN product AS p ON p.id = i.product_id"
        "    WHERE i.visit_id = v.id AND i.void = 0)) AS paid"
        "  FROM json_each(?) AS wanted JOIN customer AS c ON c.root_id = wanted.value"
        "  JOIN visit AS v ON v.customer_id = c.id AND v.void = 0 AND v.at >= ?) GROUP BY root_id",
        (as_list(root_ids), since),
    )
    return {root_id: Spent(*told) for root_id, *told in rows}
