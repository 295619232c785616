"""The composition root: the one place where the rooms are put together. Knows no Qt."""

import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import uuid_utils

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.ids import Source
from frontdesk.services.customers import CustomerService
from frontdesk.services.exports import ExportService
from frontdesk.services.greetings import GreetingService
from frontdesk.services.imports import ImportService
from frontdesk.services.loyalty import LoyaltyService
from frontdesk.services.merging import MergeService
from frontdesk.services.photos import PhotoService
from frontdesk.services.printed_cards import CodeMaker, FeedbackService, MemberCardService
from frontdesk.services.requests import RequestService
from frontdesk.services.search import SearchService
from frontdesk.services.shop import ShopService
from frontdesk.services.wall import WallService
from frontdesk.storage import keys, migrations, shop
from frontdesk.storage.loyalty import Ledger
from frontdesk.storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], int]

FIRST_STAFF_NAME: Final = "Owner"
FIRST_TILL_NAME: Final = "Till 1"


def system_clock() -> int:
    """UTC now, in milliseconds."""
    return time.time_ns() // 1_000_000


SYSTEM_SOURCE: Final = Source(lambda at: uuid_utils.uuid7().bytes, secrets.token_bytes)


@dataclass(slots=True)
class FrontDesk:
    """An open shop. Reading methods may be called on any thread, writing ones go through `submit`."""

    paths: Paths
    store: Store
    clock: Clock
    source: Source
    chain_key: bytes
    staff_id: int
    till_id: int
    shop: ShopService
    customers: CustomerService
    merging: MergeService
    photos: PhotoService
    loyalty: LoyaltyService
    search: SearchService
    wall: WallService
    greetings: GreetingService
    requests: RequestService
    feedback: FeedbackService
    member_cards: MemberCardService
    _closers: list[Callable[[], None]] = field(default_factory=list)
    imports: ImportService = field(init=False)
    exports: ExportService = field(init=False)

    def __post_init__(self) -> None:
        # These two make and submit acts themselves, in the name of whoever is at the till by then.
        self.imports = ImportService(
            self.store, self.shop, self.loyalty, self.photos, act=self.act, now=self.now
        )
        self.exports = ExportService(self.store, self.shop)

    def now(self) -> int:
        """UTC in milliseconds, by the desk's clock."""
        return self.clock()

    @property
    def zone(self) -> ZoneInfo:
        return self.shop.facts().zone

    def today(self) -> date:
        """The shop's own day."""
        return datetime.fromtimestamp(self.now() / 1000, self.zone).date()

    def act(self, at: int | None = None) -> Act:
        """A fresh gesture by whoever is at this till; make it once when the finger comes down."""
        moment = self.now() if at is None else at
        return Act(self.source.new_id(moment), self.staff_id, self.till_id, moment)

    def submit(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run a writing method on the writer's thread. The Future resolves after COMMIT.

        It raises what the method raises; `NotSaved` or `NotSure` (services/errors.py) when the disk fails.
        """
        act = next((arg for arg in args if isinstance(arg, Act)), None)
        return self.store.submit(lambda: method(*args, **kwargs), act)

    def close(self) -> None:
        """Finish what was submitted and let go of the store."""
        self.store.close()
        while self._closers:
            self._closers.pop()()


@dataclass(frozen=True, slots=True)
class _Found:
    """What the store itself knows of who and where: made at the very first opening."""

    staff_id: int
    till_id: int
    code_key: bytes


def open_desk(
    paths: Paths, *, clock: Clock = system_clock, source: Source = SYSTEM_SOURCE, beside: bool = False
) -> FrontDesk:
    """Open the shop at `paths`, bringing its store to the present schema.

    `beside` opens it next to a window that is running; otherwise a second opening is refused with
    `AlreadyOpen`. Raises `StoreError` (storage/) for a store that cannot be used.
    """
    paths.create()
    closers: list[Callable[[], None]] = []
    migrations.migrate(paths.store)
    chain_key = keys.load_or_make(paths.chain_key, source.token)
    store = Store(paths.store, source.new_id)
    try:
        found = store.submit(lambda: _found(store, source, clock())).result()
    except BaseException:
        store.close()
        raise
    return _assemble(paths, store, clock, source, chain_key, found, closers)


def _found(store: Store, source: Source, now: int) -> _Found:
    db = store.write()
    till_id = shop.local_till(db)
    if till_id is None:
        till_id = shop.add_local_till(db, store.new_id, FIRST_TILL_NAME, now)
        shop.add_staff(db, store.new_id, FIRST_STAFF_NAME, Role.OWNER, now)
    return _Found(shop.staff(db)[0].id, till_id, keys.code_key(db, source.token))


def _assemble(
    paths: Paths,
    store: Store,
    clock: Clock,
    source: Source,
    chain_key: bytes,
    found: _Found,
    closers: list[Callable[[], None]],
) -> FrontDesk:
    shop_service = ShopService(store)
    loyalty = LoyaltyService(store, Ledger(chain_key, store.new_id))
    finder = SearchService(store, shop_service, found.code_key)
    maker = CodeMaker(found.code_key, source.token)
    return FrontDesk(
        paths,
        store,
        clock,
        source,
        chain_key,
        found.staff_id,
        found.till_id,
        shop_service,
        CustomerService(store, shop_service),
        MergeService(store, finder),
        PhotoService(store),
        loyalty,
        finder,
        WallService(store, shop_service, finder),
        GreetingService(store, shop_service, loyalty),
        RequestService(store),
        FeedbackService(store, shop_service, maker),
        MemberCardService(store, maker),
        closers,
    )
