"""What is to be done with each row of a file: seen before anything is saved, and again while it is done."""

from collections.abc import Callable, Iterator

from frontdesk.domain.import_batches import Fate, PreviewRow
from frontdesk.domain.imports import ReadFile
from frontdesk.services.import_matching import Incoming, InFile, InStore, KnownPeople, Match, incoming
from frontdesk.services.import_rows import lacking
from frontdesk.services.shop import ShopService
from frontdesk.storage import customers
from frontdesk.storage.database import Db

PROGRESS_STEP = 500


class ImportPlan:
    """The rows of one file against the store as it is now. Rows are made ready one by one, and not kept."""

    def __init__(self, db: Db, shop: ShopService, file: ReadFile, now: int) -> None:
        self._db = db
        self._facts = shop.facts()
        self._file = file
        self._now = now

    def matched(self) -> Iterator[tuple[Incoming, Match]]:
        """Each row with who it already is."""
        people = KnownPeople(self._db, self._facts.phone_prefix)
        for place in range(len(self._file.rows)):
            row = self._ready(place)
            yield row, people.match(place, row)

    def preview(self, tell: Callable[[int, int], None]) -> Iterator[PreviewRow]:
        """Each row with its fate, which also depends on what earlier rows tell of the same person."""
        told: dict[Match, frozenset[str]] = {}
        for place, (row, match) in enumerate(self.matched()):
            if place % PROGRESS_STEP == 0:
                tell(place, len(self._file.rows))
            shown = row.phone.shown if row.phone else ""
            if match is None:
                yield PreviewRow(row.line, row.name, shown, Fate.NEW, left_out=row.left_out)
                continue
            known, missing, name = self._comparison(row, match)
            before = told.get(match, known)
            told[match] = before | missing
            fate = Fate.MATCHED if missing - before else Fate.UNCHANGED
            id_ = match.customer_id if isinstance(match, InStore) else None
            yield PreviewRow(row.line, row.name, shown, fate, id_, name, row.left_out)

    def _comparison(
        self, row: Incoming, match: InStore | InFile
    ) -> tuple[frozenset[str], frozenset[str], str]:
        """What is known of whom the row matches, what the row could add, and their name."""
        if isinstance(match, InFile):
            earlier = self._ready(match.row)
            return earlier.parts, row.parts, earlier.name
        name = customers.columns(self._db, match.customer_id, ("name",))["name"]
        return frozenset(), lacking(self._db, match.customer_id, row).parts, str(name)

    def _ready(self, place: int) -> Incoming:
        return incoming(
            self._file.rows[place],
            self._file.kind,
            prefix=self._facts.phone_prefix,
            zone=self._facts.zone,
            now=self._now,
        )
