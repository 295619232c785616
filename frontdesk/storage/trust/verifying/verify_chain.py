"""Recalculates the ledger's hash chain, epoch by epoch, and says which rows do not fit, and how."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from frontdesk.domain.trust import chain
from frontdesk.domain.trust.verification import EpochChecked, Fault, FaultCode, FaultLog, Unchecked
from frontdesk.storage.database import Db, Row
from frontdesk.storage.trust.chain_walk import ENTRIES, ChainWalk
from frontdesk.storage.trust.epochs import Epoch, Head, Seal, Seals

Advance = Callable[[int], None]

EPOCHS: Final = "chain_epoch"
REPORT_EVERY: Final = 10_000
_TRIED: Final = 100


class ChainCheck:
    """Walks every epoch of every till once; faults go to `faults`, what was walked to `epochs`.

    Of an epoch that `since` names only what came after is walked.
    """

    def __init__(
        self, db: Db, seals: Seals, faults: FaultLog, advance: Advance, since: Iterable[Head] = ()
    ) -> None:
        self._db = db
        self._seals = seals
        self._faults = faults
        self._advance = advance
        self._since: Mapping[int, Head] = {head.epoch_id: head for head in since}
        self._done = 0
        self._tills: dict[int, bytes] = {}
        self._staff: dict[int, bytes] = {}
        self.epochs: list[EpochChecked] = []

    def run(self) -> None:
        """Walk. Raises `apsw.Error` where SQLite itself cannot read on."""
        self._tills = dict(self._db.run("SELECT id, CAST(uid AS BLOB) FROM till"))
        self._staff = dict(self._db.run("SELECT id, CAST(uid AS BLOB) FROM staff"))
        self._name_gaps()
        for epoch in self._seals.epochs:
            key, unchecked = self._key_of(epoch)
            entries = self._walk(epoch, key)
            if not entries and self._is_vouched_for(epoch):
                unchecked = None
            self.epochs.append(
                EpochChecked(epoch.till_id, epoch.number, epoch.reason, epoch.at, entries, unchecked)
            )

    def _name_gaps(self) -> None:
        """The numbers of a till's epochs have no gaps; the one after a gap is named."""
        numbers: dict[int, int] = {}
        for epoch in sorted(self._seals.epochs, key=lambda one: one.number):
            missing = epoch.number - numbers.get(epoch.till_id, 0) - 1
            if missing:
                self._faults.add(Fault(FaultCode.EPOCHS_MISSING, EPOCHS, epoch.id, missing))
            numbers[epoch.till_id] = epoch.number

    def _key_of(self, epoch: Epoch) -> tuple[bytes | None, Unchecked | None]:
        """The key to recalculate the epoch with, or why there is none. What was changed about it is named."""
        if self._seals.has_key_of(epoch):
            found = self._seals.examine(epoch)
            if found is Seal.BROKEN or (found is Seal.NONE and not self._is_older_than_seals(epoch)):
                self._faults.add(Fault(FaultCode.EPOCH_FORGED, EPOCHS, epoch.id, epoch.number))
            return self._seals.keys[epoch.key_mark], None
        key = self._seals.key_by_its_seal(epoch) or self._key_by_its_entries(epoch)
        if key is not None:
            self._faults.add(Fault(FaultCode.KEY_MARK_CHANGED, EPOCHS, epoch.id, epoch.number))
            return key, None
        return None, self._why_unchecked(epoch)

    def _is_older_than_seals(self, epoch: Epoch) -> bool:
        """Began before there were seals, and its key was away at the upgrade, so that nobody adopted it.

        Then it has entries, which are checked, and a later seal says that it was there without one.
        """
        return self._seals.entries_of(epoch) > 0 and self._is_vouched_for(epoch)

    def _why_unchecked(self, epoch: Epoch) -> Unchecked:
        if any(one.key_mark != epoch.key_mark for one in self._later(epoch)):
            return Unchecked.KEY_LOST
        return Unchecked.OTHER_KEY if self._seals.keys else Unchecked.NO_KEY

    def _key_by_its_entries(self, epoch: Epoch) -> bytes | None:
        """The key of ours that any of the first entries fits, although the mark is another key's."""
        for key in self._seals.keys.values():
            walk = ChainWalk(epoch.number, key, self._before_the_first(epoch), FaultLog())
            first = islice(self._db.run(ENTRIES, (epoch.id, 0)), _TRIED)
            if any(walk.take(row, *self._uids(row)) for row in first):
                return key
        return None

    def _walk(self, epoch: Epoch, key: bytes | None) -> int:
        """Give how many entries the epoch has."""
        start = self._since.get(epoch.id)
        previous = (start.chain_hash,) if start else self._before_the_first(epoch)
        after = start.chain_no if start else 0
        walk = ChainWalk(epoch.number, key, previous, self._faults, after)
        for row in self._db.run(ENTRIES, (epoch.id, after)):
            walk.take(row, *self._uids(row))
            self._done += 1
            if self._done % REPORT_EVERY == 0:
                self._advance(self._done)
        return after + walk.entries

    def _before_the_first(self, epoch: Epoch) -> tuple[bytes, ...]:
        """What the first entry may be chained to: the seal, or nothing where the epoch is older than seals.

        Where the seal was changed, it is what the seal should be.
        """
        if epoch.seal is None:
            return (chain.GENESIS,)
        match self._seals.examine(epoch):
            case Seal.BEGUN:
                return (epoch.seal,)
            case Seal.BROKEN:
                return (epoch.seal, chain.GENESIS, *self._seals.remade(epoch))
        return (chain.GENESIS, epoch.seal)

    def _is_vouched_for(self, epoch: Epoch) -> bool:
        """Does a later epoch, sealed with a key of ours, say that this one ended as it stands?"""
        return any(self._seals.examine(one) is Seal.BEGUN for one in self._later(epoch))

    def _later(self, epoch: Epoch) -> Iterator[Epoch]:
        return (
            one for one in self._seals.epochs if one.till_id == epoch.till_id and one.number > epoch.number
        )

    def _uids(self, row: Row) -> tuple[bytes, bytes]:
        """The till and the member of staff of an entry, as its hash names them."""
        return self._tills.get(row[3], b""), self._staff.get(row[4], b"")
