"""Is the store what the program left behind? Everything that can be recalculated is.

SQLite's own checks see a broken file, but miss most flipped bits and every edit by hand. The hash chain
sees those, except a ledger cut off at its end: for that it is held against the backups, which know how
far the ledger had come, and against where the last check ended.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from frontdesk.domain.trust.chain import short_hash
from frontdesk.domain.trust.verification import EpochChecked, Fault, FaultCode, FaultLog, VerifyReport
from frontdesk.storage.database import Db
from frontdesk.storage.migrations import LATEST, refuse_newer
from frontdesk.storage.opening import DAMAGED_ROW, opened, schema_version
from frontdesk.storage.trust.anchors import Anchor, Heads, Unreadable, anchor_of
from frontdesk.storage.trust.chain_walk import LEDGER
from frontdesk.storage.trust.epochs import Seals
from frontdesk.storage.trust.verifying.verified import Verified, verified_now
from frontdesk.storage.trust.verifying.verify_acts import act_faults, merge_faults, referral_faults
from frontdesk.storage.trust.verifying.verify_chain import ChainCheck
from frontdesk.storage.trust.verifying.verify_ends import end_faults, head_faults
from frontdesk.storage.trust.verifying.verify_groups import group_faults
from frontdesk.storage.trust.verifying.verify_power_sheets import power_sheet_faults
from frontdesk.storage.trust.verifying.verify_rows import (
    balance_faults,
    balance_faults_since,
    file_faults,
    orphan_faults,
    reversal_faults,
    schema_faults,
    seal_faults,
    summary_faults,
)
from frontdesk.storage.trust.verifying.verify_states import state_faults
from frontdesk.storage.trust.verifying.verify_tickets import ticket_faults
from frontdesk.storage.trust.verifying.verify_told import told_faults

Progress = Callable[[int, int], None]
Ends = Iterable[Heads | Unreadable]
"""Where the ledger ended in each backup, as `ends_in_backups` gives it."""

_ROW_CHECKS: Final = (
    schema_faults,
    orphan_faults,
    balance_faults,
    reversal_faults,
    merge_faults,
    referral_faults,
    act_faults,
    ticket_faults,
    power_sheet_faults,
    group_faults,
    told_faults,
    state_faults,
    summary_faults,
)


def verify_store(
    path: Path, keys: Iterable[bytes], progress: Progress | None = None, backups: Ends = ()
) -> VerifyReport:
    """Read the whole store as it is at this moment and report what is wrong. Nothing is written.

    Without its `keys` the chain's hashes cannot be recalculated; its epochs then say why they are
    `unchecked`. A damaged backup is no fault of the store, and is named apart. Raises `NotAStore`,
    `NewerFile`, `HeldByAnother` or `CannotOpen`; a damaged store that can be opened is reported.
    """
    with opened(path) as db:
        return _begin(db) or _Verification(db, keys, progress or _silent).in_full(backups)


def verify_since(
    path: Path, keys: Iterable[bytes], since: Verified | None, backups: Ends, at: int
) -> tuple[VerifyReport, Verified | None]:
    """Check what came after the last check; all, when there was none, or the store no longer has its end.

    Gives the report, and where this check ended, if nothing was wrong. Raises as `verify_store` does.
    """
    with opened(path) as db:
        old = _begin(db)
        if old is not None:
            return old, None
        work = _Verification(db, keys, _silent)
        if since is None:
            report = work.in_full(backups)
        elif any(head_faults(db, since.heads)):
            report = work.in_full([since.heads, *backups])
        else:
            report = work.since(since, backups)
        return report, None if report.fault_count else verified_now(db, at)


def _begin(db: Db) -> VerifyReport | None:
    """From now on all is read as of one moment, while the shop goes on. An older schema is not read."""
    version = refuse_newer(schema_version(db))
    if version < LATEST:
        return VerifyReport((Fault(FaultCode.OLD_SCHEMA, "store", number=version),), 1, 0, "", ())
    db.run("BEGIN")
    return None


class _Verification:
    """All checks on one connection. A check that SQLite cannot finish is itself a fault."""

    def __init__(self, db: Db, keys: Iterable[bytes], progress: Progress) -> None:
        self._db = db
        self._keys = tuple(keys)
        self._progress = progress
        self._faults = FaultLog()

    def in_full(self, backups: Ends) -> VerifyReport:
        anchor = self._anchor()
        total = max(anchor.entries, 1)
        self._progress(0, total)
        self._collect("file", file_faults(self._db))
        ends, unreadable = _sorted_out(backups)
        epochs = self._chain(ends, lambda done: self._progress(done, total))
        for check in _ROW_CHECKS:
            self._collect(check.__name__, check(self._db))
        self._progress(total, total)
        return self._report(anchor, epochs, unreadable)

    def since(self, mark: Verified, backups: Ends) -> VerifyReport:
        """What was written since, the triggers that keep the rest, the seals and the ledger's ends."""
        self._collect("schema", schema_faults(self._db))
        ends, unreadable = _sorted_out(backups)
        epochs = self._chain([mark.heads, *ends], lambda done: None, mark)
        self._collect("card", balance_faults_since(self._db, mark.last_entry))
        return self._report(self._anchor(), epochs, unreadable)

    def _anchor(self) -> Anchor:
        try:
            return anchor_of(self._db)
        except DAMAGED_ROW:
            self._faults.add(Fault(FaultCode.DAMAGED_FILE, LEDGER))
            return Anchor(0, b"")

    def _chain(
        self, ends: Iterable[Heads], advance: Callable[[int], None], since: Verified | None = None
    ) -> tuple[EpochChecked, ...]:
        """The chain, its ends, and all seals: of its epochs, of cards and of terms."""
        try:
            seals = Seals(self._db, self._keys)
            walk = ChainCheck(self._db, seals, self._faults, advance, since.heads.heads if since else ())
            walk.run()
        except DAMAGED_ROW:
            self._faults.add(Fault(FaultCode.DAMAGED_FILE, LEDGER))
            return ()
        self._collect("ends", end_faults(self._db, ends, seals))
        self._collect("seals", seal_faults(self._db, seals, since.last_entry if since else 0))
        return tuple(walk.epochs)

    def _report(
        self, anchor: Anchor, epochs: tuple[EpochChecked, ...], unreadable: tuple[str, ...]
    ) -> VerifyReport:
        found = self._faults
        last = short_hash(anchor.last_hash)
        return VerifyReport(tuple(found.first), found.count, anchor.entries, last, epochs, unreadable)

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


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""
