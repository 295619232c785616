"""The table of all customers: whoever answers to a question, in any order, and the lines in sight."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.days import day_at
from frontdesk.domain.loyalty.programmes import ProgrammeKind
from frontdesk.domain.people.customer_filters import CustomerFilter, TableQuery
from frontdesk.domain.people.customer_states import CustomerState, state_of, usual_gap
from frontdesk.domain.people.customer_table import CustomerLine, Found
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.people.phones import search_digits
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.slipping import Missing
from frontdesk.interchange.cells import defuse
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.regulars.slipping import SlippingService
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.people import customer_columns, saved_filters
from frontdesk.storage.people.customer_columns import CONSENT_BITS, Counting, PersonRow
from frontdesk.storage.people.customer_conditions import Today
from frontdesk.storage.people.customer_keys import Arrange, CustomerKeys
from frontdesk.storage.store import Store

SEE: Final = "SEE_CUSTOMERS"
_SLICE: Final = 500
FIRST_LINES: Final = 100


@dataclass(frozen=True, slots=True)
class TableChoices:
    """What can be chosen from: the languages that customers speak, and who ever served anybody."""

    languages: tuple[str, ...]
    staff: Mapping[int, str]


class CustomerTableService:
    """All of it needs a manager: each method raises `Refused` ONLY_MANAGER, PIN_NEEDED.

    `first` and `lines` are quick enough for the window's thread; `prepare` reads everybody and comes before
    `find`, both on a worker's. What was read answers until it is read anew, or let go.
    """

    def __init__(self, store: Store, shop_service: ShopService, slipping: SlippingService) -> None:
        self._store, self._shop, self._slipping = store, shop_service, slipping
        self._preparing, self._following = Lock(), Lock()
        self._keys: CustomerKeys | None = None
        self._read_up_to = 0
        self._arrange: Arrange = _as_they_are
        self._meanwhile: set[int] = set()
        self._missing: dict[int, Missing] = {}
        self._learnt: tuple[int, date] | None = None
        self._looks = 0

    # --- reading ---

    def first(self, act: Act) -> Found:
        """Who came last, as many as a window shows, before everybody is read."""
        check_role(self._store, act, Role.MANAGER, SEE)
        ids, count = customer_columns.who_came_last(self._store.read(), FIRST_LINES)
        return Found(array("q", ids), count, count, whole=False)

    def is_read(self, arrange: Arrange) -> bool:
        """Whether `find` answers already, if perhaps as of a while ago, with names in this order."""
        return self._keys is not None and self._arrange is arrange

    def prepare(self, act: Act, arrange: Arrange) -> TableChoices:
        """Read everybody, unless nothing was done in the shop since that was done. `arrange` puts names in
        the order of a language. Slow.
        """
        check_role(self._store, act, Role.MANAGER, SEE)
        with self._preparing:
            db = self._store.read()
            staff, up_to = customer_columns.staff_names(db), _acts(db)
            keys = self._keys
            if keys is None or self._read_up_to != up_to or self._arrange is not arrange:
                self._meanwhile = set()
                keys = CustomerKeys(self._store.path, self._counting(act.at))
                keys.read_all()
                self._tell_states(keys, act.at)
                keys.arrange(arrange, staff)
                with self._following:
                    self._arrange = arrange
                    if self._meanwhile:
                        self._follow(keys, act.at, self._meanwhile)
                    self._keys, self._read_up_to = keys, up_to
            return TableChoices(keys.languages(), staff)

    def learn(self, act: Act) -> None:
        """Who is missed, for the state of each of them. Slow on the first call of a day."""
        check_role(self._store, act, Role.MANAGER, SEE)
        ground = _acts(self._store.read()), self._today(act.at).day
        if ground == self._learnt:
            return
        missing = self._slipping.missing(act.at)
        with self._preparing:
            self._missing, self._learnt = missing, ground
            if self._keys is not None:
                self._tell_states(self._keys, act.at)

    def find(self, act: Act, query: TableQuery, changed: Collection[int] = ()) -> Found | None:
        """Who answers; those who `changed` are read again first. None before `prepare` and after `let_go`."""
        check_role(self._store, act, Role.MANAGER, SEE)
        with self._following:
            keys = self._keys
            self._meanwhile.update(changed)
            if keys is not None and changed:
                self._follow(keys, act.at, changed)
        if keys is None:
            return None
        return keys.find(self._understood(query), self._today(act.at))

    def lines(self, act: Act, ids: Collection[int]) -> dict[int, CustomerLine]:
        """These people as the store has them now; whoever is gone is not among them."""
        check_role(self._store, act, Role.MANAGER, SEE)
        return self._lines(act.at, ids)

    def look(self) -> int:
        """Somebody begins to look at the table: a number to `let_go` of it with."""
        self._looks += 1
        return self._looks

    def let_go(self, look: int) -> None:
        """They look no more: what was read of everybody is forgotten, however late that was, unless somebody
        else began to look since.
        """
        if look == self._looks:
            self._keys = None

    def layout(self, act: Act) -> str:
        """How the columns were left, as a document; nothing where nobody has touched them."""
        check_role(self._store, act, Role.MANAGER, SEE)
        return saved_filters.layout(self._store.read())

    # --- writing ---

    def keep_layout(self, act: Act, document: str) -> None:
        """The columns stand so from now on."""
        if begin(self._store, act, "ARRANGE_COLUMNS", needs=Role.MANAGER) is not None:
            saved_filters.keep_layout(self._store.write(), document, act.at)

    def copied(self, act: Act, ids: Sequence[int], cells: Callable[[CustomerLine], Sequence[str]]) -> str:
        """These lines as a table to paste, `cells` of each in a row. That they were taken is on record. Not
        on the window's thread.
        """
        self._store.submit(lambda: begin(self._store, act, "COPY_CHOSEN", needs=Role.MANAGER), act).result()
        rows: list[str] = []
        for begin_at in range(0, len(ids), _SLICE):
            slice_ = ids[begin_at : begin_at + _SLICE]
            lines = self._lines(act.at, slice_)
            rows += ("\t".join(map(_pasted, cells(lines[id_]))) for id_ in slice_ if id_ in lines)
        return "\n".join(rows)

    # --- parts of the above ---

    def _lines(self, now: int, ids: Collection[int]) -> dict[int, CustomerLine]:
        db = self._store.read()
        rows = customer_columns.lines(db, self._counting(now), ids)
        staff = customer_columns.staff_names(db)
        groups = customer_columns.called(db, {row.holder for row in rows.values() if row.holder is not None})
        return {id_: self._line(row, now, groups, staff) for id_, row in rows.items()}

    def _line(
        self, row: PersonRow, now: int, groups: Mapping[int, str], staff: Mapping[int, str]
    ) -> CustomerLine:
        month, day = row.birth_month, row.birth_day
        return CustomerLine(
            id=row.id,
            name=row.name,
            called=row.called,
            has_photo=bool(row.photo),
            phone=row.phone,
            language=row.language,
            first_at=row.first_at,
            last_at=row.last_at,
            visits=row.visits,
            gap=usual_gap(row.visits, row.first_at, row.last_at),
            stamps=row.stamps,
            rewards=row.rewards,
            birthday=Birthday(month, day, row.birth_year) if month is not None and day is not None else None,
            consents=frozenset(purpose for purpose, bit in CONSENT_BITS.items() if row.consents & bit),
            state=self._state(
                row.id, row.visits, row.first_at, row.last_at, row.since, bool(row.has_left), now
            ),
            since=row.since,
            group=groups.get(row.holder, "") if row.holder is not None else "",
            served_by=staff.get(row.served_by, "") if row.served_by is not None else "",
        )

    def _state(
        self,
        id_: int,
        visits: int,
        first_at: int | None,
        last_at: int | None,
        since: int,
        left: int,
        now: int,
    ) -> CustomerState:
        missing = self._missing.get(id_)
        return state_of(visits, first_at, last_at, since, now, missing=missing, left=bool(left))

    def _tell_states(self, keys: CustomerKeys, now: int, ids: Collection[int] | None = None) -> None:
        def state(
            id_: int, visits: int, first_at: int | None, last_at: int | None, since: int, left: bool
        ) -> CustomerState:
            return self._state(id_, visits, first_at, last_at, since, left, now)

        keys.tell_states(state, ids)

    def _follow(self, keys: CustomerKeys, now: int, changed: Collection[int]) -> None:
        """Take in what became of these people; whose name is another one moves to its place."""
        placed = keys.read_again(changed)
        if self._missing:
            for id_ in changed:
                self._miss(id_, now)
        self._tell_states(keys, now, changed)
        if not placed:
            keys.arrange(self._arrange, customer_columns.staff_names(self._store.read()))

    def _miss(self, id_: int, now: int) -> None:
        """How one of them is missed now; whoever left, or was merged, is not."""
        self._missing.pop(id_, None)
        try:
            missed = self._slipping.one(id_, now)
        except Refused:
            return
        if missed is not None and missed.fine is None:
            self._missing[missed.customer_id] = missed.state

    def _counting(self, now: int) -> Counting:
        """A reward is ready by today's prices."""
        prices = {
            each.id: each.price_at(now)
            for each in self._shop.facts().programmes
            if each.kind is ProgrammeKind.STAMPS and each.span.redeems(now)
        }
        return Counting(prices)

    def _today(self, now: int) -> Today:
        zone = self._shop.facts().zone
        return Today(day_at(now, zone), zone)

    def _understood(self, query: TableQuery) -> TableQuery:
        """A number is looked for as it may be written, with the country before it or without."""
        search = query.filter.search
        if any(char.isalpha() for char in search) or not any(char.isdecimal() for char in search):
            return query
        digits = search_digits(search, self._shop.facts().phone_prefix) or search
        return replace(query, filter=CustomerFilter(query.filter.conditions, digits))


def _pasted(cell: str) -> str:
    """A cell that neither breaks the table nor is a formula where it is pasted."""
    return defuse(" ".join(cell.split()))


def _acts(db: Db) -> int:
    """How far the shop's acts go: what was read before the last of them may be otherwise now."""
    return db.value("SELECT max(id) FROM gesture") or 0


def _as_they_are(names: Collection[str]) -> range:
    return range(len(names))
