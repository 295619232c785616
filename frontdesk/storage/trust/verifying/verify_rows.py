"""Does the file itself hold, and does what is derived from the ledger and from the visits still add up?"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from math import isclose
from typing import Final

import apsw

from frontdesk.domain.trust.verification import Fault, FaultCode
from frontdesk.storage.database import Db
from frontdesk.storage.migrations import MIGRATIONS
from frontdesk.storage.regulars import visits
from frontdesk.storage.trust import row_seals
from frontdesk.storage.trust.chain_walk import LEDGER
from frontdesk.storage.trust.epochs import Seals

SAME_HABIT: Final = 1e-6

_WRONG_BALANCES: Final = (
    "SELECT k.id FROM card AS k LEFT JOIN"
    " (SELECT card_id, sum(stamps) AS stamps FROM ledger_entry GROUP BY card_id) AS e ON e.card_id = k.id"
    " WHERE k.balance <> coalesce(e.stamps, 0)"
)
_SEALED: Final = {
    "card": FaultCode.WRONG_OWNER,
    "terms": FaultCode.TERMS_CHANGED,
    "referral": FaultCode.WRONG_REFERRAL,
}
_WRONG_BALANCES_SINCE: Final = (
    "SELECT k.id FROM card AS k WHERE k.id IN (SELECT card_id FROM ledger_entry WHERE id > ?)"
    " AND k.balance <> (SELECT sum(stamps) FROM ledger_entry WHERE card_id = k.id)"
)


def file_faults(db: Db) -> Iterator[Fault]:
    """What SQLite itself sees."""
    if db.value("PRAGMA quick_check(1)") != "ok":
        yield Fault(FaultCode.DAMAGED_FILE, "file")


def schema_faults(db: Db) -> Iterator[Fault]:
    """Without its triggers the ledger is no longer append-only, even if nothing happened yet."""
    found = _schema(db.run)
    for name, (kind, sql) in _released_schema().items():
        if found.get(name) != (kind, sql):
            is_trigger = kind == "trigger"
            yield Fault(FaultCode.TRIGGER_MISSING if is_trigger else FaultCode.SCHEMA_CHANGED, name)
    for name in found.keys() - _released_schema().keys():
        yield Fault(FaultCode.SCHEMA_CHANGED, name)


def orphan_faults(db: Db) -> Iterator[Fault]:
    """Every row that is pointed to is there."""
    for table, row, _, _ in db.run("PRAGMA foreign_key_check"):
        yield Fault(FaultCode.ORPHAN_ROW, table, row or 0)


def balance_faults(db: Db) -> Iterator[Fault]:
    """Every card's balance is the sum of its entries."""
    for (card,) in db.run(_WRONG_BALANCES):
        yield Fault(FaultCode.WRONG_BALANCE, "card", card)


def balance_faults_since(db: Db, entry: int) -> Iterator[Fault]:
    """The same of the cards that have got an entry after `entry`."""
    for (card,) in db.run(_WRONG_BALANCES_SINCE, (entry,)):
        yield Fault(FaultCode.WRONG_BALANCE, "card", card)


def reversal_faults(db: Db) -> Iterator[Fault]:
    """A reversal gives back exactly what its entry took."""
    rows = db.run(
        "SELECT r.id FROM ledger_entry AS r LEFT JOIN ledger_entry AS u ON u.id = r.reverses_id"
        " WHERE r.reverses_id IS NOT NULL AND (u.id IS NULL OR u.card_id <> r.card_id"
        "  OR u.stamps <> -r.stamps OR u.kind = 'REVERSED')"
    )
    for (entry,) in rows:
        yield Fault(FaultCode.WRONG_REVERSAL, LEDGER, entry)


def seal_faults(db: Db, seals: Seals, since_entry: int = 0) -> Iterator[Fault]:
    """Every card is whose it was made for, terms say what they said, and who brought whom is as it was noted.

    Of the cards, those that have got an entry after `since_entry` are looked at. Where a key is not at hand
    that can have sealed them, nobody is accused: its stretch of the ledger is named as unchecked.
    """
    keys = seals.of_rows()
    if not keys:
        return
    for table, code in _SEALED.items():
        for row in row_seals.unsealed(db, keys, table, since_entry):
            yield Fault(code, table, row)


def summary_faults(db: Db) -> Iterator[Fault]:
    """Every person's visits are summed up as they are."""
    rows = db.run(
        "SELECT c.id, s.visits, s.first_at, s.last_at, s.habit FROM customer AS c"
        " LEFT JOIN visit_summary AS s ON s.customer_id = c.id WHERE c.root_id = c.id"
    )
    for customer, *stored in rows:
        computed = visits.computed(db, customer)
        same = tuple(stored[:3]) == computed[:3] and isclose(stored[3], computed[3], rel_tol=SAME_HABIT)
        nothing = computed[2] is None and stored[3] is None
        if not (nothing if stored[3] is None else same):
            yield Fault(FaultCode.WRONG_SUMMARY, "visit_summary", customer)


@cache
def _released_schema() -> dict[str, tuple[str, str]]:
    """The schema as the migrations make it: name → kind and text."""
    memory = apsw.Connection(":memory:")
    for step in MIGRATIONS:
        memory.execute(step.sql).fetchall()
    return _schema(memory.execute)


def _schema(run: Callable[[str], Iterable[tuple[str, str, str]]]) -> dict[str, tuple[str, str]]:
    return {
        name: (kind, sql or "")
        for kind, name, sql in run(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        )
    }
