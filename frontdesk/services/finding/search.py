"""Find a customer by any part of a name, the end of a phone number, or a scanned card."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.domain.days import day_at
from frontdesk.domain.finding.hits import Badge, Found, Hit
from frontdesk.domain.finding.scans import Scan
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind
from frontdesk.domain.paper.codes import CodeKind, read_code
from frontdesk.domain.people.customers import BIRTHDAY_AHEAD, Birthday
from frontdesk.domain.people.leaving import Left
from frontdesk.domain.people.phones import search_digits
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Row
from frontdesk.storage.finding import search
from frontdesk.storage.paper import codes
from frontdesk.storage.people import leaving
from frontdesk.storage.store import Store

if TYPE_CHECKING:
    from frontdesk.services.finding.search_meanings import Finder


class SearchService:
    """`code_key` is the store's key for printed codes; `now` tells the time, in UTC milliseconds."""

    chances: Callable[[Sequence[int], int], Mapping[int, float]] | None = None
    """How likely each of some customers is to be here at a moment; without it, habit decides."""

    def __init__(self, store: Store, shop: ShopService, code_key: bytes, now: Callable[[], int]) -> None:
        self._store = store
        self._shop = shop
        self._code_key = code_key
        self._now = now

    def find(self, text: str, limit: int = 24) -> tuple[Hit, ...]:
        """Customers that match what was typed so far, the likeliest first; nothing typed finds nobody.

        Never raises for what a person can type: quotes, brackets and stars are only characters here.
        """
        return self._finder.shown(text, self._finder.best(text, limit))

    def search(self, text: str, limit: int = 24) -> Found:
        """`find`, and what may have been meant if the keyboard speaks another language than the cashier."""
        return self._finder.search(text, limit)

    def who_left(self, phone: str) -> Left | None:
        """Who left the shop and has this number, typed in whichever way; None where nobody has."""
        digits = search_digits(phone, self._shop.facts().phone_prefix)
        return leaving.with_phone(self._store.read(), digits) if digits else None

    @cached_property
    def _finder(self) -> "Finder":
        """Made after the first frame: how names sound is a matter of many rules."""
        from frontdesk.services.finding.search_meanings import Finder

        return Finder(self._store, self._shop, self.hits, self._likely)

    def _likely(self, customer_ids: Sequence[int]) -> Mapping[int, float]:
        return self.chances(customer_ids, self._now()) if self.chances is not None else {}

    def hits(self, rows: Iterable[Row], today: date | None = None) -> tuple[Hit, ...]:
        """Tiles for rows of storage.search, with the shop's main programme on them."""
        programme, now = self._shop.facts().main_programme, self._now()
        goal = programme.price_at(now) if programme else 0
        if programme is None or not (others := self._other_prices(programme, now)):
            return tuple(_hit(row, goal, today) for row in rows)
        rows = tuple(rows)
        ready = search.ready_of(self._store.read(), (row[0] for row in rows), others)
        return tuple(_hit(row, goal, today, ready=row[0] in ready) for row in rows)

    def _other_prices(self, main: Programme, now: int) -> Mapping[int, int]:
        """The cheapest reward of each other stamp programme that runs."""
        prices = {
            each.id: each.price_at(now)
            for each in self._shop.programmes()
            if each.id != main.id and each.retired_at is None and each.kind is ProgrammeKind.STAMPS
        }
        return {id_: price for id_, price in prices.items() if price}

    def by_scan(self, scan: Scan) -> int:
        """The customer whose member card was scanned.

        Raises `Refused` UNKNOWN_CODE, CODE_REVOKED, FEEDBACK_CODE for a feedback card of ours, STAFF_CODE for
        one of the staff, and LEFT_US for the card of a `customer` who left on a `day` (its ordinal).
        """
        read = (read_code(raw, self._code_key) for raw in scan.codes())
        code = next((each for each in read if each is not None), None)
        if code is not None and code.kind is CodeKind.FEEDBACK:
            raise Refused(RefusalCode.FEEDBACK_CODE, Remedy.SEARCH_BY_NAME)
        found = codes.holder(self._store.read(), code.code) if code and code.kind is CodeKind.MEMBER else None
        if found is None:
            if code is not None and code.kind is CodeKind.STAFF:
                raise Refused(RefusalCode.STAFF_CODE)
            self._check_left(code.code if code is not None else "")
            raise Refused(RefusalCode.UNKNOWN_CODE, Remedy.SEARCH_BY_NAME)
        if found.revoked:
            raise Refused(RefusalCode.CODE_REVOKED, Remedy.REISSUE_CARD)
        return found.customer_id

    def _check_left(self, code: str) -> None:
        """Raises `Refused` LEFT_US where it is the card of somebody who left."""
        from frontdesk.storage.people import leaving  # the first frame scans nobody

        db = self._store.read()
        root_id = leaving.whose_card(db, code)
        gone = leaving.left(db, root_id) if root_id is not None else None
        if gone is not None:
            day = day_at(gone.at, self._shop.facts().zone).toordinal()
            raise Refused(RefusalCode.LEFT_US, Remedy.WELCOME_BACK, customer=gone.customer_id, day=day)


def _hit(row: Row, goal: int, today: date | None, *, ready: bool = False) -> Hit:
    """`ready`: a reward of another programme than the main one can be had."""
    (
        id_,
        name,
        called,
        spoken,
        tail,
        month,
        day,
        photo,
        visits,
        last_at,
        _,
        balance,
        allergy,
        complaint,
        request,
        by_name,
    ) = row
    badge = None
    if allergy:
        badge = Badge.ALLERGY
    elif complaint:
        badge = Badge.COMPLAINT
    elif request:
        badge = Badge.REQUEST
    elif ready or (goal and balance >= goal):
        badge = Badge.REWARD
    elif month and today is not None and 0 <= Birthday(month, day).days_from(today) <= BIRTHDAY_AHEAD:
        badge = Badge.BIRTHDAY
    return Hit(
        id_,
        name,
        called,
        spoken,
        tail,
        bool(photo),
        visits,
        last_at,
        balance,
        goal,
        badge,
        by_name=bool(by_name),
    )
