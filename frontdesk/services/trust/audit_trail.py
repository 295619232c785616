"""Who did what, for whoever may know it: a page at a time, of one customer, or as a table to take out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.trust.deeds import (
    Deed,
    DeedChoices,
    DeedFacts,
    DeedPage,
    DeedPlace,
    DeedsAsked,
    DeedSource,
)
from frontdesk.interchange.table_out import write_table
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.importing.exports import whole_file
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store
from frontdesk.storage.trust import audit_trail, deed_facts
from frontdesk.storage.trust.audit_trail import Written
from frontdesk.texts import Texts
from frontdesk.wording.deeds import table_heading, table_row

AT_ONCE: Final = 50
_OF_A_TABLE: Final = 500


class AuditTrail:
    """A manager's to read. Any thread; a page takes milliseconds among a million acts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(
        self, act: Act, asked: DeedsAsked, after: DeedPlace | None = None, limit: int = AT_ONCE
    ) -> DeedPage:
        """The latest that were asked for, or those before the place `after`.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED.
        """
        check_role(self._store, act, Role.MANAGER, "READ_DEEDS", asked.customer_id)
        return self._page(asked, after, limit)

    def of_customer(
        self, act: Act, customer_id: int, after: DeedPlace | None = None, limit: int = AT_ONCE
    ) -> tuple[Deed, ...]:
        """What was done for a customer, on whichever of their records; the `place` of the last of them is the
        next call's `after`, and there is nothing more where fewer than `limit` came. Raises as `page` does.
        """
        return self.page(act, DeedsAsked(customer_id=customer_id), after, limit).deeds

    def choices(self, act: Act) -> DeedChoices:
        """What the trail can be narrowed down to. Raises as `page` does."""
        check_role(self._store, act, Role.MANAGER, "READ_DEEDS")
        db = self._store.read()
        return DeedChoices(tuple(audit_trail.staff(db).items()), tuple(audit_trail.tills(db).items()))

    def take_out(
        self,
        act: Act,
        path: Path,
        asked: DeedsAsked,
        texts: Texts,
        zone: ZoneInfo,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int | None:
        """Write what was asked for to `path` as a table, the newest first, in the reader's language, and give
        how many acts it has; None where it was `cancelled`, and nothing is there then. That it was taken out
        is an act of its own. Slow, for a worker thread. Raises `Refused` ONLY_MANAGER, PIN_NEEDED; OSError.
        """
        self._store.submit(
            lambda: begin(self._store, act, "TAKE_OUT_DEEDS", needs=Role.MANAGER), act
        ).result()
        # What comes meanwhile is not in it, nor is that it is taken out.
        until = asked if asked.until is not None else replace(asked, until=act.at)
        try:
            with whole_file(path) as file:
                return write_table(self._rows(until, texts, zone, progress, cancelled), file) - 1
        except _Stopped:
            return None

    def _rows(
        self,
        asked: DeedsAsked,
        texts: Texts,
        zone: ZoneInfo,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Iterator[Sequence[str]]:
        yield table_heading(texts)
        after, done = None, 0
        while True:
            page = self._page(asked, after, _OF_A_TABLE)
            for deed in page.deeds:
                yield table_row(texts, deed, zone)
            done += len(page.deeds)
            progress(done, 0)
            if page.more is None:
                return
            if cancelled():
                raise _Stopped
            after = page.more

    def _page(self, asked: DeedsAsked, after: DeedPlace | None, limit: int) -> DeedPage:
        db = self._store.read()
        written = audit_trail.page(db, asked, after, limit + 1)
        shown = written[:limit]
        more = shown[-1].place if len(written) > limit else None
        return DeedPage(_told(db, shown), more)


def _told(db: Db, written: list[Written]) -> tuple[Deed, ...]:
    """With all that is to be said of each, in few statements for the whole page."""
    acts = [each for each in written if each.place.source is DeedSource.ACT]
    undone = audit_trail.acts(db, {each.undoes_id for each in acts if each.undoes_id is not None})
    facts, taken_on = deed_facts.told(db, [*acts, *undone.values()])
    names = _Names(db, [*written, *undone.values()], taken_on)
    back = audit_trail.undone_by(db, [each.place.id for each in acts])
    deeds = list[Deed]()
    for each in written:
        is_act = each.place.source is DeedSource.ACT
        before = undone.get(each.undoes_id or 0)
        deeds.append(
            names.deed(
                each,
                facts.get(each.place.id, DeedFacts()) if is_act else DeedFacts(),
                undoes=names.deed(before, facts.get(before.place.id, DeedFacts())) if before else None,
                undone_by=names.staff.get(back.get(each.place.id, 0), "") if is_act else "",
            )
        )
    return tuple(deeds)


class _Stopped(Exception):
    """Nobody wants the table any more."""


class _Names:
    """Whom the rows of a page speak of."""

    def __init__(self, db: Db, written: list[Written], taken_on: dict[int, int]) -> None:
        self.staff, self._tills, self._taken_on = audit_trail.staff(db), audit_trail.tills(db), taken_on
        named = {each.customer_id for each in written if each.customer_id is not None}
        self._customers = audit_trail.customers(db, named | set(taken_on.values()))

    def deed(
        self, row: Written, facts: DeedFacts, *, undoes: Deed | None = None, undone_by: str = ""
    ) -> Deed:
        of_act = self._taken_on.get(row.place.id) if row.place.source is DeedSource.ACT else None
        return Deed(
            row.place,
            row.kind,
            row.staff_id,
            self.staff.get(row.staff_id, ""),
            self._tills.get(row.till_id, ""),
            self._customers.get(row.customer_id or of_act or 0),
            row.reason,
            undoes,
            undone_by,
            facts,
        )
