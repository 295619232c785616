"""Everything of a shop in one open file, and a shop from such a file. Nothing here is for the UI thread."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from frontdesk import __version__
from frontdesk.config import Paths
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.importing.archives import (
    README,
    ArchiveDescription,
    ArchiveMade,
    TableFacts,
    TableShape,
)
from frontdesk.domain.importing.imports import BadFile, FileFault
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.trust.backups import BackupMade
from frontdesk.interchange.archive_cells import Value
from frontdesk.interchange.archive_reading import ArchiveReader, meant
from frontdesk.interchange.archive_writing import ArchiveWriter
from frontdesk.services.gesture import begin
from frontdesk.services.importing.exports import whole_file
from frontdesk.storage.database import Db
from frontdesk.storage.durable import assert_room
from frontdesk.storage.importing import archive_tables
from frontdesk.storage.migrations import LATEST
from frontdesk.storage.opening import DamagedStore, meaning, opened, schema_version
from frontdesk.storage.shop import settings
from frontdesk.storage.store import Store
from frontdesk.storage.trust.backups import adopt, only_one
from frontdesk.storage.trust.custody import custody_of, marks_in
from frontdesk.storage.trust.kept_shops import is_new
from frontdesk.storage.trust.verifying.verify import verify_store
from frontdesk.texts import SOURCE_LANGUAGE, texts_for
from frontdesk.wording.archive import readme

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Clock = Callable[[], int]

FROM_ARCHIVE: Final = "from-archive"
"""Why there is a backup of a shop that nobody backed up here."""

_INCOMING: Final = "frontdesk-incoming.sqlite3.part"
"""Named as an unfinished backup: after a kill the next start, or the next backup, removes it."""
_PICTURES: Final = (".jpg", ".png", ".webp")
_PARTS: Final = 100
_STEP: Final = 100
_READ_BY, _FOUND_BY = 60, 90
"""Of a hundred parts of reading an archive: when its rows are in, and when they can be searched."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A shop out of an archive, as a backup to be brought back; `faults` is how much of its books is not as
    it was written.
    """

    made: BackupMade
    described: ArchiveDescription
    faults: int


class _Stopped(Exception):
    """Whoever waited for it wants it no more."""


class ArchiveService:
    """Of an open shop. It reads one moment of the store, beside the counter."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store, self._now = store, now

    def everything(
        self,
        act: Act,
        path: Path,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ArchiveMade | None:
        """Write all tables, photos and pictures to `path`, over an old file; None when it was cancelled.

        The file is there whole or not at all. It is as secret as the shop: the key of the cards is in it,
        that of the ledger is not. Raises `Refused` for anybody but an owner, `OSError`, or an error of
        storage/opening.py.
        """
        store = self._store
        store.submit(lambda: begin(store, act, "TAKE_OUT_EVERYTHING", needs=Role.OWNER), act).result()
        with suppress(_Stopped):
            return self._written(path, _watching(progress, cancelled))
        return None

    def _written(self, path: Path, tell: Progress) -> ArchiveMade:
        with whole_file(path) as file, opened(self._store.path) as db:
            db.run("BEGIN")  # all of one moment
            shapes = archive_tables.shapes(db)
            total = sum(archive_tables.count(db, shape) for shape in shapes)
            with ArchiveWriter(file, lambda done: tell(done, total)) as writer:
                tables = tuple(
                    writer.table(
                        shape, archive_tables.rows(db, shape), partial(archive_tables.value, db, shape)
                    )
                    for shape in shapes
                )
                described = self._described(db, writer, tables)
                writer.finish(described)
        log.info("an archive was written: %s rows, %s files", described.rows, len(described.files))
        pictures = sum(name.endswith(_PICTURES) for name in described.files)
        customers = described.rows_of("customer")
        return ArchiveMade(path, path.stat().st_size, customers, described.rows, pictures)

    def _described(self, db: Db, writer: ArchiveWriter, tables: tuple[TableFacts, ...]) -> ArchiveDescription:
        chosen, at = settings(db), self._now()
        writer.file(README, _readme(chosen, tables, at).encode("utf-8"))
        return ArchiveDescription(schema_version(db), at, __version__, chosen.name, tables, writer.files)


def look_into(archive: Path) -> ArchiveDescription:
    """Which shop is in an archive, and how much of it, by its description. Raises `BadFile`."""
    with ArchiveReader(archive, LATEST) as reader:
        return reader.described


def take_in(
    paths: Paths,
    archive: Path,
    *,
    clock: Clock,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> TakenIn | None:
    """Make a backup out of an archive, for a shop at `paths` that is new and empty; None when cancelled.

    Nothing else is changed: to open the shop, the backup is brought back as any other. Raises `BadFile` for
    an archive that is none, newer, damaged, made to do harm, or has no place here, and errors of
    storage/opening.py.
    """
    tell = _watching(progress, cancelled)
    if not is_new(paths.store):
        raise BadFile(FileFault.NOT_EMPTY)
    part = paths.backups / _INCOMING
    try:
        paths.create()
        with only_one(paths.backups), _cleared(part):
            with ArchiveReader(archive, LATEST) as reader:
                described = reader.described
                assert_room(paths.backups, 3 * reader.unpacked)  # itself, its journal, and the shop of it
                _fill(part, reader, tell)
            archive_tables.build_search(part, _part_of(tell, _READ_BY, _FOUND_BY))
            faults = verify_store(part, custody_of(paths).known(marks_in(part)).values()).fault_count
            tell(_PARTS, _PARTS)
            made = adopt(part, paths.backups, at=clock(), why=FROM_ARCHIVE)
    except _Stopped:
        return None
    except OSError as error:
        raise meaning(error) from error
    log.info("an archive was read: %s rows, %s faults", described.rows, faults)
    return TakenIn(made, described, faults)


def _fill(part: Path, reader: ArchiveReader, tell: Progress) -> None:
    """All rows into a new store at `part`, each file held against its hash."""
    described, done = reader.described, 0
    say = _part_of(tell, 0, _READ_BY)

    def rows(shape: TableShape) -> Iterator[tuple[Value, ...]]:
        nonlocal done
        before = done
        for row in reader.rows(shape):
            done += 1
            if done % _STEP == 0:
                say(done, described.rows)
            yield row
        if done - before != described.rows_of(shape.name):
            raise BadFile(FileFault.DAMAGED_ARCHIVE)

    shapes = tuple(table.shape for table in described.tables)
    try:
        with meant():
            archive_tables.fill_new_store(part, described.schema_version, shapes, rows)
    except DamagedStore as error:
        raise BadFile(FileFault.DAMAGED_ARCHIVE) from error
    reader.check_all_read()


def _readme(chosen: ShopSettings, tables: tuple[TableFacts, ...], at: int) -> str:
    """In English, and in the shop's language below it."""
    languages = dict.fromkeys((SOURCE_LANGUAGE, chosen.language))
    return "\n\n\n".join(readme(texts_for(code), chosen, tables, at) for code in languages)


def _watching(progress: Progress | None, cancelled: Cancelled | None) -> Progress:
    """Tells of the progress, and ends the work where nobody waits for it any more."""

    def tell(done: int, total: int) -> None:
        if cancelled is not None and cancelled():
            raise _Stopped
        if progress is not None:
            progress(done, total)

    return tell


def _part_of(tell: Progress, first: int, last: int) -> Progress:
    """A step of the work, from one part in a hundred to another."""
    return lambda done, total: tell(first + (last - first) * done // max(total, 1), _PARTS)


@contextmanager
def _cleared(part: Path) -> Iterator[None]:
    """Nothing of the store that is being made is there before and after."""
    _clear(part)
    try:
        yield
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
