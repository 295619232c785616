"""Holds the store's ledger against the backups: they know how far it had come, and with which keys.

The ledgers of one shop are a tree: a restore goes back to some entry and grows another branch from there,
which it declares as an epoch. A backup of a branch that was left this way says nothing against the store.
One that knows an epoch which the store does not know, and no later restore explains it, does: then the
store was put back by hand, or its end was removed.
"""

from collections.abc import Iterable, Iterator

from frontdesk.domain.verification import Fault, FaultCode
from frontdesk.storage.anchors import Heads, heads_of
from frontdesk.storage.database import Db
from frontdesk.storage.epochs import RESTORED


def end_faults(db: Db, backups: Iterable[Heads]) -> Iterator[Fault]:
    """Whatever a backup of this very branch had, the ledger must still have."""
    mine = heads_of(db)
    for backup in backups:
        yield from _mark_faults(mine, backup)
        if _was_left(mine, backup):
            continue
        if _unknown(backup, mine):
            yield Fault(FaultCode.LEDGER_CUT, backup.name)
            continue
        yield from _head_faults(db, backup)


def _unknown(one: Heads, other: Heads) -> list[int]:
    """When those epochs of `one` began that `other` does not know."""
    known = {epoch.identity for epoch in other.epochs}
    return [epoch.at for epoch in one.epochs if epoch.identity not in known]


def _was_left(mine: Heads, backup: Heads) -> bool:
    """Did a restore leave the branch that this backup is of? `restore` dates it after all it could know."""
    known = {epoch.identity for epoch in backup.epochs}
    restores = [e.at for e in mine.epochs if e.reason == RESTORED and e.identity not in known]
    return bool(restores) and max(restores) > max(_unknown(backup, mine), default=0)


def _mark_faults(mine: Heads, backup: Heads) -> Iterator[Fault]:
    """An epoch with another key's mark than it once had would not be checked any more."""
    marks = {epoch.identity: epoch.key_mark for epoch in backup.epochs}
    for epoch in mine.epochs:
        if marks.get(epoch.identity, epoch.key_mark) != epoch.key_mark:
            yield Fault(FaultCode.KEY_MARK_CHANGED, backup.name, epoch.id, epoch.number)


def _head_faults(db: Db, backup: Heads) -> Iterator[Fault]:
    for head in backup.heads:
        stored = db.value(
            "SELECT chain_hash FROM ledger_entry WHERE epoch_id = ? AND chain_no = ?",
            (head.epoch_id, head.chain_no),
        )
        if stored is None:
            yield Fault(FaultCode.LEDGER_CUT, backup.name, number=head.chain_no)
        elif stored != head.chain_hash:
            yield Fault(FaultCode.LEDGER_REWRITTEN, backup.name, number=head.chain_no)
