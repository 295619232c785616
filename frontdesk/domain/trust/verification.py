"""What a verification of the store can find. Codes and row keys only: a report may be mailed to strangers."""

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

MOST_FAULTS: Final = 100
"""A report names so many faults of each sort. A renumbered ledger would otherwise name every entry; and were
they counted together, the many that follow from one would leave no room for that one."""


LAST_CHECK: Final = "last check"
"""Stands where a backup's name would, of what the last check of the ledger noted."""


class FaultCode(StrEnum):
    """One way in which a store is not what the program left behind."""

    DAMAGED_FILE = "DAMAGED_FILE"
    OLD_SCHEMA = "OLD_SCHEMA"
    SCHEMA_CHANGED = "SCHEMA_CHANGED"
    TRIGGER_MISSING = "TRIGGER_MISSING"
    ORPHAN_ROW = "ORPHAN_ROW"
    ENTRY_EDITED = "ENTRY_EDITED"
    ENTRIES_MISSING = "ENTRIES_MISSING"
    ENTRY_MOVED = "ENTRY_MOVED"
    LEDGER_CUT = "LEDGER_CUT"
    LEDGER_REWRITTEN = "LEDGER_REWRITTEN"
    KEY_MARK_CHANGED = "KEY_MARK_CHANGED"
    EPOCH_FORGED = "EPOCH_FORGED"
    EPOCHS_MISSING = "EPOCHS_MISSING"
    WRONG_BALANCE = "WRONG_BALANCE"
    WRONG_REVERSAL = "WRONG_REVERSAL"
    WRONG_OWNER = "WRONG_OWNER"
    TERMS_CHANGED = "TERMS_CHANGED"
    WRONG_REFERRAL = "WRONG_REFERRAL"
    WRONG_MERGE = "WRONG_MERGE"
    ACT_WITHOUT_ENTRY = "ACT_WITHOUT_ENTRY"
    WRONG_ACT = "WRONG_ACT"
    WRONG_UNDO = "WRONG_UNDO"
    WRONG_STATE = "WRONG_STATE"
    WRONG_SUMMARY = "WRONG_SUMMARY"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: `where` is the table, trigger or check, `row` the key of its row, 0 when it has none.

    `number` is how many entries are missing, or the schema that was found, or the entry in a backup
    (0 where the backup knows a whole epoch that the store does not). Of an epoch it is the epoch's number,
    of missing epochs how many they are.
    """

    code: FaultCode
    where: str
    row: int = 0
    number: int = 0


@dataclass(slots=True)
class FaultLog:
    """Collects faults: keeps the first of each sort, counts them all."""

    first: list[Fault] = field(default_factory=list)
    count: int = 0
    _kept: Counter[FaultCode] = field(default_factory=Counter)

    def add(self, fault: Fault) -> None:
        self.count += 1
        self._kept[fault.code] += 1
        if self._kept[fault.code] <= MOST_FAULTS:
            self.first.append(fault)

    def rename(self, where: str, row: int, code: FaultCode) -> None:
        """Give the faults of one row another code: what came after it explained it."""
        self.first[:] = [
            replace(fault, code=code) if (fault.where, fault.row) == (where, row) else fault
            for fault in self.first
        ]


class Unchecked(StrEnum):
    """Why the hashes of an epoch could not be recalculated."""

    NO_KEY = "NO_KEY"
    """The file with the key is not there."""
    OTHER_KEY = "OTHER_KEY"
    """The file holds another key, and no later epoch says that the old one was lost."""
    KEY_LOST = "KEY_LOST"
    """A later epoch was begun with a new key: the old one had been lost."""


@dataclass(frozen=True, slots=True)
class EpochChecked:
    """One stretch of a till's chain, declared with the `reason` it began for.

    `unchecked` is None where every hash was recalculated, and where there is none, as a later seal says.
    """

    till_id: int
    number: int
    reason: str
    at: int
    entries: int
    unchecked: Unchecked | None = None

    @property
    def checked(self) -> bool:
        return self.unchecked is None


class StartFinding(StrEnum):
    """What the check at a start has to tell the person at the counter."""

    FAULTS = "FAULTS"
    UNCHECKED = "UNCHECKED"
    """A stretch of the ledger that cannot be checked, and was not known as such at the last check."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """The outcome. `faults` holds the first of them, `fault_count` says how many there are.

    `unreadable_backups` names backups that could not be read; the shop's own data is not at fault for them.
    It is `ok` when nothing is wrong and nothing was left out: a ledger that could not be checked is not.
    """

    faults: tuple[Fault, ...]
    fault_count: int
    entries: int
    short_hash: str
    epochs: tuple[EpochChecked, ...]
    unreadable_backups: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return self.fault_count == 0 and all(epoch.checked for epoch in self.epochs)

    @property
    def unchecked(self) -> int:
        """How many entries could not be checked."""
        return sum(epoch.entries for epoch in self.epochs if not epoch.checked)
