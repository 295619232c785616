"""How far the ledger had come when this computer last looked, in a small file beside the key.

A check is dear and made at a start; this note is cheap, and moves on with every backup: each hour and at the
close. So a store that was put back by hand lacks an end that is noted here, also when the latest backup went
with it. After a kill, what came since the last full hour is not covered: only paper knows of that.

It cannot accuse wrongly. It is read from the store only after a commit, which `synchronous = FULL` has put on
the disk by then, so a power cut cannot leave a store behind the note. A restore by the program declares
itself, as it does to the backups. And it never moves on over an end that is missing: the loss stays told.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from frontdesk.config import Paths
from frontdesk.domain.trust.verification import LAST_CHECK, FaultCode
from frontdesk.storage.database import Db, StoreError
from frontdesk.storage.opening import DAMAGED_ROW, opened
from frontdesk.storage.trust.anchors import Heads, heads_of
from frontdesk.storage.trust.custody import Custody, known_keys
from frontdesk.storage.trust.epochs import Seals, heads_in
from frontdesk.storage.trust.verifying.verify_ends import end_faults
from frontdesk.storage.trust.vouched import NOT_BELIEVED, facts_of, heads_from, key_for, read_note, write_note

log = logging.getLogger(__name__)


def read_reached(path: Path, keys: Iterable[bytes]) -> Heads | None:
    """The ledger's end as it was noted; None where it was not, or none of the keys vouches for the file."""
    try:
        return heads_from(read_note(path, keys)["reached"])
    except FileNotFoundError:
        return None
    except NOT_BELIEVED:
        log.warning("what was noted of the ledger's end is not to be believed")
        return None


def move_on(paths: Paths, keeper: Custody | None = None, *, checked: bool = False) -> None:
    """Note where the ledger ends now, if it still has the end that was noted; the work of a moment.

    After a check that was good (`checked`) the note says what the store says, whatever stood there. A note
    that cannot be made is worth a line in the log: no backup and no close may fail for it.
    """
    try:
        keys = tuple(known_keys(paths, keeper).values())
        before = None if checked else read_reached(paths.reached, keys)
        with opened(paths.store) as db:
            db.run("BEGIN")  # what is compared and what is noted are of one moment
            now = heads_of(db, LAST_CHECK)
            missed = before is not None and before != now and _is_missed(db, before, now, keys)
        key = key_for(now, keys)
        if key is not None and before != now and not missed:
            write_note(paths.reached, key, {"reached": facts_of(now)})
    except (OSError, StoreError, *DAMAGED_ROW) as error:
        log.warning("the end of the ledger was not noted: %s", type(error).__name__)


@dataclass(frozen=True, slots=True)
class CutOff:
    """How many entries are missing, how many are left, and when the last of these was made, if any is."""

    missing: int
    left: int
    last_at: int | None


def cut_off(db: Db, reached: Heads, keys: tuple[bytes, ...]) -> CutOff | None:
    """What the store has no more of the ledger that was noted; None where its end is there."""
    faults = end_faults(db, [reached], Seals(db, keys))
    if all(fault.code is not FaultCode.LEDGER_CUT for fault in faults):
        return None
    ends = {head.epoch_id: head.chain_no for head in heads_in(db)}
    missing = sum(max(head.chain_no - ends.get(head.epoch_id, 0), 0) for head in reached.heads)
    last_at = db.value("SELECT at FROM ledger_entry ORDER BY id DESC LIMIT 1")
    return CutOff(missing, sum(ends.values()), last_at) if missing else None


def _is_missed(db: Db, before: Heads, now: Heads, keys: tuple[bytes, ...]) -> bool:
    """Is this another shop, or one without the end that it had?"""
    return before.shop != now.shop or any(end_faults(db, [before], Seals(db, keys)))
