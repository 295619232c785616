"""Is everything as the program left it? Reads the whole store, so nothing here is for the UI thread."""

import logging
from collections.abc import Callable, Iterable, Iterator
from zoneinfo import ZoneInfo

from frontdesk.config import Paths
from frontdesk.domain.trust.backups import furthest_first
from frontdesk.domain.trust.chain import short_hash
from frontdesk.domain.trust.cut_end import CutEnd
from frontdesk.domain.trust.paper_anchor import AnchorVerdict, PaperAnchor, verdict
from frontdesk.domain.trust.verification import StartFinding, VerifyReport
from frontdesk.storage.database import StoreError
from frontdesk.storage.migrations import refuse_newer
from frontdesk.storage.opening import DAMAGED_ROW, DamagedStore, opened, schema_version
from frontdesk.storage.shop import settings
from frontdesk.storage.trust.anchors import Heads, Unreadable, hash_of_entry
from frontdesk.storage.trust.backups import ends_in_backups, list_backups
from frontdesk.storage.trust.custody import Custody, known_keys
from frontdesk.storage.trust.reached import CutOff, cut_off, move_on, read_reached
from frontdesk.storage.trust.verifying.verified import Verified, read_verified, write_verified
from frontdesk.storage.trust.verifying.verify import verify_since, verify_store
from frontdesk.storage.trust.vouched import key_for

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]


class Verifier:
    """Works beside an open window, in this process or another: it only reads the store."""

    def __init__(self, paths: Paths, keeper: Custody | None = None) -> None:
        self._paths = paths
        self._keeper = keeper

    def verify(self, progress: Progress | None = None) -> VerifyReport:
        """Check the file, the ledger's chain, every sum, and the ledger's end against the backups and the
        note beside the key.

        Raises `NotAStore`, `NewerFile`, `HeldByAnother` or `CannotOpen`.
        """
        keys = self._keys()
        ends = _each_once(ends_in_backups(self._paths.backups), self._reached(keys))
        return verify_store(self._paths.store, keys, progress, ends)

    def cut_end(self, now: int) -> CutEnd | None:
        """What is missing at the ledger's end, by the note beside the key; None where nothing is, or where
        nothing can be said. It goes with a finding that is told without it, too, and so raises nothing.
        """
        try:
            keys = self._keys()
            for reached in self._reached(keys):
                with opened(self._paths.store) as db:
                    found = cut_off(db, reached, keys)
                if found is not None:
                    return self._with_backup(found, reached, now)
        except (OSError, StoreError, *DAMAGED_ROW) as error:
            log.warning("what is missing cannot be said: %s", type(error).__name__)
        return None

    def _with_backup(self, cut: CutOff, reached: Heads, now: int) -> CutEnd:
        mine = (made for made in list_backups(self._paths.backups) if made.shop == reached.shop.hex())
        best = next(iter(furthest_first(mine, now)), None)
        further = best is not None and best.entries > cut.left
        return CutEnd(cut.missing, cut.last_at, best.at if best is not None and further else None)

    def zone(self) -> ZoneInfo | None:
        """The shop's own zone, for the times in a report; None where the store does not tell."""
        try:
            with opened(self._paths.store) as db:
                return ZoneInfo(settings(db).zone)
        except (StoreError, ValueError, KeyError, *DAMAGED_ROW):
            return None

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
        keys = self._keys()
        last = read_verified(self._paths.verified, keys)
        ends = _each_once(self._ends(last), self._reached(keys))
        report, ended = verify_since(self._paths.store, keys, last, ends, now)
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

    def _keys(self) -> tuple[bytes, ...]:
        return tuple(known_keys(self._paths, self._keeper).values())

    def _reached(self, keys: tuple[bytes, ...]) -> tuple[Heads, ...]:
        """The ledger's end as it was noted, if it was."""
        reached = read_reached(self._paths.reached, keys)
        return (reached,) if reached is not None else ()

    def _note(self, ended: Verified, keys: tuple[bytes, ...]) -> None:
        """Where the next check begins, and, what is wrong no more, how far the ledger had come."""
        key = key_for(ended.heads, keys)
        if key is None:
            return
        try:
            write_verified(self._paths.verified, key, ended)
        except OSError as error:
            log.warning("the check of the ledger was not noted: %s", type(error).__name__)
        move_on(self._paths, self._keeper, checked=True)


def _each_once(backups: Iterator[Heads | Unreadable], noted: Iterable[Heads]) -> Iterator[Heads | Unreadable]:
    """The ends in the backups and those that were noted: what a backup says, too, is told of the backup."""
    told = set[tuple[object, ...]]()
    for end in backups:
        if isinstance(end, Heads):
            told.add((end.shop, end.epochs, end.heads))
        yield end
    yield from (end for end in noted if (end.shop, end.epochs, end.heads) not in told)


def _was_known(report: VerifyReport, last: Verified | None) -> bool:
    """Was every stretch that cannot be checked there at the last check, which told of it?"""
    known = {(epoch.till_id, epoch.number) for epoch in last.heads.epochs} if last else set()
    return all(epoch.checked or (epoch.till_id, epoch.number) in known for epoch in report.epochs)
