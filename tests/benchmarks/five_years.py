"""Five years of a large shop: 100,000 customers and 1,000,000 visits, written straight into the store.

Begun as a copy of the shop that shops.py made, whose people can be found by name. No chain holds: nothing
that is measured on it checks one.
"""

import shutil
from pathlib import Path

import apsw

from frontdesk.bootstrap import open_desk
from frontdesk.config import paths_for
from frontdesk.domain.acts import Role
from frontdesk.domain.regulars.visits import Product

VISITS = 1_000_000
PRICES = (15_000, 20_000, 25_000, 30_000, 35_000)

_VISITS = (
    # Who came, and when, is scattered by multiplying: the same each time. Few come often, most came seldom.
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :more),"
    " drawn AS (SELECT i, (i * 2654435761 % 4294967296) / 4294967296.0 AS who,"
    "  (i * 40503 % 1000003) / 1000003.0 AS moment FROM n),"
    " came AS (SELECT i, cast(:people * who * who * who AS INTEGER) AS place,"
    "  cast(:now - moment * 1825 * 86400000 AS INTEGER) AS at FROM drawn)"
    "INSERT INTO visit (uid, customer_id, last_act_at, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), 1 + place, at, at, 1 + (place + i % 3) % 3, 1, 1 FROM came ORDER BY at"
)
_ALL_ELSE = (
    "INSERT INTO visit_item (uid, visit_id, product_id, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), id, 1 + (id + customer_id) % 5, at, staff_id, till_id, 1 FROM visit"
    " WHERE id % 20",
    "INSERT INTO purchase (uid, visit_id, amount, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), id, 10000 + id * 37 % 50000, at, staff_id, till_id, 1 FROM visit"
    " WHERE id % 10 = 0",
    "INSERT OR IGNORE INTO card (uid, programme_id, customer_id, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), 1, id, at, staff_id, till_id, 1 FROM customer",
    # Each sixth time somebody comes the card is full, and the reward is taken.
    "INSERT INTO ledger_entry (uid, card_id, kind, stamps, visit_id, at, staff_id, till_id, gesture_id, part,"
    " epoch_id, chain_no, chain_hash) SELECT randomblob(16), k.id, iif(turn % 6, 'EARNED', 'REDEEMED'),"
    " iif(turn % 6, 1, -5), v.id, v.at, v.staff_id, 1, 1, v.id + 10, 1, v.id + 10000000, zeroblob(32) FROM"
    " (SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY at) AS turn FROM visit"
    "  WHERE id > :known) AS v JOIN card AS k ON k.customer_id = v.customer_id ORDER BY v.id",
    "INSERT INTO redemption SELECT id, 1, 1, 1 + id % 5, 15000 + id % 5 * 5000 FROM ledger_entry"
    " WHERE kind = 'REDEEMED'",
    "UPDATE card SET balance = (SELECT coalesce(sum(stamps), 0) FROM ledger_entry WHERE card_id = card.id)",
    "INSERT INTO referral (uid, friend_id, referrer_id, at, staff_id, till_id, gesture_id)"
    " SELECT randomblob(16), id, 1 + id * 31 % 900, at, 1, 1, 1 FROM customer"
    " WHERE id > 1000 AND id % 20 = 0",
    "DELETE FROM visit_summary",
    "INSERT INTO visit_summary SELECT v.customer_id, count(*), min(v.at), max(v.at),"
    " sum(pow(0.5, (l.last_at - v.at) / 5184000000.0)) FROM visit AS v JOIN"
    " (SELECT customer_id, max(at) AS last_at FROM visit GROUP BY customer_id) AS l USING (customer_id)"
    " GROUP BY v.customer_id",
)


def fill(begun: Path, folder: Path) -> Path:
    """The shop of five years, made in `folder` from the one in `begun`."""
    shutil.copytree(begun, folder)
    desk = open_desk(paths_for(folder))
    for number, price in enumerate(PRICES):
        desk.submit(desk.shop.add_product, desk.act(), Product(0, f"Coffee {number}", price)).result()
    for name in ("Keo", "Noi"):
        desk.submit(desk.staffing.add_staff, desk.act(), name, Role.CASHIER).result()
    now = desk.now()
    desk.close()
    _live(apsw.Connection(str(paths_for(folder).store)), now)
    return folder


def _live(db: apsw.Connection, now: int) -> None:
    db.execute("PRAGMA synchronous = off")
    triggers = list(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    with db:
        people = next(db.execute("SELECT count(*) FROM customer"))[0]
        had, known = next(db.execute("SELECT count(*), max(id) FROM visit"))
        told = {"people": people, "more": VISITS - had, "now": now, "known": known}
        for sql in (_VISITS, *_ALL_ELSE):
            db.execute(sql, told)
    for _, sql in triggers:
        db.execute(sql)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    db.close()
