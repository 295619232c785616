"""Is everything as the program left it? Reads the whole store, so nothing here is for the UI thread."""

import logging
from collections.abc import Callable, Iterator

from frontdesk.config import Paths
from frontdesk.domain import chain
from frontdesk.domain.chain import short_hash
from frontdesk.domain.paper_anchor import AnchorVerdict, PaperAnchor, verdict
from frontdesk.domain.verification import StartFinding, VerifyReport
from frontdesk.storage.anchors import Heads, Unreadable, hash_of_entry
from frontdesk.storage.backups import ends_in_backups
from frontdesk.storage.custody import Custody, known_keys
from frontdesk.storage.migrations import refuse_newer
from frontdesk.storage.opening import DAMAGED_ROW, DamagedStore, opened, schema_version
from frontdesk.storage.verified import Verified, read_verified, write_verified
from frontdesk.storage.verify import verify_since, verify_store

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]


class Verifier:
    """Works beside an open window, in this process or another: it only reads the store."""

    def __init__(self, paths: Paths, keeper: Custody | None = None) -> None:
        self._paths = paths
        self._keeper = keeper

    def verify(self, progress: Progress | None = None) -> VerifyReport:
        """Check the file, the ledger's chain, every sum, and the ledger's end against the backups.

        Raises `NotAStore`, `NewerFile`, `HeldByAnother` or `CannotOpen`.
        """
        keys = known_keys(self._paths, self._keeper).values()
        return verify_store(self._paths.store, keys, progress, ends_in_backups(self._paths.backups))

    def compare(self, anchor: PaperAnchor) -> AnchorVerdict:
        """Hold the ledger against what stands on paper. Raises as `verify` does, or `DamagedStore`.

        It says something only of a ledger that `verify` found in order: the hashes are taken as they stand.
        """
        try:
            with opened(self._paths.store) as db:
                refuse_newer(schema_version(db))
                found = hash_of_entry(db, anchor.entries)
        except DAMAGED_ROW as error:
            raise DamagedStore(type(error).__name__) from error
        return verdict(anchor, short_hash(found) if found is not None else None)

    def at_start(self, now: int) -> StartFinding | None:
        """Check what was written since the last check, and all where there was none; None: nothing to tell.

        Where nothing is wrong, the next one begins where this one ended. Raises as `verify` does.
        """
        keys = tuple(known_keys(self._paths, self._keeper).values())
        last = read_verified(self._paths.verified, keys)
        report, ended = verify_since(self._paths.store, keys, last, self._ends(last), now)
        log.info("checked the ledger: %s entries, %s faults", report.entries, report.fault_count)
        if ended is None:
            for fault in report.faults:
                log.error("the ledger: %s in %s, row %s", fault.code, fault.where, fault.row)
            return StartFinding.FAULTS
        self._note(ended, keys)
        return None if report.ok or _was_known(report, last) else StartFinding.UNCHECKED

    def _ends(self, last: Verified | None) -> Iterator[Heads | Unreadable]:
        """All backups where all is checked, else the latest that can be read."""
        ends = ends_in_backups(self._paths.backups)
        if last is None:
            return ends
        return (end for end in [next((one for one in ends if isinstance(one, Heads)), None)] if end)

    def _note(self, ended: Verified, keys: tuple[bytes, ...]) -> None:
        """Vouched for with the key of the latest epoch: the next start has that one, if any."""
        by_mark = {chain.key_mark(key): key for key in keys}
        marks = [epoch.key_mark for epoch in reversed(ended.heads.epochs)]
        key = next((by_mark[mark] for mark in (*marks, *by_mark) if mark in by_mark), None)
        if key is None:
            return
        try:
            write_verified(self._paths.verified, key, ended)
        except OSError as error:
            log.warning("the check of the ledger was not noted: %s", type(error).__name__)


def _was_known(report: VerifyReport, last: Verified | None) -> bool:
    """Was every stretch that cannot be checked there at the last check, which told of it?"""
    known = {(epoch.till_id, epoch.number) for epoch in last.heads.epochs} if last else set()
    return all(epoch.checked or (epoch.till_id, epoch.number) in known for epoch in report.epochs)
