"""A shop of 100,000 becomes one of two years and 1,000,000 visits, with what else its overview counts.

It is written into the store directly: through the services that would take half an hour, and an overview only
adds up.
"""

import random
from pathlib import Path

import apsw

from tests.benchmarks.shops import DAY_MS

VISITS = 1_000_000
DAYS = 730
HOUR_MS = 3_600_000
OPEN_HOURS = 11
CARD_FULL = 5

_BY = "1, 1, 1"
"""Staff, till and act of every row: an overview asks for none of them."""
_VISIT = (
    "INSERT INTO visit (uid, customer_id, last_act_at, at, staff_id, till_id, gesture_id)"
    f" VALUES (randomblob(16), ?, ?, ?, {_BY})"
)
_ENTRY = (
    "INSERT INTO ledger_entry (uid, card_id, kind, stamps, at, staff_id, till_id, gesture_id, part,"
    " epoch_id, chain_no, chain_hash) SELECT randomblob(16), k.id, ?2, ?3, ?4, 1, 1, 1, ?5, 1, ?5 + 1000000,"
    " zeroblob(32) FROM card AS k WHERE k.customer_id = ?1"
)
_ARRIVAL = "INSERT INTO arrival (uid, at, staff_id, till_id, gesture_id) VALUES (randomblob(16), ?, 1, 1, ?)"
_GREETED = (
    "INSERT INTO arrival_step (uid, arrival_id, state, by_id, at, staff_id, till_id, gesture_id)"
    f" VALUES (randomblob(16), last_insert_rowid(), 'GREETED', 1, ?, {_BY})"
)
_REQUEST = (
    "INSERT INTO request (uid, customer_id, what, promised_at, state, owner_id, at, staff_id, till_id,"
    f" gesture_id) VALUES (randomblob(16), ?, 'Cake', ?, 'FULFILLED', 1, ?, {_BY})"
)
_DONE = (
    "INSERT INTO request_event (uid, request_id, from_state, to_state, at, staff_id, till_id, gesture_id)"
    f" VALUES (randomblob(16), last_insert_rowid(), 'OPEN', 'FULFILLED', ?, {_BY})"
)
_SUMMARIES = (
    "INSERT INTO visit_summary SELECT c.root_id, count(*), min(v.at), max(v.at), 1.0 FROM visit AS v"
    " JOIN customer AS c ON c.id = v.customer_id WHERE v.void = 0 GROUP BY c.root_id"
)


def fill(store: Path, customers: int, now: int) -> None:
    """Add visits up to VISITS and their stamps; of each tenth it is noted when they were greeted, and each
    hundredth asked for something that was promised.
    """
    db = apsw.Connection(str(store))
    db.execute("PRAGMA synchronous = off")
    triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    with db:
        _fill(db, customers, now)
        db.execute("DELETE FROM visit_summary")
        db.execute(_SUMMARIES)
    for _, sql in triggers:
        db.execute(sql)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()


def _fill(db: apsw.Connection, customers: int, now: int) -> None:
    rng = random.Random(2)
    there = next(db.execute("SELECT count(*) FROM visit"))[0]
    first_morning = now - now % DAY_MS - DAYS * DAY_MS
    for number in range(VISITS - there):
        at = first_morning + rng.randrange(DAYS) * DAY_MS + int(rng.random() * OPEN_HOURS * HOUR_MS)
        who = min(1 + int(customers * rng.random() ** 3), customers)
        db.execute(_VISIT, (who, at, at))
        kind, stamps = ("REDEEMED", -CARD_FULL) if number % 6 == 5 else ("EARNED", 1)
        db.execute(_ENTRY, (who, kind, stamps, at, number))
        if number % 10 == 0:
            db.execute(_ARRIVAL, (at, number))
            db.execute(_GREETED, (at + rng.randrange(5_000, 60_000),))
        if number % 100 == 0:
            db.execute(_REQUEST, (who, at + HOUR_MS, at))
            db.execute(_DONE, (at + rng.randrange(2 * HOUR_MS),))
