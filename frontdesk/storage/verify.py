"""Is the store what the program left behind? Everything that can be recalculated is.

SQLite's own checks see a broken file, but miss most flipped bits and every edit by hand. The hash chain
sees those, except a ledger cut off at its end: for that it is held against the backups, which know how
far the ledger had come.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from math import isclose
from pathlib import Path
from typing import Final

import apsw

from frontdesk.domain.chain import short_hash
from frontdesk.domain.verification import Fault, FaultCode, FaultLog, VerifyReport
from frontdesk.storage import visits
from frontdesk.storage.anchors import Anchor, Heads, Unreadable, anchor_of
from frontdesk.storage.database import Db
from frontdesk.storage.migrations import LATEST, MIGRATIONS, refuse_newer
from frontdesk.storage.opening import DAMAGED_ROW, opened, schema_version
from frontdesk.storage.verify_acts import act_faults, merge_faults
from frontdesk.storage.verify_chain import LEDGER, ChainCheck
from frontdesk.storage.verify_ends import end_faults

Progress = Callable[[int, int], None]
Ends = Iterable[Heads | Unreadable]
"""Where the ledger ended in each backup, as `ends_in_backups` gives it."""

SAME_HABIT: Final = 1e-6


def verify_store(
    path: Path, key: bytes | None, progress: Progress | None = None, backups: Ends = ()
) -> VerifyReport:
    """Read the whole store as it is at this moment and report what is wrong. Nothing is written.

    Without its `key` the chain's hashes cannot be recalculated; its epochs then say why they are `unchecked`.
    A damaged backup is no fault of the store, and is named apart. Raises `NotAStore`, `NewerFile`,
    `HeldByAnother` or `CannotOpen`; a damaged store that can be opened at all is reported, not raised.
    """
    with opened(path) as db:
        version = refuse_newer(schema_version(db))
        if version < LATEST:
            return VerifyReport((Fault(FaultCode.OLD_SCHEMA, "store", number=version),), 1, 0, "", ())
        db.run("BEGIN")  # one moment, while the shop goes on
        return _Verification(db, key, progress or _silent).run(backups)


class _Verification:
    """All checks on one connection. A check that SQLite cannot finish is itself a fault."""

    def __init__(self, db: Db, key: bytes | None, progress: Progress) -> None:
        self._db = db
        self._key = key
        self._progress = progress
        self._faults = FaultLog()

    def run(self, backups: Ends) -> VerifyReport:
        anchor = Anchor(0, b"")
        try:
            anchor = anchor_of(self._db)
        except DAMAGED_ROW:
            self._faults.add(Fault(FaultCode.DAMAGED_FILE, LEDGER))
        total = max(anchor.entries, 1)
        self._progress(0, total)
        for check in _CHECKS:
            self._collect(check.__name__.strip("_"), check(self._db))
        walk = ChainCheck(self._db, self._key, self._faults, lambda done: self._progress(done, total))
        try:
            walk.run()
        except DAMAGED_ROW:
            self._faults.add(Fault(FaultCode.DAMAGED_FILE, LEDGER))
        ends, unreadable = _sorted_out(backups)
        self._collect("ends", end_faults(self._db, ends))
        self._collect("visit_summary", _summary_faults(self._db))
        self._progress(total, total)
        return VerifyReport(
            tuple(self._faults.first),
            self._faults.count,
            anchor.entries,
            short_hash(anchor.last_hash),
            tuple(walk.epochs),
            unreadable,
        )

    def _collect(self, name: str, found: Iterator[Fault]) -> None:
        try:
            for fault in found:
                self._faults.add(fault)
        except DAMAGED_ROW:
            self._faults.add(Fault(FaultCode.DAMAGED_FILE, name.removesuffix("_faults")))


def _sorted_out(backups: Ends) -> tuple[list[Heads], tuple[str, ...]]:
    """Those that can be read, and the names of those that cannot."""
    ends, unreadable = list[Heads](), list[str]()
    for one in backups:
        if isinstance(one, Unreadable):
            unreadable.append(one.name)
        else:
            ends.append(one)
    return ends, tuple(unreadable)


def _file_faults(db: Db) -> Iterator[Fault]:
    if db.value("PRAGMA quick_check(1)") != "ok":
        yield Fault(FaultCode.DAMAGED_FILE, "file")


def _schema_faults(db: Db) -> Iterator[Fault]:
    """Without its triggers the ledger is no longer append-only, even if nothing happened yet."""
    found = _schema(db.run)
    for name, (kind, sql) in _released_schema().items():
        if found.get(name) != (kind, sql):
            is_trigger = kind == "trigger"
            yield Fault(FaultCode.TRIGGER_MISSING if is_trigger else FaultCode.SCHEMA_CHANGED, name)
    for name in found.keys() - _released_schema().keys():
        yield Fault(FaultCode.SCHEMA_CHANGED, name)


def _orphan_faults(db: Db) -> Iterator[Fault]:
    for table, row, _, _ in db.run("PRAGMA foreign_key_check"):
        yield Fault(FaultCode.ORPHAN_ROW, table, row or 0)


def _balance_faults(db: Db) -> Iterator[Fault]:
    rows = db.run(
        "SELECT k.id FROM card AS k LEFT JOIN"
        " (SELECT card_id, sum(stamps) AS stamps FROM ledger_entry GROUP BY card_id) AS e ON e.card_id = k.id"
        " WHERE k.balance <> coalesce(e.stamps, 0)"
    )
    for (card,) in rows:
        yield Fault(FaultCode.WRONG_BALANCE, "card", card)


def _reversal_faults(db: Db) -> Iterator[Fault]:
    rows = db.run(
        "SELECT r.id FROM ledger_entry AS r LEFT JOIN ledger_entry AS u ON u.id = r.reverses_id"
        " WHERE r.reverses_id IS NOT NULL AND (u.id IS NULL OR u.card_id <> r.card_id"
        "  OR u.stamps <> -r.stamps OR u.kind = 'REVERSED')"
    )
    for (entry,) in rows:
        yield Fault(FaultCode.WRONG_REVERSAL, LEDGER, entry)


def _summary_faults(db: Db) -> Iterator[Fault]:
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


_CHECKS: Final = (
    _file_faults,
    _schema_faults,
    _orphan_faults,
    _balance_faults,
    _reversal_faults,
    merge_faults,
    act_faults,
)


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


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""
