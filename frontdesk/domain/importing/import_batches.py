"""What an import would do, what it did, and the imports there have been."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from frontdesk.domain.acts import Changes
from frontdesk.domain.importing.imports import BadRow, FileKind, LeftOut, ReadFile


class Fate(StrEnum):
    """What becomes of a row: a new customer, something new about a known one, or nothing, as for who left."""

    NEW = "NEW"
    MATCHED = "MATCHED"
    UNCHANGED = "UNCHANGED"
    LEFT = "LEFT"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row that can come in. Whom it matches is a customer (`matched_id`) or an earlier row of the file.

    `stamps` counts those that come in, not what stood there.
    """

    line: int
    name: str
    phone: str
    fate: Fate
    matched_id: int | None = None
    matched_name: str = ""
    left_out: tuple[LeftOut, ...] = ()
    stamps: int = 0


@dataclass(frozen=True, slots=True)
class ReadyRewards:
    """How many customers bring two or more full cards, the stamps that these bring, and the rewards due."""

    customers: int = 0
    stamps: int = 0
    rewards: int = 0

    @classmethod
    def of(cls, stamps: Iterable[int], goal: int) -> "ReadyRewards":
        """From what each customer brings. One full card is a reward as on any day; more may be a mistake."""
        many = [each for each in stamps if each >= 2 * goal]
        return cls(len(many), sum(many), sum(each // goal for each in many))


@dataclass(frozen=True, slots=True, eq=False)
class ImportPreview:
    """What an import of `source`, a file's name, would do; nothing is saved yet.

    `new`, `matched` and `unchanged` count `rows`, the last with who left, `bad` counts `bad_rows`; `left_out`
    says of how many `rows` something does not come in, `photos` how many have a picture, so that the shop can
    be asked whether these people agreed to it. `ready` is what would have to be given away at once.
    """

    kind: FileKind
    source: str
    new: int
    matched: int
    unchanged: int
    bad: int
    left_out: int
    photos: int
    rows: tuple[PreviewRow, ...]
    bad_rows: tuple[BadRow, ...]
    ready: ReadyRewards
    file: ReadFile = field(repr=False)


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What an import, or its undo, did.

    `batch_id` is None when there was nothing to bring in. An import counts customers `added` and `updated`,
    pictures that could not be read, and in `left_out` rows of which something else did not come in. An undo
    counts those taken out and those put back, and in `kept` the added ones who stay, because they have visits
    of their own by now or were merged. `stopped` says that it was cancelled: what came in until then stays,
    as an unfinished import that can be undone.
    """

    batch_id: int | None
    added: int
    updated: int
    changes: Changes
    kept: int = 0
    photos_left_out: int = 0
    left_out: int = 0
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import. One that is not `finished` was cancelled, or broken off by a crash or a full disk."""

    id: int
    source: str
    at: int
    added: int
    updated: int
    finished: bool
    undone: bool
