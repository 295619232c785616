"""Brings a store's file to the present schema: numbered steps in frozen SQL.

`PRAGMA user_version` is the record of what was done. It lies in the file's header and is written in the
same transaction as the step itself, so a step is done wholly or not at all, whenever the power goes.
The write lock is taken before the version is read: of three programs that start at once, one migrates
and the others find it done.
"""

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import apsw

from frontdesk.storage.database import Db, StoreError
from frontdesk.storage.opening import APPLICATION_ID, file_version, meaning, opened, schema_version

log = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 120.0
"""How long to wait while another program migrates; it makes a backup first, which may take a while."""

OWNER_ONLY: Final = 0o600


class NewerFile(StoreError):
    """The file was written by a newer program; this one must not touch it."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the store has schema {found}, this program knows up to {known}")
        self.found = found
        self.known = known


class MigrationFailed(StoreError):
    """A step did not go through; the file is as it was before it."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"migration {number}: {why}")
        self.number = number


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. Released ones are frozen: a mistake is mended by the next step."""

    number: int
    name: str
    sql: str


def read_migrations(folder: Path) -> tuple[Migration, ...]:
    """The steps in `folder` (files named ``0001_what_it_does.sql``), in order and without a gap."""
    steps = []
    for expected, file in enumerate(sorted(folder.glob("*.sql")), start=1):
        number, _, name = file.stem.partition("_")
        if number != f"{expected:04}":
            raise ValueError(f"{file.name}: expected the migration {expected:04}")
        steps.append(Migration(expected, name, file.read_text(encoding="utf-8")))
    return tuple(steps)


MIGRATIONS: Final = read_migrations(Path(__file__).with_name("schema"))
LATEST: Final = len(MIGRATIONS)


def migrate(
    path: Path,
    *,
    backup: Callable[[Path], object] | None = None,
    steps: Sequence[Migration] = MIGRATIONS,
) -> None:
    """Bring the store at `path` to the newest schema; make it, for its owner alone, if there is none.

    `backup` is called with `path` before each step over a file that holds something; when it raises, the
    step is not taken and its error passes through. Safe to call from several programs at once.
    Raises `NewerFile`, `MigrationFailed` or an error of opening.py.
    """
    _make_file(path)
    if refuse_newer(file_version(path, PATIENCE_SECONDS), len(steps)) == len(steps):
        return
    with opened(path, read_only=False, busy_seconds=PATIENCE_SECONDS) as db:
        db.run("PRAGMA foreign_keys = 0")  # checked at the end of a step: within it, tables may be rebuilt
        while _take_next_step(db, path, backup, steps):
            pass


def refuse_newer(found: int, known: int = LATEST) -> int:
    """Give `found` back, or raise `NewerFile`."""
    if found > known:
        raise NewerFile(found, known)
    return found


def _make_file(path: Path) -> None:
    """Make an empty file that nobody else may read; SQLite's own would follow the umask."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    except FileExistsError:
        return
    except OSError as error:
        raise meaning(error) from error


def _take_next_step(
    db: Db, path: Path, backup: Callable[[Path], object] | None, steps: Sequence[Migration]
) -> bool:
    """Take the next step in one transaction, or all over an empty file. False when there was none."""
    db.run("BEGIN IMMEDIATE")
    try:
        version = refuse_newer(schema_version(db), len(steps))
        if version == len(steps):
            db.run("ROLLBACK")
            return False
        if version > 0 and backup is not None:
            backup(path)  # the lock is held: what is copied is what the step will change
        # A new file takes all steps at once: nobody is to find it half made, and back up what holds nothing.
        taken = steps[version : version + 1] if version else steps
        _apply(db, taken)
    except BaseException:
        if db.connection().in_transaction:
            db.run("ROLLBACK")
        raise
    log.info("migrated the store to schema %s", taken[-1].number)
    return True


def _apply(db: Db, steps: Sequence[Migration]) -> None:
    """Run the steps' SQL, record them, check the result and commit, or raise `MigrationFailed`."""
    step = steps[0]
    try:
        for step in steps:
            for _ in db.run(step.sql):
                pass  # a statement that gives rows would hold up those after it
        db.run(f"PRAGMA user_version = {step.number}")
        db.run(f"PRAGMA application_id = {APPLICATION_ID}")
        orphan = db.one("PRAGMA foreign_key_check")
        if orphan is not None:
            raise MigrationFailed(step.number, f"row {orphan[1]} of {orphan[0]} points to nothing")
        if db.value("PRAGMA quick_check(1)") != "ok":
            raise MigrationFailed(step.number, "the file is damaged")
        db.run("COMMIT")
    except apsw.FullError:
        raise  # no fault of the step
    except apsw.Error as error:
        raise MigrationFailed(step.number, f"{type(error).__name__}: {error}") from error
