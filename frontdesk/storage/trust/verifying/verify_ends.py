"""Holds the store's ledger against the backups: they know how far it had come, and with which keys.

The ledgers of one shop are a tree: a restore goes back to some entry and grows another branch from there,
which it declares as an epoch. A backup of a branch that was left this way says nothing against the store.
One that knows an epoch which the store does not know, and no later restore explains it, does: then the
store was put back by hand, or its end was removed.

A restore explains only what its seal vouches for. One that was sealed long after it began, at the first
opening that knew of seals, could have been forged until then: it explains only backups that are as old.
"""

from collections.abc import Iterable, Iterator

from frontdesk.domain.trust.verification import Fault, FaultCode
from frontdesk.storage.database import Db
from frontdesk.storage.trust.anchors import Heads, heads_of
from frontdesk.storage.trust.epochs import RESTORED, Epoch, Seal, Seals


def end_faults(db: Db, backups: Iterable[Heads], seals: Seals) -> Iterator[Fault]:
    """Whatever a backup of this very branch had, the ledger must still have.

    Without any key no seal can be examined, and every restore is taken for what it says it is.
    """
    mine = heads_of(db)
    for backup in backups:
        if backup.shop != mine.shop:
            continue  # another shop was opened here before
        yield from _row_faults(mine, backup)
        if _was_left(mine, backup, seals):
            continue
        if _unknown(backup, mine):
            yield Fault(FaultCode.LEDGER_CUT, backup.name)
            continue
        yield from head_faults(db, backup)


def _unknown(one: Heads, other: Heads) -> list[int]:
    """When those epochs of `one` began that `other` does not know."""
    known = {epoch.identity for epoch in other.epochs}
    return [epoch.at for epoch in one.epochs if epoch.identity not in known]


def _was_left(mine: Heads, backup: Heads, seals: Seals) -> bool:
    """Did a restore leave the branch that this backup is of? `restore` dates it after all it could know."""
    known = {epoch.identity for epoch in backup.epochs}
    restores = [e for e in mine.epochs if e.reason == RESTORED and e.identity not in known]
    believed = [e.at for e in restores if not seals.keys or _explains(seals.examine(e), backup.epochs)]
    return bool(believed) and max(believed) > max(_unknown(backup, mine), default=0)


def _explains(seal: Seal | None, known: Iterable[Epoch]) -> bool:
    return seal is Seal.BEGUN or (seal is Seal.ADOPTED and all(epoch.seal is None for epoch in known))


def _row_faults(mine: Heads, backup: Heads) -> Iterator[Fault]:
    """With another mark than it once had an epoch would not be checked any more. Nor may its seal change."""
    then = {epoch.identity: epoch for epoch in backup.epochs}
    for epoch in mine.epochs:
        before = then.get(epoch.identity, epoch)
        if before.key_mark != epoch.key_mark:
            yield Fault(FaultCode.KEY_MARK_CHANGED, backup.name, epoch.id, epoch.number)
        if before.reason != epoch.reason or before.seal not in (None, epoch.seal):
            yield Fault(FaultCode.EPOCH_FORGED, backup.name, epoch.id, epoch.number)


def head_faults(db: Db, backup: Heads) -> Iterator[Fault]:
    """The entries in which its chains ended must be here, as they were."""
    for head in backup.heads:
        stored = db.value(
            "SELECT chain_hash FROM ledger_entry WHERE epoch_id = ? AND chain_no = ?",
            (head.epoch_id, head.chain_no),
        )
        if stored is None:
            yield Fault(FaultCode.LEDGER_CUT, backup.name, number=head.chain_no)
        elif stored != head.chain_hash:
            yield Fault(FaultCode.LEDGER_REWRITTEN, backup.name, number=head.chain_no)
