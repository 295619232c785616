"""The texts of take-home sheets; each change is a row of its own."""

from frontdesk.domain.acts import Act
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import NEVER
from frontdesk.storage.store import NewId

_NEWEST = (
    "SELECT product_id, language, text FROM (SELECT *, row_number() OVER"
    " (PARTITION BY product_id, language ORDER BY id DESC) AS place FROM care_sheet{where})"
    " WHERE place = 1 AND text <> ''"
)


def of_all(db: Db) -> dict[int, dict[str, str]]:
    """Product → language → text, of all products that have one."""
    found: dict[int, dict[str, str]] = {}
    for product_id, language, text in db.run(_NEWEST.format(where="")):
        found.setdefault(product_id, {})[language] = text
    return found


def of(db: Db, product_id: int, before: int = NEVER) -> dict[str, str]:
    """Language → text of one product, as it stood `before` an act."""
    newest = _NEWEST.format(where=" WHERE product_id = ? AND gesture_id < ?")
    rows = db.run(f"SELECT language, text FROM ({newest})", (product_id, before))
    return dict(rows)


def add(db: Db, new_id: NewId, act: Act, gesture_id: int, product_id: int, language: str, text: str) -> None:
    db.run(
        "INSERT INTO care_sheet (uid, product_id, language, text, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), product_id, language, text, act.at, act.staff_id, act.till_id, gesture_id),
    )


def taken_lately(db: Db, root_id: int, limit: int) -> list[int]:
    """The products that one person took, the last one first."""
    rows = db.run(
        "SELECT i.product_id FROM customer AS c JOIN visit AS v ON v.customer_id = c.id AND v.void = 0"
        " JOIN visit_item AS i ON i.visit_id = v.id AND i.void = 0 WHERE c.root_id = ?"
        " GROUP BY i.product_id ORDER BY max(i.at) DESC, i.product_id LIMIT ?",
        (root_id, limit),
    )
    return [product_id for (product_id,) in rows]
