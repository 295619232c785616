"""What is to be done with each row of a file: seen before anything is saved, and again while it is done."""

from collections import Counter
from collections.abc import Callable, Iterator

from frontdesk.domain.importing.import_batches import Fate, PreviewRow
from frontdesk.domain.importing.imports import Column, LeftOut, ReadFile, RowFault
from frontdesk.services.importing.import_matching import (
    STAMPS,
    Incoming,
    InFile,
    InStore,
    KnownPeople,
    Match,
    incoming,
)
from frontdesk.services.importing.import_rows import lacking, left_out
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers

PROGRESS_STEP = 500


class ImportPlan:
    """The rows of one file against the store as it is now. Rows are made ready one by one, and not kept.

    `brought` counts the stamps that each person would bring, for as many rows as were previewed.
    """

    def __init__(self, db: Db, shop: ShopService, file: ReadFile, now: int) -> None:
        self._db = db
        self._facts = shop.facts()
        self._file = file
        self._now = now
        self.brought: Counter[InStore | InFile] = Counter()

    def matched(self) -> Iterator[tuple[Incoming, Match]]:
        """Each row with who it already is."""
        people = KnownPeople(self._db, self._facts.phone_prefix)
        if people.have_contacts:
            for place in range(len(self._file.rows)):
                people.announce(self._ready(place))
        for place in range(len(self._file.rows)):
            row = self._ready(place)
            yield row, people.match(place, row)

    def preview(self, tell: Callable[[int, int], None]) -> Iterator[PreviewRow]:
        """Each row with its fate, which also depends on what earlier rows tell of the same person."""
        told: dict[Match, frozenset[str]] = {}
        for place, (row, match) in enumerate(self.matched()):
            if place % PROGRESS_STEP == 0:
                tell(place, len(self._file.rows))
            shown = self._shown(row, match, told)
            if shown.stamps:
                self.brought[match or InFile(place)] += shown.stamps
            yield shown

    def _shown(self, row: Incoming, match: Match, told: dict[Match, frozenset[str]]) -> PreviewRow:
        if match is None:
            return _of_new(row)
        if isinstance(match, InStore) and match.left:
            return self._of_left(row, match.customer_id)
        return self._of_known(row, match, told)

    def _of_left(self, row: Incoming, id_: int) -> PreviewRow:
        """Nothing of theirs comes in: they have it all already, and are welcomed back at the counter."""
        name = str(customers.columns(self._db, id_, ("name",))["name"])
        out = (LeftOut(RowFault.HAS_LEFT, Column.NAME, name),)
        return PreviewRow(row.line, row.name, _phone_of(row), Fate.LEFT, id_, name, out)

    def _of_known(
        self, row: Incoming, match: InStore | InFile, told: dict[Match, frozenset[str]]
    ) -> PreviewRow:
        """A row about whom we know. Stamps add up, all else is told once."""
        if isinstance(match, InFile):
            earlier = self._ready(match.row)
            known, brings, name, id_ = earlier.parts, row.parts, earlier.name, None
            out, stamps = row.left_out, row.stamps
        else:
            id_ = match.customer_id
            name = str(customers.columns(self._db, id_, ("name",))["name"])
            what = lacking(self._db, id_, row)
            known, brings = frozenset(), what.parts
            out, stamps = left_out(row, what), what.stamps
        before = told.get(match, known)
        told[match] = before | brings
        fate = Fate.MATCHED if brings - (before - {STAMPS}) else Fate.UNCHANGED
        return PreviewRow(row.line, row.name, _phone_of(row), fate, id_, name, out, stamps)

    def _ready(self, place: int) -> Incoming:
        return incoming(
            self._file.rows[place],
            self._file.kind,
            prefix=self._facts.phone_prefix,
            zone=self._facts.zone,
            now=self._now,
        )


def _of_new(row: Incoming) -> PreviewRow:
    return PreviewRow(row.line, row.name, _phone_of(row), Fate.NEW, left_out=row.left_out, stamps=row.stamps)


def _phone_of(row: Incoming) -> str:
    return row.phone.shown if row.phone else ""
