"""What somebody wanted to do and may not."""

from collections.abc import Callable

from frontdesk.domain.acts import Act
from frontdesk.storage.database import Db


def record(
    db: Db, new_id: Callable[[int], bytes], act: Act, kind: str, reason: str, customer_id: int | None
) -> None:
    """Note it. The act itself left nothing."""
    db.run(
        "INSERT INTO refused_act (uid, kind, reason, customer_id, at, staff_id, till_id)"
        " VALUES (?, ?, ?, (SELECT id FROM customer WHERE id = ?), ?, ?, ?)",
        (new_id(act.at), kind, reason, customer_id, act.at, act.staff_id, act.till_id),
    )
