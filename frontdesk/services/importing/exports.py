"""All customers in a table that other programs, and Front Desk itself, can read."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.importing.imports import PortableCustomer
from frontdesk.domain.importing.list_kinds import ListKind, Pictured
from frontdesk.domain.people.customers import Birthday, Purpose
from frontdesk.interchange.export import write_customers_csv
from frontdesk.interchange.export_tables import write_table
from frontdesk.interchange.export_vcards import write_vcards
from frontdesk.media.photos import jpeg_of
from frontdesk.services.gesture import begin
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Row
from frontdesk.storage.importing import exports
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store

Progress = Callable[[int, int], None]

PROGRESS_STEP: Final = 200
OWNER_ONLY: Final = 0o600


class ExportService:
    """Works beside an open window: all it writes to the store is who took people out, an act of whoever
    `act` says.
    """

    def __init__(self, store: Store, shop: ShopService, *, act: Callable[[], Act]) -> None:
        self._store = store
        self._shop = shop
        self._act = act

    def customers_csv(self, path: Path, progress: Progress | None = None) -> int:
        """Write everybody to `path` and give how many; slow, for a worker thread.

        The file is there whole or not at all: it is written beside its place and then put there, over an old
        one. Imported into an empty shop it gives the same customers, but for their photos, the words of their
        consents, and stamps owed. Who takes it takes the shop's people along: raises `Refused` ONLY_MANAGER.
        Raises OSError; `progress` may raise to stop it.
        """
        self._note("TAKE_OUT_CUSTOMERS")
        with whole_file(path) as file:
            return write_customers_csv(self._rows(progress or _silent), file)

    def chosen_csv(self, path: Path, customer_ids: Collection[int], progress: Progress | None = None) -> int:
        """As `customers_csv`, of these people only."""
        self._note("TAKE_OUT_CHOSEN")
        with whole_file(path) as file:
            return write_customers_csv(self._rows(progress or _silent, customer_ids), file)

    def customers_as(self, kind: ListKind, path: Path, progress: Progress | None = None) -> int:
        """As `customers_csv`, in a form that another program takes, with what that has a place for."""
        if kind is ListKind.OWN:
            return self.customers_csv(path, progress)
        self._note("TAKE_OUT_CUSTOMERS")
        tell = progress or _silent
        with whole_file(path) as file:
            if kind.has_photos:
                return write_vcards(kind, self._pictured(tell), file)
            return write_table(kind, self._rows(tell), file)

    def _note(self, kind: str) -> None:
        """Who takes people out of the shop is on record before there is a file. Raises `Refused`."""
        act = self._act()
        self._store.submit(lambda: begin(self._store, act, kind, needs=Role.MANAGER), act).result()

    def _pictured(self, tell: Progress) -> Iterator[Pictured]:
        db = self._store.read()
        for id_, customer in self._numbered(tell):
            photo = customers.photo(db, id_, full=True)
            yield Pictured(customer, jpeg_of(photo) if photo is not None else None)

    def _rows(self, tell: Progress, among: Collection[int] | None = None) -> Iterator[PortableCustomer]:
        return (customer for _, customer in self._numbered(tell, among))

    def _numbered(
        self, tell: Progress, among: Collection[int] | None = None
    ) -> Iterator[tuple[int, PortableCustomer]]:
        """Everybody, each with the number of their record."""
        facts = self._shop.facts()
        programme = facts.main_programme
        db = self._store.read()
        total = exports.count(db) if among is None else len(among)
        for done, row in enumerate(exports.everybody(db, programme.id if programme else 0, among)):
            if done % PROGRESS_STEP == 0:
                tell(done, total)
            yield row[-1], _portable(row, facts.zone)
        tell(total, total)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file for the owner's eyes, there whole or not at all: written beside its place, then put there."""
    part = path.with_name(f"{path.name}.part")
    try:
        with open(part, "wb", opener=_for_owner_only) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _portable(row: Row, zone: ZoneInfo) -> PortableCustomer:
    name, called, spoken, phone, email, month, day, year, language, by_name, reference, *more = row
    allergy, preference, note, stamps, visits, first_at, last_at, purposes, on_screen, _ = more
    return PortableCustomer(
        name=name,
        nickname=called,
        spoken=spoken,
        phone=phone,
        email=email,
        birthday=Birthday(month, day, year) if month is not None else None,
        language=language,
        greet_by_name=bool(by_name),
        on_screen=bool(on_screen),
        allergy=allergy or "",
        preference=preference or "",
        note=note or "",
        stamps=stamps,
        visits=visits,
        first_visit=_shop_time(first_at, zone),
        last_visit=_shop_time(last_at, zone),
        consents=frozenset(map(Purpose, purposes.split(","))) if purposes else frozenset(),
        reference=reference,
    )


def _shop_time(at: int | None, zone: ZoneInfo) -> datetime | None:
    """By the shop's own clock, as an owner reads it in a spreadsheet."""
    return datetime.fromtimestamp(at // 1000, zone).replace(tzinfo=None) if at is not None else None


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)


def _silent(done: int, total: int) -> None:
    """For those who do not watch."""
