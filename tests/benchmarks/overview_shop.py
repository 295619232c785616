"""What an overview counts besides visits and stamps, added to the shop of five years: door and promises."""

from pathlib import Path
from typing import Final

import apsw

_ADDED: Final = (
    "INSERT INTO arrival (uid, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), at, staff_id, 1, id + 10 FROM visit WHERE id % 10 = 0 ORDER BY at",
    "INSERT INTO arrival_step (uid, arrival_id, state, by_id, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), id, 'GREETED', staff_id, at + 5000 + id * 7919 % 55000, staff_id, 1, 1"
    " FROM arrival",
    "INSERT INTO request (uid, customer_id, what, promised_at, state, owner_id, at, staff_id, till_id,"
    " gesture_id)"
    " SELECT randomblob(16), customer_id, 'Cake', at + 3600000, 'FULFILLED', 1, at, staff_id, 1, 1"
    " FROM visit WHERE id % 100 = 0 ORDER BY at",
    "INSERT INTO request_event (uid, request_id, from_state, to_state, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), id, 'OPEN', 'FULFILLED', at + id * 7919 % 5400000, staff_id, 1, 1 FROM request",
)


def add(store: Path) -> None:
    """Of each tenth visit somebody noted how soon they were greeted; each hundredth time something was asked
    for, and promised within the hour.
    """
    db = apsw.Connection(str(store))
    with db:
        for sql in _ADDED:
            db.execute(sql)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()
