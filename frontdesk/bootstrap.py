"""The composition root: the one place where the rooms are put together. Knows no Qt."""

import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import uuid_utils

from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.ids import Source
from frontdesk.services.requests import RequestService
from frontdesk.services.search import SearchService
from frontdesk.services.shop import ShopService
from frontdesk.services.wall import WallService
from frontdesk.storage import epochs, keys, migrations, shop, staffing
from frontdesk.storage.ballast import ensure_ballast, lacks_room, release_ballast
from frontdesk.storage.custody import ChainKey, Custody, custody_of, latest_mark, marks_in
from frontdesk.storage.lock import StoreLock, no_restore_meanwhile
from frontdesk.storage.opening import NoRoom
from frontdesk.storage.store import Store
from frontdesk.storage.writer import DiskFull

if TYPE_CHECKING:
    from frontdesk.services.backups import BackupService
    from frontdesk.services.customers import CustomerService
    from frontdesk.services.day_close import DayCloseService
    from frontdesk.services.expiring import ExpiringService
    from frontdesk.services.exports import ExportService
    from frontdesk.services.goodwill import GoodwillService
    from frontdesk.services.greetings import GreetingService
    from frontdesk.services.imports import ImportService
    from frontdesk.services.key_keeping import KeyService
    from frontdesk.services.limits import LimitService
    from frontdesk.services.loyalty import LoyaltyService
    from frontdesk.services.merging import MergeService
    from frontdesk.services.moving import MovingService
    from frontdesk.services.outliers import OutlierService
    from frontdesk.services.passes import PassService
    from frontdesk.services.photos import PhotoService
    from frontdesk.services.printed_cards import FeedbackService, MemberCardService
    from frontdesk.services.programmes import ProgrammeService
    from frontdesk.services.referrals import ReferralService
    from frontdesk.services.staffing import StaffingService, StaffSaved
    from frontdesk.services.value import ValueService
    from frontdesk.services.verifier import Verifier
    from frontdesk.storage.ledger import Ledger

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], int]

log = logging.getLogger(__name__)

FIRST_STAFF_NAME: Final = "Owner"
FIRST_TILL_NAME: Final = "Till 1"


def system_clock() -> int:
    """UTC now, in milliseconds."""
    return time.time_ns() // 1_000_000


SYSTEM_SOURCE: Final = Source(lambda at: uuid_utils.uuid7().bytes, secrets.token_bytes)


@dataclass
class FrontDesk:
    """An open shop. Reading methods may be called on any thread, writing ones go through `submit`.

    A service that the first frame does not need is imported when it is first asked for.
    """

    paths: Paths
    store: Store
    clock: Clock
    source: Source
    staff_id: int
    till_id: int
    keeper: Custody
    chain_key: ChainKey
    code_key: bytes
    shop: ShopService
    search: SearchService
    wall: WallService
    requests: RequestService
    closers: ExitStack

    @cached_property
    def ledger(self) -> "Ledger":
        """What appends to the ledger; services that write to it share it."""
        from frontdesk.storage.ledger import Ledger

        return Ledger(self.chain_key, self.store.new_id)

    @cached_property
    def loyalty(self) -> "LoyaltyService":
        from frontdesk.services.loyalty import LoyaltyService

        return LoyaltyService(self.store, self.ledger, self.shop)

    @cached_property
    def expiring(self) -> "ExpiringService":
        from frontdesk.services.expiring import ExpiringService

        return ExpiringService(self.store, self.ledger, self.shop, act=self.act)

    @cached_property
    def goodwill(self) -> "GoodwillService":
        from frontdesk.services.goodwill import GoodwillService

        return GoodwillService(self.store, self.ledger, self.shop)

    @cached_property
    def moving(self) -> "MovingService":
        from frontdesk.services.moving import MovingService

        return MovingService(self.store, self.ledger, self.shop)

    @cached_property
    def referrals(self) -> "ReferralService":
        from frontdesk.services.referrals import ReferralService

        return ReferralService(self.store, self.ledger, self.shop)

    @cached_property
    def staffing(self) -> "StaffingService":
        from frontdesk.services.staffing import StaffingService

        return StaffingService(self.store)

    @cached_property
    def passes(self) -> "PassService":
        from frontdesk.services.passes import PassService

        return PassService(self.store, self.ledger, self.shop)

    @cached_property
    def programmes(self) -> "ProgrammeService":
        from frontdesk.services.programmes import ProgrammeService

        return ProgrammeService(self.store)

    @cached_property
    def limits(self) -> "LimitService":
        from frontdesk.services.limits import LimitService

        return LimitService(self.store)

    @cached_property
    def greetings(self) -> "GreetingService":
        from frontdesk.services.greetings import GreetingService

        return GreetingService(self.store, self.shop, self.loyalty, self.passes)

    @cached_property
    def customers(self) -> "CustomerService":
        from frontdesk.services.customers import CustomerService

        return CustomerService(self.store, self.shop)

    @cached_property
    def photos(self) -> "PhotoService":
        from frontdesk.services.photos import PhotoService

        return PhotoService(self.store)

    @cached_property
    def feedback(self) -> "FeedbackService":
        from frontdesk.services.printed_cards import CodeMaker, FeedbackService

        return FeedbackService(self.store, self.shop, CodeMaker(self.code_key, self.source.token))

    @cached_property
    def member_cards(self) -> "MemberCardService":
        from frontdesk.services.printed_cards import CodeMaker, MemberCardService

        return MemberCardService(self.store, CodeMaker(self.code_key, self.source.token))

    @cached_property
    def merging(self) -> "MergeService":
        from frontdesk.services.merging import MergeService

        return MergeService(self.store, self.search)

    @cached_property
    def outliers(self) -> "OutlierService":
        from frontdesk.services.outliers import OutlierService

        return OutlierService(self.store, self.shop)

    @cached_property
    def imports(self) -> "ImportService":
        from frontdesk.services.imports import ImportService

        # It makes and submits acts itself, in the name of whoever is at the till by then.
        return ImportService(self.store, self.shop, self.loyalty, self.photos, act=self.act, now=self.now)

    @cached_property
    def exports(self) -> "ExportService":
        from frontdesk.services.exports import ExportService

        return ExportService(self.store, self.shop)

    @cached_property
    def backups(self) -> "BackupService":
        from frontdesk.services.backups import BackupService

        return BackupService(self.paths, self.clock)

    @cached_property
    def value(self) -> "ValueService":
        from frontdesk.services.value import ValueService

        return ValueService(self.store)

    @cached_property
    def key_keeping(self) -> "KeyService":
        from frontdesk.services.key_keeping import KeyService

        return KeyService(self.store, self.shop, self.keeper, self.chain_key)

    @cached_property
    def day_close(self) -> "DayCloseService":
        from frontdesk.services.day_close import DayCloseService

        return DayCloseService(self.store, self.shop, self.till_id)

    @cached_property
    def verifier(self) -> "Verifier":
        from frontdesk.services.verifier import Verifier

        return Verifier(self.paths, self.keeper)

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

    def take_over(self, staff_id: int) -> "Future[StaffSaved]":
        """Somebody takes over this till. When the Future resolves, the next act is already theirs."""
        taken: Future[StaffSaved] = Future()

        def arrived(finished: "Future[StaffSaved]") -> None:
            error = finished.exception()
            if error is not None:
                taken.set_exception(error)
                return
            self.staff_id = finished.result().member.id
            taken.set_result(finished.result())

        self.submit(self.staffing.take_over, self.act(), staff_id).add_done_callback(arrived)
        return taken

    def submit(self, method: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Run a writing method on the writer's thread. The Future resolves after COMMIT.

        It raises what the method raises; `NotSaved` or `NotSure` (services/errors.py) when the disk fails.
        """
        act = next((arg for arg in args if isinstance(arg, Act)), None)
        future = self.store.submit(lambda: method(*args, **kwargs), act)
        future.add_done_callback(self._give_up_ballast)
        return future

    def _give_up_ballast(self, finished: "Future[T]") -> None:
        """On a full disk a WAL store cannot even be read: the room kept aside for that is given back now."""
        if isinstance(finished.exception(), DiskFull) and release_ballast(self.paths.ballast):
            log.error("the disk is full: the ballast was given up")

    def settle_in(self) -> None:
        """What a start owes the shop but the first frame need not wait for: litter cleared, ballast laid, the
        ledger's key at hand and where it is safest.
        """
        self.backups.clear_litter()
        ensure_ballast(self.paths.ballast)
        self.chain_key.look_ahead()
        self.keeper.settle(marks_in(self.paths.store))

    def close(self) -> None:
        """Finish what was submitted and let go of the store."""
        self.closers.close()


def open_desk(
    paths: Paths,
    *,
    clock: Clock = system_clock,
    source: Source = SYSTEM_SOURCE,
    beside: bool = False,
    keeper: Custody | None = None,
) -> FrontDesk:
    """Open the shop at `paths`, bringing its store to the present schema after a verified backup.

    `beside` opens it next to a window that is running, and waits while a restore puts another store in
    place; otherwise a second opening is refused with `AlreadyOpen`. `keeper` has the ledger's keys, and is
    for tests: it follows from the place. Raises `StoreError` (storage/) for a store that cannot be used,
    `OSError` for a folder. A disk that filled while the shop was closed costs the ballast; when that does
    not help, it is `NoRoom`, whatever SQLite called it.
    """
    keeper = keeper or custody_of(paths)
    try:
        return _open(paths, clock, source, beside, keeper)
    except Exception as error:
        if not lacks_room(error, paths.data):
            raise
        fault = error
    if release_ballast(paths.ballast):
        log.error("the disk is full: the ballast was given up to open the shop")
        try:
            return _open(paths, clock, source, beside, keeper)
        except Exception as error:
            if not lacks_room(error, paths.data):
                raise
            fault = error
    raise NoRoom("no room to open the store") from fault


def _open(paths: Paths, clock: Clock, source: Source, beside: bool, keeper: Custody) -> FrontDesk:
    paths.create()
    with ExitStack() as closers:
        if not beside:
            closers.enter_context(StoreLock(paths.lock))
        with no_restore_meanwhile(paths.lock, migrations.PATIENCE_SECONDS) if beside else nullcontext():
            migrations.migrate(paths.store, backup=lambda store: _backup_first(paths, clock))
            store = Store(paths.store, source.new_id)
        closers.callback(store.close)
        chain_key = ChainKey(keeper, latest_mark(store.read()), source.token)
        identity = store.submit(lambda: _who_and_where(store, source, clock(), chain_key)).result()
        return _assemble(paths, store, clock, source, keeper, chain_key, identity, closers.pop_all())
    raise AssertionError("an ExitStack swallowed an error")


def _backup_first(paths: Paths, clock: Clock) -> None:
    from frontdesk.services.backups import BackupService

    BackupService(paths, clock).before_migration(paths.store)


@dataclass(frozen=True, slots=True)
class _Identity:
    """What the store itself knows of who and where: made at the very first opening."""

    staff_id: int
    till_id: int
    code_key: bytes


def _who_and_where(store: Store, source: Source, now: int, chain_key: ChainKey) -> _Identity:
    db = store.write()
    epochs.adopt_epochs(db, chain_key)
    till_id = shop.local_till(db)
    if till_id is None:
        till_id = shop.add_local_till(db, store.new_id, FIRST_TILL_NAME, now)
        shop.add_staff(db, store.new_id, FIRST_STAFF_NAME, Role.OWNER, now)
    return _Identity(staffing.who_stands(db), till_id, keys.code_key(db, source.token))


def _assemble(
    paths: Paths,
    store: Store,
    clock: Clock,
    source: Source,
    keeper: Custody,
    chain_key: ChainKey,
    identity: _Identity,
    closers: ExitStack,
) -> FrontDesk:
    shop_service = ShopService(store)
    finder = SearchService(store, shop_service, identity.code_key, clock)
    return FrontDesk(
        paths=paths,
        store=store,
        clock=clock,
        source=source,
        staff_id=identity.staff_id,
        till_id=identity.till_id,
        keeper=keeper,
        chain_key=chain_key,
        code_key=identity.code_key,
        shop=shop_service,
        search=finder,
        wall=WallService(store, shop_service, finder),
        requests=RequestService(store),
        closers=closers,
    )
