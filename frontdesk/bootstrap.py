"""The composition root: the one place where the rooms are put together. Knows no Qt."""

import logging
import secrets
import time
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import uuid_utils

from frontdesk.config import Paths
from frontdesk.desk import Clock, FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.ids import Source
from frontdesk.services.care.requests import RequestService
from frontdesk.services.finding.search import SearchService
from frontdesk.services.regulars.wall import WallService
from frontdesk.services.shop import ShopService
from frontdesk.storage import migrations, shop
from frontdesk.storage.ballast import lacks_room, release_ballast
from frontdesk.storage.finding import search_renewal
from frontdesk.storage.lock import StoreLock, no_restore_meanwhile
from frontdesk.storage.opening import NoRoom
from frontdesk.storage.privacy import erased_list
from frontdesk.storage.store import Store
from frontdesk.storage.team import staffing
from frontdesk.storage.trust import epochs, keys
from frontdesk.storage.trust.custody import ChainKey, Custody, custody_of, latest_mark

__all__ = ["Clock", "FrontDesk", "open_desk", "system_clock"]

log = logging.getLogger(__name__)

FIRST_STAFF_NAME: Final = "Owner"
FIRST_TILL_NAME: Final = "Till 1"


def system_clock() -> int:
    """UTC now, in milliseconds."""
    return time.time_ns() // 1_000_000


SYSTEM_SOURCE: Final = Source(lambda at: uuid_utils.uuid7().bytes, secrets.token_bytes)


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
            store = Store(paths.store, source.new_id, partial(_give_up_ballast, paths.ballast))
        closers.callback(store.close)
        chain_key = ChainKey(keeper, latest_mark(store.read()), source.token)
        identity = store.submit(lambda: _who_and_where(store, source, clock(), chain_key)).result()
        desk = _assemble(paths, store, clock, source, keeper, chain_key, identity, closers)
        if erased_list.come_back(paths, store.read()):
            from frontdesk.services.privacy.erasing import apply_again

            apply_again(store, paths, desk.act)
        desk.closers = closers.pop_all()
        return desk
    raise AssertionError("an ExitStack swallowed an error")


def _give_up_ballast(ballast: Path) -> None:
    """On a full disk a WAL store cannot even be read: the room kept aside for that is given back now."""
    if release_ballast(ballast):
        log.error("the disk is full: the ballast was given up")


def _backup_first(paths: Paths, clock: Clock) -> None:
    from frontdesk.services.trust.backups import BackupService

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
        search_renewal.begin_current(db)
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
    shop_service = ShopService(store, chain_key)
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
        requests=RequestService(store, shop_service),
        closers=closers,
    )
