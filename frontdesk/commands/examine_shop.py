"""How the shop's data stands: the engine, the folder, the disk, the clock, the backups."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from frontdesk.commands.findings import Finding, good, worth_knowing, wrong
from frontdesk.config import Paths
from frontdesk.texts import Texts

MEGABYTE: Final = 1_000_000
TOO_LITTLE_ROOM: Final = 100 * MEGABYTE
LITTLE_ROOM: Final = 1000 * MEGABYTE
HOUR: Final = 60 * 60 * 1000
DAY: Final = 24 * HOUR
OLD_BACKUP: Final = 2 * DAY
FAST_CLOCK: Final = 5 * 60 * 1000
BUILT_AFTER: Final = 1_735_689_600_000
"""2025: a clock that shows an earlier time has lost it, as one with an empty battery does."""


def examine_shop(paths: Paths, texts: Texts, now: int | None = None) -> Iterator[Finding]:
    """Everything about the shop's data. `now` is UTC in milliseconds."""
    moment = time.time_ns() // 1_000_000 if now is None else now
    try:
        from frontdesk.storage import database
    except ImportError as error:
        yield _no_engine(texts, str(error))
        return
    try:
        database.assert_engine()
    except database.WrongEngine as error:
        yield _no_engine(texts, str(error))
        return
    yield good("engine", texts.gettext("The database engine is sound."))
    yield from _folder(paths, texts)
    yield _room(paths, texts)
    if paths.store.exists():
        yield from _store(paths, texts, moment)
    else:
        yield worth_knowing(
            "store", texts.gettext("There is no shop in {folder} yet.").format(folder=paths.data)
        )


def _no_engine(texts: Texts, reason: str) -> Finding:
    return wrong(
        "engine",
        texts.gettext("The database engine cannot be used: {reason}").format(reason=reason),
        'python -m pip install --force-reinstall "apsw>=3.53"',
    )


def _folder(paths: Paths, texts: Texts) -> Iterator[Finding]:
    """Can the folder be written, and does it keep what is written?"""
    from frontdesk.storage.database import NotDurable, assert_durable, connect
    from frontdesk.storage.migrations import migrate
    from frontdesk.storage.opening import meaning

    try:
        with tempfile.TemporaryDirectory(dir=_standing(paths.data), prefix=".frontdesk-doctor-") as folder:
            trial = Path(folder) / "trial.sqlite3"
            migrate(trial)
            db = connect(trial)
            db.connect()
            try:
                assert_durable(db)
            finally:
                db.close()
    except NotDurable:
        yield wrong(
            "folder",
            texts.gettext("{folder} does not keep data through a power cut.").format(folder=paths.data),
            texts.gettext("Choose a folder on this computer's own disk with --data, not a network share."),
        )
    except Exception as error:
        reason = type(meaning(error) if isinstance(error, OSError) else error).__name__
        yield wrong(
            "folder",
            texts.gettext("{folder} cannot be written ({reason}).").format(folder=paths.data, reason=reason),
            texts.gettext("Give yourself the right to write there, or name another folder with --data."),
        )
    else:
        yield good(
            "folder", texts.gettext("{folder} can be written, and keeps it.").format(folder=paths.data)
        )


def _room(paths: Paths, texts: Texts) -> Finding:
    free = shutil.disk_usage(_standing(paths.data)).free
    sentence = texts.gettext("{n} MB are free on the disk.").format(n=free // MEGABYTE)
    remedy = texts.gettext("Make room on the disk: backups and photos need it.")
    if free < TOO_LITTLE_ROOM:
        return wrong("disk", sentence, remedy)
    return worth_knowing("disk", sentence, remedy) if free < LITTLE_ROOM else good("disk", sentence)


def _store(paths: Paths, texts: Texts, now: int) -> Iterator[Finding]:
    from frontdesk.storage.database import StoreError
    from frontdesk.storage.migrations import NewerFile, refuse_newer
    from frontdesk.storage.opening import opened, schema_version

    try:
        with opened(paths.store) as db:
            refuse_newer(schema_version(db))
            last_act: int = db.value("SELECT coalesce(max(at), 0) FROM gesture")
    except NewerFile:
        yield wrong(
            "store",
            texts.gettext("The shop's data was written by a newer Front Desk."),
            "python -m pip install --upgrade frontdesk",
        )
    except StoreError as error:
        yield wrong(
            "store",
            texts.gettext("The shop's data cannot be read ({reason}).").format(reason=type(error).__name__),
            "frontdesk restore --latest",
        )
    else:
        yield good("store", texts.gettext("The shop's data can be read."))
        yield _clock(texts, last_act, now)
    yield _backups(paths, texts, now)


def _clock(texts: Texts, last_act: int, now: int) -> Finding:
    if now < BUILT_AFTER or last_act > now + FAST_CLOCK:
        return wrong(
            "clock",
            texts.gettext("This computer's clock is behind: something was already done later than now."),
            texts.gettext(
                "Set the date and time in the system's settings, best by itself from the internet."
            ),
        )
    return good("clock", texts.gettext("The clock agrees with what was done last."))


def _backups(paths: Paths, texts: Texts, now: int) -> Finding:
    from frontdesk.domain.backups import furthest_first
    from frontdesk.storage.backups import list_backups

    latest = next((made for made in furthest_first(list_backups(paths.backups), now) if not made.why), None)
    if latest is None:
        return wrong("backup", texts.gettext("There is no backup that can be read."), "frontdesk backup")
    hours = max(now - latest.at, 0) // HOUR
    sentence = texts.ngettext(
        "The last good backup is {n} hour old, in {folder}.",
        "The last good backup is {n} hours old, in {folder}.",
        hours,
    ).format(n=hours, folder=paths.backups)
    if abs(now - latest.at) > OLD_BACKUP:
        return worth_knowing("backup", sentence, "frontdesk backup")
    return good("backup", sentence)


def _standing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(each for each in (folder, *folder.parents) if os.path.lexists(each))
