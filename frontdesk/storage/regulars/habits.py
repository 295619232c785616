"""What visits tell of somebody's habits, and of the shop's: when they come, and what is ordered."""

import json
from collections.abc import Iterator

from frontdesk.storage.database import Db


def orders_of(db: Db, root_id: int, limit: int) -> list[tuple[int, list[int]]]:
    """When the latest visits that had any products began, and their products; newest first."""
    rows = db.run(
        "SELECT v.at, json_group_array(i.product_id) FROM customer AS c"
        " JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " JOIN visit_item AS i ON i.visit_id = v.id AND i.void = 0"
        " WHERE c.root_id = ? GROUP BY v.id ORDER BY v.at DESC LIMIT ?",
        (root_id, limit),
    )
    return [(at, json.loads(items)) for at, items in rows]


def orders_since(db: Db, at: int, most: int) -> Iterator[tuple[int, list[int]]]:
    """When the shop's visits after `at` that had any products began, and their products; newest first."""
    rows = db.run(
        "SELECT v.at, json_group_array(i.product_id) FROM visit AS v"
        " JOIN visit_item AS i ON i.visit_id = v.id AND i.void = 0"
        " WHERE v.at > ? AND v.void = 0 GROUP BY v.at, v.id ORDER BY v.at DESC, v.id DESC LIMIT ?",
        (at, most),
    )
    return ((at, json.loads(items)) for at, items in rows)


def begun(db: Db, root_id: int, limit: int) -> tuple[int, ...]:
    """When the latest visits began, newest first."""
    rows = db.run(
        "SELECT v.at FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ? ORDER BY v.at DESC LIMIT ?",
        (root_id, limit),
    )
    return tuple(at for (at,) in rows)


def count_since(db: Db, root_id: int, at: int) -> int:
    """How many visits of one person began after `at`."""
    count: int = db.value(
        "SELECT count(*) FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " WHERE c.root_id = ? AND v.at > ?",
        (root_id, at),
    )
    return count


def favourite(db: Db, root_id: int, since: int) -> str:
    """What one person took in the most visits since then, the latest of those alike; empty for nothing."""
    name: str | None = db.value(
        "SELECT p.name FROM customer AS c"
        " JOIN visit AS v ON v.customer_id = c.id AND v.void = 0 AND v.at > ?2"
        " JOIN visit_item AS i ON i.visit_id = v.id AND i.void = 0 JOIN product AS p ON p.id = i.product_id"
        " WHERE c.root_id = ?1 GROUP BY p.id ORDER BY count(DISTINCT v.id) DESC, max(v.at) DESC LIMIT 1",
        (root_id, since),
    )
    return name or ""


def begun_since(db: Db, at: int) -> list[tuple[int, int]]:
    """Who came since then, and when; whoever was merged counts for who answers for them."""
    rows = db.run(
        "SELECT c.root_id, v.at FROM visit AS v JOIN customer AS c ON c.id = v.customer_id"
        " WHERE v.at > ? AND v.void = 0",
        (at,),
    )
    return [(root_id, then) for root_id, then in rows]


def first_known(db: Db, root_id: int) -> int | None:
    """When they were here first; None where visits were brought along that nobody knows the first of."""
    known: int | None = db.value(
        "SELECT s.first_at FROM visit_summary AS s WHERE s.customer_id = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM customer WHERE root_id = ?1 AND prior_first_at IS NULL"
        "  AND (prior_visits > 0 OR prior_last_at IS NOT NULL))",
        (root_id,),
    )
    return known
