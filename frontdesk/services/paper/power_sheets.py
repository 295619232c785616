"""The power-cut sheet: whom it names, recorded when it is printed. keying_in.py takes it back in."""

from collections.abc import Sequence

from frontdesk.domain.acts import Act
from frontdesk.domain.paper.power_sheets import (
    LOOKED_BACK,
    MOST_PEOPLE,
    Candidate,
    PowerSheet,
    SheetRow,
    lines_for,
    most_regular,
    paper_names,
)
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.loyalty.choosing import programme_of
from frontdesk.services.loyalty.limits import check_at_once
from frontdesk.services.regulars.wall import WallService
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import stamping
from frontdesk.storage.paper import power_sheets
from frontdesk.storage.paper.power_sheets import SheetFacts
from frontdesk.storage.regulars import habits
from frontdesk.storage.store import Store

OFFERED = 8
"""So many of the latest sheets can be keyed in."""


class PowerSheetService:
    def __init__(self, store: Store, shop_service: ShopService, wall: WallService) -> None:
        self._store = store
        self._shop = shop_service
        self._wall = wall

    # --- reading ---

    def candidates(self, now: int) -> tuple[Candidate, ...]:
        """Whom to print: who comes most in these weeks, the likeliest first; then who else may come now."""
        often = most_regular(habits.begun_since(self._store.read(), now - LOOKED_BACK), now)
        coming = self._wall.again(often[: 2 * MOST_PEOPLE], now)
        known = {hit.customer_id for hit in coming}
        others = (hit for hit in self._wall.tiles(now, MOST_PEOPLE) if hit.customer_id not in known)
        hits = (*coming, *others)[:MOST_PEOPLE]
        return tuple(Candidate(hit.customer_id, hit.name, hit.called) for hit in hits)

    def sheets(self) -> tuple[PowerSheet, ...]:
        """The latest sheets, newest first."""
        db = self._store.read()
        return tuple(self._sheet(db, facts) for facts in power_sheets.latest(db, OFFERED))

    def make(self, act: Act, customer_ids: Sequence[int]) -> PowerSheet:
        """Record a sheet that is about to be printed, with these people in this order.

        Raises `Refused`: NO_PROGRAMME, UNKNOWN_CUSTOMER, TOO_MANY_AT_ONCE.
        """
        check_at_once(MOST_PEOPLE, len(customer_ids), least=0)
        begun = begin(self._store, act, "PRINT_SHEET")
        if begun is not None:
            db = begun.db
            programme = programme_of(self._shop.programmes(), None, act.at)
            roots = dict.fromkeys(root_of(db, customer_id) for customer_id in customer_ids)
            rows = [(root_id, stamping.balance(db, root_id, programme.id)) for root_id in roots]
            lines = lines_for(len(rows))
            power_sheets.add(db, self._store.new_id, act, begun.id, programme.id, lines, rows)
        facts = power_sheets.made_by(self._store.write(), act.gesture)
        assert facts is not None, "an act that made a sheet has made it"
        return self._sheet(self._store.write(), facts)

    def _sheet(self, db: Db, facts: SheetFacts) -> PowerSheet:
        programme = programme_of(self._shop.programmes(), facts.programme_id, facts.made_at)
        cheapest = programme.terms_at(facts.made_at).cheapest
        rows = power_sheets.rows_of(db, facts.id)
        names = paper_names([Candidate(row.customer_id, row.name, row.called) for row in rows])
        return PowerSheet(
            facts.id,
            facts.uid,
            facts.number,
            facts.made_at,
            programme,
            facts.lines,
            tuple(
                SheetRow(
                    row.line,
                    row.customer_id,
                    name,
                    row.stamps,
                    cheapest is not None and row.stamps >= cheapest.price,
                    row.by_name,
                )
                for row, name in zip(rows, names, strict=True)
            ),
        )
